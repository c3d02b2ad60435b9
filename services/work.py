"""Work: a viewer, a database session and the time. The only door to the data.

`reading` opens a unit of work that cannot write; `perform` runs one act in a unit of work,
commits it, and runs the whole of it again when it lost a race: a `with` block cannot be run
twice, a function can. Within `one_moment` everything a viewer asks is one reading.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime
from typing import Any, Concatenate, NoReturn, ParamSpec, TypeVar

from sqlalchemy import CompoundSelect, Executable, Result, ScalarResult, Select, event, select
from sqlalchemy.orm import (
    LoaderCriteriaOption,
    ORMExecuteState,
    Session,
    UOWTransaction,
    with_loader_criteria,
)
from sqlalchemy.orm.util import AliasedInsp
from sqlalchemy.sql.elements import True_
from sqlalchemy.sql.util import ClauseAdapter

from db.base import Base
from db.errors import DuplicateKey, StaleVersion, StorageFull, WriteConflict
from db.models import Stage, User, Vacancy, VacancyCustomer
from db.transactions import run_in_transaction
from services import write_scope
from services.errors import Busy, CannotStore, Conflict, Duplicate, NotAllowed, NotFound
from services.installation import Installation
from services.reach import Reach, shown_to
from services.scope import criteria
from services.search.marks import leave_marks
from services.statements import DetourRefused, Entity, entities_named
from services.viewer import Role, Viewer

Row = TypeVar("Row", bound=Base)
AnySelect = Select[*tuple[Any, ...]]
Asked = ParamSpec("Asked")
Told = TypeVar("Told")


class ScopedSession(Session):
    """A database session that knows its viewer; without one it refuses its first statement."""

    def _bulk_save_mappings(self, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401 - refuses any
        """Refuse Session.bulk_...: it goes round the checks of a flush."""
        message = "bulk writing goes round the write scope"
        raise DetourRefused(message)


class Work:
    """One unit of work in the name of one viewer.

    Everything asked through it is scoped to what the viewer reaches; what it writes is checked
    before it is flushed. `wake` names people to be told to look again once it is committed.
    """

    def __init__(
        self,
        installation: Installation,
        session: Session,
        viewer: Viewer,
        now: datetime,
        *,
        read_only: bool = False,
    ) -> None:
        self.viewer = viewer
        self.now = now
        self.settings = installation.settings
        self.files = installation.files
        self.index = installation.index
        self.woken: list[tuple[int, datetime]] = []
        self._session = session
        self._mark = installation.mark
        # What was found once in a reading is found again: neither row nor reach changes in it.
        self._found: dict[tuple[type[Base], int | None], Any] | None = {} if read_only else None

    def one(self, model: type[Row], key: int) -> Row:
        """The row with this key. Raises NotFound, also when it is outside the viewer's scope."""
        return self._one(model, key, select(model).where(_primary_key(model) == key))

    def only(self, model: type[Row]) -> Row:
        """The row of a table that has one row. Raises NotFound where there is none yet."""
        return self._one(model, None, select(model))

    def _one(self, model: type[Row], key: int | None, statement: AnySelect) -> Row:
        row: Row | None = (self._found or {}).get((model, key))
        if row is None:
            row = self._session.scalars(statement).one_or_none()
        if row is None:
            raise NotFound(model=model.__name__)
        if self._found is not None:
            self._found[model, key] = row
        return row

    def scalars(self, statement: AnySelect) -> ScalarResult[Any]:
        """The first column (or entity) of every row the statement finds in scope."""
        return self._session.scalars(statement)

    def rows(
        self, statement: AnySelect | CompoundSelect[*tuple[Any, ...]]
    ) -> Result[*tuple[Any, ...]]:
        """Every row the statement finds in scope."""
        return self._session.execute(statement)

    def scalar(self, statement: AnySelect) -> Any:  # noqa: ANN401 - whatever the column holds
        """The one value the statement finds in scope, or None."""
        return self._session.scalar(statement)

    def add(self, row: Row) -> Row:
        """Add a row to the unit of work."""
        self._session.add(row)
        return row

    def remove(self, row: Base) -> None:
        """Remove a row (ordinary work archives; only sub-rows are removed)."""
        self._session.delete(row)

    def flush(self) -> None:
        """Send what was written so far, so that keys and constraints are settled."""
        self._session.flush()

    def mark(self) -> str:
        """Of what the viewer can read now: another one as soon as it may be another (ADR 13)."""
        return self._mark(self.viewer, self._session.connection())

    def wake(self, user_id: int, at: datetime | None = None) -> None:
        """Have this person's open tabs look again after the commit, or at `at`."""
        self.woken.append((user_id, at or self.now))

    def as_redactor(self, statement: CompoundSelect[*tuple[Any, ...]]) -> Result[*tuple[Any, ...]]:
        """Ask with the redactor's scope; for `disclosure.py` alone (a law says so)."""
        return self._session.execute(statement, execution_options={"scope_role": Role.REDACTOR})


@contextmanager
def reading(installation: Installation, viewer: Viewer) -> Iterator[Work]:
    """Open a read-only unit of work for the viewer; within `one_moment`, the one he has open."""
    moments = _moments.get()
    if moments is None:
        with installation.database.reading_session(ScopedSession) as session:
            yield _begin(installation, session, viewer, read_only=True)
        return
    if id(installation) not in moments:
        moments[id(installation)] = _Moment(installation)
    moment = moments[id(installation)]
    try:
        yield moment.work_of(viewer)
    except BaseException:
        # Nobody knows what state its transaction is in: the next question opens another one.
        if moments.get(id(installation)) is moment:
            del moments[id(installation)]
        moment.close()
        raise


@contextmanager
def one_moment() -> Iterator[None]:
    """Let all that is asked inside see one and the same moment, until somebody writes.

    A page asks several times while it is drawn, and in the name of the doorkeeper before. This
    way its parts tell one story, one transaction is enough, and a customer's reach is resolved
    once. Not for longer than a page takes to draw.
    """
    if _moments.get() is not None:
        yield
        return
    token = _moments.set({})
    try:
        yield
    finally:
        _end_moments()
        _moments.reset(token)


class _Moment:
    """What is open within one moment: a connection, and a reading for each viewer who asked."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._ends = ExitStack()
        self._connection = self._ends.enter_context(installation.database.reading_moment())
        self._works: dict[Viewer, Work] = {}

    def work_of(self, viewer: Viewer) -> Work:
        """The viewer's unit of work, opened at his first question."""
        if viewer not in self._works:
            session = self._ends.enter_context(
                self._installation.database.reading_session(ScopedSession, within=self._connection)
            )
            self._works[viewer] = _begin(self._installation, session, viewer, read_only=True)
        return self._works[viewer]

    def close(self) -> None:
        """End it; whoever still asks in it is refused."""
        self._ends.close()


# What is open in this thread, by installation; None outside of `one_moment`.
_moments: ContextVar[dict[int, _Moment] | None] = ContextVar("moments", default=None)


def _end_moments() -> None:
    moments = _moments.get() or {}
    while moments:
        moments.popitem()[1].close()


def perform(
    installation: Installation,
    viewer: Viewer,
    action: Callable[Concatenate[Work, Asked], Told],
    *arguments: Asked.args,
    **named: Asked.kwargs,
) -> Told:
    """Run one act for the viewer and commit it; run it again when it lost a race.

    Whom the act told is woken after the commit. Raises what the act raises; NotAllowed where staff
    look on in somebody's name; Conflict where somebody changed the same row; Duplicate where
    something unique exists already; Busy when it lost every race; CannotStore when the disk
    takes no more.
    """
    if viewer.preview:
        raise NotAllowed(act="write while looking on")

    def unit(session: Session) -> tuple[Told, Work]:
        work = _begin(installation, session, viewer)
        return action(work, *arguments, **named), work

    def scoped_session() -> Session:
        return installation.database.new_session(ScopedSession)

    _end_moments()
    try:
        result, work = run_in_transaction(installation.database, unit, make_session=scoped_session)
    except WriteConflict as error:
        raise Busy from error
    except StaleVersion as error:
        raise Conflict from error
    except DuplicateKey as error:
        raise Duplicate(what="row") from error
    except StorageFull as error:
        raise CannotStore from error
    _wake(installation, work)
    return result


def perform_aside(
    installation: Installation,
    viewer: Viewer,
    action: Callable[Concatenate[Work, Asked], object],
    *arguments: Asked.args,
    **named: Asked.kwargs,
) -> None:
    """Perform an act that only accompanies a reading: a full disk does not stop the reader."""
    with suppress(CannotStore):
        perform(installation, viewer, action, *arguments, **named)


def _wake(installation: Installation, work: Work) -> None:
    for user_id, at in work.woken:
        ahead = (at - work.now).total_seconds()
        if ahead > 0:
            installation.live.wake_later([user_id], ahead)
        else:
            installation.live.wake([user_id])


def _begin(
    installation: Installation, session: Session, viewer: Viewer, *, read_only: bool = False
) -> Work:
    now = installation.clock()
    # Half-filled rows must not be sent by a question asked in between.
    session.autoflush = False
    session.info["reach"] = _resolve(session, viewer, now)
    session.info["read_only"] = read_only
    return Work(installation, session, viewer, now, read_only=read_only)


def _resolve(session: Session, viewer: Viewer, now: datetime) -> Reach:
    """What a customer reaches as of now; nothing at all once he is blocked."""
    if viewer.role is not Role.CUSTOMER:
        return Reach(viewer, now)
    tied, stage, user = VacancyCustomer.__table__.c, Stage.__table__.c, User.__table__.c
    vacancy = Vacancy.__table__.c
    statement = (
        select(tied.vacancy_id, stage.id, vacancy.closed_at, vacancy.company_id)
        .join_from(tied.vacancy_id.table, user.id.table, user.id == tied.customer_id)
        .join(vacancy.id.table, vacancy.id == tied.vacancy_id)
        .join(stage.id.table, stage.vacancy_id == tied.vacancy_id)
        .where(
            tied.customer_id == viewer.user_id,
            tied.untied_at.is_(None),
            user.blocked_at.is_(None),
            vacancy.archived_at.is_(None),
            stage.seen_by_customers,
        )
    )
    found = session.connection().execute(statement).all()
    reach = Reach(
        viewer,
        now,
        vacancy_ids=tuple(sorted({row[0] for row in found})),
        stage_ids=tuple(sorted({row[1] for row in found})),
        company_ids=tuple(sorted({*(row[3] for row in found), viewer.company_id} - {None})),
        closed_vacancy_ids=tuple(sorted({row[0] for row in found if row[2] is not None})),
    )
    shown = session.connection().execute(shown_to(reach)).all()
    return replace(
        reach,
        application_ids=tuple(sorted(row.id for row in shown)),
        candidate_ids=tuple(sorted({row.candidate_id for row in shown})),
    )


def _primary_key(model: type[Base]) -> Any:  # noqa: ANN401 - a column of unknown type
    mapper = model.__mapper__
    return getattr(model, mapper.get_property_by_column(mapper.primary_key[0]).key)


def _reach_of(session: Session) -> Reach:
    reach = session.info.get("reach")
    if not isinstance(reach, Reach):
        message = "a database session without a viewer"
        raise DetourRefused(message)
    return reach


@event.listens_for(ScopedSession, "do_orm_execute")
def _attach_scope(state: ORMExecuteState) -> None:
    """Attach the rules of every model the statement names; refuse what they cannot see."""
    reach = _reach_of(state.session)
    if not state.is_select:
        message = "bulk statements and plain SQL go round the scope"
        raise DetourRefused(message)
    if state.is_relationship_load:
        message = "lazy loading goes round the query budget; name what you need"
        raise DetourRefused(message)
    role = state.execution_options.get("scope_role")
    if role is not None:
        if role is not Role.REDACTOR:
            message = f"nobody borrows the scope of the {role}"
            raise DetourRefused(message)
        reach = Reach(Viewer(user_id=0, role=role), reach.now)
    statement: Executable = state.statement
    # A session has one reach (and its redactor): their rules are made once, not per statement.
    made: dict[tuple[Role, Entity], LoaderCriteriaOption | None]
    made = state.session.info.setdefault("rules", {})
    options = []
    for entity in entities_named(statement):
        key = (reach.viewer.role, entity)
        if key not in made:
            made[key] = _rule(reach, entity)
        if (rule := made[key]) is not None:
            options.append(rule)
    if options:
        state.statement = statement.options(*options)


def _rule(reach: Reach, entity: Entity) -> LoaderCriteriaOption | None:
    """The rule of a model, or of one alias of it, in the alias's own columns.

    None where the rule is that every row is seen: it would only make the statement longer.
    (`include_aliases=True` leaves the rule on the unaliased table where an alias is joined.)
    """
    rule = criteria(reach, entity.mapper.class_)
    if isinstance(rule, True_):
        return None
    if isinstance(entity, AliasedInsp):
        rule = ClauseAdapter(entity.selectable).traverse(rule)
    return with_loader_criteria(entity.entity, rule)


@event.listens_for(ScopedSession, "before_flush")
def _check_writes(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Check every row on its way to the database against what the viewer may write."""
    reach = _reach_of(session)
    written = [*session.new, *session.dirty, *session.deleted]
    if session.info.get("read_only") and written:
        message = "a reading unit of work cannot write"
        raise DetourRefused(message)
    for row in session.new:
        write_scope.check_made(reach, row)
    for row in session.dirty:
        if session.is_modified(row):
            write_scope.check_changed(reach, row)
    for row in session.deleted:
        write_scope.check_removed(reach, row)
    changed = [row for row in session.dirty if session.is_modified(row)]
    leave_marks(session, [*session.new, *changed, *session.deleted])
