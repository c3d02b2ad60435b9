"""What somebody is to be reminded of: own reminders on a candidate, and a hired one's dates."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Reminder(Base):
    """A member of staff's own reminder on a candidate («call on Friday»), seen by nobody else.

    `due_at` is the beginning of that day where its owner is. `told_at` is set once it has rung.
    """

    __tablename__ = "reminders"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    owner_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    application_id: Mapped[int | None] = mapped_column(Key, ForeignKey("applications.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    due_on: Mapped[date]
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "owner_id"),)


class Hiring(Base):
    """What was agreed after an application came to "Hired": first day, end of the guarantee.

    `start_told_on` and `guarantee_told_on` are the dates of which the recruiter has been
    reminded: of each date once, and again only when it was changed.
    """

    __tablename__ = "hirings"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    application_id: Mapped[int] = mapped_column(Key, ForeignKey("applications.id"), unique=True)
    starts_on: Mapped[date | None]
    guarantee_until: Mapped[date | None]
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
    set_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    start_told_on: Mapped[date | None]
    guarantee_told_on: Mapped[date | None]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract
