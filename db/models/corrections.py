"""What customers correct in the skills and categories of a candidate."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Correction(Base):
    """One word that a customer added to a candidate, or took from him.

    While it is "waiting" it holds for staff and for the side that made it (`company_id`, or
    `customer_id` of one who stands alone), and for nobody else. Staff have it "accepted": then it
    is the candidate's word, and of the vocabulary; or "undone", as the side itself can.
    `batch` is one saving. A word to be taken away names its `term_id`; a new one is kept as typed,
    whether the vocabulary knows it or not: that is not for the customer to find out. Accepted, it
    names the word that it became.
    """

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    batch: Mapped[int] = mapped_column(Key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    application_id: Mapped[int] = mapped_column(Key, ForeignKey("applications.id"))
    author_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    company_id: Mapped[int | None] = mapped_column(Key, ForeignKey("companies.id"))
    customer_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    kind: Mapped[str]
    removes: Mapped[bool]
    term_id: Mapped[int | None] = mapped_column(Key, ForeignKey("terms.id"))
    word: Mapped[str]
    folded_word: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str]
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract
    __table_args__ = (Index(None, "candidate_id"),)
