"""Vacancies, their stages, and the customers tied to them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Vacancy(Base):
    """A position to fill for a company or department.

    A closed one is "filled", "cancelled" or "other" (`closed_as`): its customers still read it.
    `employment` and `priority` are codes; `requirements` and `project` are read by staff alone.
    `shows_salary` and `shows_age` say what its customers read of its candidates beside the rest,
    `gives_originals` that those who see contacts may take the original files along.
    """

    __tablename__ = "vacancies"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    title: Mapped[str]
    company_id: Mapped[int | None] = mapped_column(Key, ForeignKey("companies.id"))
    city: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(Text, default="")
    private_notes: Mapped[str] = mapped_column(Text, default="")
    recruiter_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    employment: Mapped[str] = mapped_column(default="")
    employment_words: Mapped[str] = mapped_column(default="")
    salary_from: Mapped[int | None] = mapped_column(BigInteger)
    salary_to: Mapped[int | None] = mapped_column(BigInteger)
    salary_currency: Mapped[str] = mapped_column(default="")
    hires_wanted: Mapped[int] = mapped_column(default=1)
    deadline_on: Mapped[date | None]
    priority: Mapped[str] = mapped_column(default="")
    requirements: Mapped[str] = mapped_column(Text, default="")
    project: Mapped[str] = mapped_column(Text, default="")
    shows_salary: Mapped[bool] = mapped_column(default=False)
    shows_age: Mapped[bool] = mapped_column(default=False)
    gives_originals: Mapped[bool] = mapped_column(default=False)
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
    candidate is considered, "hired" or "refused" at the ends. A stage that was taken out
    (`removed_at`) stays for the history that names it. Positions only grow: a new order is
    written behind the old one, so that no two stages share a number on the way.
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
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("vacancy_id", "position"),)


class TemplateStage(Base):
    """A stage of the agency's template, given to every new vacancy; without any the default's."""

    __tablename__ = "template_stages"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    key: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    name_ru: Mapped[str] = mapped_column(default="")
    name_uk: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(unique=True)
    seen_by_customers: Mapped[bool]
    open_to_customers: Mapped[bool]
    outcome: Mapped[str] = mapped_column(default="")


class VacancyClosing(Base):
    """A vacancy was closed: when, as what and by whom; and when it was opened again, if it was."""

    __tablename__ = "vacancy_closings"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    vacancy_id: Mapped[int] = mapped_column(Key, ForeignKey("vacancies.id"))
    closed_as: Mapped[str]
    closed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))
    reopened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reopened_by_id: Mapped[int | None] = mapped_column(Key, ForeignKey("users.id"))

    __table_args__ = (Index(None, "vacancy_id"),)


class VacancyFollower(Base):
    """A member of staff who is told what happens in a vacancy beside its responsible recruiter."""

    __tablename__ = "vacancy_followers"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    vacancy_id: Mapped[int] = mapped_column(Key, ForeignKey("vacancies.id"))
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    since_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("vacancy_id", "user_id"),)


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
