"""Pages of candidates in an order: each begins behind the last one of the page before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, func, or_, select, union_all

from db.models import Application, Candidate
from services.candidates.choosing import Chosen, in_the_database
from services.candidates.filters import BY_ACTIVITY, BY_NAME, NEWEST
from services.work import AnySelect, Work

# Up to so many rows are sorted in no time; of more, so many pages' worth of keys, or of days, are
# looked at.
_FEW, _WIDELY, _LATELY = 2000, 100, 20
# How many conditions there are where nothing is filtered: nobody archived.
_UNFILTERED = 1


def page_of(
    work: Work, chosen: Chosen, *, sort: str, before: int | None, size: int
) -> tuple[Sequence[Candidate], int]:
    """At most `size` candidates from behind `before` on, and how many are chosen in all."""
    if chosen.nobody:
        return [], 0
    if chosen.asked is not None and sort == NEWEST and len(chosen.conditions) == _UNFILTERED:
        ids, total = work.index.page(chosen.asked, before=before, size=size)
        found = select(Candidate).where(Candidate.id.in_(ids), *chosen.conditions)
        return work.scalars(found.order_by(Candidate.id.desc())).all(), total
    where = in_the_database(work, chosen)
    if sort in (BY_NAME, BY_ACTIVITY):
        return _sorted(work, where, sort=sort, before=before, size=size)
    return _newest(work, where, before=before, size=size)


def _newest(
    work: Work, where: Sequence[ColumnElement[bool]], *, before: int | None, size: int
) -> tuple[Sequence[Candidate], int]:
    """The newest candidates of the page, looked for among the latest keys first.

    Keys grow with time: so many rows need not be sorted for the last few of them, which takes
    six times as long for a hundred thousand. Where candidates have become rare, all are asked.
    """
    total, oldest, newest = work.rows(
        select(func.count(), func.min(Candidate.id), func.max(Candidate.id)).where(*where)
    ).one()
    conditions = list(where)
    if before is not None:
        conditions, newest = [*where, Candidate.id < before], before
    latest_first = Candidate.id.desc()
    if total > _FEW:
        since = newest - (newest - oldest) // total * size * _WIDELY
        page = select(Candidate).where(*conditions, Candidate.id >= since)
        found = work.scalars(page.order_by(latest_first).limit(size)).all()
        if len(found) == size or since <= oldest:
            return found, total
    # First their keys: what else is known of them is not read of all who have to be looked at.
    keys = select(Candidate.id).where(*conditions).order_by(latest_first).limit(size).subquery()
    rows = select(Candidate).join(keys, keys.c.id == Candidate.id).order_by(latest_first)
    return work.scalars(rows).all(), total


def _sorted(
    work: Work,
    where: Sequence[ColumnElement[bool]],
    *,
    sort: str,
    before: int | None,
    size: int,
) -> tuple[Sequence[Candidate], int]:
    count = select(func.count(), func.min(Candidate.created_at), func.max(Candidate.created_at))
    total, oldest, newest = work.rows(count.where(*where)).one()
    place = _place(work, sort, before)
    if sort == BY_ACTIVITY and total > _FEW:
        until = newest if place is None else min(newest, place[0])
        since = until - (newest - oldest) / total * size * _LATELY
        found = work.scalars(_page(where, _by_activity(since), place).limit(size)).all()
        if len(found) == size:
            return found, total
    order = _BY_NAME if sort == BY_NAME else _by_activity()
    return work.scalars(_page(where, order, place).limit(size)).all(), total


@dataclass(frozen=True, slots=True)
class _Order:
    """Candidates, and by what they are sorted; those that are equal by their keys."""

    candidates: AnySelect
    by: ColumnElement[Any]
    upwards: bool = False


_BY_NAME = _Order(select(Candidate), Candidate.folded_name.expression, upwards=True)


def _by_activity(since: datetime | None = None) -> _Order:
    """When they last moved, or came; `since` leaves out who did neither after that.

    Nobody moves before he has come: all the others are behind. The moves of some weeks are put
    together in no time; those of a hundred thousand candidates take ten times as long.
    """
    moves = select(Application.candidate_id, Application.moved_at)
    if since is None:
        moved = _latest(moves.subquery())
        joined = select(Candidate).join(moved, moved.c.candidate_id == Candidate.id, isouter=True)
        return _Order(joined, func.coalesce(moved.c.moved_at, Candidate.created_at))
    came = select(Candidate.id, Candidate.created_at).where(
        Candidate.archived_at.is_(None), Candidate.created_at >= since
    )
    moved = _latest(union_all(moves.where(Application.moved_at >= since), came).subquery())
    joined = select(Candidate).join(moved, moved.c.candidate_id == Candidate.id)
    return _Order(joined, moved.c.moved_at)


def _latest(moves: Subquery) -> Subquery:
    latest = func.max(moves.c.moved_at).label("moved_at")
    return select(moves.c.candidate_id, latest).group_by(moves.c.candidate_id).subquery()


def _place(work: Work, sort: str, before: int | None) -> tuple[Any, int] | None:
    """What the last one of the page before is sorted by, and his key; None for the first page."""
    if before is None:
        return None
    order = _BY_NAME if sort == BY_NAME else _by_activity()
    found = work.rows(
        order.candidates.with_only_columns(order.by).where(Candidate.id == before)
    ).first()
    return None if found is None else (found[0], before)


def _page(
    where: Sequence[ColumnElement[bool]], order: _Order, place: tuple[Any, int] | None
) -> AnySelect:
    chosen = order.candidates.where(*where)
    if place is not None:
        value, key = place
        further = order.by > value if order.upwards else order.by < value
        chosen = chosen.where(or_(further, and_(order.by == value, Candidate.id < key)))
    by = order.by.asc() if order.upwards else order.by.desc()
    return chosen.order_by(by, Candidate.id.desc())
