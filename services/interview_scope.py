"""Rules of the scope for interviews. Like those of `scope.py`, whose tables name them."""

from sqlalchemy import ColumnElement, Select, and_, or_, select

from db.models import (
    Application,
    Candidate,
    CandidateContact,
    Interview,
    InterviewAnswer,
    InterviewPerson,
    Letter,
    NotificationChoice,
    User,
)
from services.listed import listed
from services.reach import Reach
from services.viewer import STAFF_ROLES

# Rules speak of plain tables: a rule inside a rule must not be scoped a second time.
_application = Application.__table__.c
_interview = Interview.__table__.c
_letter = Letter.__table__.c
_user = User.__table__.c


def customer_interview(reach: Reach) -> ColumnElement[bool]:
    """Interviews of the applications he sees, but for those that are staff's alone."""
    return and_(
        Interview.application_id.in_(listed(reach.application_ids)),
        Interview.staff_only.is_(False),
        Interview.shown_at <= reach.now,
        Interview.state != "undone",
    )


def customer_interview_person(reach: Reach) -> ColumnElement[bool]:
    """Who takes part in them, of staff and of his own side: never who of another company."""
    known = or_(_user.id == reach.viewer.user_id, _user.role.in_(STAFF_ROLES))
    if reach.viewer.company_id is not None:
        known = or_(known, _user.company_id == reach.viewer.company_id)
    return and_(
        InterviewPerson.interview_id.in_(select(_interview.id).where(_shown(reach))),
        InterviewPerson.person_id.in_(select(_user.id).where(known)),
    )


def customer_interview_answer(reach: Reach) -> ColumnElement[bool]:
    """What he himself answered: never the candidate's words, nor a colleague's."""
    return and_(
        InterviewAnswer.person_id == reach.viewer.user_id,
        InterviewAnswer.interview_id.in_(select(_interview.id).where(_shown(reach))),
    )


def postman_candidate(_reach: Reach) -> ColumnElement[bool]:
    """Candidates to whom a letter is written: whether it may still leave."""
    return Candidate.id.in_(select(_letter.candidate_id))


def usher_candidate(_reach: Reach) -> ColumnElement[bool]:
    """Candidates who have an interview."""
    return Candidate.id.in_(_invited())


def usher_contact(_reach: Reach) -> ColumnElement[bool]:
    """Their e-mails: from a letter to another one nobody answers any more."""
    return and_(CandidateContact.kind == "email", CandidateContact.candidate_id.in_(_invited()))


def usher_letter(_reach: Reach) -> ColumnElement[bool]:
    """Letters about interviews: what candidates and everybody's calendars were told of them."""
    return Letter.interview_id.is_not(None)


def usher_choice(_reach: Reach) -> ColumnElement[bool]:
    """Who wants reminders of interviews by letter."""
    return NotificationChoice.kind == "interview_reminder"


def _invited() -> Select[int]:
    """The keys of candidates who have an interview."""
    having_one = select(_interview.application_id)
    return select(_application.candidate_id).where(_application.id.in_(having_one))


def _shown(reach: Reach) -> ColumnElement[bool]:
    return and_(
        _interview.application_id.in_(listed(reach.application_ids)),
        _interview.staff_only.is_(False),
        _interview.shown_at <= reach.now,
        _interview.state != "undone",
    )
