"""Telling of an interview: inside the app at once, by letters of its own."""

from datetime import datetime
from typing import Literal

from sqlalchemy import select

from db.models import Application, Interview, InterviewPerson, User, Vacancy
from services import notifications
from services.interviews.copies import queue_copies, take_copies_back
from services.interviews.forms import is_shown
from services.interviews.invitation import tell_candidate
from services.notifications.kinds import Kind
from services.permissions import Permission, require
from services.viewer import STAFF_ROLES
from services.work import Work
from services.writing.letters import CandidateLetter


def tell_of_interview(
    work: Work,
    interview: Interview,
    kind: Kind | Literal[""],
    *,
    letter: CandidateLetter | None = None,
    at: datetime,
) -> None:
    """Tell everybody whom it concerns, from then on.

    `kind` is what is told inside the app: interview, interview_moved, interview_called_off; "" for
    nothing, where only who is written to may have changed. Raises Invalid for a letter that cannot
    be written, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    work.flush()
    tell_candidate(work, interview, letter, send_after=at)
    queue_copies(work, interview, send_after=at)
    if kind:
        _tell_inside(work, interview, kind, at)


def _tell_inside(work: Work, interview: Interview, kind: Kind, at: datetime) -> None:
    """Staff who take part, the recruiter, and the customers who see it."""
    application = work.one(Application, interview.application_id)
    event = f"{_events(interview)}{interview.sequence}:{kind}"
    recruiter_id = work.one(Vacancy, application.vacancy_id).recruiter_id
    notifications.tell_staff(
        work,
        kind=kind,
        event=event,
        application=application,
        due_at=at,
        staff_ids=_colleagues(work, interview.id) | {recruiter_id},
    )
    if not interview.staff_only and is_shown(work, application):
        notifications.tell_customers(
            work, kind=kind, event=event, application=application, due_at=at
        )


def tell_nobody(work: Work, interview: Interview) -> None:
    """It was taken back before anybody was told. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    take_copies_back(work, interview)
    notifications.withdraw(work, event=_events(interview))


def take_move_back(work: Work, interview: Interview) -> None:
    """That it was rescheduled last is told to nobody. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    take_copies_back(work, interview)
    event = f"{_events(interview)}{interview.sequence}:interview_moved"
    notifications.withdraw(work, event=event)


def take_rings_back(work: Work, interview: Interview) -> None:
    """What was said of a time that holds no more: reminders of it, requests for feedback.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    for kind in ("reminder", "feedback"):
        notifications.withdraw(work, event=f"{_events(interview)}{kind}:")


def _events(interview: Interview) -> str:
    """What all events about it begin with."""
    return f"interview:{interview.id}:"


def _colleagues(work: Work, interview_id: int) -> set[int]:
    asked = (
        select(InterviewPerson.person_id)
        .join(User, User.id == InterviewPerson.person_id)
        .where(InterviewPerson.interview_id == interview_id, User.role.in_(STAFF_ROLES))
    )
    return {int(person) for person in work.scalars(asked)}
