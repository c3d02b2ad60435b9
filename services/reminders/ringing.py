"""Reminders whose day has come ring once: what has rung stands in the row, whatever happens then.

Each in a unit of its own, in the name of whose reminder it is; a second look finds nothing to do.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select

from db.models import Agency, Application, Candidate, Hiring, Reminder, Stage, User, Vacancy
from services.i18n.times import zone_of
from services.installation import Installation
from services.notifications import remind
from services.notifications.kinds import Kind
from services.permissions import Permission, require
from services.vacancies.following import staff_following
from services.viewer import POSTMAN, STAFF_ROLES, Viewer
from services.work import Work, perform, reading


def ring_due(installation: Installation) -> int:
    """Tell everybody of whose reminders the day has come; returns how many rang."""
    with reading(installation, POSTMAN) as work:
        own, hired = reminders_due(work), hirings_due(work)
    rang = 0
    for reminder_id, viewer in own:
        rang += perform(installation, viewer, ring, reminder_id=reminder_id)
    for hiring_id, viewer in hired:
        rang += perform(installation, viewer, ring_for_hired, hiring_id=hiring_id)
    return rang


def reminders_due(work: Work) -> list[tuple[int, Viewer]]:
    """Own reminders that have not rung, with their owners who still work here."""
    rows = work.rows(
        select(Reminder.id, User)
        .join(User, User.id == Reminder.owner_id)
        .where(
            Reminder.due_at <= work.now,
            Reminder.told_at.is_(None),
            Reminder.done_at.is_(None),
            User.blocked_at.is_(None),
        )
        .order_by(Reminder.due_at)
    )
    return [(reminder_id, Viewer.of(user.id, user)) for reminder_id, user in rows]


def hirings_due(work: Work) -> list[tuple[int, Viewer]]:
    """Dates of who was hired that have come and have not rung; in whose name they were set."""
    agency = work.scalars(select(Agency)).one_or_none()
    if agency is None:  # nobody has been hired before the set-up
        return []
    today = _today(agency, work)
    rows = work.rows(
        select(Hiring, User)
        .join(User, User.id == Hiring.set_by_id)
        .where(
            or_(
                (Hiring.starts_on <= today)
                & Hiring.start_told_on.is_distinct_from(Hiring.starts_on),
                (Hiring.guarantee_until <= today)
                & Hiring.guarantee_told_on.is_distinct_from(Hiring.guarantee_until),
            )
        )
    )
    return [(row.id, Viewer.of(user.id, user)) for row, user in rows if _waiting(row, today)]


def ring(work: Work, *, reminder_id: int) -> bool:
    """Tell the viewer of his own reminder, once. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    reminder = work.one(Reminder, reminder_id)
    if reminder.told_at is not None or reminder.done_at is not None or reminder.due_at > work.now:
        return False
    reminder.told_at = work.now
    if work.one(Candidate, reminder.candidate_id).archived_at is not None:
        return False
    vacancy_id = None
    if reminder.application_id is not None:
        vacancy_id = work.one(Application, reminder.application_id).vacancy_id
    remind(
        work,
        recipient_id=reminder.owner_id,
        kind="reminder",
        event=f"reminder:{reminder.id}",
        vacancy_id=vacancy_id,
        application_id=reminder.application_id,
        reminder_id=reminder.id,
    )
    return True


def ring_for_hired(work: Work, *, hiring_id: int) -> bool:
    """Tell the responsible recruiter of a first day or the end of a guarantee, each date once.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    hiring = work.one(Hiring, hiring_id)
    waiting = _waiting(hiring, _today(work.only(Agency), work))
    if not waiting:
        return False
    application = work.one(Application, hiring.application_id)
    # Who is not hired any more has neither a first day nor a guarantee.
    still = work.one(Stage, application.stage_id).outcome == "hired"
    recipient = _whom(work, work.one(Vacancy, application.vacancy_id)) if still else None
    for kind, day in waiting:
        if kind == "starts":
            hiring.start_told_on = day
        else:
            hiring.guarantee_told_on = day
        if recipient is not None:
            remind(
                work,
                recipient_id=recipient,
                kind=kind,
                event=f"{kind}:{hiring.id}:{day.isoformat()}",
                vacancy_id=application.vacancy_id,
                application_id=application.id,
            )
    return recipient is not None


def _waiting(hiring: Hiring, today: date) -> Sequence[tuple[Kind, date]]:
    dates: tuple[tuple[Kind, date | None, date | None], ...] = (
        ("starts", hiring.starts_on, hiring.start_told_on),
        ("guarantee", hiring.guarantee_until, hiring.guarantee_told_on),
    )
    return [
        (kind, day) for kind, day, told in dates if day is not None and day <= today and day != told
    ]


def _today(agency: Agency, work: Work) -> date:
    return work.now.astimezone(zone_of(agency.time_zone)).date()


def _whom(work: Work, vacancy: Vacancy) -> int | None:
    """The responsible recruiter; if blocked, who follows the vacancy, else an administrator."""
    recruiter = work.one(User, vacancy.recruiter_id)
    if recruiter.blocked_at is None:
        return recruiter.id
    for user in work.scalars(staff_following(vacancy.id)):
        return int(user.id)
    administrators = (
        select(User.id)
        .where(User.role.in_(STAFF_ROLES), User.blocked_at.is_(None))
        .order_by(User.role, User.id)
    )
    found: int | None = work.scalars(administrators).first()
    return found
