"""What looks like a contact and is none, as somebody of the agency has said."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class SparedContact(Base):
    """A string of this candidate's texts that is no contact: it is shown where it stands.

    `text` is as it stood when that was said, `folded_text` what it is compared by. A contact that
    is stored with the candidate is cut all the same.
    """

    __tablename__ = "spared_contacts"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    folded_text: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    spared_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    spared_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("candidate_id", "folded_text"),)
