"""The browser tests: the real app, a real Chromium, and what remains of a test that failed.

    def test_...(app, new_page):
        page = new_page(app, language="uk", viewport="phone")
        page.goto("/vacancies")

Everything here is marked `browser` and runs once per engine. A failed test leaves a picture of each
page and the app's log in build/browser/; with CANDELA_TEST_TRACE=1, which costs a fifth of the time,
a trace of what was done, too (`playwright show-trace`).
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.support import visitors
from tests.browser.support.by_app import ByApp, longest_first
from tests.browser.support.capture import Capture
from tests.browser.support.clicks import Clicks
from tests.browser.support.kept_pages import KeptPages
from tests.browser.support.recorder import Recorder
from tests.browser.support.running_app import RunningApp
from tests.browser.support.shifts import LayoutShifts
from tests.browser.world import World, open_world, scenes_on
from tests.databases import Databases, DuckDatabases
from tests.house import prepare as migrated
from tools import chromium

HERE = Path(__file__).parent
TRACED = bool(os.environ.get("CANDELA_TEST_TRACE"))
FURNISHED = ("world", "_duckdb_world", "_postgresql_world", "start_app")
Prepare = Callable[[str, Path], None]
clicks_key = pytest.StashKey[Clicks]()
shifts_key = pytest.StashKey[LayoutShifts]()
failed_key = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[clicks_key] = Clicks()
    config.stash[shifts_key] = LayoutShifts()


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.path.is_relative_to(HERE):
        item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=longest_first)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByApp | None:
    """`-n 2 --dist loadscope`: what shares an app is told by one worker."""
    return ByApp(config, log) if config.getvalue("dist") == "loadscope" else None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands what it counted to the process that prints."""
    stash = session.config.stash
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["counted"] = [
            stash[clicks_key].written(),
            stash[shifts_key].rows,
        ]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    clicks, shifts = getattr(node, "workeroutput", {}).get("counted", ([], []))
    node.config.stash[clicks_key].read(clicks)
    node.config.stash[shifts_key].rows += shifts


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[failed_key] = item.stash.get(failed_key, False) or report.failed
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A story told once more begins with a furnished agency nobody has been in (Makefile, AGAIN)."""
    if getattr(item, "execution_count", 1) > 1:
        for name in FURNISHED:
            for fixture in item.session._fixturemanager.getfixturedefs(name, item) or ():
                fixture.finish(item._request)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    tables = {
        "clicks": config.stash[clicks_key].table(),
        "layout shift on load": config.stash[shifts_key].table(),
    }
    for title, lines in tables.items():
        if lines:
            terminalreporter.section(title, sep="-")
            terminalreporter.write_line("\n".join(lines))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of this test process."""
    with sync_playwright() as playwright:
        chrome = visitors.launch(playwright, chromium.obtain())
        yield chrome
        chrome.close()


@pytest.fixture(scope="module")
def start_app(
    _databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., RunningApp]]:
    """`start_app(prepare=None, environment=None)`: the app on fresh data, on the engine at hand.

    `prepare(database_url, data_dir)` fills a migrated database before the first start.
    """
    with _starting(_databases, tmp_path_factory) as start:
        yield start


@pytest.fixture(scope="session")
def _duckdb_world(_duckdb: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with _starting(_duckdb, tmp_path_factory) as start:
        yield open_world(start, scenes_on("duckdb"))


@pytest.fixture(scope="session")
def _postgresql_world(
    _postgresql: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    with _starting(_postgresql, tmp_path_factory) as start:
        yield open_world(start, scenes_on("postgresql"))


@pytest.fixture(scope="session")
def world(request: pytest.FixtureRequest, database: str) -> World:
    """The furnished agency, one per engine: a scene of its own for each test (see world.py).

    Furnished once per process however often the engines take turns: it takes ten seconds.
    """
    return request.getfixturevalue(f"_{database}_world")


@contextmanager
def _starting(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., RunningApp]]:
    """What is furnished begins with a migrated database; an app on fresh data migrates it itself."""
    started: list[RunningApp] = []
    urls: list[str] = []

    def start(prepare: Prepare | None = None, **more: Any) -> RunningApp:
        data_dir = tmp_path_factory.mktemp("data")
        begun = migrated if prepare else None
        if isinstance(databases, DuckDatabases):  # the embedded default: nothing to configure
            url, given = databases.fresh(begun, at=data_dir / "candela.duckdb"), None
        else:
            url = given = databases.fresh(begun)
            urls.append(url)
        if prepare:
            prepare(url, data_dir)
        app = RunningApp(data_dir, database_url=given, **more)
        started.append(app)
        return app.start()

    try:
        yield start
    finally:
        for app in started:
            app.stop()
        for url in urls:
            databases.drop(url)


@pytest.fixture(scope="module")
def app(start_app: Callable[..., RunningApp]) -> RunningApp:
    """The app on an empty database, shared by the tests of a module."""
    return start_app()


@pytest.fixture(scope="session")
def _kept_pages(browser: Browser) -> KeptPages:
    return KeptPages(browser)


@pytest.fixture
def new_page(
    browser: Browser, _kept_pages: KeptPages, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """`new_page(app)` is a page of a visitor who has never been here.

    More of him: language="en", viewport="wide" or "phone", colour_scheme="light" or "dark",
    recorder=None. Its addresses are relative to the app's: `page.goto("/vacancies")`.
    """
    visits: list[tuple[Page, RunningApp]] = []
    watched = TRACED or "layout_shifts" in request.fixturenames  # how a page loads the first time

    def visit(app: RunningApp, **options: Any) -> Page:
        if watched or "recorder" in options:
            context = visitors.open_context(browser, base_url=app.url, **options)
            if TRACED:
                context.tracing.start(snapshots=True)
            page = context.new_page()
        else:
            page = _kept_pages.take(base_url=app.url, **options)
        visits.append((page, app))
        return page

    yield visit
    remains = Path(request.config.rootpath, "build/browser", _as_file_name(request.node.nodeid))
    shutil.rmtree(remains, ignore_errors=True)
    failed = request.node.stash.get(failed_key, False)
    for number, (page, app) in enumerate(visits, 1):
        context = page.context
        if failed:
            remains.mkdir(parents=True, exist_ok=True)
            for count, one in enumerate(context.pages, 1):
                one.screenshot(path=remains / f"visitor-{number}-page-{count}.png")
            if TRACED:
                context.tracing.stop(path=remains / f"visitor-{number}-trace.zip")
            shutil.copy(app.log, remains / "app.log")
        _kept_pages.leave(page, keep=not failed)


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """What `new_page(..., recorder=recorder)` goes through."""
    with Recorder() as recording:
        yield recording


@pytest.fixture
def capture(recorder: Recorder) -> Capture:
    """Every frame and body of the pages opened with `recorder=recorder`, to be searched."""
    return Capture(recorder)


@pytest.fixture
def clicks(request: pytest.FixtureRequest) -> Clicks:
    """The tally of presses, held against the yardstick: see support/clicks.py."""
    return request.config.stash[clicks_key]


@pytest.fixture
def layout_shifts(request: pytest.FixtureRequest) -> LayoutShifts:
    """The tally of how far pages jump while they load: see support/shifts.py."""
    return request.config.stash[shifts_key]


def _as_file_name(nodeid: str) -> str:
    return re.sub(r"[^\w.-]+", "-", nodeid.removeprefix("tests/browser/"))
