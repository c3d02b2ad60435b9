"""Vacancies as their viewer sees them: the list and one vacancy."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import case, func, not_, select

from db.models import (
    Agency,
    Application,
    Candidate,
    Company,
    Opening,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.amounts import NO_SALARY, Salary
from services.errors import NotFound
from services.permissions import Permission, allows, require
from services.vacancies.following import staff_following
from services.vacancies.stages import StageView, stages_of
from services.viewer import STAFF_ROLES
from services.work import Work

_NOBODY = (0, 0)
_Counts = dict[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many candidates stand in a stage."""

    stage: StageView
    candidates: int


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """A vacancy in the list.

    `considered`: presented and not refused, the same for staff and customers. `unopened`:
    presented to this customer and not yet opened by him; 0 for staff. `closed_as` is "" while
    the vacancy is open.
    """

    id: int
    title: str
    company: str
    city: str
    recruiter: str
    opened_at: datetime
    stages: tuple[StageCount, ...]
    considered: int
    unopened: int
    closed_as: str = ""


@dataclass(frozen=True, slots=True)
class VacancyPage:
    """One page of vacancies, newest first; `next_before` asks for the following one."""

    rows: tuple[VacancyRow, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody tied to a vacancy or responsible for it."""

    id: int
    name: str
    company: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    messenger: str = ""
    signature: str = ""
    photo: int = 0
    """Which of his photos it is by now; 0 for none."""
    contacts_hidden: bool = False
    active: bool = True


@dataclass(frozen=True, slots=True)
class VacancyTerms:
    """What is offered and wanted. A customer reads employment and the number of hires."""

    employment: str = ""
    employment_words: str = ""
    hires_wanted: int = 1
    salary: Salary = NO_SALARY
    deadline_on: date | None = None
    priority: str = ""
    requirements: str = ""
    project: str = ""
    shows_salary: bool = False
    shows_age: bool = False
    gives_originals: bool = False


@dataclass(frozen=True, slots=True)
class VacancyView:
    """One vacancy. What only staff read is empty for a customer."""

    id: int
    version: int
    title: str
    company: str
    city: str
    description: str
    private_notes: str
    opened_at: datetime
    closed_as: str
    recruiter: PersonView
    stages: tuple[StageView, ...]
    customers: tuple[PersonView, ...]
    terms: VacancyTerms


def vacancies(work: Work, *, before: int | None = None, closed: bool | None = None) -> VacancyPage:
    """A page of the viewer's vacancies with the state of their selection.

    `closed` chooses the open or the closed ones; None means all. Raises NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_READ)
    size = work.settings.lists.page_size
    statement = (
        select(
            Vacancy.id,
            Vacancy.title,
            Vacancy.city,
            Vacancy.opened_at,
            Vacancy.closed_as,
            Company.name.label("company"),
            User.name.label("recruiter"),
        )
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .join(User, User.id == Vacancy.recruiter_id)
        .where(Vacancy.archived_at.is_(None))
        .order_by(Vacancy.id.desc())
        .limit(size + 1)
    )
    if before is not None:
        statement = statement.where(Vacancy.id < before)
    if closed is not None:
        is_open = Vacancy.closed_at.is_(None)
        statement = statement.where(not_(is_open) if closed else is_open)
    found = work.rows(statement).all()
    shown = found[:size]
    ids = [vacancy.id for vacancy in shown]
    stages, numbers = stages_of(work, *ids), (_counts(work, ids), _unopened(work, ids))
    rows = tuple(_row(vacancy, stages[vacancy.id], numbers) for vacancy in shown)
    return VacancyPage(rows, ids[-1] if len(found) > size else None)


def vacancy(work: Work, *, vacancy_id: int) -> VacancyView:
    """One vacancy. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_READ)
    row = work.one(Vacancy, vacancy_id)
    staff_fields = allows(work.viewer, Permission.VACANCIES_MANAGE)
    company = work.scalar(select(Company.name).where(Company.id == row.company_id))
    return VacancyView(
        id=row.id,
        version=row.version,
        title=row.title,
        company=company or "",
        city=row.city,
        description=row.description,
        private_notes=row.private_notes if staff_fields else "",
        opened_at=row.opened_at,
        closed_as=row.closed_as,
        recruiter=responsible(work, recruiter_id=row.recruiter_id),
        stages=tuple(stages_of(work, row.id)[row.id]),
        customers=tuple(_customers(work, row.id)) if staff_fields else (),
        terms=_terms(row, staff_fields=staff_fields),
    )


def followers(work: Work, *, vacancy_id: int) -> tuple[PersonView, ...]:
    """The staff who are told beside the responsible recruiter. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    work.one(Vacancy, vacancy_id)
    return tuple(
        PersonView(user.id, user.name) for user in work.scalars(staff_following(vacancy_id))
    )


def _terms(row: Vacancy, *, staff_fields: bool) -> VacancyTerms:
    open_to_all = VacancyTerms(row.employment, row.employment_words, row.hires_wanted)
    if not staff_fields:
        return open_to_all
    return replace(
        open_to_all,
        salary=Salary(row.salary_from, row.salary_to, row.salary_currency),
        deadline_on=row.deadline_on,
        priority=row.priority,
        requirements=row.requirements,
        project=row.project,
        shows_salary=row.shows_salary,
        shows_age=row.shows_age,
        gives_originals=row.gives_originals,
    )


def responsible(work: Work, *, recruiter_id: int) -> PersonView:
    """A recruiter with the contacts that customers may use; the agency's where his are empty.

    Raises NotFound, also for somebody who is not staff.
    """
    user = work.one(User, recruiter_id)
    if user.role not in STAFF_ROLES:  # a customer's colleagues are no recruiters of his
        raise NotFound(model="User")
    return _recruiter(work, user)


def _recruiter(work: Work, user: User) -> PersonView:
    agency = work.only(Agency)
    return PersonView(
        id=user.id,
        name=user.name,
        position=user.position,
        phone=user.phone or agency.phone,
        email=user.email,
        messenger=user.messenger,
        signature=user.signature,
        photo=user.version if user.photo else 0,
    )


def my_recruiter(work: Work) -> PersonView:
    """Whom the viewer may call: the recruiter of his newest vacancy, else who invited him.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_READ)
    newest = work.scalars(
        select(User)
        .join(Vacancy, Vacancy.recruiter_id == User.id)
        .where(Vacancy.archived_at.is_(None))
        .order_by(Vacancy.id.desc())
        .limit(1),
    ).first()
    if newest is None:
        invited_by = work.one(User, work.viewer.user_id).invited_by_id
        newest = work.one(User, invited_by or work.viewer.user_id)
    return _recruiter(work, newest)


def _customers(work: Work, vacancy_id: int) -> list[PersonView]:
    rows = work.rows(
        select(User, Company.name)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(VacancyCustomer.vacancy_id == vacancy_id, VacancyCustomer.untied_at.is_(None))
        .order_by(User.name),
    )
    return [
        PersonView(
            id=user.id,
            name=user.name,
            company=company or "",
            position=user.position,
            email=user.email,
            contacts_hidden=user.contacts_hidden,
            active=user.blocked_at is None,
        )
        for user, company in rows
    ]


def _counts(work: Work, vacancy_ids: list[int]) -> _Counts:
    """Per stage its candidates, and those of them who are presented by now."""
    rows = work.rows(
        select(
            Application.stage_id,
            func.count(),
            func.count(case((Application.presented_at <= work.now, 1))),
        )
        .join(Candidate, Candidate.id == Application.candidate_id)
        .where(Application.vacancy_id.in_(vacancy_ids), Candidate.archived_at.is_(None))
        .group_by(Application.stage_id),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _unopened(work: Work, vacancy_ids: list[int]) -> dict[int, int]:
    """Per vacancy, how many candidates this customer has not opened yet."""
    if not work.viewer.is_customer:
        return {}
    opened = select(Opening.application_id).where(Opening.customer_id == work.viewer.user_id)
    rows = work.rows(
        select(Application.vacancy_id, func.count())
        .where(Application.vacancy_id.in_(vacancy_ids), Application.id.not_in(opened))
        .group_by(Application.vacancy_id),
    )
    return defaultdict(int, {row[0]: row[1] for row in rows})


class _Listed(Protocol):
    """The columns of a vacancy in the list, with its company's and its recruiter's names."""

    id: int
    title: str
    city: str
    opened_at: datetime
    closed_as: str
    company: str | None
    recruiter: str


def _row(
    vacancy: _Listed,
    stages: list[StageView],
    numbers: tuple[_Counts, dict[int, int]],
) -> VacancyRow:
    counts, unopened = numbers
    counted = tuple(StageCount(stage, counts.get(stage.id, _NOBODY)[0]) for stage in stages)
    return VacancyRow(
        id=vacancy.id,
        title=vacancy.title,
        company=vacancy.company or "",
        city=vacancy.city,
        recruiter=vacancy.recruiter,
        opened_at=vacancy.opened_at,
        stages=counted,
        considered=sum(
            counts.get(stage.id, _NOBODY)[1]
            for stage in stages
            if stage.seen_by_customers and stage.outcome != "refused"
        ),
        unopened=unopened.get(vacancy.id, 0),
        closed_as=vacancy.closed_as,
    )
