"""Opening a database: what is locked, who is told what."""

import os
import stat
import subprocess
import sys
import zlib
from base64 import b64decode
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError

from db.engine import DatabaseLocked, DatabaseTooNew, DatabaseUnreadable, open_database

# An empty database as DuckDB 2.0 writes it.
OF_DUCKDB_2 = """
eNrt170KgQEUBuBPJKsrUEaDvvyMlg+TQZEb8DfLwC24BiW3YxGzxciibEYGSSmyKMPzLG+nczr726xE7dPymK11qo
1DPPjKpJAP8+H7fb9c6nW7g2J/+PlPmNuPL5tYabtbjAZRuhUAAAAAPzGbT1fJdeb8mK8vnpeJe6TuUQ/0fwAAAND/
9X8AAAD4FzcnMlBs
"""

only_duckdb = pytest.mark.only_on("duckdb")

OPEN_IN_ANOTHER_PROCESS = """
import sys
from db.engine import DatabaseLocked, open_database
try:
    open_database(sys.argv[1]).close()
except DatabaseLocked as refusal:
    sys.exit(f"refused: {refusal}")
"""

KILLED = 9
KILLED_WHILE_WRITING = """
import os, sys
from sqlalchemy import text
from db.engine import open_database
database = open_database(sys.argv[1])
for number in range(50):
    with database.engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE t{number} (a BIGINT)"))
os._exit(9)
"""

HOLD_OPEN = """
import sys
from db.engine import open_database
database = open_database(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
"""


def open_in_another_process(url):
    return subprocess.run(
        [sys.executable, "-c", OPEN_IN_ANOTHER_PROCESS, url],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )


@only_duckdb
def test_a_second_process_on_the_same_file_is_told_in_plain_words(database_url):
    database = open_database(database_url)
    second = open_in_another_process(database_url)
    assert second.returncode == 1
    assert second.stderr.startswith("refused: The database ")
    assert f"is in use by another process (PID {os.getpid()})" in second.stderr
    assert str(database.file) in second.stderr

    database.close()
    second = open_in_another_process(database_url)
    assert (second.returncode, second.stderr) == (0, "")


@only_duckdb
def test_it_is_our_process_that_is_told_when_another_one_was_first(database_url):
    first = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLD_OPEN,
            database_url,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with first:
        assert first.stdout.readline() == b"open\n"
        with pytest.raises(DatabaseLocked, match=rf"PID {first.pid}\)"):
            open_database(database_url)
        first.stdin.close()
    open_database(database_url).close()


@only_duckdb
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM glob('/etc/*')",
        "COPY (SELECT 1) TO '{folder}/out.csv'",
        "COPY counters FROM '/etc/passwd'",
        "EXPORT DATABASE '{folder}/out'",
        "IMPORT DATABASE '{folder}'",
        "ATTACH '{folder}/other.duckdb' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '{folder}/own.duckdb_extension'",
        "SELECT * FROM 'https://example.org/x.parquet'",
        "CREATE PERSISTENT SECRET (TYPE s3, KEY_ID 'k', SECRET 's')",
        "SET enable_external_access = true",
        "SET autoload_known_extensions = true",
        "SET autoinstall_known_extensions = true",
        "SET allowed_directories = ['/']",
        "SET lock_configuration = false",
        "SET memory_limit = '100GB'",
        "SET temp_directory = '/tmp'",
        "RESET enable_external_access",
        "PRAGMA threads = 64",
    ],
)
def test_sql_reaches_neither_files_nor_extensions_nor_settings(store, tmp_path, statement):
    statement = statement.format(folder=tmp_path)
    refusal = r"disabled (by|through) configuration|has been locked|while database is running"
    with store.engine.connect() as connection:
        with pytest.raises(DBAPIError, match=refusal):
            connection.exec_driver_sql(statement)
        connection.rollback()
        assert connection.scalar(text("SELECT count(*) FROM counters")) == 0
    assert list(tmp_path.iterdir()) == []


@only_duckdb
def test_nothing_is_loaded_behind_our_back(store):
    settings = "enable_external_access", "autoload_known_extensions", "autoinstall_known_extensions"
    with store.engine.connect() as connection:
        for setting in settings:
            value = connection.scalar(text(f"SELECT current_setting('{setting}')"))
            assert value is False, setting


@only_duckdb
def test_the_file_is_for_our_eyes_only_and_so_is_a_new_folder(tmp_path):
    database = open_database(f"duckdb:///{tmp_path / 'data' / 'candela.duckdb'}")
    try:
        assert stat.S_IMODE(database.file.stat().st_mode) == 0o600
        assert stat.S_IMODE(database.file.parent.stat().st_mode) == 0o700
    finally:
        database.close()


@only_duckdb
def test_a_file_of_a_newer_duckdb_is_named_as_such(database_url):
    Path(make_url(database_url).database).write_bytes(zlib.decompress(b64decode(OF_DUCKDB_2)))
    with pytest.raises(DatabaseTooNew, match="newer version of DuckDB"):
        open_database(database_url)


@only_duckdb
def test_a_file_that_is_no_database_is_not_called_locked(tmp_path):
    file = tmp_path / "candela.duckdb"
    file.write_bytes(b"these are not tables" * 1000)
    with pytest.raises(DatabaseUnreadable, match="not a valid DuckDB"):
        open_database(f"duckdb:///{file}")


@only_duckdb
def test_a_damaged_log_is_named_with_what_to_do(tmp_path):
    file = tmp_path / "candela.duckdb"
    written = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_WRITING, f"duckdb:///{file}"],
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert written.returncode == KILLED
    log = file.with_name("candela.duckdb.wal")
    intact = log.read_bytes()
    log.write_bytes(intact[:300] + bytes(255 - byte for byte in intact[300:400]) + intact[400:])
    with pytest.raises(DatabaseUnreadable, match=r"is damaged.*Copy both files away first"):
        open_database(f"duckdb:///{file}")


def test_a_postgresql_that_does_not_answer_is_named_by_the_first_statement():
    database = open_database("postgresql://candela@127.0.0.1:9/nothing-there")
    with pytest.raises(OperationalError), database.engine.connect():
        pass
    database.close()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///candela.db",
        "duckdb://",
        "duckdb:///:memory:",
        "duckdb:///candela.duckdb?enable_external_access=true",
        "mysql://root@localhost/candela",
        "candela.duckdb",
        "",
    ],
)
def test_no_other_kind_of_address_is_opened(url):
    with pytest.raises(ValueError, match=r"URL|DuckDB or PostgreSQL"):
        open_database(url)


def test_the_url_does_not_show_the_password():
    database = open_database("postgresql://candela:hush@127.0.0.1:9/nothing-there")
    assert "hush" not in str(database.url)
    assert database.url.drivername == "postgresql+psycopg"


@pytest.mark.only_on("postgresql")
def test_writers_are_kept_apart_and_readers_see_one_moment(store):
    level = text("SELECT current_setting('transaction_isolation')")
    with store.new_session() as writing, store.reading_session() as reading:
        assert writing.scalar(level) == "serializable"
        assert reading.scalar(level) == "repeatable read"
    with store.new_session() as writing_on_the_readers_connection:
        assert writing_on_the_readers_connection.scalar(level) == "serializable"
