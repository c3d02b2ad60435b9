"""A Chromium for the browser tests: one that is there, else one that this command can fetch.

`python -m tools.chromium` prints its path, or says in one line what to install.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian
from tools.failure import CannotBeHad, or_one_line

# The headless shell is the same engine without the window around it: a fifth less work per page.
NAMES = (
    *("chromium-headless-shell", "chrome-headless-shell"),
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)
ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
WHAT_TO_DO = (
    "no Chromium was found; install it (Debian: apt-get install chromium; macOS: brew install"
    " --cask chromium) or name one in CANDELA_TEST_CHROMIUM."
)


def find() -> Path | None:
    """The Chromium named in CANDELA_TEST_CHROMIUM, or one that is installed.

    Raises CannotBeHad when CANDELA_TEST_CHROMIUM names nothing that can be run.
    """
    named = os.environ.get("CANDELA_TEST_CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            message = f"CANDELA_TEST_CHROMIUM names {named}, which cannot be run."
            raise CannotBeHad(message)
        return Path(named)
    places = [shutil.which(name) for name in NAMES] + list(ON_A_MAC)
    for place in places:
        # Ubuntu's chromium-browser only says "install the snap": it must answer to be believed
        if place and os.access(place, os.X_OK) and _answers(place):
            return Path(place)
    return _of_playwright()


def obtain() -> Path:
    """`find`, and where there is none, install one. Raises CannotBeHad with what to install."""
    found = find()
    for package in ("chromium-headless-shell", "chromium"):
        if found is None and debian.install(package):
            found = find()
    if found is None and _playwright_installs():
        found = find()
    if found is None:
        raise CannotBeHad(WHAT_TO_DO)
    return found


def _answers(place: str) -> bool:
    try:
        version = subprocess.run(
            [place, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return version.returncode == 0 and "Chrom" in version.stdout


def _of_playwright() -> Path | None:
    """The newest browser that Playwright has fetched for itself before."""
    kept = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    homes = [Path(kept)] if kept else []
    homes += [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    for home in homes:
        for pattern in (
            "chromium_headless_shell-*/*/*headless*shell",
            "chromium-*/chrome-linux*/chrome",
            "chromium-*/chrome-mac*/*.app/*/MacOS/*",
        ):
            found = sorted(place for place in home.glob(pattern) if os.access(place, os.X_OK))
            if found:
                return found[-1]
    return None


def _playwright_installs() -> bool:
    if importlib.util.find_spec("playwright") is None:
        return False
    print("Candela: Playwright fetches its Chromium ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if os.geteuid() == 0:
        command.append("--with-deps")  # the system's libraries that the browser needs
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> None:
    """Print the path of a Chromium that can be run."""
    print(f"Chromium: {obtain()}")


if __name__ == "__main__":
    or_one_line(main)
