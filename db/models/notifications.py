"""What each person is told, inside the app and by letter, and what he chose to be told how."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Notification(Base):
    """One event for one recipient; (recipient, event) is unique: nobody is told twice.

    Without an application it is about the vacancy itself; without a vacancy, too, it is a
    reminder of the recipient's own. `due_at` lies ahead of `created_at`
    while the act can still be undone. `lettered_at` is set once it is settled whether and in
    which letter it goes out; None for `letter_id` then means that the recipient wants no letters
    about it.
    """

    __tablename__ = "notifications"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    recipient_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    event: Mapped[str]
    kind: Mapped[str]
    actor_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    vacancy_id: Mapped[int | None] = mapped_column(Key, ForeignKey("vacancies.id"))
    application_id: Mapped[int | None] = mapped_column(Key, ForeignKey("applications.id"))
    stage_id: Mapped[int | None] = mapped_column(Key, ForeignKey("stages.id"))
    reminder_id: Mapped[int | None] = mapped_column(Key, ForeignKey("reminders.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lettered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    letter_id: Mapped[int | None] = mapped_column(Key, ForeignKey("letters.id"))

    __table_args__ = (UniqueConstraint("recipient_id", "event"), Index(None, "due_at"))


class NotificationChoice(Base):
    """How a person wants one kind of event by letter: at_once, daily or off.

    Without a row the kind's default holds.
    """

    __tablename__ = "notification_choices"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    kind: Mapped[str]
    delivery: Mapped[str]

    __table_args__ = (UniqueConstraint("user_id", "kind"),)
