"""Telling people: one event, one message per person, taken back with the act."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Notification, User, Vacancy, VacancyCustomer
from services.notes.readers import Reader
from services.notifications.kinds import Kind
from services.vacancies.following import active_customer_of, staff_following
from services.work import Work


def tell_recruiter(
    work: Work,
    *,
    kind: Kind,
    event: str,
    application: Application,
    stage_id: int | None = None,
    due_at: datetime | None = None,
    besides: Collection[int] = (),
) -> None:
    """Tell the vacancy's responsible recruiter and the staff who follow it, each once and at once.

    If the recruiter is blocked, whoever invited the actor is told in his place. With `due_at`,
    they are told then; whoever is one of `besides` is not told.
    """
    vacancy = work.one(Vacancy, application.vacancy_id)
    recruiter = work.one(User, vacancy.recruiter_id)
    if recruiter.blocked_at is not None:
        actor = work.one(User, work.viewer.user_id)
        recruiter = work.one(User, actor.invited_by_id or recruiter.id)
    followers = [one.id for one in work.scalars(staff_following(vacancy.id))]
    for user_id in dict.fromkeys([recruiter.id, *followers]):
        if user_id in besides:
            continue
        _tell(
            work,
            user_id,
            kind,
            event,
            application=application,
            due_at=due_at or work.now,
            stage_id=stage_id,
        )


def tell_staff(
    work: Work,
    *,
    kind: Kind,
    event: str,
    application: Application,
    due_at: datetime,
    staff_ids: Collection[int],
) -> None:
    """Tell these members of staff; nobody is told of what he did himself."""
    for user_id in sorted(set(staff_ids) - {work.viewer.user_id}):
        _tell(work, user_id, kind, event, application=application, due_at=due_at)


def tell_customers(
    work: Work,
    *,
    kind: Kind,
    event: str,
    application: Application,
    due_at: datetime,
    readers: Sequence[Reader] | None = None,
    contacts: Literal["any", "open", "hidden"] = "any",
    besides: Collection[int] = (),
) -> None:
    """Tell the active customers of the application's vacancy (of `readers` only, if given).

    With `contacts` those alone to whom they are open, or hidden; none of `besides`.
    """
    for customer in _customers(work, application.vacancy_id):
        named = readers is None or any(
            reader.company_id == customer.company_id
            if reader.company_id is not None
            else reader.customer_id == customer.id
            for reader in readers
        )
        meant = contacts in {"any", "hidden" if customer.contacts_hidden else "open"}
        if named and meant and customer.id not in {*besides, work.viewer.user_id}:
            _tell(work, customer.id, kind, event, application=application, due_at=due_at)


def tell_of_vacancy(
    work: Work,
    *,
    kind: Kind,
    event: str,
    vacancy_id: int,
    only: int | None = None,
    besides: Collection[int] = (),
) -> None:
    """Tell a vacancy's active customers (or `only` one of them) what became of the vacancy.

    Those in `besides` are not told.
    """
    told = [only] if only is not None else [one.id for one in _customers(work, vacancy_id)]
    for customer_id in told:
        if customer_id not in besides:
            _add(work, customer_id, kind, event, vacancy_id=vacancy_id, due_at=work.now)


def remind(
    work: Work,
    *,
    recipient_id: int,
    kind: Kind,
    event: str,
    vacancy_id: int | None = None,
    application_id: int | None = None,
    reminder_id: int | None = None,
    actor_id: int | None = None,
    by_letter: bool = True,
) -> None:
    """Tell one person what has come by itself, a day for one; an own reminder has no vacancy.

    `actor_id` is in whose name, where the viewer is nobody that people know. Not `by_letter`: one
    has told him before.
    """
    _add(
        work,
        recipient_id,
        kind,
        event,
        vacancy_id=vacancy_id,
        application_id=application_id,
        reminder_id=reminder_id,
        actor_id=actor_id,
        due_at=work.now,
        by_letter=by_letter,
    )


def withdraw_unheard(work: Work, *, event: str) -> set[int]:
    """Take back what nobody has read or got by letter yet; returns whom it need not concern."""
    unheard = work.scalars(
        select(Notification).where(
            Notification.event.startswith(event, autoescape=True),
            Notification.read_at.is_(None),
            Notification.lettered_at.is_(None),
        )
    ).all()
    for notification in unheard:
        work.wake(notification.recipient_id)
        work.remove(notification)
    return {notification.recipient_id for notification in unheard}


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
            .where(active_customer_of(vacancy_id)),
        ),
    )


def _tell(
    work: Work,
    recipient_id: int,
    kind: Kind,
    event: str,
    *,
    application: Application,
    due_at: datetime,
    stage_id: int | None = None,
) -> None:
    _add(
        work,
        recipient_id,
        kind,
        event,
        vacancy_id=application.vacancy_id,
        application_id=application.id,
        due_at=due_at,
        stage_id=stage_id,
    )


def _add(
    work: Work,
    recipient_id: int,
    kind: Kind,
    event: str,
    *,
    vacancy_id: int | None,
    due_at: datetime,
    application_id: int | None = None,
    stage_id: int | None = None,
    reminder_id: int | None = None,
    actor_id: int | None = None,
    by_letter: bool = True,
) -> None:
    work.add(
        Notification(
            id=new_key(),
            recipient_id=recipient_id,
            event=event,
            kind=kind,
            actor_id=actor_id or work.viewer.user_id,
            vacancy_id=vacancy_id,
            application_id=application_id,
            stage_id=stage_id,
            reminder_id=reminder_id,
            created_at=work.now,
            due_at=due_at,
            lettered_at=None if by_letter else work.now,
        ),
    )
    work.wake(recipient_id, due_at)
