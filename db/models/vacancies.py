"""Vacancies, their stages, and the customers tied to them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Vacancy(Base):
    """A position to fill for a company or department.

    A closed one is "filled", "cancelled" or "other" (`closed_as`): its customers still read it.
    """

    __tablename__ = "vacancies"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    title: Mapped[str]
    company_id: Mapped[int | None] = mapped_column(Key, ForeignKey("companies.id"))
    city: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(Text, default="")
    private_notes: Mapped[str] = mapped_column(Text, default="")
    recruiter_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_as: Mapped[str] = mapped_column(default="")
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own contract


class Stage(Base):
    """A stage of one vacancy's selection.

    `key` names one of the default stages (its words come from the catalogs); a stage with
    names of the agency's own has an empty key and the three texts. `outcome` is "" while the
    candidate is considered, "hired" or "refused" at the ends.
    """

    __tablename__ = "stages"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    vacancy_id: Mapped[int] = mapped_column(Key, ForeignKey("vacancies.id"))
    key: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    name_ru: Mapped[str] = mapped_column(default="")
    name_uk: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    seen_by_customers: Mapped[bool]
    open_to_customers: Mapped[bool]
    outcome: Mapped[str] = mapped_column(default="")

    __table_args__ = (UniqueConstraint("vacancy_id", "position"),)


class VacancyCustomer(Base):
    """A customer tied to a vacancy; untied rows stay with `untied_at` set."""

    __tablename__ = "vacancy_customers"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    vacancy_id: Mapped[int] = mapped_column(Key, ForeignKey("vacancies.id"))
    customer_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    tied_at: Mapped[datetime] = mapped_column(UtcDateTime)
    tied_by_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    untied_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("vacancy_id", "customer_id"),
        Index(None, "customer_id"),
    )
