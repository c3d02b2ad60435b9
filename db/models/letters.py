"""The outbox: letters wait here in the transaction that caused them; and how they leave."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Letter(Base):
    """A letter to one person, as it goes out: to a user, or to a candidate.

    `state` is queued, sending, sent, delivered, bounced, failed or unknown (a crash between the
    call and its answer: never sent again by itself). `problem` is a code, `said` the other side's
    own words, `sender` what took it, `stored_as` what that calls it. `again_id` names the copy
    with which staff sent it again. `logo` names the stored picture that it brings along.
    `calendar` is the calendar file (RFC 5545) of the interview that it is about. Letters that were
    written to several candidates at once share a `batch_id`.
    """

    __tablename__ = "letters"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    kind: Mapped[str]
    recipient_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    candidate_id: Mapped[int | None] = mapped_column(Key, ForeignKey("candidates.id"))
    interview_id: Mapped[int | None] = mapped_column(Key, ForeignKey("interviews.id"))
    vacancy_id: Mapped[int | None] = mapped_column(Key, ForeignKey("vacancies.id"))
    to_name: Mapped[str]
    to_email: Mapped[str]
    reply_to: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    link: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")
    calendar: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")
    said: Mapped[str] = mapped_column(Text, default="")
    sender: Mapped[str] = mapped_column(default="")
    stored_as: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    send_after: Mapped[datetime] = mapped_column(UtcDateTime)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    complained_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    again_id: Mapped[int | None] = mapped_column(Key, ForeignKey("letters.id"))
    batch_id: Mapped[int | None] = mapped_column(Key)

    __table_args__ = (
        Index(None, "send_after"),
        Index(None, "recipient_id"),
        Index(None, "candidate_id"),
        Index(None, "interview_id"),
    )


class LetterFile(Base):
    """A file that goes out with a letter: one of the candidate's originals, or uploaded for it.

    `stored_as` may be shared: by the original, and by letters that were written at once.
    """

    __tablename__ = "letter_files"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    letter_id: Mapped[int] = mapped_column(Key, ForeignKey("letters.id"))
    original_id: Mapped[int | None] = mapped_column(Key, ForeignKey("resume_originals.id"))
    position: Mapped[int]
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    stored_as: Mapped[str]

    __table_args__ = (Index(None, "letter_id"),)


class LetterEvent(Base):
    """What the provider told about a letter after it had taken it; each event once."""

    __tablename__ = "letter_events"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    event_key: Mapped[str] = mapped_column(unique=True)
    letter_id: Mapped[int] = mapped_column(Key, ForeignKey("letters.id"))
    kind: Mapped[str]
    said: Mapped[str] = mapped_column(Text, default="")
    happened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "letter_id"),)


class MailSettings(Base):
    """How letters leave, as the administrator chose it: one row, and never a secret in it."""

    __tablename__ = "mail_settings"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    # Always 1: two administrators who choose for the first time at once collide here.
    only: Mapped[int] = mapped_column(default=1, unique=True)
    sender: Mapped[str]
    from_name: Mapped[str] = mapped_column(default="")
    from_address: Mapped[str] = mapped_column(default="")
    smtp_host: Mapped[str] = mapped_column(default="")
    smtp_port: Mapped[int] = mapped_column(default=587)
    smtp_security: Mapped[str] = mapped_column(default="starttls")
    smtp_user: Mapped[str] = mapped_column(default="")
    sendgrid_region: Mapped[str] = mapped_column(default="global")
    sendgrid_sandbox: Mapped[bool] = mapped_column(default=False)
    webhook_key: Mapped[str] = mapped_column(default="")
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
