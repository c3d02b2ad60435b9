"""Looking for candidates: what has changed since the index was made, and filters that are kept."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class SearchMark(Base):
    """A candidate's words changed in the transaction that made this; its key says when.

    No foreign key: the mark is read by an index beside the database, whatever became of the row.
    """

    __tablename__ = "search_marks"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key)


class SavedFilter(Base):
    """A way of looking through the base that one of the staff keeps: the address's own words."""

    __tablename__ = "saved_filters"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    name: Mapped[str]
    folded_name: Mapped[str]
    query: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("user_id", "folded_name"),)
