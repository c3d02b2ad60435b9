"""Alembic's entry: runs the migrations on the connection that `db/migrate.py` hands over."""

from alembic import context

from db.migrate import comparison

_database = context.config.attributes["database"]

context.configure(
    connection=context.config.attributes["connection"],
    # Each migration commits by itself: DuckDB cannot index a table whose rows were changed in
    # the same transaction, so a migration that fills a column and one that indexes it are two.
    transaction_per_migration=True,
    **comparison(_database),
)

with context.begin_transaction():
    context.run_migrations()
