"""`make shots`: a picture of every page for every role and of every letter.

Wide and 390 px, light and dark; `--letters` takes those of the letters alone.

Fills a data directory with the sample agency, signs in as each of its accounts and walks along
the links it finds: one picture of each kind of page. They land in build/shots, with an index.html
that shows them side by side.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Page, StorageState, sync_playwright
from sqlalchemy import update

from db.engine import open_database
from db.models import User
from tests.browser.support.door import sign_in
from tests.browser.support.drawn import wait_until_drawn
from tests.browser.support.running_app import RunningApp
from tests.browser.support.shifts import layout_shift
from tests.browser.support.visitors import VIEWPORTS, launch, open_context
from tools import chromium, letter_shots
from tools.failure import or_one_line

PEOPLE = {
    "administrator": "admin@demo.example",
    "recruiter": "recruiter@demo.example",
    "customer-hidden": "acme@demo.example",
    "customer-open": "globex@demo.example",
}
PASSWORD = "demo-Candela-1"  # noqa: S105 - of the sample agency, printed by `make demo`
DOORS = ("/sign-in",)
NO_PAGES = ("/files/", "/resumes/", "/session/", "/live", "/healthz")
GRID = ".st-key-calendar iframe"
TALLEST = 4000
TARGET = Path("build/shots")
Look = dict[str, Any]  # viewport and colour_scheme, as open_context takes them


def main() -> None:
    """Take the pictures that were asked for (all, without options)."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--role", choices=PEOPLE, action="append", help="only this one")
    options.add_argument("--scheme", choices=["light", "dark"], action="append")
    options.add_argument("--viewport", choices=VIEWPORTS, action="append")
    options.add_argument("--language", choices=["en", "uk", "ru"], default="en")
    options.add_argument("--letters", action="store_true", help="only letters, in each language")
    asked = options.parse_args()
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    viewports, schemes = asked.viewport or list(VIEWPORTS), asked.scheme or ["light", "dark"]
    with (
        tempfile.TemporaryDirectory(prefix="candela-shots-") as home,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright, chromium.obtain())
        letter_shots.take(browser, Path(home), TARGET, viewports, schemes)
        if not asked.letters:
            looks: list[Look] = [
                {"viewport": viewport, "colour_scheme": scheme}
                for viewport in viewports
                for scheme in schemes
            ]
            app = _sample_app(Path(home) / "data", asked.language)
            try:
                _pages(browser, app, looks, asked.role or list(PEOPLE), asked.language)
            finally:
                app.stop()
        browser.close()
    _write_index()
    print(f"{len(list(TARGET.glob('*.png')))} pictures: {TARGET}/index.html")


def _pages(
    browser: Browser, app: RunningApp, looks: list[Look], roles: list[str], language: str
) -> None:
    for look in looks:
        _door(browser, app, look, language)
        for role in roles:
            _walk(browser, app, role, look, language)


def _sample_app(data_dir: Path, language: str) -> RunningApp:
    """The sample agency, running; everybody in it reads the language asked for."""
    environment = {name: value for name, value in os.environ.items() if name[:8] != "CANDELA_"}
    environment["CANDELA_DATA_DIR"] = str(data_dir)
    subprocess.run([sys.executable, "-m", "tools.demo"], env=environment, check=True)
    database = open_database(f"duckdb:///{data_dir / 'candela.duckdb'}")
    with database.engine.begin() as connection:
        connection.execute(update(User).values(language=language))
    database.close()
    return RunningApp(data_dir).start()


def _door(browser: Browser, app: RunningApp, look: Look, language: str) -> None:
    context = open_context(browser, base_url=app.url, language=language, **look)
    page = context.new_page()
    for address in DOORS:
        page.goto(address)
        _picture(page, "nobody", address, look)
    context.close()


_signed_in: dict[str, StorageState] = {}


def _walk(browser: Browser, app: RunningApp, role: str, look: Look, language: str) -> None:
    """Picture one page of each kind that this person's links lead to."""
    context = open_context(
        browser, base_url=app.url, language=language, storage_state=_signed_in.get(role), **look
    )
    page = context.new_page()
    if role not in _signed_in:
        sign_in(page, PEOPLE[role], PASSWORD)
        _signed_in[role] = context.storage_state()
    ahead, seen = ["/"], {""}
    while ahead:
        address = ahead.pop(0)
        page.goto(address)
        _picture(page, role, address, look)
        for link in _links(page):
            kind = _name(link)
            if kind not in seen:
                seen.add(kind)
                ahead.append(link)
    context.close()


def _links(page: Page) -> Iterator[str]:
    for anchor in page.locator("a[href^='/']").all():
        address = anchor.get_attribute("href") or ""
        if not address.startswith(NO_PAGES):
            yield address


def _name(address: str) -> str:
    """What kind of page an address leads to: its path, of the calendar also the view."""
    parts = urlsplit(address)
    view = dict(parse_qsl(parts.query)).get("view", "")
    return "-".join(part for part in (parts.path.strip("/").replace("/", "-"), view) if part)


def _picture(page: Page, role: str, address: str, look: Look) -> None:
    """One picture, as tall as the page: Streamlit scrolls inside, so the window has to grow.

    The first run of a page may end before the page is there: what is drawn whole is marked.
    """
    wait_until_drawn(page)
    page.locator("html[data-drawn]").wait_for(state="attached")
    if page.locator(GRID).count():
        page.frame_locator(GRID).locator("html[data-read] .fc-view").wait_for()
    jumped = layout_shift(page)
    size = VIEWPORTS[look["viewport"]]
    tall = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    height = max(size["height"], min(tall, TALLEST))
    page.set_viewport_size({"width": size["width"], "height": height})
    name = _name(address) or "start"
    file = f"{role}--{name}--{look['viewport']}-{look['colour_scheme']}.png"
    page.screenshot(path=TARGET / file)
    page.set_viewport_size(size)
    print(f"{file}  (layout shift {jumped:.3f})", flush=True)


def _write_index() -> None:
    pictures = sorted(TARGET.glob("*.png"))
    figures = "\n".join(
        f'<figure><img src="{p.name}" loading="lazy"><figcaption>{p.stem}</figcaption></figure>'
        for p in pictures
    )
    style = "figure{display:inline-block;margin:8px;vertical-align:top}img{max-height:600px}"
    (TARGET / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>Candela</title><style>{style}</style>{figures}",
        encoding="utf-8",
    )


if __name__ == "__main__":
    or_one_line(main)
