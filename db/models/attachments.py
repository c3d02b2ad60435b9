"""Attachments of a candidate (a portfolio, a test task), and to which vacancies they are opened."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Attachment(Base):
    """A file that lies beside a candidate's resumes: staff's alone until it is opened.

    `html` is what was read of it where it is `readable`. Taken away (`archived_at`) it is nobody's
    any more.
    """

    __tablename__ = "attachments"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    stored_as: Mapped[str] = mapped_column(unique=True)
    readable: Mapped[bool]
    html: Mapped[str] = mapped_column(Text, default="")
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "candidate_id"),)


class AttachmentOpening(Base):
    """An attachment was opened to the customers of a vacancy, until it was hidden again.

    Its openings there are numbered on: of two at the same moment one wins. `without_contacts`:
    staff know of those in it, and that they are cut for whom they are hidden from.
    """

    __tablename__ = "attachment_openings"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    attachment_id: Mapped[int] = mapped_column(Key, ForeignKey("attachments.id"))
    vacancy_id: Mapped[int] = mapped_column(Key, ForeignKey("vacancies.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    hidden_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    hidden_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    number: Mapped[int] = mapped_column(default=1)
    without_contacts: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        UniqueConstraint("attachment_id", "vacancy_id", "number"),
        Index(None, "attachment_id"),
    )
