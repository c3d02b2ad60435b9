"""Companies and departments as staff see them: the list, one of them, what merging would do."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Subquery, func, select

from db.models import Company, NoteReader, User, Vacancy
from services.errors import Invalid, NotFound
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company in the list, with how many customers and vacancies are its own."""

    id: int
    name: str
    customers: int
    vacancies: int


@dataclass(frozen=True, slots=True)
class Belonging:
    """A customer or a vacancy of a company; `active` is false for the blocked and the closed."""

    id: int
    name: str
    active: bool


@dataclass(frozen=True, slots=True)
class CompanyCard:
    """One company with its customers and vacancies, and the names merged into it."""

    id: int
    name: str
    customers: tuple[Belonging, ...]
    vacancies: tuple[Belonging, ...]
    also_known_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging one company into another would do; read before it is done.

    `notes` and `notes_of_into` count the notes that are opened to each of the two.
    """

    name: str
    into: str
    customers: tuple[str, ...]
    customers_of_into: tuple[str, ...]
    vacancies: int
    notes: int
    notes_of_into: int


def companies(work: Work) -> list[CompanyRow]:
    """Every company and department, by name. Raises NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customers = _counted(User.company_id, User.role == Role.CUSTOMER)
    vacancies = _counted(Vacancy.company_id, Vacancy.archived_at.is_(None))
    rows = work.rows(
        select(Company.id, Company.name, customers.c.found, vacancies.c.found)
        .join(customers, customers.c.company_id == Company.id, isouter=True)
        .join(vacancies, vacancies.c.company_id == Company.id, isouter=True)
        .where(Company.merged_into_id.is_(None))
        .order_by(Company.folded_name),
    )
    return [CompanyRow(row[0], row[1], row[2] or 0, row[3] or 0) for row in rows]


def card(work: Work, *, company_id: int) -> CompanyCard:
    """One company. Raises NotFound (also for one that was merged into another), NotAllowed."""
    company = standing(work, company_id)
    customers = work.rows(
        select(User.id, User.name, User.blocked_at.is_(None))
        .where(User.company_id == company_id, User.role == Role.CUSTOMER)
        .order_by(User.blocked_at.is_not(None), func.lower(User.name), User.id),
    )
    vacancies = work.rows(
        select(Vacancy.id, Vacancy.title, Vacancy.closed_at.is_(None))
        .where(Vacancy.company_id == company_id, Vacancy.archived_at.is_(None))
        .order_by(Vacancy.closed_at.is_not(None), Vacancy.id.desc()),
    )
    merged = work.scalars(
        select(Company.name)
        .where(Company.merged_into_id == company_id)
        .order_by(Company.folded_name)
    )
    return CompanyCard(
        id=company.id,
        name=company.name,
        customers=tuple(Belonging(*row) for row in customers),
        vacancies=tuple(Belonging(*row) for row in vacancies),
        also_known_as=tuple(merged),
    )


def merge_preview(work: Work, *, company_id: int, into_id: int) -> MergePreview:
    """What would come of merging the one into the other.

    Raises Invalid (with itself), NotFound, NotAllowed.
    """
    company, into = standing(work, company_id), standing(work, into_id)
    if company_id == into_id:
        raise Invalid(into="itself")
    people: dict[int, list[str]] = {company_id: [], into_id: []}
    rows = work.rows(
        select(User.company_id, User.name)
        .where(User.company_id.in_(people), User.role == Role.CUSTOMER, User.blocked_at.is_(None))
        .order_by(func.lower(User.name), User.id),
    )
    for row in rows:
        people[row.company_id].append(row.name)
    counted = work.rows(
        select(NoteReader.company_id, func.count(NoteReader.note_id.distinct()))
        .where(NoteReader.company_id.in_(people))
        .group_by(NoteReader.company_id),
    )
    notes = {row[0]: row[1] for row in counted}
    vacancies = select(func.count(Vacancy.id)).where(
        Vacancy.company_id == company_id, Vacancy.archived_at.is_(None)
    )
    return MergePreview(
        name=company.name,
        into=into.name,
        customers=tuple(people[company_id]),
        customers_of_into=tuple(people[into_id]),
        vacancies=int(work.scalar(vacancies)),
        notes=notes.get(company_id, 0),
        notes_of_into=notes.get(into_id, 0),
    )


def standing(work: Work, company_id: int) -> Company:
    """The company, unless it was merged into another. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    company = work.one(Company, company_id)
    if company.merged_into_id is not None:
        raise NotFound(model="Company")
    return company


def _counted(company_id: Any, only: ColumnElement[bool]) -> Subquery:  # noqa: ANN401 - a column
    return (
        select(company_id.label("company_id"), func.count().label("found"))
        .where(only)
        .group_by(company_id)
        .subquery()
    )
