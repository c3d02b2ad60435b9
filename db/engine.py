"""Opens the database. The one file that knows how DuckDB and PostgreSQL differ.

DuckDB is the everyday store: one file, one process. It has no foreign keys (they break ordinary
updates there), no `FOR UPDATE` and no serializable transactions, so writers pass one lock.
PostgreSQL has all three; its writers meet, and the loser runs again.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import duckdb_sqlalchemy
from sqlalchemy import URL, Connection, Engine, Select, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.schema import AddConstraint, DropConstraint, ForeignKeyConstraint

from db.errors import (
    DatabaseLocked,
    DatabaseTooNew,
    DatabaseUnreadable,
    DuplicateKey,
    StaleVersion,
    StorageFull,
    WriteConflict,
)
from db.write_lock import write_lock_of

__all__ = [
    "Database",
    "DatabaseLocked",
    "DatabaseTooNew",
    "DatabaseUnreadable",
    "DuplicateKey",
    "StaleVersion",
    "StorageFull",
    "WriteConflict",
    "open_database",
]

AnySession = TypeVar("AnySession", bound=Session)

# How DuckDB words it; matched at the beginning, because user data may follow in the message.
_DUCKDB_DUPLICATE = re.compile(
    r"Constraint Error: Duplicate key|"
    r"TransactionContext Error: Failed to commit: PRIMARY KEY or UNIQUE constraint violation",
)
_DUCKDB_CONFLICT = re.compile(
    r"TransactionContext Error: (Failed to commit: )?"
    r"(Conflict on|Transaction conflict|Catalog write-write conflict|write-write conflict)",
)
_DUCKDB_FULL = re.compile(
    r"(TransactionContext Error: Failed to commit: |IO Error: )"
    r"(Could not write|Could not truncate|Could not fsync|Cannot open) ",
)
_DUCKDB_HOLDER = re.compile(r"Conflicting lock is held in .*?\(PID (\d+)\)")
_DUCKDB_TOO_NEW = "created with a newer version of DuckDB"

_POSTGRESQL_DUPLICATE = {"23505"}  # unique_violation
_POSTGRESQL_CONFLICT = {"40001", "40P01"}  # serialization_failure, deadlock_detected
_POSTGRESQL_FULL = {"53100", "58030"}  # disk_full, io_error
_MIGRATION_LOCK = 0x43616E64656C61  # "Candela", any number that nobody else takes


class Database:
    """An open database: sessions, the write lock, and one vocabulary for its refusals."""

    def __init__(self, engine: Engine, file: Path | None) -> None:
        self.engine = engine
        self.file = file
        """The DuckDB file; None on PostgreSQL."""
        self._reading_engine = _for_reading(engine)
        self._write_lock = write_lock_of(file) if file else None

    @property
    def url(self) -> URL:
        """The address the database was opened with; its text hides the password."""
        return self.engine.url

    @property
    def dialect(self) -> str:
        """`duckdb` or `postgresql`."""
        return self.engine.dialect.name

    @property
    def keeps_foreign_keys(self) -> bool:
        """Whether the database itself refuses a row that points at nothing."""
        return self.file is None

    def new_session(
        self,
        session_class: type[AnySession] = Session,  # type: ignore[assignment]
        *,
        info: dict[str, Any] | None = None,
    ) -> AnySession:
        """Return a session that reads and writes. Its rows stay readable after the commit."""
        return session_class(self.engine, expire_on_commit=False, info=info)

    def reading_session(
        self,
        session_class: type[AnySession] = Session,  # type: ignore[assignment]
        *,
        info: dict[str, Any] | None = None,
        within: Connection | None = None,
    ) -> AnySession:
        """Return a session for reading; PostgreSQL refuses every write in it.

        `within` a connection from `reading_moment` it sees that moment, and leaves it open.
        """
        return session_class(
            within or self._reading_engine,
            autoflush=False,
            expire_on_commit=False,
            info=info,
            join_transaction_mode="rollback_only",
        )

    @contextmanager
    def reading_moment(self) -> Iterator[Connection]:
        """Open a connection for reading sessions that see one moment: one transaction for all.

        To begin and to end a transaction costs about as much as to read a row.
        """
        with self._reading_engine.connect() as connection:
            connection.begin()
            yield connection

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold this process's write lock (DuckDB); pass through (PostgreSQL).

        Raises RuntimeError for a writing unit of work inside another one.
        """
        if self._write_lock is None:
            yield
            return
        with self._write_lock.held():
            yield

    def state(self, connection: Connection) -> str:
        """Another text as soon as what is read may be another: at least whenever somebody wrote.

        Of DuckDB's file this process is the only writer, so writers are counted. PostgreSQL is
        asked what can be seen over this connection: there may be other processes.
        """
        if self._write_lock is not None:
            return self._write_lock.story
        return str(connection.execute(text("SELECT pg_current_snapshot()")).scalar_one())

    def is_duplicate(self, error: BaseException) -> bool:
        """Tell whether the error means that something unique exists already."""
        return self._speaks_of(error, _DUCKDB_DUPLICATE, _POSTGRESQL_DUPLICATE)

    def is_conflict(self, error: BaseException) -> bool:
        """Tell whether the error is a lost race, so that running the unit again may succeed."""
        return self._speaks_of(error, _DUCKDB_CONFLICT, _POSTGRESQL_CONFLICT)

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the database's errors on flush and commit into our own.

        Raises DuplicateKey, WriteConflict, StaleVersion, StorageFull; every other error passes
        unchanged.
        """
        try:
            yield
        except StaleDataError as error:
            raise StaleVersion(str(error)) from error
        except DBAPIError as error:
            if self.is_duplicate(error):
                raise DuplicateKey(str(error.orig)) from error
            if self.is_conflict(error):
                raise WriteConflict(str(error.orig)) from error
            if self._speaks_of(error, _DUCKDB_FULL, _POSTGRESQL_FULL):
                raise StorageFull(str(error.orig)) from error
            raise

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Open the connection that migrates; a second process waits until the first is done."""
        with self.engine.connect() as connection:
            if self.file:
                yield connection
                return
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _MIGRATION_LOCK})
            connection.commit()
            try:
                yield connection
            finally:
                connection.invalidate()  # the lock ends with its connection, whatever went wrong

    def copy_file(self, name: str) -> Path | None:
        """Copy the DuckDB file to `<file>.<name>` beside it; PostgreSQL has its own backups.

        Nobody may be working with the database: it is closed meanwhile. (Reading the file with
        the database open would let another process in: the system forgets a process's locks on
        a file as soon as the process closes it anywhere.)
        """
        if self.file is None:
            return None
        with self.engine.connect() as connection:
            connection.execute(text("CHECKPOINT"))
        self.close()
        copy = self.file.with_name(f"{self.file.name}.{name}")
        part = copy.with_name(f"{copy.name}.part")
        with self.file.open("rb") as source, part.open("wb") as target:
            part.chmod(0o600)
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
        part.replace(copy)
        return copy

    def close(self) -> None:
        """Close every idle connection; DuckDB then writes its log back and lets the file go."""
        self.engine.dispose()

    def _speaks_of(
        self, error: BaseException, duckdb_words: re.Pattern[str], sql_states: set[str]
    ) -> bool:
        if not isinstance(error, DBAPIError) or error.orig is None:
            return False
        if self.file:
            return duckdb_words.match(str(error.orig)) is not None
        return getattr(error.orig, "sqlstate", None) in sql_states


def open_database(url: str, *, memory_limit: str = "1GB", threads: int = 1) -> Database:
    """Open the database at the URL: `duckdb:///<file>` or `postgresql://user@host/name`.

    `memory_limit` and `threads` are DuckDB's. Raises DatabaseLocked when another process holds
    the file, DatabaseTooNew for one of a newer DuckDB, DatabaseUnreadable for a damaged one,
    ValueError for any other kind of URL.
    """
    try:
        address = make_url(url)
    except ArgumentError as error:
        message = "the database URL cannot be read"
        raise ValueError(message) from error
    if address.get_backend_name() == "duckdb":
        return _open_duckdb(address, memory_limit, threads)
    if address.get_backend_name() == "postgresql":
        return _open_postgresql(address)
    message = f"{address.drivername}: the database is either DuckDB or PostgreSQL"
    raise ValueError(message)


def _open_duckdb(address: URL, memory_limit: str, threads: int) -> Database:
    if address.query or address.database in (None, "", ":memory:"):
        message = "a DuckDB URL is duckdb:///<file>, nothing else"
        raise ValueError(message)
    file = Path(str(address.database)).resolve()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(
        address.set(database=str(file)),
        # Errors are logged, and what people wrote is nothing for a log.
        hide_parameters=True,
        # Connections cost nothing here (0.05 ms), and a limit could make the holder of the
        # write lock wait for readers who wait for the lock.
        pool_size=32,
        max_overflow=-1,
        pool_use_lifo=True,
        connect_args={
            "config": {
                # Otherwise SQL could read every file of the server. The temporary directory
                # stays open to it, by DuckDB's own exception.
                "enable_external_access": "false",
                "autoload_known_extensions": "false",
                "autoinstall_known_extensions": "false",
                "temp_directory": f"{file}.tmp",
                "memory_limit": memory_limit,
                "threads": str(threads),
                "lock_configuration": "true",
            },
        },
    )
    engine.dialect.ddl_compiler = _DuckDBTables
    engine.dialect.statement_compiler = _DuckDBStatements
    try:
        engine.connect().close()
    except DBAPIError as error:
        if _DUCKDB_TOO_NEW in str(error.orig):
            message = f"The database {file} was written by a newer version of DuckDB."
            raise DatabaseTooNew(message) from error
        holder = _DUCKDB_HOLDER.search(str(error.orig))
        if not holder:
            raise DatabaseUnreadable(_unreadable(file, str(error.orig))) from error
        message = (
            f"The database {file} is in use by another process (PID {holder[1]}). "
            "Candela runs as one process per DuckDB file: stop the other one first, "
            "or use PostgreSQL."
        )
        raise DatabaseLocked(message) from error
    file.chmod(0o600)
    return Database(engine, file)


def _unreadable(file: Path, said: str) -> str:
    log = file.with_name(f"{file.name}.wal")
    if str(log) not in said:
        return f"The database {file} cannot be opened: {said}"
    return (
        f"The log of the database, {log}, is damaged: {said} Copy both files away first. Then "
        "return to a backup; or remove the log and start again: what was saved since it was last "
        "written into the database file is lost then."
    )


def _open_postgresql(address: URL) -> Database:
    engine = create_engine(
        address.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        # Two units may each read what the other one changes (a child added while its parent is
        # archived). Only this level keeps them apart: the loser is a conflict and runs again.
        isolation_level="SERIALIZABLE",
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=20,
        pool_use_lifo=True,
    )
    return Database(engine, None)


def _for_reading(engine: Engine) -> Engine:
    """The same connections for units that only read: one moment, never a conflict, no writes."""
    if engine.dialect.name == "duckdb":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


class _DuckDBTables(duckdb_sqlalchemy.DuckDBDDLCompiler):
    """Leaves foreign keys out of the tables: `db/integrity.py` looks for what they refuse."""

    def visit_foreign_key_constraint(  # type: ignore[override]  # None leaves a constraint out
        self, constraint: ForeignKeyConstraint, **_: object
    ) -> None:
        """Write nothing in CREATE TABLE."""

    def visit_add_constraint(self, create: AddConstraint, **options: object) -> str:
        """Do nothing for a foreign key that a migration adds."""
        if isinstance(create.element, ForeignKeyConstraint):
            return "SELECT 1"
        return str(super().visit_add_constraint(create, **options))  # type: ignore[no-untyped-call]

    def visit_drop_constraint(self, drop: DropConstraint, **options: object) -> str:
        """Do nothing for a foreign key that a migration drops."""
        if isinstance(drop.element, ForeignKeyConstraint):
            return "SELECT 1"
        return str(super().visit_drop_constraint(drop, **options))  # type: ignore[no-untyped-call]


class _DuckDBStatements(duckdb_sqlalchemy.DuckDBCompiler):
    """Reads `with_for_update()` as nothing: the write lock holds every row already."""

    def for_update_clause(self, select: Select[Any], **_: object) -> str:  # noqa: ARG002
        """Write nothing after the SELECT."""
        return ""
