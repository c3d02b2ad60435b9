"""The queue at a glance: how many letters wait, since when, and what stands in their way."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, select

from db.models import Letter
from services.mail.configuration import sender_chosen
from services.mail.problems import OF_THE_WAY
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class QueueView:
    """What staff are told about the queue, and about the way that is chosen."""

    sender: str
    sandbox: bool
    waiting: int
    oldest_at: datetime | None
    problem: str
    unknown: int


def queue_now(work: Work) -> QueueView:
    """How letters leave, how many wait since when, how many nobody knows about.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.LETTERS_READ)
    sender, sandbox = sender_chosen(work)
    queued = Letter.state.in_(("queued", "sending"))
    unknown = and_(Letter.state == "unknown", Letter.again_id.is_(None))
    held = and_(Letter.state == "queued", Letter.problem.in_(OF_THE_WAY))
    found = work.rows(
        select(
            func.count(case((queued, 1))),
            func.min(case((queued, Letter.created_at))),
            func.max(case((held, Letter.problem))),
            func.count(case((unknown, 1))),
        ).where(Letter.state.in_(("queued", "sending", "unknown"))),
    ).one()
    return QueueView(
        sender=sender,
        sandbox=sandbox,
        waiting=found[0],
        oldest_at=found[1],
        problem=found[2] or "",
        unknown=found[3],
    )


def oldest_wait(work: Work) -> int:
    """For how many whole seconds the oldest letter has been waiting; 0 when none is."""
    oldest = work.scalar(
        select(func.min(Letter.created_at)).where(Letter.state.in_(("queued", "sending")))
    )
    return 0 if oldest is None else max(0, int((work.now - oldest).total_seconds()))
