"""The entries of a calendar: of each interview only what its place in a grid or a list says."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import Application, Candidate, Company, Interview, Vacancy
from services.contacts.surname_forms import Person
from services.disclosure import disclosure
from services.interviews.given import GivenAnswer, signs_given
from services.interviews.slots import Slot
from services.interviews.views import MOST_IN_VIEW, SHOWN_STATES, CalendarFilter, in_stretch
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An interview in a calendar; `staff_only` is told to staff alone.

    `answers`: to staff the candidate's and the customers', to a customer his own.
    """

    id: int
    candidate: str
    vacancy: str
    company: str
    slot: Slot
    zone: str
    kind: str
    state: str
    staff_only: bool
    answers: tuple[GivenAnswer, ...] = ()


def entries(
    work: Work, *, since: datetime, until: datetime, only: CalendarFilter | None = None
) -> list[CalendarEntry]:
    """The interviews of a stretch of time, the first to begin first; 2,000 at most.

    Those of archived vacancies and candidates are left out. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    # columns instead of rows: a month of a busy agency is read at every click in it
    statement = (
        select(
            Interview.id,
            Interview.starts_at,
            Interview.ends_at,
            Interview.zone,
            Interview.kind,
            Interview.location,
            Interview.state,
            Interview.staff_only,
            Candidate.id,
            Candidate.first_name,
            Candidate.last_name,
            Vacancy.title,
            Company.name,
        )
        .join(Application, Application.id == Interview.application_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .where(Interview.state.in_(SHOWN_STATES))
        .order_by(Interview.starts_at, Interview.id)
        .limit(MOST_IN_VIEW)
    )
    rows = work.rows(in_stretch(work, statement, since, until, only)).all()
    people = {row[8]: Person(row[9], row[10]) for row in rows}
    rules = disclosure(work, people)
    names = {key: rules.named(key, person) for key, person in people.items()}
    slots = {row[0]: Slot(row[1], row[2]) for row in rows}
    answers = signs_given(work, about={row[0]: (slots[row[0]], row[4], row[5]) for row in rows})
    for_staff = work.viewer.is_staff
    return [
        CalendarEntry(
            id=key,
            candidate=names[candidate_id],
            vacancy=vacancy,
            company=company or "",
            slot=slots[key],
            zone=zone,
            kind=kind,
            state=state,
            staff_only=staff_only and for_staff,
            answers=answers.get(key, ()),
        )
        for (
            key,
            _,
            _,
            zone,
            kind,
            _,
            state,
            staff_only,
            candidate_id,
            _,
            _,
            vacancy,
            company,
        ) in rows
    ]
