"""Secret addresses under which a person's own calendar program reads his interviews."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class CalendarFeed(Base):
    """The one address of a person's feed, as a digest; a new one takes the place of the old.

    `mark` says what it told when it was fetched last, `changed_at` since when it tells that.
    """

    __tablename__ = "calendar_feeds"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"), unique=True)
    digest: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    mark: Mapped[str] = mapped_column(default="")
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
