"""Notes and their readers."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Note(Base):
    """A note on a candidate, in one application or (no application) in general.

    Staff read every note. A customer reads it only if a `NoteReader` names his company or him.
    """

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    application_id: Mapped[int | None] = mapped_column(Key, ForeignKey("applications.id"))
    author_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    body: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract
    __table_args__ = (Index(None, "candidate_id"), Index(None, "application_id"))


class NoteReader(Base):
    """A company a note is opened to, or a customer who stands alone (no company).

    Stored with the note: neither presenting elsewhere nor tying another company widens it.
    """

    __tablename__ = "note_readers"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    note_id: Mapped[int] = mapped_column(Key, ForeignKey("notes.id"))
    company_id: Mapped[int | None] = mapped_column(Key, ForeignKey("companies.id"))
    customer_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))

    __table_args__ = (Index(None, "note_id"),)
