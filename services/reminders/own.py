"""One's own reminders on candidates («call on Friday»): nobody else reads them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Candidate, Notification, Reminder
from services import audit
from services.amounts import check_day
from services.checks import check_all, check_text
from services.disclosure import full_name
from services.errors import Invalid, NotFound
from services.folding import tidy_lines
from services.i18n.times import zone_of
from services.permissions import Permission, require
from services.work import Work

_LONGEST, _SHOWN = 500, 50


@dataclass(frozen=True, slots=True)
class ReminderForm:
    """What one wants to be reminded of, and on which day."""

    due_on: date | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReminderView:
    """One's own reminder; `due` once its day has come."""

    id: int
    candidate_id: int
    candidate: str
    application_id: int | None
    text: str
    due_on: date
    due: bool


def add_reminder(
    work: Work, *, candidate_id: int, form: ReminderForm, application_id: int | None = None
) -> int:
    """Have the viewer reminded on that day, where he is. Raises Invalid, NotFound, NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    if application_id is not None:
        application = work.one(Application, application_id)
        if application.candidate_id != candidate_id:
            raise NotFound(model="Application")
    zone = zone_of(work.viewer.time_zone)
    today = work.now.astimezone(zone).date()
    check_all(
        lambda: _check_due(form.due_on, today),
        lambda: check_text("reminder", form.text, _LONGEST),
    )
    due_on = form.due_on or today
    reminder = work.add(
        Reminder(
            id=new_key(),
            owner_id=work.viewer.user_id,
            candidate_id=candidate_id,
            application_id=application_id,
            text=tidy_lines(form.text),
            due_on=due_on,
            due_at=_beginning(due_on, work.viewer.time_zone),
            created_at=work.now,
        )
    )
    audit.record(work, "add", "reminder", reminder.id, candidate_id=candidate_id)
    return reminder.id


def settle_reminder(work: Work, *, reminder_id: int) -> None:
    """It is done, or not wanted any more; what it told counts as read. Raises NotFound, NotAllowed.

    Does nothing the second time.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    reminder = work.one(Reminder, reminder_id)
    if reminder.done_at is not None:
        return
    reminder.done_at = work.now
    told = select(Notification).where(
        Notification.reminder_id == reminder_id,
        Notification.recipient_id == work.viewer.user_id,
        Notification.read_at.is_(None),
    )
    for notification in work.scalars(told):
        notification.read_at = work.now
    audit.record(work, "settle", "reminder", reminder_id)
    work.wake(work.viewer.user_id)


def my_reminders(work: Work, *, candidate_id: int | None = None) -> list[ReminderView]:
    """The viewer's open reminders (on this candidate), the next one first. Raises NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    statement = (
        select(Reminder, Candidate)
        .join(Candidate, Candidate.id == Reminder.candidate_id)
        .where(
            Reminder.owner_id == work.viewer.user_id,
            Reminder.done_at.is_(None),
            Candidate.archived_at.is_(None),
        )
        .order_by(Reminder.due_at, Reminder.id)
        .limit(_SHOWN)
    )
    if candidate_id is not None:
        statement = statement.where(Reminder.candidate_id == candidate_id)
    return [
        ReminderView(
            id=reminder.id,
            candidate_id=candidate.id,
            candidate=full_name(candidate),
            application_id=reminder.application_id,
            text=reminder.text,
            due_on=reminder.due_on,
            due=reminder.due_at <= work.now,
        )
        for reminder, candidate in work.rows(statement)
    ]


def _check_due(due_on: date | None, today: date) -> None:
    if due_on is None:
        raise Invalid(due_on="required")
    check_day("due_on", due_on)
    if due_on < today:
        raise Invalid(due_on="past")


def _beginning(day: date, zone: str) -> datetime:
    """The instant at which the day begins there."""
    return datetime.combine(day, time.min, tzinfo=zone_of(zone)).astimezone(UTC)
