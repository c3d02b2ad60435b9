"""What people are told inside the app: one event, one message per person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from db.keys import new_key
from db.models import (
    Application,
    Candidate,
    Company,
    Notification,
    Stage,
    User,
    Vacancy,
    VacancyCustomer,
)
from services.disclosure import disclosure
from services.errors import NotFound
from services.notes.readers import Reader
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view
from services.work import Work

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class NotificationView:
    """One thing a person was told. `kind` is note, moved, opened or presented."""

    id: int
    kind: str
    actor: str
    actor_company: str
    candidate_id: int
    candidate: str
    application_id: int
    vacancy: str
    stage: StageView | None
    told_at: datetime
    unread: bool


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
    rows = work.rows(
        select(Notification, User.name, Company.name, Candidate, Vacancy.title, Stage)
        .join(Application, Application.id == Notification.application_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(User, User.id == Notification.actor_id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .join(Stage, Stage.id == Notification.stage_id, isouter=True)
        .where(Notification.recipient_id == work.viewer.user_id)
        .order_by(Notification.due_at.desc(), Notification.id.desc())
        .limit(_SHOWN),
    ).all()
    rules = disclosure(work, [row[3].id for row in rows])
    return [
        NotificationView(
            id=notification.id,
            kind=notification.kind,
            actor=actor,
            actor_company=company or "",
            candidate_id=candidate.id,
            candidate=rules.name(candidate),
            application_id=notification.application_id,
            vacancy=vacancy,
            stage=stage_view(stage) if stage else None,
            told_at=notification.due_at,
            unread=notification.read_at is None,
        )
        for notification, actor, company, candidate, vacancy, stage in rows
    ]


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


def tell_recruiter(
    work: Work,
    *,
    kind: str,
    event: str,
    application: Application,
    stage_id: int | None = None,
) -> None:
    """Tell the vacancy's responsible recruiter at once; if blocked, whoever invited the actor."""
    vacancy = work.one(Vacancy, application.vacancy_id)
    recruiter = work.one(User, vacancy.recruiter_id)
    if recruiter.blocked_at is not None:
        actor = work.one(User, work.viewer.user_id)
        recruiter = work.one(User, actor.invited_by_id or recruiter.id)
    _tell(
        work,
        recruiter.id,
        kind,
        event,
        application_id=application.id,
        due_at=work.now,
        stage_id=stage_id,
    )


def tell_customers(
    work: Work,
    *,
    kind: str,
    event: str,
    application: Application,
    due_at: datetime,
    readers: Sequence[Reader] | None = None,
) -> None:
    """Tell the active customers of the application's vacancy (of `readers` only, if given)."""
    for customer in _customers(work, application.vacancy_id):
        named = readers is None or any(
            reader.company_id == customer.company_id
            if reader.company_id is not None
            else reader.customer_id == customer.id
            for reader in readers
        )
        if named and customer.id != work.viewer.user_id:
            _tell(work, customer.id, kind, event, application_id=application.id, due_at=due_at)


def withdraw(work: Work, *, event: str) -> None:
    """Take back what an undone act told, whoever of the staff did it.

    `event` may be its beginning.
    """
    told = select(Notification).where(Notification.event.startswith(event, autoescape=True))
    for notification in work.scalars(told):
        work.wake(notification.recipient_id)
        work.remove(notification)


def wake_customers(work: Work, *, vacancy_id: int) -> None:
    """Have the open tabs of a vacancy's customers look again."""
    for customer in _customers(work, vacancy_id):
        work.wake(customer.id)


def _customers(work: Work, vacancy_id: int) -> list[User]:
    return list(
        work.scalars(
            select(User)
            .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
            .where(
                VacancyCustomer.vacancy_id == vacancy_id,
                VacancyCustomer.untied_at.is_(None),
                User.blocked_at.is_(None),
            ),
        ),
    )


def _tell(
    work: Work,
    recipient_id: int,
    kind: str,
    event: str,
    *,
    application_id: int,
    due_at: datetime,
    stage_id: int | None = None,
) -> None:
    work.add(
        Notification(
            id=new_key(),
            recipient_id=recipient_id,
            event=event,
            kind=kind,
            actor_id=work.viewer.user_id,
            application_id=application_id,
            stage_id=stage_id,
            created_at=work.now,
            due_at=due_at,
        ),
    )
    work.wake(recipient_id, due_at)


def _refuse_foreign(work: Work, notification: Notification) -> None:
    """Staff reach their own acts' notifications to undo them, but read only their own."""
    if notification.recipient_id != work.viewer.user_id:
        raise NotFound(model="Notification")
