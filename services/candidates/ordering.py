"""Pages of candidates in an order: each begins behind the last one of the page before it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from db.models import Application, Candidate
from services.candidates.choosing import Chosen, in_the_database
from services.candidates.filters import BY_ACTIVITY, BY_NAME, NEWEST
from services.work import AnySelect, Work

# Up to so many rows are sorted in no time; of more, so many pages' worth of keys are looked at.
_FEW, _WIDELY = 2000, 100
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
    chosen = select(Candidate).where(*where)
    if before is not None:
        chosen, newest = chosen.where(Candidate.id < before), before
    page = chosen.order_by(Candidate.id.desc()).limit(size)
    if total > _FEW:
        since = newest - (newest - oldest) // total * size * _WIDELY
        found = work.scalars(page.where(Candidate.id >= since)).all()
        if len(found) == size or since <= oldest:
            return found, total
    return work.scalars(page).all(), total


def _sorted(
    work: Work,
    where: Sequence[ColumnElement[bool]],
    *,
    sort: str,
    before: int | None,
    size: int,
) -> tuple[Sequence[Candidate], int]:
    total = int(work.scalar(select(func.count()).select_from(Candidate).where(*where)))
    chosen, order = _ordered(sort)
    if before is not None:
        place = work.rows(chosen.with_only_columns(order).where(Candidate.id == before)).first()
        if place is not None:
            chosen = chosen.where(_behind(sort, order, place[0], before))
    by = order.asc() if sort == BY_NAME else order.desc()
    page = chosen.where(*where).order_by(by, Candidate.id.desc()).limit(size)
    return work.scalars(page).all(), total


def _ordered(sort: str) -> tuple[AnySelect, ColumnElement[Any]]:
    """Candidates, and what they are sorted by: their name, or when they last moved or came."""
    if sort == BY_NAME:
        return select(Candidate), Candidate.folded_name.expression
    moved = (
        select(Application.candidate_id, func.max(Application.moved_at).label("at"))
        .group_by(Application.candidate_id)
        .subquery()
    )
    joined = select(Candidate).join(moved, moved.c.candidate_id == Candidate.id, isouter=True)
    return joined, func.coalesce(moved.c.at, Candidate.created_at)


def _behind(
    sort: str, order: ColumnElement[Any], place: object, before: int
) -> ColumnElement[bool]:
    further = order > place if sort == BY_NAME else order < place
    return or_(further, and_(order == place, Candidate.id < before))
