"""Keeps the index up to date: every change leaves a mark in its own transaction, marks are read.

A crash between commit and index leaves a mark that has not been read, and nothing else: it is read
at the next search or the next look of the background, whoever comes first. Marks are kept for
thirty days; an index that has been away for longer, or has read marks that the database does not
know (a backup was brought back), is made anew.
"""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import func, select

from db.models import Candidate, SearchMark
from services.installation import Installation
from services.permissions import Permission, require
from services.search.index import Entry, IndexNotReady, Position
from services.search.texts import AT_ONCE, entries
from services.viewer import LIBRARIAN
from services.work import Work, perform, reading

# A key's lower bits are random, the upper ones milliseconds (db/keys.py).
_A_MILLISECOND = 1 << 21
_LATE = 5 * 60 * 1000 * _A_MILLISECOND
_KEPT = 30 * 24 * 3600 * 1000 * _A_MILLISECOND
# So many candidates are read while somebody waits for his search; more are the background's.
_WHILE_ONE_WAITS = 1000


def refresh(work: Work) -> None:
    """Bring the index up to what this unit of work sees, where that is quickly done.

    Raises IndexNotReady where it is not (the background is at it), NotAllowed.
    """
    require(work.viewer, Permission.BASE_INDEX)
    position = work.index.position()
    if position is not None:
        marks = _marks(work, position)
        if marks is not None:
            _take_in(work, position, marks)
            return
    many = int(work.scalar(select(func.count()).select_from(Candidate)))
    if many > _WHILE_ONE_WAITS:
        raise IndexNotReady
    began = _position_now(work)
    work.index.build(_everybody(lambda: _ids(work, 0), lambda ids: entries(work, ids)), began)


def forget_marks(work: Work) -> None:
    """Remove the marks that no index needs any more; the newest one stays. Raises NotAllowed."""
    require(work.viewer, Permission.BASE_INDEX)
    newest = work.scalar(select(func.max(SearchMark.id)))
    if newest is not None:
        for mark in work.scalars(
            select(SearchMark).where(SearchMark.id < newest - _KEPT).limit(10_000)
        ):
            work.remove(mark)


def keep_up(installation: Installation, *, rest: Callable[[], None] = lambda: None) -> None:
    """Look once for what has changed; make the index where there is none.

    `rest` is called between pieces of long work. Somebody else who is at it already is left alone.
    """
    try:
        position = installation.index.position()
        with reading(installation, LIBRARIAN) as work:
            marks = None if position is None else _marks(work, position)
            if position is not None and marks is not None:
                _take_in(work, position, marks, most=None)
                return
            began = _position_now(work)
        _build(installation, began, rest)
    except IndexNotReady:
        return


def tidy_up(installation: Installation) -> None:
    """What is done once a day."""
    perform(installation, LIBRARIAN, forget_marks)


def _take_in(
    work: Work,
    position: Position,
    marks: dict[int, int],
    *,
    most: int | None = _WHILE_ONE_WAITS,
) -> None:
    if not marks.keys() - position.seen - {position.last}:
        return

    def changed(then: Position) -> tuple[Iterable[int], Iterable[Entry], Position] | None:
        unread = {key for mark, key in marks.items() if mark not in then.seen and mark != then.last}
        if not unread:
            return None
        if most is not None and len(unread) > most:
            raise IndexNotReady
        touched = sorted(unread)
        found = (
            entry
            for start in range(0, len(touched), AT_ONCE)
            for entry in entries(work, touched[start : start + AT_ONCE])
        )
        return touched, list(found), _after(then, marks)

    work.index.update(changed)


def _after(then: Position, marks: dict[int, int]) -> Position:
    read = then.seen | marks.keys() | {then.last}
    last = max(read)
    return Position(last, frozenset(mark for mark in read if mark >= last - _LATE))


def _marks(work: Work, position: Position) -> dict[int, int] | None:
    """The marks since then, and whom they are about; None where the index is of another past."""
    rows = work.rows(
        select(SearchMark.id, SearchMark.candidate_id).where(
            SearchMark.id >= position.last - _LATE if position.last else SearchMark.id > 0
        )
    )
    found = {row.id: row.candidate_id for row in rows}
    return None if position.last and position.last not in found else found


def _position_now(work: Work) -> Position:
    last = int(work.scalar(select(func.max(SearchMark.id))) or 0)
    marks = work.scalars(select(SearchMark.id).where(SearchMark.id >= last - _LATE))
    return Position(last, frozenset(marks))


def _build(installation: Installation, began: Position, rest: Callable[[], None]) -> None:
    def ids() -> Iterator[int]:
        after = 0
        while True:
            with reading(installation, LIBRARIAN) as work:
                some = list(_ids(work, after, most=20 * AT_ONCE))
            if not some:
                return
            yield from some
            after = some[-1]

    def read(some: list[int]) -> list[Entry]:
        rest()
        with reading(installation, LIBRARIAN) as work:
            return entries(work, some)

    installation.index.build(_everybody(ids, read), began)


def _everybody(
    ids: Callable[[], Iterable[int]], read: Callable[[list[int]], list[Entry]]
) -> Iterator[list[Entry]]:
    some: list[int] = []
    for key in ids():
        some.append(key)
        if len(some) == AT_ONCE:
            yield read(some)
            some = []
    if some:
        yield read(some)


def _ids(work: Work, after: int, *, most: int | None = None) -> Iterable[int]:
    statement = select(Candidate.id).where(Candidate.id > after).order_by(Candidate.id)
    found: list[int] = list(work.scalars(statement.limit(most) if most else statement))
    return found
