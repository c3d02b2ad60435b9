"""Looks for rows that point at nothing.

DuckDB keeps no foreign keys, so what they would refuse is searched for here, from the very
declarations that PostgreSQL enforces: one statement for each.
"""

from dataclasses import dataclass

from sqlalchemy import Column, ForeignKeyConstraint, MetaData, Select, and_, exists, select
from sqlalchemy.orm import Session

from db.base import Base


@dataclass(frozen=True, slots=True)
class Orphan:
    """A row whose foreign key names a row that is not there."""

    table: str
    key: tuple[object, ...]
    columns: tuple[str, ...]
    missing: tuple[object, ...]
    """What the columns hold: the key that `parent` does not have."""
    parent: str


def orphans(session: Session, metadata: MetaData = Base.metadata) -> list[Orphan]:
    """Find every row whose foreign key names no row; an empty list is a sound database."""
    found = []
    # Past the session's own events: the check sees every row, whoever may see it.
    connection = session.connection()
    for table in metadata.sorted_tables:
        width = len(table.primary_key.columns)
        for constraint in sorted(table.foreign_key_constraints, key=_by_columns):
            found += [
                Orphan(
                    table=table.name,
                    key=tuple(row[:width]),
                    columns=tuple(constraint.column_keys),
                    missing=tuple(row[width:]),
                    parent=constraint.referred_table.name,
                )
                for row in connection.execute(_pointing_at_nothing(constraint))
            ]
    return found


def _pointing_at_nothing(constraint: ForeignKeyConstraint) -> Select[tuple[object, ...]]:
    table, parent = constraint.table, constraint.referred_table.alias("parent")
    pairs: list[tuple[Column[object], Column[object]]] = [
        (element.parent, parent.c[element.column.key]) for element in constraint.elements
    ]
    return (
        select(*table.primary_key.columns, *(child for child, _ in pairs))
        .where(
            and_(*(child.is_not(None) for child, _ in pairs)),
            ~exists().where(*(child == there for child, there in pairs)).correlate(table),
        )
        .order_by(*table.primary_key.columns)
    )


def _by_columns(constraint: ForeignKeyConstraint) -> list[str]:
    return list(constraint.column_keys)
