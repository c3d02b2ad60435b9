"""Writes the next migration: `python -m db.migrations.new "interviews"`.

What the models have and the migrations do not becomes an ordinary script to be read, corrected,
formatted (`ruff format db`) and kept. What it says of a table in use (`op.add_column`) becomes a
step of `db/migrations/steps.py`, which takes the rows along. DuckDB has no foreign keys to compare:
when one changes on an existing table, name an empty PostgreSQL database with --url.
"""

import argparse
import tempfile
from pathlib import Path

from alembic import command

from db.engine import open_database
from db.migrate import VERSIONS, alembic_config, migrate


def write(title: str, url: str, *, versions: Path = VERSIONS) -> None:
    """Migrate the empty database at the URL and write down what the models have beyond it."""
    number = len(list(versions.glob("[0-9]*.py"))) + 1
    database = open_database(url)
    try:
        migrate(database, versions=versions)
        with database.migrating() as connection:
            command.revision(
                alembic_config(database, connection, versions),
                message=title,
                rev_id=f"{number:04d}",
                autogenerate=True,
            )
    finally:
        database.close()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Write the next migration.")
    parser.add_argument("title", help='what it brings, for instance "interviews"')
    parser.add_argument("--url", help="an empty database to compare with (default: DuckDB)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        write(arguments.title, arguments.url or f"duckdb:///{Path(directory) / 'empty.duckdb'}")


if __name__ == "__main__":
    main()
