"""Which interviews are near, and which are over and still to be spoken of; each rings once.

That it has rung stands in a record of its own, for the time it was set to: moved to another time
it rings again, and whatever ends the process in between, never twice for the same one.
"""

from datetime import datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import ColumnElement, and_, or_, select

from db.models import Application, Candidate, Interview, InterviewRing, Stage, Vacancy
from services.permissions import Permission, require
from services.work import Work

#: The usual reminder; and the late one, nearer to it, for who was told too late for that.
Lead = Literal["reminder", "late_reminder"]
LEADS: tuple[Lead, ...] = get_args(Lead)
# To staff alone, while nobody considers the candidate: the others' own may follow.
_TO_STAFF: dict[Lead, "Kind"] = {
    "reminder": "reminder_to_staff",
    "late_reminder": "late_reminder_to_staff",
}
Kind = Lead | Literal["reminder_to_staff", "late_reminder_to_staff", "feedback"]
# Of what was over for so long (the server was off) nobody is asked any more.
_ASKED_FOR = timedelta(days=7)


def is_near(work: Work, starts_at: datetime) -> bool:
    """Whether it is time to be reminded of what begins then: soon, and not yet."""
    return work.now < starts_at <= work.now + _before(work, "reminder")


def kind_of(lead: Lead, *, considered: bool) -> Kind:
    """What is written down of it: to staff alone, where nobody considers the candidate."""
    return lead if considered else _TO_STAFF[lead]


def interviews_near(
    work: Work, *, lead: Lead = "reminder", interview_id: int | None = None
) -> list[int]:
    """Interviews of which somebody may still have to be reminded, and it is time; all, or this.

    Where nobody considers the candidate any more, that is staff. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_RING)
    near = and_(
        Interview.state == "scheduled",
        Interview.shown_at <= work.now,
        Interview.starts_at > work.now,
        Interview.starts_at <= work.now + _before(work, lead),
    )
    set_aside = or_(Stage.outcome == "refused", Vacancy.closed_at.is_not(None))
    rung = or_(
        InterviewRing.kind == lead,
        and_(InterviewRing.kind == _TO_STAFF[lead], set_aside),
    )
    return _not_rung(work, rung, near, interview_id)


def interviews_over(work: Work, *, interview_id: int | None = None) -> list[int]:
    """Interviews that are over and took place as far as anybody knows; feedback is due.

    All, or this one if so. As soon as staff say that it was held, else some time after its end.
    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_RING)
    pause = timedelta(minutes=work.settings.interviews.feedback_minutes_after)
    over = and_(
        Interview.ends_at <= work.now,
        Interview.starts_at > work.now - _ASKED_FOR,
        or_(
            Interview.state == "held",
            and_(Interview.state == "scheduled", Interview.ends_at <= work.now - pause),
        ),
    )
    return _not_rung(work, InterviewRing.kind == "feedback", over, interview_id)


def still_asked_about(work: Work, interview: Interview) -> bool:
    """Whether feedback was asked for, and would be today: not long over, nothing of it archived."""
    application = work.one(Application, interview.application_id)
    return (
        _has_rung(work, interview, "feedback")
        and interview.starts_at > work.now - _ASKED_FOR
        and work.one(Candidate, application.candidate_id).archived_at is None
        and work.one(Vacancy, application.vacancy_id).archived_at is None
    )


def rings_once(work: Work, interview: Interview, kind: Kind) -> bool:
    """Write down that it rings now; False where it has rung for this time. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_RING)
    return _ring(work, interview, kind)


def need_no_reminder(work: Work, interview: Interview, *, told_at: datetime) -> None:
    """Whoever is told only then of what is near is not reminded of it the next moment.

    Of what is not so near yet he is, later: nobody is reminded of what begins at once.
    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    for lead in LEADS:
        if interview.starts_at <= told_at + _before(work, lead):
            _ring(work, interview, lead)


def _before(work: Work, lead: Lead) -> timedelta:
    """How long before it rings; nothing where it does not."""
    chosen = work.settings.interviews
    usual, late = chosen.reminder_hours_before, chosen.late_reminder_hours_before
    if lead == "late_reminder":
        return timedelta(hours=late if late < usual else 0)
    return timedelta(hours=usual)


def _ring(work: Work, interview: Interview, kind: Kind) -> bool:
    if _has_rung(work, interview, kind):
        return False
    work.add(
        InterviewRing(
            interview_id=interview.id,
            kind=kind,
            starts_at=interview.starts_at,
            rung_at=work.now,
        )
    )
    return True


def _has_rung(work: Work, interview: Interview, kind: Kind) -> bool:
    """Whether it has for the time it is set to."""
    rung = select(InterviewRing.id).where(
        InterviewRing.interview_id == interview.id,
        InterviewRing.kind == kind,
        InterviewRing.starts_at == interview.starts_at,
    )
    return work.scalars(rung).first() is not None


def _not_rung(
    work: Work,
    rung: ColumnElement[bool],
    wanted: ColumnElement[bool],
    interview_id: int | None,
) -> list[int]:
    rung = and_(
        InterviewRing.interview_id == Interview.id,
        InterviewRing.starts_at == Interview.starts_at,
        rung,
    )
    statement = (
        select(Interview.id)
        .join(Application, Application.id == Interview.application_id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(InterviewRing, rung, isouter=True)
        .where(
            wanted,
            InterviewRing.id.is_(None),
            Candidate.archived_at.is_(None),
            Vacancy.archived_at.is_(None),
        )
        .order_by(Interview.starts_at)
    )
    if interview_id is not None:
        statement = statement.where(Interview.id == interview_id)
    return [int(key) for key in work.scalars(statement)]
