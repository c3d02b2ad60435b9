"""Notes, their readers and their story, and what somebody has typed but not saved."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Note(Base):
    """A note on a candidate, in one application or (no application) in general.

    Staff read every note. A customer reads it only if a `NoteReader` names his company or him.
    A reply is read by nobody who does not read what it answers. A withdrawn note is read by
    nobody any more; its words stay where they are. `surname_told`: its author knew the candidate's
    surname when he wrote.
    """

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    application_id: Mapped[int | None] = mapped_column(Key, ForeignKey("applications.id"))
    author_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    body: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reply_to_id: Mapped[int | None] = mapped_column(Key, ForeignKey("notes.id"))
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    surname_told: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract
    __table_args__ = (Index(None, "candidate_id"), Index(None, "application_id"))


class NoteReader(Base):
    """A company a note is opened to, or a customer who stands alone (no company).

    Stored with the note: neither presenting elsewhere nor tying another company widens it.
    `opens_at` lies ahead while opening it can still be undone; None is from the beginning.
    """

    __tablename__ = "note_readers"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    note_id: Mapped[int] = mapped_column(Key, ForeignKey("notes.id"))
    company_id: Mapped[int | None] = mapped_column(Key, ForeignKey("companies.id"))
    customer_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "note_id"),)


class NoteChange(Base):
    """What became of a note after it was written: edited, opened, hidden, withdrawn, undone.

    `body` holds the words as they stood before they were edited, `readers` the names of whom it
    was opened to. Read by staff only.
    """

    __tablename__ = "note_changes"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    note_id: Mapped[int] = mapped_column(Key, ForeignKey("notes.id"))
    kind: Mapped[str]
    changed_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    body: Mapped[str] = mapped_column(Text, default="")
    readers: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (Index(None, "note_id"),)


class Draft(Base):
    """What somebody has typed at a place (`note:<candidate>:<application>`) and not saved yet.

    His alone: no other person reads it, whatever his role.
    """

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    person_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    place: Mapped[str]
    body: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("person_id", "place"),)
