"""The steps of migrations: a table in use gets and loses columns, and keeps rows and indexes."""

from datetime import date, datetime

import pytest
from alembic import command
from sqlalchemy import MetaData, inspect, text

from db.engine import open_database
from db.migrate import VERSIONS, alembic_config, differences, migrate

pytestmark = pytest.mark.thorough

SCRIPT = '''
"""Steps."""

import sqlalchemy as sa

from db.migrations import steps

revision = "steps"
down_revision = "{after}"


def upgrade() -> None:
    steps.add_columns(
        "notes",
        sa.Column("kind", sa.String(), nullable=False, server_default="it's"),
        sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("parent_id", sa.BigInteger(), sa.ForeignKey("notes.id")),
    )
    steps.add_columns("companies", sa.Column("motto", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    steps.drop_columns("notes", "kind", "pinned")
'''

A_VALUE = {
    int: 1,
    str: "word",
    bool: True,
    float: 1.0,
    bytes: b"bytes",
    date: date(2026, 1, 1),
    datetime: datetime(2026, 1, 1),  # noqa: DTZ001 - as the database keeps it
}


@pytest.fixture
def fresh(database_url):
    """An open database without tables."""
    opened = open_database(database_url)
    yield opened
    opened.close()


def run(database, revision, versions=VERSIONS):
    with database.migrating() as connection:
        command.upgrade(alembic_config(database, connection, versions), revision)


def fill_every_table(database):
    """Write one row into each table that there is, pointing at nothing: only the rows count."""
    tables = MetaData()
    with database.engine.begin() as connection:
        tables.reflect(connection)
        if database.keeps_foreign_keys:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table in tables.tables.values():
            if table.name != "alembic_version":
                row = {column.name: A_VALUE[column.type.python_type] for column in table.columns}
                connection.execute(table.insert(), row)
    return {table.name for table in tables.tables.values()}


def counts(database, tables):
    with database.engine.connect() as connection:
        return {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar()  # noqa: S608
            for table in tables
        }


def indexes(database, table):
    return sorted(
        (index["name"], tuple(index["column_names"]))
        for index in inspect(database.engine).get_indexes(table)
    )


def test_a_database_of_the_first_version_comes_up_to_date_with_its_rows(fresh):
    run(fresh, "0001")
    tables = fill_every_table(fresh)
    migrate(fresh)
    assert set(counts(fresh, tables).values()) == {1}
    assert differences(fresh) == []


def test_a_table_in_use_gets_columns_and_keeps_its_rows_and_indexes(fresh, tmp_path):
    migrate(fresh)
    fill_every_table(fresh)
    before = indexes(fresh, "notes")
    unique = inspect(fresh.engine).get_unique_constraints("companies")
    newest = inspect_revision(fresh)
    for script in VERSIONS.glob("[0-9]*.py"):
        (tmp_path / script.name).write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "steps_of_a_test.py").write_text(SCRIPT.format(after=newest), encoding="utf-8")
    migrate(fresh, versions=tmp_path)

    with fresh.engine.connect() as connection:
        (row,) = connection.execute(text("SELECT kind, pinned, parent_id FROM notes")).all()
    assert tuple(row) == ("it's", False, None)
    found = {column["name"]: column for column in inspect(fresh.engine).get_columns("notes")}
    assert [found[name]["nullable"] for name in ("kind", "pinned", "parent_id")] == [
        False,
        False,
        True,
    ]
    assert found["kind"]["default"] is None
    assert indexes(fresh, "notes") == before
    assert inspect(fresh.engine).get_unique_constraints("companies") == unique
    assert [key["column_names"] for key in unique] == [["folded_name"]]
    names = [key["name"] for key in inspect(fresh.engine).get_foreign_keys("notes")]
    assert ("fk_notes_parent_id" in names) == fresh.keeps_foreign_keys

    with fresh.migrating() as connection:
        command.downgrade(alembic_config(fresh, connection, tmp_path), newest)
    assert "kind" not in {column["name"] for column in inspect(fresh.engine).get_columns("notes")}
    assert indexes(fresh, "notes") == before


def inspect_revision(database):
    with database.engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
