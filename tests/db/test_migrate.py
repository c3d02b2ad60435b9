"""Migrations: the tables they make are the models', and nothing is lost when one fails."""

import shutil
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from db.base import Base
from db.engine import open_database
from db.errors import DatabaseTooNew, MigrationFailed
from db.keys import new_key
from db.migrate import VERSIONS, alembic_config, differences, migrate
from db.migrations.new import write

pytestmark = pytest.mark.thorough

NEXT = '''
"""{title}."""

from alembic import op

revision = "{revision}"
down_revision = "{after}"


def upgrade() -> None:
    op.execute("{first}")
    op.execute("{second}")
'''


@pytest.fixture
def fresh(database_url):
    """An open database without tables."""
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def versions(tmp_path):
    """The migrations of this version, for a test to add its own to."""
    return shutil.copytree(VERSIONS, tmp_path / "versions", ignore=lambda *_: {"__pycache__"})


def newest():
    return ScriptDirectory(
        str(VERSIONS.parent), version_locations=[str(VERSIONS)]
    ).get_current_head()


def add_migration(versions, revision, after, first, second="SELECT 1"):
    script = NEXT.format(title=revision, revision=revision, after=after, first=first, second=second)
    (versions / f"{revision}_test.py").write_text(script.strip(), encoding="utf-8")


def add_company(database, name="Acme"):
    with database.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO companies (id, name, folded_name, created_at) VALUES (:id, :name, :folded, '2026-01-01')"
            ),
            {"id": new_key(), "name": name, "folded": name.lower()},
        )


def companies(database):
    with database.engine.connect() as connection:
        return connection.execute(text("SELECT name FROM companies")).scalars().all()


def copies(database):
    """What lies beside the database file, apart from DuckDB's own log."""
    if database.file is None:
        return []
    beside = database.file.parent.glob(f"{database.file.name}.*")
    return sorted(path for path in beside if path.suffix != ".wal")


def test_models_and_migrations_agree(fresh):
    migrate(fresh)
    assert differences(fresh) == []


def test_the_comparison_would_see_a_missing_column_and_a_missing_table(fresh):
    """The test above is worth something only while this one holds."""
    migrate(fresh)
    with fresh.engine.begin() as connection:
        connection.execute(text("ALTER TABLE companies ADD COLUMN motto VARCHAR"))
        connection.execute(text("DROP TABLE audit_entries"))
    assert {str(difference[0]) for difference in differences(fresh)} >= {
        "remove_column",
        "add_table",
    }


def test_an_empty_database_gets_every_table_and_needs_no_copy(fresh):
    migrate(fresh)
    assert {*Base.metadata.tables, "alembic_version"} == set(
        inspect(fresh.engine).get_table_names()
    )
    assert copies(fresh) == []


def test_a_database_that_is_up_to_date_is_left_alone(fresh):
    migrate(fresh)
    add_company(fresh)
    migrate(fresh)
    assert companies(fresh) == ["Acme"]
    assert copies(fresh) == []


def test_a_database_in_use_is_copied_before_it_is_changed(fresh, versions):
    migrate(fresh)
    add_company(fresh)
    add_migration(versions, "next", newest(), "ALTER TABLE companies ADD COLUMN motto VARCHAR")
    migrate(fresh, versions=versions)

    assert companies(fresh) == ["Acme"]
    assert "motto" in {column["name"] for column in inspect(fresh.engine).get_columns("companies")}
    if fresh.file:
        (copy,) = copies(fresh)
        assert copy.name == f"{fresh.file.name}.before-next"
        as_before = open_database(f"duckdb:///{copy}")
        assert companies(as_before) == ["Acme"]
        assert differences(as_before) == []
        as_before.close()


def test_a_migration_that_fails_names_itself_and_leaves_what_was(fresh, versions):
    migrate(fresh)
    add_company(fresh)
    add_migration(versions, "fine", newest(), "ALTER TABLE companies ADD COLUMN motto VARCHAR")
    add_migration(
        versions,
        "broken",
        "fine",
        "ALTER TABLE companies ADD COLUMN half VARCHAR",
        "ALTER TABLE no_such_table ADD COLUMN other VARCHAR",
    )
    with pytest.raises(MigrationFailed) as failed:
        migrate(fresh, versions=versions)

    assert "Migration broken failed: " in str(failed.value)
    assert "The database stands at fine." in str(failed.value)
    columns = {column["name"] for column in inspect(fresh.engine).get_columns("companies")}
    assert "motto" in columns
    assert "half" not in columns
    assert companies(fresh) == ["Acme"]
    if fresh.file:
        (copy,) = copies(fresh)
        assert f"kept in {copy}" in str(failed.value)
        as_before = open_database(f"duckdb:///{copy}")
        assert companies(as_before) == ["Acme"]
        assert differences(as_before) == []
        as_before.close()

    (versions / "broken_test.py").unlink()
    add_migration(versions, "mended", "fine", "ALTER TABLE companies ADD COLUMN half VARCHAR")
    migrate(fresh, versions=versions)
    assert companies(fresh) == ["Acme"]


def test_a_database_of_a_newer_version_is_refused_and_left_alone(fresh):
    migrate(fresh)
    add_company(fresh)
    with fresh.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseTooNew, match="at 9999"):
        migrate(fresh)
    assert companies(fresh) == ["Acme"]
    assert copies(fresh) == []


@pytest.mark.only_on("postgresql")
def test_a_second_process_waits_until_the_first_has_migrated(fresh, database_url):
    other = open_database(database_url)
    with ThreadPoolExecutor(1) as pool:
        with fresh.migrating():
            waiting = pool.submit(migrate, other)
            assert wait([waiting], timeout=0.5).not_done
        waiting.result(60)
    assert differences(other) == []
    other.close()


def test_a_new_migration_writes_down_what_the_models_have(database_url, tmp_path):
    write("first tables", database_url, versions=tmp_path)
    written = (tmp_path / "0001_first_tables.py").read_text(encoding="utf-8")
    assert written.startswith('"""First tables."""')
    assert "UtcDateTime" not in written
    database = open_database(database_url)
    migrate(database, versions=tmp_path)
    assert differences(database) == []
    assert inspect(database.engine).get_sequence_names() == []  # keys are made in Python
    database.close()


def test_the_newest_migration_can_be_taken_back_and_brought_again(fresh):
    """A migration's way back is written by hand sooner or later; it must not rot until then."""
    migrate(fresh)
    with fresh.migrating() as connection:
        command.downgrade(alembic_config(fresh, connection), "base")
    assert inspect(fresh.engine).get_table_names() == ["alembic_version"]
    migrate(fresh)
    assert differences(fresh) == []
