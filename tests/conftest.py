"""What every test has: a fresh database on each engine, this machine only, and no silent skips.

`--database duckdb` (the default), `postgresql` or `both` chooses the engines. A test that asks for
`database_url` or `prepared_database` runs once per chosen engine; mark it
`@pytest.mark.only_on("postgresql")` when it is about one of them, `@pytest.mark.in_every_language`
when it is told a `language`, too: English and Russian on DuckDB, Ukrainian on PostgreSQL.
"""

import os
import socket
import zlib
from collections.abc import Callable, Iterator, Sequence

import hypothesis
import pytest

from tests.databases import Databases, DuckDatabases, PostgresDatabases

ENGINES = ("duckdb", "postgresql")
READ_ON = (("duckdb", "en"), ("duckdb", "ru"), ("postgresql", "uk"))
EVERY_CASE = bool(os.environ.get("CANDELA_TEST_EVERY_CASE"))

hypothesis.settings.register_profile("candela", deadline=None)  # no test asserts a time
hypothesis.settings.load_profile("candela")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=[*ENGINES, "both"],
        default="duckdb",
        help="the engines that database tests run on",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "only_on(engine): about one engine, not run on the other")
    config.addinivalue_line(
        "markers",
        "in_every_language: told a language, each on one engine; every day one of the three, "
        "with CANDELA_TEST_EVERY_CASE=1 (`make test-wide`) all of them",
    )
    config.addinivalue_line(
        "markers",
        "every_other_on_postgresql: of its cases PostgreSQL is asked every other one every day, "
        "the same ones; with CANDELA_TEST_EVERY_CASE=1 all",
    )
    for name in [name for name in os.environ if name.startswith("CANDELA_")]:
        if not name.startswith("CANDELA_TEST_"):
            del os.environ[name]  # a test must not meet the data of the person who runs it


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" not in metafunc.fixturenames:
        return
    if metafunc.definition.get_closest_marker("in_every_language"):
        told = [pytest.param(*both, marks=_marks_of(both[0])) for both in _told(metafunc)]
        metafunc.parametrize(("database", "language"), told, scope="session")
        return
    only = metafunc.definition.get_closest_marker("only_on")
    metafunc.parametrize(
        "database",
        [
            pytest.param(engine, marks=_marks_of(engine))
            for engine in (only.args if only else ENGINES)
        ],
        scope="session",
    )


def _told(metafunc: pytest.Metafunc) -> Sequence[tuple[str, str]]:
    """The languages of a test; every day one, another for each, and always the same."""
    if EVERY_CASE:
        return READ_ON
    name = f"{metafunc.module.__name__}.{metafunc.function.__name__}"
    return [READ_ON[zlib.crc32(name.encode()) % len(READ_ON)]]


def _marks_of(engine: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.postgres] if engine == "postgresql" else []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the engines that were not asked for, and what is asked every other time."""
    chosen = config.getoption("--database")
    kept, left = [], []
    for item in items:
        callspec = getattr(item, "callspec", None)
        engine = callspec.params.get("database", chosen) if callspec else chosen
        asked = chosen in {"both", engine} and not _is_left_out(item, engine)
        (kept if asked else left).append(item)
    items[:] = kept
    if left:
        config.hook.pytest_deselected(items=left)


def _is_left_out(item: pytest.Item, engine: str) -> bool:
    marked = item.get_closest_marker("every_other_on_postgresql") is not None
    return (
        marked
        and engine == "postgresql"
        and not EVERY_CASE
        and zlib.crc32(item.nodeid.encode()) % 2 == 0
    )


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Choosing by name (-k, a path) may leave one half of `make test` without a test."""
    chosen_by_name = session.config.option.keyword or session.config.args_source.name == "ARGS"
    if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and chosen_by_name:
        session.exitstatus = pytest.ExitCode.OK


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """In CI nothing is skipped: what could not run has failed."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and in CI nothing is skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def _duckdb(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    return DuckDatabases(tmp_path_factory.mktemp("duckdb"))


@pytest.fixture(scope="session")
def _postgresql() -> Iterator[Databases]:
    with PostgresDatabases() as server:
        yield server


@pytest.fixture(scope="session")
def _databases(request: pytest.FixtureRequest, database: str) -> Databases:
    """The engine of this test; each is started once per process, when first asked for."""
    return request.getfixturevalue(f"_{database}")


@pytest.fixture
def database_url(_databases: Databases) -> Iterator[str]:
    """An empty database of this test's own."""
    url = _databases.fresh()
    yield url
    _databases.drop(url)


@pytest.fixture
def prepared_database(
    _databases: Databases,
) -> Iterator[Callable[[Callable[[str], None]], str]]:
    """`prepared_database(prepare)`: a database as `prepare(url)` leaves it.

    `prepare` must be a module-level function: it runs once, its result is copied for each test.
    """
    made = []

    def prepared(prepare: Callable[[str], None]) -> str:
        made.append(_databases.fresh(prepare))
        return made[-1]

    yield prepared
    for url in made:
        _databases.drop(url)


@pytest.fixture(autouse=True)
def _this_machine_only(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test talks to another machine; services and db talk to nobody without @loopback.

    (The PostgreSQL driver is not Python's socket: the database is always within reach.)
    """
    folder = request.path.relative_to(request.config.rootpath).parts[:2]
    alone = folder in {("tests", "services"), ("tests", "db")}
    may_loop = not alone or request.node.get_closest_marker("loopback") is not None
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else None
        here = host in {"127.0.0.1", "::1", "localhost"}
        if self.family != socket.AF_UNIX and not (here and may_loop):
            message = f"a test wanted to connect to {address!r}"
            raise AssertionError(message)
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
