"""Interviews as their viewer sees them: of an application, and of a stretch of the calendar."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, or_, select

from db.models import (
    Application,
    Candidate,
    Company,
    Interview,
    InterviewPerson,
    Stage,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.disclosure import disclosure
from services.errors import NotFound
from services.interviews.given import AnswerView, answers_given
from services.interviews.slots import Slot
from services.permissions import Permission, require
from services.viewer import Role
from services.work import AnySelect, Work

SHOWN_STATES = ("scheduled", "cancelled", "held", "no_show")
MOST_IN_VIEW = 2_000


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody who takes part, or who gets a copy of what is told of it."""

    id: int
    name: str
    is_customer: bool
    takes_part: bool
    copy: bool


@dataclass(frozen=True, slots=True)
class InterviewView:
    """An interview; `comment`, `staff_only` and copies are told to staff alone.

    `answers`: to staff the candidate's and the customers', to a customer his own.
    """

    id: int
    application_id: int
    candidate_id: int
    candidate: str
    vacancy_id: int
    vacancy: str
    company: str
    recruiter_id: int
    slot: Slot
    zone: str
    kind: str
    location: str
    state: str
    people: tuple[PersonView, ...]
    comment: str
    staff_only: bool
    sequence: int
    moved_sequence: int
    version: int
    answers: tuple[AnswerView, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """Which interviews of a calendar: of these vacancies, recruiters, companies, states.

    `mine`: for staff, where the viewer takes part or whose vacancy is his.
    """

    vacancies: frozenset[int] = field(default_factory=frozenset)
    recruiters: frozenset[int] = field(default_factory=frozenset)
    companies: frozenset[int] = field(default_factory=frozenset)
    states: frozenset[str] = field(default_factory=frozenset)
    mine: bool = False


def interview(work: Work, *, interview_id: int) -> InterviewView:
    """One interview. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    work.one(Interview, interview_id)
    return _views(work, _joined().where(Interview.id == interview_id))[0]


def of_application(work: Work, *, application_id: int) -> list[InterviewView]:
    """The application's interviews, the first to begin first. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    work.one(Application, application_id)
    return _views(work, _joined().where(Interview.application_id == application_id))


def calendar(
    work: Work, *, since: datetime, until: datetime, only: CalendarFilter | None = None
) -> list[InterviewView]:
    """The interviews of a stretch of time, the first to begin first; 2,000 at most.

    Those of archived vacancies and candidates are left out. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    statement = in_stretch(work, _joined(), since, until, only)
    return _views(work, statement.limit(MOST_IN_VIEW))


def own_calendar(work: Work, *, since: datetime, until: datetime) -> list[InterviewView]:
    """Like `calendar`: for staff, where they take part or whose vacancy is theirs.

    Of more than 2,000 the earliest are left out, what is ahead never before them.
    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    statement = in_stretch(work, _joined(), since, until, CalendarFilter(mine=True))
    latest = statement.order_by(None).order_by(Interview.starts_at.desc(), Interview.id.desc())
    return _views(work, latest.limit(MOST_IN_VIEW))[::-1]


def in_stretch(
    work: Work,
    statement: AnySelect,
    since: datetime,
    until: datetime,
    only: CalendarFilter | None,
) -> AnySelect:
    """For statements that join vacancy and candidate: what a calendar shows of a stretch."""
    chosen = only or CalendarFilter()
    statement = statement.where(
        Interview.starts_at < until,
        Interview.ends_at > since,
        Vacancy.archived_at.is_(None),
        Candidate.archived_at.is_(None),
    )
    if chosen.vacancies:
        statement = statement.where(Vacancy.id.in_(chosen.vacancies))
    if chosen.recruiters:
        statement = statement.where(Vacancy.recruiter_id.in_(chosen.recruiters))
    if chosen.companies:
        statement = statement.where(Vacancy.company_id.in_(chosen.companies))
    if chosen.states:
        statement = statement.where(Interview.state.in_(chosen.states))
    if chosen.mine and work.viewer.is_staff:
        his = Vacancy.recruiter_id == work.viewer.user_id
        statement = statement.where(or_(his, Interview.id.in_(_taking_part_in(work))))
    return statement


def next_interviews(work: Work, *, most: int = 5) -> list[InterviewView]:
    """What is ahead, the first to begin first; for a member of staff, where he takes part.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    statement = _joined().where(
        Interview.state == "scheduled",
        Interview.ends_at > work.now,
        Vacancy.archived_at.is_(None),
        Candidate.archived_at.is_(None),
    )
    if work.viewer.is_staff:
        statement = statement.where(Interview.id.in_(_taking_part_in(work)))
    return _views(work, statement.limit(most))


def ahead_in_vacancy(work: Work, *, vacancy_id: int) -> list[InterviewView]:
    """What is ahead in a vacancy, the first to begin first. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    work.one(Vacancy, vacancy_id)
    statement = _joined().where(
        Vacancy.id == vacancy_id,
        Interview.state == "scheduled",
        Interview.ends_at > work.now,
        Candidate.archived_at.is_(None),
    )
    return _views(work, statement.limit(MOST_IN_VIEW))


def next_of_customer(work: Work, *, customer_id: int, most: int = 5) -> list[InterviewView]:
    """What is ahead among the interviews that this customer sees, the first to begin first.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    if work.one(User, customer_id).role != Role.CUSTOMER:
        raise NotFound(model="User")
    seen = (
        select(Application.id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(VacancyCustomer, VacancyCustomer.vacancy_id == Application.vacancy_id)
        .where(
            VacancyCustomer.customer_id == customer_id,
            VacancyCustomer.untied_at.is_(None),
            Application.presented_at <= work.now,
            Stage.seen_by_customers,
        )
    )
    statement = _joined().where(
        Interview.application_id.in_(seen),
        Interview.staff_only.is_(False),
        Interview.shown_at <= work.now,
        Interview.state == "scheduled",
        Interview.ends_at > work.now,
        Vacancy.archived_at.is_(None),
        Candidate.archived_at.is_(None),
    )
    return _views(work, statement.limit(most))


def _taking_part_in(work: Work) -> AnySelect:
    """The keys of interviews in which the viewer takes part."""
    return select(InterviewPerson.interview_id).where(
        InterviewPerson.person_id == work.viewer.user_id,
        InterviewPerson.takes_part,
        InterviewPerson.left_at.is_(None),
    )


def _joined() -> AnySelect:
    return (
        select(Interview, Candidate, Vacancy, Company.name)
        .join(Application, Application.id == Interview.application_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .where(Interview.state.in_(SHOWN_STATES))
        .order_by(Interview.starts_at, Interview.id)
    )


def _views(work: Work, statement: AnySelect) -> list[InterviewView]:
    rows = work.rows(statement).all()
    people = _people(work, [row.id for row, *_ in rows])
    rules = disclosure(work, {candidate.id for _, candidate, *_ in rows})
    answers = answers_given(work, interviews=[row.id for row, *_ in rows])
    for_staff = work.viewer.is_staff
    return [
        InterviewView(
            id=row.id,
            application_id=row.application_id,
            candidate_id=candidate.id,
            candidate=rules.name(candidate),
            vacancy_id=vacancy.id,
            vacancy=vacancy.title,
            company=company or "",
            recruiter_id=vacancy.recruiter_id,
            slot=Slot(row.starts_at, row.ends_at),
            zone=row.zone,
            kind=row.kind,
            location=rules.place(candidate.id, row.kind, row.location),
            state=row.state,
            people=tuple(people[row.id]),
            comment=row.comment if for_staff else "",
            staff_only=row.staff_only if for_staff else False,
            sequence=row.sequence,
            moved_sequence=row.moved_sequence,
            version=row.version,
            answers=answers.get(row.id, ()),
        )
        for row, candidate, vacancy, company in rows
    ]


def _people(work: Work, interview_ids: Collection[int]) -> dict[int, list[PersonView]]:
    """By interview, who takes part (for staff also who gets a copy), by name."""
    found: dict[int, list[PersonView]] = defaultdict(list)
    if not interview_ids:
        return found
    statement = (
        select(InterviewPerson, User)
        .join(User, User.id == InterviewPerson.person_id)
        .where(InterviewPerson.interview_id.in_(interview_ids), InterviewPerson.left_at.is_(None))
        .order_by(func.lower(User.name), User.id)
    )
    if not work.viewer.is_staff:
        statement = statement.where(InterviewPerson.takes_part)
    for one, user in work.rows(statement):
        found[one.interview_id].append(
            PersonView(
                id=user.id,
                name=user.name,
                is_customer=user.role == Role.CUSTOMER,
                takes_part=one.takes_part,
                copy=one.copy if work.viewer.is_staff else False,
            )
        )
    return found
