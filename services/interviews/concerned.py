"""Whom an answer to an invitation concerns, and how they are told of it."""

from collections.abc import Mapping

from sqlalchemy import select

from db.models import (
    Application,
    Interview,
    InterviewAnswer,
    InterviewPerson,
    User,
    Vacancy,
)
from services import notifications
from services.notifications.kinds import Kind, answer_event
from services.permissions import Permission, require
from services.vacancies.following import staff_following
from services.viewer import STAFF_ROLES
from services.work import Work

_KINDS: Mapping[str, Kind] = {
    "confirm": "interview_confirmed",
    "another": "interview_another_time",
    "seen": "interview_seen",
    "propose": "interview_proposed",
}


def tell_of_answer(
    work: Work, interview: Interview, application: Application, given: InterviewAnswer
) -> None:
    """Tell the staff who take part, the recruiter and who follows the vacancy, at once.

    Where none of them works here any more, every administrator. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_ANSWER)
    vacancy = work.one(Vacancy, application.vacancy_id)
    for person_id in _staff(work, interview, vacancy):
        notifications.remind(
            work,
            recipient_id=person_id,
            kind=_KINDS[given.answer],
            event=answer_event(given),
            vacancy_id=vacancy.id,
            application_id=application.id,
            # A candidate is none of those who act here: what he says is told of him by itself.
            actor_id=vacancy.recruiter_id if given.person_id is None else given.person_id,
        )


def _staff(work: Work, interview: Interview, vacancy: Vacancy) -> list[int]:
    """Active staff, each once."""
    taking_part = select(InterviewPerson.person_id).where(
        InterviewPerson.interview_id == interview.id, InterviewPerson.left_at.is_(None)
    )
    followers = {one.id for one in work.scalars(staff_following(vacancy.id))}
    wanted = {vacancy.recruiter_id, *work.scalars(taking_part), *followers}
    staff = select(User.id).where(User.role.in_(STAFF_ROLES), User.blocked_at.is_(None))
    found = list(work.scalars(staff.where(User.id.in_(wanted)).order_by(User.id)))
    if not found:
        found = list(work.scalars(staff.where(User.role == "administrator").order_by(User.id)))
    return [int(key) for key in found]
