"""How a person wants to be told by letter: at once, once a day, or not at all."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from db.keys import new_key
from db.models import NotificationChoice, User
from services import audit
from services.errors import Invalid
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work

HOURS = range(24)


class Delivery(StrEnum):
    """When an event reaches a person by letter."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    OFF = "off"


_OF_STAFF = {
    "note": Delivery.AT_ONCE,
    "mentioned": Delivery.AT_ONCE,
    "corrected": Delivery.AT_ONCE,
    "moved": Delivery.AT_ONCE,
    "opened": Delivery.AT_ONCE,
    "downloaded": Delivery.AT_ONCE,
    "interview_answer": Delivery.AT_ONCE,
    "interview_reminder": Delivery.AT_ONCE,
    "interview_feedback": Delivery.AT_ONCE,
    "reminder": Delivery.DAILY,
}
_OF_CUSTOMERS = {
    "presented": Delivery.AT_ONCE,
    "answered": Delivery.AT_ONCE,
    "note": Delivery.DAILY,
    "vacancy_added": Delivery.AT_ONCE,
    "vacancy": Delivery.DAILY,
    "interview_reminder": Delivery.AT_ONCE,
    "interview_feedback": Delivery.AT_ONCE,
}
# What becomes of a vacancy that one has is chosen as one.
_CHOSEN_AS = {
    "vacancy_closed": "vacancy",
    "vacancy_reopened": "vacancy",
    "starts": "reminder",
    "guarantee": "reminder",
    "downloaded_version": "downloaded",
    "downloaded_attachment": "downloaded",
    "attachment": "note",
    "interview_confirmed": "interview_answer",
    "interview_another_time": "interview_answer",
    "interview_seen": "interview_answer",
    "interview_proposed": "interview_answer",
}
# What waits for no letter of the day, nor for others: it has a letter of its own, or none.
_OF_ITS_OWN = frozenset({"interview_reminder"})
_DEFAULTS = {
    Role.ADMINISTRATOR: _OF_STAFF,
    Role.RECRUITER: _OF_STAFF,
    Role.CUSTOMER: _OF_CUSTOMERS,
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose, by kind of event, and the hour of his daily letter in his zone."""

    deliveries: Mapping[str, Delivery]
    hour: int


def chosen_by(role: Role, own: Iterable[tuple[str, str]]) -> dict[str, Delivery]:
    """How each kind of event that people of this role are told goes out to one of them.

    `own` are his own choices: kind and delivery.
    """
    defaults = _DEFAULTS[role]
    return defaults | {kind: Delivery(delivery) for kind, delivery in own if kind in defaults}


def ways_of(kind: str) -> tuple[Delivery, ...]:
    """How one may choose to be told of this kind."""
    return (Delivery.AT_ONCE, Delivery.OFF) if kind in _OF_ITS_OWN else tuple(Delivery)


def delivery_of(kind: str, chosen: Mapping[str, Delivery]) -> Delivery:
    """How an event of this kind goes out in a letter of news; not at all if none fits."""
    if kind in _OF_ITS_OWN:
        return Delivery.OFF
    return chosen.get(_CHOSEN_AS.get(kind, kind), Delivery.OFF)


def choices(work: Work) -> Choices:
    """The viewer's own choices. Raises NotAllowed."""
    require(work.viewer, Permission.NOTIFICATIONS_READ)
    user = work.one(User, work.viewer.user_id)
    own = [(row.kind, row.delivery) for row in _own(work)]
    return Choices(chosen_by(work.viewer.role, own), user.digest_hour)


def choose(work: Work, *, deliveries: Mapping[str, Delivery], hour: int) -> None:
    """Change the viewer's own choices; kinds not named stay as they are.

    Raises Invalid, NotAllowed.
    """
    require(work.viewer, Permission.NOTIFICATIONS_READ)
    known = chosen_by(work.viewer.role, ())
    if not all(kind in known and how in ways_of(kind) for kind, how in deliveries.items()):
        raise Invalid(deliveries="unknown")
    if hour not in HOURS:
        raise Invalid(hour="unknown")
    rows = {row.kind: row for row in _own(work)}
    for kind, delivery in deliveries.items():
        row = rows.get(kind) or work.add(
            NotificationChoice(id=new_key(), user_id=work.viewer.user_id, kind=kind)
        )
        row.delivery = Delivery(delivery)
    work.one(User, work.viewer.user_id).digest_hour = hour
    audit.record(work, "edit", "notification_choices", work.viewer.user_id)


def reminded_by_letter(work: Work, *, people: Collection[int]) -> set[int]:
    """Who of them gets reminders of interviews by letter: whoever did not choose otherwise.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_RING)
    without = select(NotificationChoice.user_id).where(
        NotificationChoice.user_id.in_(people),
        NotificationChoice.kind == "interview_reminder",
        NotificationChoice.delivery == Delivery.OFF,
    )
    return {*people} - {*work.scalars(without)}


def _own(work: Work) -> list[NotificationChoice]:
    mine = NotificationChoice.user_id == work.viewer.user_id
    return list(work.scalars(select(NotificationChoice).where(mine)))
