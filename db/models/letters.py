"""The outbox: letters wait here in the transaction that caused them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Letter(Base):
    """A letter to one person, as it goes out.

    `state` is queued, sending, sent, failed or unknown (a crash between the call and its
    answer: never sent again by itself).
    """

    __tablename__ = "letters"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    kind: Mapped[str]
    recipient_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    to_name: Mapped[str]
    to_email: Mapped[str]
    reply_to: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    link: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    send_after: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stored_as: Mapped[str] = mapped_column(default="")

    __table_args__ = (Index(None, "send_after"),)
