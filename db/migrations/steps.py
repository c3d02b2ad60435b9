"""Steps of a migration that both databases can take on a table in use.

DuckDB adds a column only without constraints, changes nothing of a table that has an index, and
two of its changes to one table do not fit into one transaction. So a table is made anew there with
its rows (Alembic's batch mode), while PostgreSQL alters it in place.
"""

from contextlib import AbstractContextManager

import sqlalchemy as sa
from alembic import context, op
from alembic.operations import BatchOperations


def changing(table: str) -> AbstractContextManager[BatchOperations]:
    """Change a table in use; what is asked for inside is done together at the end."""
    in_place = context.config.attributes["database"].keeps_foreign_keys
    return op.batch_alter_table(table, recreate="never" if in_place else "always")


def add_columns(table: str, *columns: sa.Column[object]) -> None:
    """Add columns to a table with rows.

    A column that may not be empty names as `server_default` what the rows of today get; the
    default does not stay. A `sa.ForeignKey` in a column becomes a constraint where there are any.
    """
    points_at = {
        column.name: [key.target_fullname for key in column.foreign_keys] for column in columns
    }
    with changing(table) as change:
        for column in columns:
            change.add_column(_without_keys(column))
    filled = [column.name for column in columns if column.server_default is not None]
    if filled:
        with changing(table) as change:
            for name in filled:
                change.alter_column(name, server_default=None)
    if context.config.attributes["database"].keeps_foreign_keys:
        for name, targets in points_at.items():
            for target in targets:
                _add_foreign_key(table, name, target)


def drop_columns(table: str, *names: str) -> None:
    """Remove columns that no index and no constraint names."""
    with changing(table) as change:
        for name in names:
            change.drop_column(name)


def drop_unique(table: str, *columns: str) -> None:
    """Let these columns be alike in several rows again; DuckDB names what forbids it by itself."""
    found = sa.inspect(op.get_bind()).get_unique_constraints(table)
    (name,) = [one["name"] for one in found if one["column_names"] == [*columns]]
    with changing(table) as change:
        change.drop_constraint(op.f(name or ""), type_="unique")


def _without_keys(column: sa.Column[object]) -> sa.Column[object]:
    return sa.Column(
        column.name, column.type, nullable=column.nullable, server_default=column.server_default
    )


def _add_foreign_key(table: str, name: str, target: str) -> None:
    other, key = target.split(".")
    op.create_foreign_key(
        op.f(f"fk_{table}_{name}"),
        table,
        other,
        [name],
        [key],
        deferrable=True,
        initially="DEFERRED",
    )
