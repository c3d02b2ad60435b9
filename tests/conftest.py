"""What every test has: a fresh database on each engine, this machine only, and no silent skips.

`--database duckdb` (the default), `postgresql` or `both` chooses the engines. A test that asks for
`database_url` or `prepared_database` runs once per chosen engine; mark it
`@pytest.mark.only_on("postgresql")` when it is about one of them.

A story that people read is told a `language`, too, and marked `@pytest.mark.in_every_language`. The
wide run (CANDELA_TEST_EVERY_CASE=1, `make test-wide`) tells it six times: in English, Russian and
Ukrainian on DuckDB and on PostgreSQL. Every day it is told once, in English or Russian on DuckDB or
in Ukrainian on PostgreSQL, another for each story; `in_every_language("duckdb")` says where: every
day in English on DuckDB (in Ukrainian on "postgresql"). What is marked `@pytest.mark.wide`, too, is
left to the wide run altogether.
"""

import os
import socket
import zlib
from collections.abc import Callable, Iterator, Sequence

import hypothesis
import pytest

from tests.databases import (
    Databases,
    DuckDatabases,
    PostgresDatabases,
    roomy_memory_or,
)

ENGINES = ("duckdb", "postgresql")
EVERY_CASE = bool(os.environ.get("CANDELA_TEST_EVERY_CASE"))
EVERY_DAY = (("duckdb", "en"), ("duckdb", "ru"), ("postgresql", "uk"))
READ_ON = (
    (*EVERY_DAY, ("duckdb", "uk"), ("postgresql", "en"), ("postgresql", "ru"))
    if EVERY_CASE
    else EVERY_DAY
)

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
        "in_every_language(*engines): told a language, each on one engine; every day on these "
        "engines or else once, with CANDELA_TEST_EVERY_CASE=1 (`make test-wide`) in all on both",
    )
    config.addinivalue_line("markers", "wide: told with CANDELA_TEST_EVERY_CASE=1 only")
    config.addinivalue_line(
        "markers",
        "few_on_postgresql: what the engine hardly touches; where both are asked, PostgreSQL is asked "
        "every fourth case every day, the same ones; with CANDELA_TEST_EVERY_CASE=1 all",
    )
    config.addinivalue_line(
        "markers",
        "few_on_duckdb: the same the other way round: what takes DuckDB twice as long as PostgreSQL "
        "and is about our own rules",
    )
    for name in [name for name in os.environ if name.startswith("CANDELA_")]:
        if not name.startswith("CANDELA_TEST_"):
            del os.environ[name]  # a test must not meet the data of the person who runs it


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" not in metafunc.fixturenames:
        return
    told_in = metafunc.definition.get_closest_marker("in_every_language")
    if told_in:
        every_day = _every_day(metafunc, *told_in.args)
        told = [
            pytest.param(*both, marks=_marks_of(both[0]))
            for both in (READ_ON if EVERY_CASE else every_day)
        ]
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


def _every_day(metafunc: pytest.Metafunc, *engines: str) -> Sequence[tuple[str, str]]:
    """Engines and languages of a story on an ordinary day, and always the same."""
    if engines:
        return [next(both for both in EVERY_DAY if both[0] == engine) for engine in engines]
    name = f"{metafunc.module.__name__}.{metafunc.function.__name__}"
    return [EVERY_DAY[zlib.crc32(name.encode()) % len(EVERY_DAY)]]


def _marks_of(engine: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.postgres] if engine == "postgresql" else []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the engines that were not asked for and, every day, what the wide run asks."""
    chosen = config.getoption("--database")
    kept, left = [], []
    for item in items:
        callspec = getattr(item, "callspec", None)
        engine = callspec.params.get("database", chosen) if callspec else chosen
        asked = chosen in {"both", engine} and not _is_left_out(item, engine, chosen)
        (kept if asked else left).append(item)
    items[:] = kept
    if left:
        config.hook.pytest_deselected(items=left)


def _is_left_out(item: pytest.Item, engine: str, chosen: str) -> bool:
    """Whether an ordinary day does without it."""
    if EVERY_CASE:
        return False
    if item.get_closest_marker("wide") is not None:
        return True
    spared = item.get_closest_marker(f"few_on_{engine}") and not item.get_closest_marker("only_on")
    if not spared or chosen != "both":
        return False
    return zlib.crc32(item.nodeid.encode()) % 4 != 0


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
def _duckdb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    with roomy_memory_or(tmp_path_factory.mktemp("duckdb")) as directory:
        yield DuckDatabases(directory)


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
