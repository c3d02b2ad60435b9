"""Filters of the base that one keeps under a name; each of the staff has his or her own."""

from dataclasses import dataclass

from sqlalchemy import func, select

from db.keys import new_key
from db.models import SavedFilter
from services.checks import check_required
from services.errors import Invalid
from services.folding import fold, tidy
from services.permissions import Permission, require
from services.work import Work

_LONGEST_NAME, _LONGEST_QUERY, _MOST = 60, 2000, 50


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter that is kept; `query` is that of the list's address."""

    id: int
    name: str
    query: str


def saved_filters(work: Work) -> list[SavedView]:
    """The viewer's own filters, by name. Raises NotAllowed."""
    require(work.viewer, Permission.BASE_SEARCH)
    rows = work.scalars(select(SavedFilter).order_by(SavedFilter.folded_name))
    return [SavedView(row.id, row.name, row.query) for row in rows]


def save_filter(work: Work, *, name: str, query: str) -> None:
    """Keep a filter under a name; the one that was kept under it before gives way.

    Raises Invalid, NotAllowed.
    """
    require(work.viewer, Permission.BASE_SEARCH)
    name, query = check_required("filter", name, _LONGEST_NAME), tidy(query)
    if not query or len(query) > _LONGEST_QUERY:
        raise Invalid(filter="too_long" if query else "nothing_chosen")
    stored = work.scalars(
        select(SavedFilter).where(SavedFilter.folded_name == fold(name))
    ).one_or_none()
    if stored is not None:
        stored.name, stored.query, stored.saved_at = tidy(name), query, work.now
        return
    if int(work.scalar(select(func.count()).select_from(SavedFilter))) >= _MOST:
        raise Invalid(filter="too_many")
    work.add(
        SavedFilter(
            id=new_key(),
            user_id=work.viewer.user_id,
            name=tidy(name),
            folded_name=fold(name),
            query=query,
            saved_at=work.now,
        )
    )


def forget_filter(work: Work, *, filter_id: int) -> None:
    """Keep a filter no longer. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.BASE_SEARCH)
    work.remove(work.one(SavedFilter, filter_id))
