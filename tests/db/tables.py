"""A few tables of the contract test's own: it is about the engine, not about candidates."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from db.base import Key, UtcDateTime
from db.keys import new_key


class ContractBase(DeclarativeBase):
    pass


class Counter(ContractBase):
    """A row that many want to change at once."""

    __tablename__ = "counters"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    value: Mapped[int] = mapped_column(default=0)


class Page(ContractBase):
    """A row that people edit: it carries a version."""

    __tablename__ = "pages"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    title: Mapped[str]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract


class Parent(ContractBase):
    __tablename__ = "parents"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    name: Mapped[str] = mapped_column(unique=True)
    archived: Mapped[bool] = mapped_column(default=False)


class Child(ContractBase):
    __tablename__ = "children"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    parent_id: Mapped[int] = mapped_column(
        Key, ForeignKey("parents.id", deferrable=True, initially="DEFERRED")
    )
    archived: Mapped[bool] = mapped_column(default=False)


class Square(ContractBase):
    """A row with a key of two columns."""

    __tablename__ = "squares"

    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    column: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Piece(ContractBase):
    """A row that may stand on a square and may stand beside the board."""

    __tablename__ = "pieces"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    row: Mapped[int | None]
    column: Mapped[int | None]

    __table_args__ = (
        ForeignKeyConstraint(
            ["row", "column"],
            ["squares.row", "squares.column"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )


class Moment(ContractBase):
    __tablename__ = "moments"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    happened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
