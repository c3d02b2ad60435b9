"""What blocking a customer would end, read before it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from db.models import (
    AccessLink,
    Application,
    Candidate,
    Interview,
    InterviewPerson,
    Letter,
    SignInSession,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.disclosure import full_name
from services.errors import NotFound
from services.permissions import Permission, require
from services.vacancies.following import follows_open_vacancy
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class ComingInterview:
    """An interview that he was to come to."""

    candidate: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class BlockPreview:
    """How many sessions, links and letters die; which open vacancies lose their only customer.

    `interviews` that are to come have him among those who take part; they stay.
    """

    sessions: int
    links: int
    letters: int
    left_alone: tuple[str, ...]
    interviews: tuple[ComingInterview, ...] = ()


def block_preview(work: Work, *, customer_id: int) -> BlockPreview:
    """What would come of blocking him. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    if work.one(User, customer_id).role != Role.CUSTOMER:
        raise NotFound(model="User")
    sessions = select(func.count(SignInSession.id)).where(
        SignInSession.user_id == customer_id,
        SignInSession.ended_at.is_(None),
        SignInSession.expires_at > work.now,
    )
    links = select(func.count(AccessLink.id)).where(
        AccessLink.user_id == customer_id,
        AccessLink.used_at.is_(None),
        AccessLink.expires_at > work.now,
    )
    letters = select(func.count(Letter.id)).where(
        Letter.recipient_id == customer_id, Letter.state == "queued"
    )
    return BlockPreview(
        sessions=int(work.scalar(sessions)),
        links=int(work.scalar(links)),
        letters=int(work.scalar(letters)),
        left_alone=tuple(_left_alone(work, customer_id)),
        interviews=tuple(_coming(work, customer_id)),
    )


def _coming(work: Work, customer_id: int) -> Iterator[ComingInterview]:
    rows = work.rows(
        select(Candidate, Interview.starts_at)
        .join(Application, Application.candidate_id == Candidate.id)
        .join(Interview, Interview.application_id == Application.id)
        .join(InterviewPerson, InterviewPerson.interview_id == Interview.id)
        .where(
            InterviewPerson.person_id == customer_id,
            InterviewPerson.takes_part,
            InterviewPerson.left_at.is_(None),
            Interview.state == "scheduled",
            Interview.starts_at > work.now,
        )
        .order_by(Interview.starts_at, Interview.id)
    )
    for candidate, starts_at in rows:
        yield ComingInterview(full_name(candidate), starts_at)


def _left_alone(work: Work, customer_id: int) -> list[str]:
    """The open vacancies that no other active customer follows, by title."""
    followed_by_others = (
        select(VacancyCustomer.vacancy_id)
        .join(User, User.id == VacancyCustomer.customer_id)
        .where(
            VacancyCustomer.untied_at.is_(None),
            VacancyCustomer.customer_id != customer_id,
            User.blocked_at.is_(None),
        )
    )
    return list(
        work.scalars(
            select(Vacancy.title)
            .join(VacancyCustomer, VacancyCustomer.vacancy_id == Vacancy.id)
            .where(follows_open_vacancy(customer_id), Vacancy.id.not_in(followed_by_others))
            .order_by(func.lower(Vacancy.title), Vacancy.id),
        )
    )
