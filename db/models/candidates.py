"""Candidates, their contacts, and the vocabulary of skills and categories."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime, order_index
from db.keys import new_key


class Candidate(Base):
    """Somebody the agency may propose. Contacts stand in their own table.

    `source` is read by staff alone; salary and age only where a vacancy says so. `photo` is a
    name in the file store, empty without one.
    """

    __tablename__ = "candidates"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    first_name: Mapped[str]
    last_name: Mapped[str] = mapped_column(default="")
    patronymic: Mapped[str] = mapped_column(default="")
    # "last first last", folded: a search box finds the name in either order.
    folded_name: Mapped[str]
    headline: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    experience_years: Mapped[int | None]
    source: Mapped[str] = mapped_column(default="")
    availability: Mapped[str] = mapped_column(default="")
    salary_expected: Mapped[int | None] = mapped_column(BigInteger)
    salary_currency: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None]
    # Where he lives by the clock (IANA), empty where nobody knows: his letters say his time.
    time_zone: Mapped[str] = mapped_column(default="")
    # In which letters to him begin ("uk"), empty where nobody knows.
    letter_language: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")
    # Chosen for him alone; without a choice the agency's default holds.
    without_surname: Mapped[bool | None]
    without_photo: Mapped[bool | None]
    without_birth: Mapped[bool | None]
    without_employers: Mapped[bool | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract
    __table_args__ = (
        order_index("ix_candidates_by_name", "folded_name", text("id DESC")),
        order_index("ix_candidates_in_the_base", "created_at", "id", only="archived_at IS NULL"),
        order_index("ix_candidates_city", "city"),
    )


class CandidateContact(Base):
    """One way to reach a candidate. In its own table so that hidden ones are never selected."""

    __tablename__ = "candidate_contacts"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    kind: Mapped[str]
    value: Mapped[str]
    position: Mapped[int]

    __table_args__ = (Index(None, "candidate_id"),)


class Likeness(Base):
    """A key by which a candidate is found again: a phone, an e-mail, an account, his name.

    `kind` and `likeness` as `db/likeness.py` makes them; made anew whenever he is saved.
    """

    __tablename__ = "likenesses"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    kind: Mapped[str]
    likeness: Mapped[str]

    __table_args__ = (Index(None, "candidate_id"), Index(None, "likeness"))


class Term(Base):
    """A word of the agency's vocabulary; `kind` is "skill" or "category".

    `name` is what was typed first; the names per language stand in its place where they are given.
    An archived word is offered to nobody any more, whoever has it keeps it. One that was merged
    into another stays as another spelling of it.
    """

    __tablename__ = "terms"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    kind: Mapped[str]
    name: Mapped[str]
    folded_name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    name_ru: Mapped[str] = mapped_column(default="")
    name_uk: Mapped[str] = mapped_column(default="")
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    merged_into_id: Mapped[int | None] = mapped_column(Key, ForeignKey("terms.id"))

    __table_args__ = (UniqueConstraint("kind", "folded_name"),)


class CandidateTerm(Base):
    """A skill or category of a candidate."""

    __tablename__ = "candidate_terms"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    term_id: Mapped[int] = mapped_column(Key, ForeignKey("terms.id"))

    __table_args__ = (UniqueConstraint("candidate_id", "term_id"), Index(None, "term_id"))


class CandidateLanguage(Base):
    """A language a candidate speaks: its code ("uk") and how well ("b2", "native", "" unknown)."""

    __tablename__ = "candidate_languages"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    candidate_id: Mapped[int] = mapped_column(Key, ForeignKey("candidates.id"))
    language: Mapped[str]
    level: Mapped[str] = mapped_column(default="")
    position: Mapped[int]

    __table_args__ = (Index(None, "candidate_id"),)
