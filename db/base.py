"""The declarative base and the column types every table shares."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    DateTime,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Table,
    TextClause,
    event,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

Key = BigInteger
# What an index says of itself that only one of the databases has.
ONLY_ON = "only_on"


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in Python, a UTC wall clock in the database.

    Raises ValueError for a naive datetime: a time without its zone is not an instant.
    """

    impl = DateTime
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's own signature
    ) -> datetime | None:
        """Store the UTC wall clock."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"naive datetime {value!r}"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's own signature
    ) -> datetime | None:
        """Return an aware instant."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The base of every table. Constraint names are spelled out for the migrations."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        },
    )


@event.listens_for(ForeignKeyConstraint, "after_parent_attach")
def _check_at_commit(constraint: ForeignKeyConstraint, table: Table) -> None:
    """Have foreign keys checked at commit: without relationships rows are written in any order."""
    if table.metadata is Base.metadata:
        constraint.deferrable = True
        constraint.initially = "DEFERRED"


def order_index(name: str, *by: str | TextClause, only: str | None = None) -> Index:
    """An index that PostgreSQL walks for an order, or to count; of the rows that `only` names.

    DuckDB sorts and counts anew whatever index there is, and each one makes its writes dearer
    (docs/performance.md).
    """
    where = text(only) if only else None
    index = Index(name, *by, info={ONLY_ON: "postgresql"}, postgresql_where=where)
    return index.ddl_if("postgresql")
