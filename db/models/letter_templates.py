"""Templates of letters as the agency has written them; without a row the house's own holds."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class LetterTemplate(Base):
    """One wording of a kind of letter in one language; earlier ones stay, superseded.

    They are numbered: of two who save at once, the second one meets the first one's number.
    `subject` and `body` hold placeholders in braces; `body` is markup of `services/markup.py`.
    """

    __tablename__ = "letter_templates"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    kind: Mapped[str]
    language: Mapped[str]
    number: Mapped[int]
    subject: Mapped[str]
    body: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    superseded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("kind", "language", "number"),)
