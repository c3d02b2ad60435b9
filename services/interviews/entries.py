"""The entries of a calendar: of each interview only what its place in a grid or a list says."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import Application, Candidate, Company, Interview, Vacancy
from services.contacts.surnames import Person
from services.disclosure import disclosure
from services.interviews.given import AnswerView, answers_given
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
    answers: tuple[AnswerView, ...] = ()


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
    rows = work.rows(in_stretch(statement, since, until, only)).all()
    rules = disclosure(work, {row[7] for row in rows})
    for_staff = work.viewer.is_staff
    answers = answers_given(work, interviews=[row[0] for row in rows])
    return [
        CalendarEntry(
            id=key,
            candidate=rules.named(candidate_id, Person(first, last)),
            vacancy=vacancy,
            company=company or "",
            slot=Slot(starts_at, ends_at),
            zone=zone,
            kind=kind,
            state=state,
            staff_only=staff_only and for_staff,
            answers=answers.get(key, ()),
        )
        for (
            key,
            starts_at,
            ends_at,
            zone,
            kind,
            state,
            staff_only,
            candidate_id,
            first,
            last,
            vacancy,
            company,
        ) in rows
    ]
