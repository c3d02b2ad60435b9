"""Bundles: which events go out together in one letter, and when.

At once means after ten quiet minutes per vacancy, so that ten notes make one letter; daily means
at the person's hour in his zone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from db.models import Notification, NotificationChoice, User
from services.i18n.times import zone_of
from services.notifications.choices import Delivery, chosen_by, delivery_of
from services.viewer import Role
from services.work import Work

# What nobody took out for so long (the server was off) is no news any more.
_NEWS_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Events for one person, to be settled together: as a letter, or as none at all.

    `vacancy_id` where they are all of one vacancy. Vacancies that were `added` have a letter of
    their own, at once, one for all of them.
    """

    recipient_id: int
    delivery: Delivery
    notification_ids: tuple[int, ...]
    vacancy_id: int | None = None
    added: bool = False


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An event that nothing was settled about yet."""

    id: int
    vacancy_id: int | None
    due_at: datetime
    delivery: Delivery
    added: bool


def due_bundles(work: Work) -> list[Bundle]:
    """What is to be settled now. What was read in the app meanwhile needs no letter."""
    rows = work.rows(
        select(
            Notification.id,
            Notification.kind,
            Notification.due_at,
            Notification.vacancy_id,
            User.id.label("recipient_id"),
            User.role,
            User.time_zone,
            User.digest_hour,
        )
        .join(User, User.id == Notification.recipient_id)
        .where(
            Notification.lettered_at.is_(None),
            Notification.read_at.is_(None),
            Notification.due_at <= work.now,
            Notification.due_at > work.now - _NEWS_FOR,
            User.blocked_at.is_(None),
        )
        .order_by(Notification.due_at, Notification.id),
    ).all()
    own = _own_choices(work, {row.recipient_id for row in rows})
    waiting: dict[tuple[int, str, int], list[_Waiting]] = defaultdict(list)
    for row in rows:
        chosen = chosen_by(Role(row.role), own[row.recipient_id])
        delivery = delivery_of(row.kind, chosen)
        added = row.kind == "vacancy_added"
        one = _Waiting(row.id, row.vacancy_id, row.due_at, delivery, added)
        waiting[row.recipient_id, row.time_zone, row.digest_hour].append(one)
    return [
        bundle
        for (recipient_id, zone, hour), events in waiting.items()
        for bundle in _bundles(work, recipient_id, _latest(work.now, zone, hour), events)
    ]


def _own_choices(work: Work, user_ids: set[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    if not user_ids:
        return found
    statement = select(NotificationChoice).where(NotificationChoice.user_id.in_(user_ids))
    for row in work.scalars(statement):
        found[row.user_id].append((row.kind, row.delivery))
    return found


def _latest(now: datetime, zone: str, hour: int) -> datetime:
    """The last time it was this hour where the person is."""
    local = now.astimezone(zone_of(zone))
    moment = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return moment if moment <= local else moment - timedelta(days=1)


def _bundles(
    work: Work, recipient_id: int, digest_due: datetime, events: Sequence[_Waiting]
) -> Iterable[Bundle]:
    off = [event.id for event in events if event.delivery is Delivery.OFF]
    daily = [
        event.id
        for event in events
        if event.delivery is Delivery.DAILY and event.due_at <= digest_due
    ]
    for delivery, ids in ((Delivery.OFF, off), (Delivery.DAILY, daily)):
        if ids:
            yield Bundle(recipient_id, delivery, tuple(ids))
    at_once: dict[tuple[bool, int | None], list[_Waiting]] = defaultdict(list)
    for event in events:
        if event.delivery is Delivery.AT_ONCE:
            at_once[event.added, None if event.added else event.vacancy_id].append(event)
    for (added, _), group in at_once.items():
        if _is_quiet(work, group):
            told = tuple(event.id for event in group)
            vacancies = {event.vacancy_id for event in group}
            of_one = vacancies.pop() if len(vacancies) == 1 else None
            yield Bundle(recipient_id, Delivery.AT_ONCE, told, of_one, added)


def _is_quiet(work: Work, group: Sequence[_Waiting]) -> bool:
    """Whether nothing was added for a while, or the first of them has waited long enough."""
    quiet = timedelta(minutes=work.settings.letters.quiet_minutes)
    longest = timedelta(minutes=work.settings.letters.longest_wait_minutes)
    return group[-1].due_at <= work.now - quiet or group[0].due_at <= work.now - longest
