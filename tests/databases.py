"""Fresh databases for tests, fast, on both engines.

A test that needs tables asks for a copy of a database that was prepared once (a file copied, or
CREATE DATABASE ... TEMPLATE), so migrations run once per test run and not once per test.
"""

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol, Self

import psycopg
from sqlalchemy import make_url

from tools import postgres
from tools.postgres_server import PostgresServer

MEMORY = Path("/dev/shm")  # noqa: S108 - a directory of our own is made within
ROOM = 2 * 1024**3

type_of_prepare = Callable[[str], None]  # gets the URL of an empty database; must let go of it


class Databases(Protocol):
    """Where fresh databases come from; one per engine and test process."""

    def fresh(self, prepare: type_of_prepare | None = None) -> str:
        """The URL of a database nobody has used: empty, or as `prepare` leaves it."""

    def drop(self, url: str) -> None:
        """Forget a database again."""


@contextmanager
def roomy_memory_or(directory: Path) -> Iterator[Path]:
    """A directory of its own in the system's memory where there is room, else this one.

    A database that lives for one test need not be written to a disk: each is some 24 MB, and
    there are thousands.
    """
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        yield directory
        return
    with tempfile.TemporaryDirectory(prefix="candela-test-", dir=MEMORY) as own:
        yield Path(own)


class DuckDatabases:
    """DuckDB: a file per database."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._numbers = itertools.count(1)
        self._templates: dict[type_of_prepare, Path] = {}

    def fresh(self, prepare: type_of_prepare | None = None, at: Path | None = None) -> str:
        """`at`: where its file is to lie, if that matters."""
        path = at or self._next()
        if prepare is not None:
            template = self._templates.get(prepare)
            if template is None:
                template = self._next()
                prepare(_duck_url(template))
                self._templates[prepare] = template
            for part in (template, _wal(template)):
                if part.exists():
                    shutil.copyfile(
                        part, path.with_name(part.name.replace(template.name, path.name))
                    )
        return _duck_url(path)

    def drop(self, url: str) -> None:
        path = Path(str(make_url(url).database))
        path.unlink(missing_ok=True)
        _wal(path).unlink(missing_ok=True)

    def _next(self) -> Path:
        return self._directory / f"candela-{next(self._numbers)}.duckdb"


def _duck_url(path: Path) -> str:
    return f"duckdb:///{path}"


def _wal(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


class PostgresDatabases:
    """PostgreSQL: a database each, on the server that was named or on one of our own."""

    def __init__(self) -> None:
        self._ends = ExitStack()
        self._numbers = itertools.count(1)
        self._templates: dict[type_of_prepare, str] = {}
        self._prefix = f"candela_test_{os.getpid()}_{os.urandom(3).hex()}"

    def __enter__(self) -> Self:
        given = postgres.given_url()
        if given is None:
            server = self._ends.enter_context(PostgresServer(postgres.obtain()))
            given = server.url()
        self._url = make_url(given)
        plain = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._admin = self._ends.enter_context(psycopg.connect(plain, autocommit=True))
        # copying files beats copying through the log by a factor of two, where it can be chosen
        can_choose = self._admin.info.server_version >= 150000
        self._strategy = " STRATEGY FILE_COPY" if can_choose else ""
        return self

    def __exit__(self, *_: object) -> None:
        for template in self._templates.values():
            self._drop(template)
        self._ends.close()

    def fresh(self, prepare: type_of_prepare | None = None) -> str:
        template = "template1"
        if prepare is not None:
            if prepare not in self._templates:
                name = self._create("template1")
                prepare(self._address(name))
                self._templates[prepare] = name
            template = self._templates[prepare]
        return self._address(self._create(template))

    def drop(self, url: str) -> None:
        self._drop(str(make_url(url).database))

    def _create(self, template: str) -> str:
        name = f"{self._prefix}_{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}{self._strategy}")  # type: ignore[arg-type]
        return name

    def _drop(self, name: str) -> None:
        self._admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")  # type: ignore[arg-type]

    def _address(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)
