"""Whom letters do not reach: what came back, what was refused, who does not want them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select

from db.models import Letter, User
from services.permissions import Permission, require
from services.work import Work

_NOT_REACHED = ("bounced", "blocked_there", "dropped", "recipient_refused")


@dataclass(frozen=True, slots=True)
class Trouble:
    """The newest letter that did not reach a person's present e-mail, or was reported as spam."""

    letter_id: int
    problem: str
    said: str
    complained: bool
    happened_at: datetime


def troubles(work: Work, *, person_ids: Collection[int]) -> dict[int, Trouble]:
    """The trouble with each of these people; whom letters reach (again) is not in it.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.LETTERS_READ)
    reached = or_(Letter.state == "delivered", Letter.problem.in_(_NOT_REACHED))
    found = work.scalars(
        select(Letter)
        .join(User, and_(User.id == Letter.recipient_id, User.email == Letter.to_email))
        .where(Letter.recipient_id.in_(person_ids), or_(reached, Letter.complained_at.is_not(None)))
        .order_by(Letter.id)
    )
    trouble: dict[int, Trouble] = {}
    for letter in found:  # the newest letter decides, except that a complaint stays one
        before = trouble.pop(letter.recipient_id, None)
        complained = letter.complained_at is not None
        if complained or letter.state != "delivered":
            when = letter.complained_at or letter.settled_at or letter.created_at
            trouble[letter.recipient_id] = Trouble(
                letter.id, letter.problem, letter.said, complained, when
            )
        elif before is not None and before.complained:
            trouble[letter.recipient_id] = before
    return trouble
