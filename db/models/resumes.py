"""Résumés: the original as it came, and the versions made for customers."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key
from db.proofs import digest_of_row, new_salt


class ResumeOriginal(Base):
    """A résumé file as it was received; its bytes lie under `stored_as` in the data directory.

    `readable` is false when no text could be found in it (a scan): then `html` is empty and
    nothing is guessed.
    """

    __tablename__ = "resume_originals"

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
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "candidate_id"),)


class ResumeVersion(Base):
    """A version of the résumé for customers. The newest one is current, older ones are kept.

    `vacancy_id` is the vacancy that it was made for; without one it is the general version, read
    wherever there is none for that vacancy. Each of them has a current one of its own.
    `original_id` is the original it was copied from; none where it was written by hand. `digest`
    proves what it said; the legal erasure of a person takes `html` and `salt`, and leaves the rest.
    """

    __tablename__ = "resume_versions"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    vacancy_id: Mapped[int | None] = mapped_column(Key, ForeignKey("vacancies.id"))
    original_id: Mapped[int | None] = mapped_column(Key, ForeignKey("resume_originals.id"))
    html: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    # Of one that was brought back: when its words were saved first.
    written_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    salt: Mapped[str] = mapped_column(default=new_salt)
    digest: Mapped[str] = mapped_column(default=digest_of_row)

    __table_args__ = (Index(None, "candidate_id"),)
