"""Before an interview everybody is reminded of it; after it those who took part are asked.

By itself, once a minute (`pages/endpoints/letters.py`). What is told inside the app stands in the
same unit of work as the record that it was; letters are written when they leave, so one about what
was moved or called off meanwhile says what holds, or does not leave.
"""

from contextlib import suppress
from typing import Literal

from sqlalchemy import select

from db.keys import new_key
from db.models import (
    Application,
    Candidate,
    Interview,
    InterviewPerson,
    InterviewRing,
    Letter,
    Notification,
    Stage,
    User,
    Vacancy,
    VacancyCustomer,
)
from services import notifications
from services.disclosure import full_name
from services.errors import Duplicate
from services.installation import Installation
from services.interviews.forms import is_shown
from services.interviews.rings import (
    LEADS,
    Lead,
    interviews_near,
    interviews_over,
    kind_of,
    rings_once,
    still_asked_about,
)
from services.interviews.told import NOT_OUT, candidate_was_told, newest_to_candidate, who_answers
from services.mail.outbox import LetterKind, queue_unwritten
from services.notifications.choices import reminded_by_letter
from services.notifications.kinds import Kind as News
from services.permissions import Permission, require
from services.vacancies.following import active_customer_of
from services.viewer import STAFF_ROLES, USHER, Role
from services.work import Work, perform, reading

Said = Literal["reminder", "feedback"]
_TOLD_AS: dict[Said, News] = {
    "reminder": "interview_reminder",
    "feedback": "interview_feedback",
}


def ring_for_interviews(installation: Installation) -> int:
    """Remind of what is near, ask about what is over; returns of how many interviews."""
    with reading(installation, USHER) as work:
        near = [(lead, key) for lead in LEADS for key in interviews_near(work, lead=lead)]
        over = interviews_over(work)
    rang = 0
    for lead, interview_id in near:
        with suppress(Duplicate):  # another process was quicker
            rang += perform(installation, USHER, remind_of, interview_id=interview_id, lead=lead)
    for interview_id in over:
        with suppress(Duplicate):
            rang += perform(installation, USHER, ask_for_feedback, interview_id=interview_id)
    return rang


def remind_of(work: Work, *, interview_id: int, lead: Lead = "reminder") -> bool:
    """Remind everybody of an interview that is near, once; tells whether anybody was.

    The late reminder is for who was not reminded of this time yet, being told too late for it.
    Once the candidate is refused or the vacancy closed, staff alone: it is theirs to cancel it.
    The others are, should he be considered again. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_RING)
    if not interviews_near(work, lead=lead, interview_id=interview_id):
        return False
    interview = work.one(Interview, interview_id)
    application = work.one(Application, interview.application_id)
    stands = _is_considered(work, application)
    if not rings_once(work, interview, kind_of(lead, considered=stands)):
        return False
    known = _reminded(work, interview)
    told = [
        person
        for person in _people(work, interview, application, only_taking_part=False)
        if person.id not in known and (stands or person.role in STAFF_ROLES)
    ]
    by_letter = reminded_by_letter(work, people=[person.id for person in told])
    for person in told:
        _tell(work, interview, application, person, "reminder")
        if person.id in by_letter:
            queue_unwritten(
                work,
                kind=LetterKind.INTERVIEW_REMINDER,
                recipient=person,
                vacancy_id=None,
                interview_id=interview_id,
            )
    _write_down(work, interview, told)
    return (stands and _remind_candidate(work, interview, application)) or bool(told)


def ask_for_feedback(work: Work, *, interview_id: int) -> bool:
    """Ask whoever took part what came of it, once, and never before its end.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_RING)
    if not interviews_over(work, interview_id=interview_id):
        return False
    interview = work.one(Interview, interview_id)
    if not rings_once(work, interview, "feedback"):
        return False
    _ask(work, interview)
    return True


def remember_asked(work: Work, interview: Interview) -> None:
    """Write down whom a letter that has left asked, before the request is taken back.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    by_letter = (
        select(Notification.recipient_id)
        .join(Letter, Letter.id == Notification.letter_id)
        .where(
            Notification.event.startswith(f"interview:{interview.id}:feedback:", autoescape=True),
            Letter.state.not_in(NOT_OUT),
        )
    )
    asked = select(InterviewPerson).where(
        InterviewPerson.interview_id == interview.id,
        InterviewPerson.person_id.in_(list(work.scalars(by_letter))),
    )
    for one in work.scalars(asked):
        one.asked_at = work.now


def ask_again(work: Work, interview: Interview) -> None:
    """It was held after all: what was asked was taken back when nobody was said to have come.

    Whom a letter has asked, no second one does. Of what was not asked about yet, it is the bell's
    to ask. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    if still_asked_about(work, interview):
        _ask(work, interview)


def _ask(work: Work, interview: Interview) -> None:
    application = work.one(Application, interview.application_id)
    by_letter = select(InterviewPerson.person_id).where(
        InterviewPerson.interview_id == interview.id, InterviewPerson.asked_at.is_not(None)
    )
    asked = set(work.scalars(by_letter))
    for person in _people(work, interview, application, only_taking_part=True):
        _tell(work, interview, application, person, "feedback", by_letter=person.id not in asked)


def _people(
    work: Work, interview: Interview, application: Application, *, only_taking_part: bool
) -> list[User]:
    """Staff, and customers who see it, whom the interview concerns."""
    concerned = select(InterviewPerson.person_id).where(
        InterviewPerson.interview_id == interview.id, InterviewPerson.left_at.is_(None)
    )
    if only_taking_part:
        concerned = concerned.where(InterviewPerson.takes_part)
    active = select(User).where(User.id.in_(concerned), User.blocked_at.is_(None))
    found = list(work.scalars(active.where(User.role.in_(STAFF_ROLES)).order_by(User.id)))
    if not interview.staff_only and is_shown(work, application):
        tied = (
            select(User)
            .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
            .where(
                active_customer_of(application.vacancy_id),
                User.role == Role.CUSTOMER,
                User.id.in_(concerned),
            )
        )
        found += work.scalars(tied.order_by(User.id))
    return found


def _reminded(work: Work, interview: Interview) -> set[int]:
    """Who was reminded of the time it is set to."""
    known = select(InterviewPerson.person_id).where(
        InterviewPerson.interview_id == interview.id,
        InterviewPerson.reminded_of == interview.starts_at,
    )
    return set(work.scalars(known))


def _write_down(work: Work, interview: Interview, told: list[User]) -> None:
    theirs = select(InterviewPerson).where(
        InterviewPerson.interview_id == interview.id,
        InterviewPerson.person_id.in_([person.id for person in told]),
    )
    for one in work.scalars(theirs):
        one.reminded_of = interview.starts_at


def _is_considered(work: Work, application: Application) -> bool:
    refused = work.one(Stage, application.stage_id).outcome == "refused"
    return not refused and work.one(Vacancy, application.vacancy_id).closed_at is None


def _tell(
    work: Work,
    interview: Interview,
    application: Application,
    person: User,
    kind: Said,
    *,
    by_letter: bool = True,
) -> None:
    begins = int(interview.starts_at.timestamp())
    notifications.remind(
        work,
        recipient_id=person.id,
        kind=_TOLD_AS[kind],
        event=f"interview:{interview.id}:{kind}:{begins}",
        vacancy_id=application.vacancy_id,
        application_id=application.id,
        actor_id=work.one(Vacancy, application.vacancy_id).recruiter_id,
        by_letter=by_letter,
    )


def _remind_candidate(work: Work, interview: Interview, application: Application) -> bool:
    """Whoever was invited is reminded, in his language or else the one he was invited in.

    False for nobody else.
    """
    told, invited = candidate_was_told(work, interview.id), newest_to_candidate(work, interview.id)
    if told is None or told.called_off or invited is None or _was_reminded(work, interview):
        return False
    candidate = work.one(Candidate, application.candidate_id)
    vacancy = work.one(Vacancy, application.vacancy_id)
    work.add(
        Letter(
            id=new_key(),
            kind=LetterKind.INTERVIEW_REMINDER,
            candidate_id=candidate.id,
            interview_id=interview.id,
            vacancy_id=application.vacancy_id,
            to_name=full_name(candidate),
            to_email=invited.to_email,
            language=candidate.letter_language or invited.language,
            subject="",
            text="",
            html="",
            state="queued",
            created_at=work.now,
            created_by_id=who_answers(work, letter=invited, vacancy=vacancy),
            send_after=work.now,
        )
    )
    return True


def _was_reminded(work: Work, interview: Interview) -> bool:
    """Whether the candidate was of the time it is set to: a letter to him was made as it rang."""
    rung = select(InterviewRing.rung_at).where(
        InterviewRing.interview_id == interview.id, InterviewRing.starts_at == interview.starts_at
    )
    reminders = select(Letter.id).where(
        Letter.interview_id == interview.id,
        Letter.kind == LetterKind.INTERVIEW_REMINDER,
        Letter.candidate_id.is_not(None),
        Letter.created_at.in_(rung),
    )
    return work.scalars(reminders).first() is not None
