"""Brings a database to the tables this version of Candela works with, before anyone is served."""

import logging
from pathlib import Path
from typing import Any

import duckdb_sqlalchemy.alembic_impl  # noqa: F401 - tells Alembic how to speak DuckDB
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, String
from sqlalchemy.schema import SchemaItem

import db.models  # noqa: F401 - registers every table
from db.base import ONLY_ON, Base, UtcDateTime
from db.engine import Database
from db.errors import DatabaseTooNew, MigrationFailed

VERSIONS = Path(__file__).parent / "migrations" / "versions"

_log = logging.getLogger(__name__)


def migrate(database: Database, *, versions: Path = VERSIONS) -> None:
    """Run the migrations this database has not seen; on DuckDB after a copy of its file.

    Nobody may be working with the database. Raises DatabaseTooNew for one that a newer version
    of Candela has written, MigrationFailed with the place of the copy when a migration stops.
    """
    with database.migrating() as connection:
        pending = _pending(connection, versions)
        used = _revision(connection) is not None
    if not pending:
        return
    copy = database.copy_file(f"before-{pending[0]}") if used else None
    with database.migrating() as connection:
        try:
            command.upgrade(alembic_config(database, connection, versions), "head")
        except Exception as error:
            raise MigrationFailed(_what_failed(database, versions, copy, error)) from error
    _log.info("migrated %s: %s", database.url, ", ".join(pending))


def differences(database: Database) -> list[Any]:
    """Tell where the tables of the database and the models disagree; empty when they agree."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=comparison(database))
        return list(compare_metadata(context, Base.metadata))


def alembic_config(database: Database, connection: Connection, versions: Path = VERSIONS) -> Config:
    """Tell Alembic where the migrations lie and which connection runs them."""
    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent))
    config.set_main_option("version_locations", str(versions))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["database"] = database
    config.attributes["connection"] = connection
    return config


def comparison(database: Database) -> dict[str, Any]:
    """Tell Alembic how tables and models are compared, and how a difference is written down."""

    def exists_here(item: SchemaItem, _name: str | None, kind: str, *_: object) -> bool:
        if kind == "index":
            return item.info.get(ONLY_ON) in (None, database.dialect)
        return kind != "foreign_key_constraint" or database.keeps_foreign_keys

    return {
        "target_metadata": Base.metadata,
        "include_object": exists_here,
        "compare_type": _types_differ,
        "compare_server_default": True,
        "render_item": _written_down,
    }


def _types_differ(
    _context: object, _found: object, _declared: object, found: object, declared: object
) -> bool | None:
    """Text of any length is one type under two names; the rest is Alembic's to judge (None)."""
    if isinstance(found, String) and isinstance(declared, String):
        return None if found.length or declared.length else False
    return None


def _written_down(kind: str, item: object, _context: object) -> str | bool:
    """Keep the migrations free of our own types, and of sequences for keys made in Python."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime()"
    if kind == "column" and isinstance(item, Column) and item.primary_key:
        item.autoincrement = False
    return False


def _pending(connection: Connection, versions: Path) -> list[str]:
    """The revisions still to run, oldest first. Raises DatabaseTooNew."""
    scripts = ScriptDirectory(str(VERSIONS.parent), version_locations=[str(versions)])
    known = [script.revision for script in scripts.walk_revisions()][::-1]
    current = _revision(connection)
    if current is None:
        return known
    if current not in known:
        message = (
            f"The database was written by a newer version of Candela (its tables are at {current}, "
            f"this version knows {known[-1]} as the newest). Install that version or return to a "
            "copy of the database that this one has written."
        )
        raise DatabaseTooNew(message)
    return known[known.index(current) + 1 :]


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _what_failed(database: Database, versions: Path, copy: Path | None, error: Exception) -> str:
    with database.engine.connect() as connection:
        failed = _pending(connection, versions)[0]
        stands_at = _revision(connection)
    where = f"stands at {stands_at}" if stands_at else "has no tables yet"
    kept = f" The file as it was before is kept in {copy}." if copy else ""
    return f"Migration {failed} failed: {error}. The database {where}.{kept}"
