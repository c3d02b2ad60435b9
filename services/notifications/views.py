"""What a person was told inside the app, and marking it read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import func, select

from db.models import (
    Application,
    Candidate,
    Company,
    Interview,
    InterviewAnswer,
    Notification,
    Reminder,
    Stage,
    User,
    Vacancy,
)
from services.disclosure import disclosure
from services.errors import NotFound
from services.listed import listed
from services.notifications.kinds import Kind, answer_event
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view
from services.work import AnySelect, Work

_SHOWN = 50
Hours = tuple[datetime, datetime]
_WITH_WORDS = frozenset({"interview_another_time", "interview_proposed"})


@dataclass(frozen=True, slots=True)
class NotificationView:
    """One thing a person was told.

    Of a vacancy itself there is neither candidate nor application; a reminder of one's own may have
    no vacancy. `interview_id` is the interview's, where it is about one, and `hours` from when to
    when that takes place now, while the viewer sees it. `text` is what one's own reminder says, or
    which other times somebody asked for.
    """

    id: int
    kind: Kind
    actor: str
    actor_company: str
    candidate_id: int | None
    candidate: str
    application_id: int | None
    vacancy_id: int | None
    vacancy: str
    stage: StageView | None
    told_at: datetime
    unread: bool
    interview_id: int | None = None
    hours: Hours | None = None
    text: str = ""


def unread_count(work: Work) -> int:
    """How many notifications the viewer has not read. Raises NotAllowed."""
    require(work.viewer, Permission.NOTIFICATIONS_READ)
    unread = select(func.count(Notification.id)).where(
        Notification.recipient_id == work.viewer.user_id,
        Notification.read_at.is_(None),
    )
    return int(work.scalar(unread))


def notifications(work: Work) -> list[NotificationView]:
    """The viewer's latest notifications, newest first. Raises NotAllowed."""
    require(work.viewer, Permission.NOTIFICATIONS_READ)
    newest = _told(work).order_by(Notification.due_at.desc(), Notification.id.desc())
    return _views(work, newest.limit(_SHOWN))


def told_in(work: Work, *, letter_id: int) -> list[NotificationView]:
    """What a letter to the viewer tells him, oldest first, as he may read it now.

    What he has read in the app meanwhile is left out. Raises NotAllowed.
    """
    require(work.viewer, Permission.NOTIFICATIONS_READ)
    unread = _told(work).where(Notification.letter_id == letter_id, Notification.read_at.is_(None))
    return _views(work, unread.order_by(Notification.due_at, Notification.id))


def _told(work: Work) -> AnySelect:
    return (
        select(Notification, User.name, Company.name, Vacancy, Stage, Reminder)
        .join(Reminder, Reminder.id == Notification.reminder_id, isouter=True)
        .join(Vacancy, Vacancy.id == Notification.vacancy_id, isouter=True)
        .join(User, User.id == Notification.actor_id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .join(Stage, Stage.id == Notification.stage_id, isouter=True)
        .where(Notification.recipient_id == work.viewer.user_id)
    )


def _views(work: Work, statement: AnySelect) -> list[NotificationView]:
    rows = work.rows(statement).all()
    people = _people(work, [(row[0].application_id, row[5]) for row in rows])
    rules = disclosure(work, [one.id for one in people if one is not None])
    hours = _hours(work, [row[0].event for row in rows])
    words = _words_answered(work, [row[0].event for row in rows if row[0].kind in _WITH_WORDS])
    return [
        NotificationView(
            id=notification.id,
            kind=cast("Kind", notification.kind),
            actor=actor,
            actor_company=company or "",
            candidate_id=candidate.id if candidate else None,
            candidate=rules.name(candidate) if candidate else "",
            application_id=notification.application_id,
            vacancy_id=notification.vacancy_id,
            vacancy=vacancy.title if vacancy else "",
            stage=stage_view(stage) if stage else None,
            told_at=notification.due_at,
            unread=notification.read_at is None,
            interview_id=_interview_in(notification.event),
            hours=hours.get(notification.event),
            text=reminder.text if reminder else words.get(notification.event, ""),
        )
        for (notification, actor, company, vacancy, stage, reminder), candidate in zip(
            rows, people, strict=True
        )
    ]


def _people(
    work: Work, about: Sequence[tuple[int | None, Reminder | None]]
) -> list[Candidate | None]:
    """Whom each is about, by application or reminder, as far as the viewer reaches him.

    Asked for afterwards, by key: joined to what a person was told, all applications and candidates
    of the base would be gone through for fifty of them.
    """
    applied = [key for key, _ in about if key is not None]
    rows = work.rows(
        select(Application.id, Application.candidate_id).where(Application.id.in_(listed(applied)))
    )
    of_application = {row[0]: row[1] for row in rows}
    keys = [
        of_application.get(key) or (reminder.candidate_id if reminder else None)
        for key, reminder in about
    ]
    wanted = sorted({key for key in keys if key is not None})
    found = work.scalars(select(Candidate).where(Candidate.id.in_(listed(wanted))))
    candidates = {one.id: one for one in found}
    return [candidates.get(key) if key is not None else None for key in keys]


def _interview_in(event: str) -> int | None:
    """The key of the interview that an event is about, which stands in its name."""
    about, _, rest = event.partition(":")
    key = rest.partition(":")[0]
    return int(key) if about == "interview" and key.isdecimal() else None


def _interviews_in(events: Sequence[str]) -> list[int]:
    return sorted({key for event in events if (key := _interview_in(event)) is not None})


def _hours(work: Work, events: Sequence[str]) -> dict[str, Hours]:
    """By event, when its interview begins and ends, of those that the viewer sees."""
    about = _interviews_in(events)
    if not about:
        return {}
    slots = select(Interview.id, Interview.starts_at, Interview.ends_at)
    found = {
        row[0]: (row[1], row[2]) for row in work.rows(slots.where(Interview.id.in_(listed(about))))
    }
    told = {event: found.get(_interview_in(event) or 0) for event in events}
    return {event: hours for event, hours in told.items() if hours}


def _words_answered(work: Work, events: Sequence[str]) -> dict[str, str]:
    """By event, the words with which somebody asked for another time."""
    about = _interviews_in(events)
    if not about:
        return {}
    answers = select(InterviewAnswer).where(InterviewAnswer.interview_id.in_(listed(about)))
    return {answer_event(one): one.words for one in work.scalars(answers)}


def mark_read(work: Work, *, notification_id: int | None = None) -> None:
    """Mark one of the viewer's notifications as read, or all of them.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTIFICATIONS_READ)
    if notification_id is not None:
        chosen = work.one(Notification, notification_id)
        _refuse_foreign(work, chosen)
        chosen.read_at = chosen.read_at or work.now
    else:
        unread = select(Notification).where(
            Notification.recipient_id == work.viewer.user_id,
            Notification.read_at.is_(None),
        )
        for notification in work.scalars(unread):
            notification.read_at = work.now
    work.wake(work.viewer.user_id)


def _refuse_foreign(work: Work, notification: Notification) -> None:
    """Staff reach their own acts' notifications to undo them, but read only their own."""
    if notification.recipient_id != work.viewer.user_id:
        raise NotFound(model="Notification")
