"""Reads which entities a statement names, and refuses what the scope could not see.

The scope attaches its rules to mapped entities where SQLAlchemy knows them as a source of rows.
Whatever else rows may come from (a plain table, a table function, an entity that stands in a
condition only), and whatever smuggles text in, would pass beside it: a statement that holds any
of it is refused whole.
"""

from collections.abc import Iterator
from typing import Any, NoReturn

from sqlalchemy import Column, CompoundSelect, Executable, Select, TextClause
from sqlalchemy.orm import FromStatement, Mapper
from sqlalchemy.orm.util import AliasedInsp
from sqlalchemy.sql.elements import ClauseElement, ColumnClause
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.selectable import CTE, FromClause, Lateral, Subquery
from sqlalchemy.sql.util import extract_first_column_annotation, surface_expressions

Entity = Mapper[Any] | AliasedInsp[Any]
# Sources whose own SELECT is read, too.
_READ_INSIDE = (CTE, Lateral, Subquery)


class DetourRefused(RuntimeError):
    """A statement that the scope cannot see (a programming error, never a user's)."""


def entities_named(statement: Executable) -> list[Entity]:
    """The models and aliases of models a statement speaks of, anywhere in it.

    Raises DetourRefused for everything else that rows or text could come from.
    """
    if isinstance(statement, FromStatement) or not isinstance(statement, ClauseElement):
        _refuse("from_statement()")
    found: dict[Entity, None] = {}
    _read(statement, frozenset(), found, set())
    return list(found)


def _read(
    element: ClauseElement,
    around: frozenset[Entity],
    found: dict[Entity, None],
    done: set[int],
) -> None:
    """Read one SELECT (or union of them), then those inside it; `around` stand outside of it."""
    named: dict[Entity, None] = {}
    inside: list[tuple[ClauseElement, bool]] = []
    waiting = [*element.get_children()]
    if isinstance(element, Select):
        _check_select(element)
    while waiting:
        part = waiting.pop()
        if isinstance(part, _READ_INSIDE) and _entity(part) is None:
            if id(part) not in done:
                done.add(id(part))
                inside.append((part, isinstance(part, Lateral)))
        elif isinstance(part, Select | CompoundSelect):
            inside.append((part, True))
        else:
            if (entity := _entity(part)) is not None:
                named[entity] = None
            else:
                _check(part)
            waiting += part.get_children()
    scoped = frozenset(_scoped(element)) if isinstance(element, Select) else frozenset()
    if unseen := set(named) - scoped - around:
        _refuse(f"{', '.join(str(entity) for entity in unseen)}, no source of this SELECT,")
    if named and isinstance(element, Select) and not _is_orm(element):
        _refuse("a SELECT that is not SQLAlchemy's ORM's (name its source in select_from)")
    found.update(named)
    for part, sees_around in inside:
        _read(part, (around | scoped) if sees_around else frozenset(), found, done)


def _scoped(select: Select[Any]) -> Iterator[Entity]:
    """The entities to whose rows SQLAlchemy applies the rules in this SELECT."""
    joined = (part for to, _, left, _ in select._setup_joins for part in (to, left))  # noqa: SLF001
    for source in (*select._from_obj, *joined, *select._raw_columns):  # noqa: SLF001
        if (entity := _entity(source)) is not None:
            yield entity
    for column in select._raw_columns:  # noqa: SLF001
        first = extract_first_column_annotation(column, "parententity")  # type: ignore[no-untyped-call]
        if first is not None:
            yield first
    for condition in select._where_criteria:  # noqa: SLF001
        for part in surface_expressions(condition):  # type: ignore[no-untyped-call]
            if (entity := _entity(part)) is not None:
                yield entity


def _entity(element: object) -> Entity | None:
    entity = getattr(element, "_annotations", {}).get("parententity")  # SQLAlchemy's own place
    return entity if isinstance(entity, Mapper | AliasedInsp) else None


def _is_orm(select: Select[Any]) -> bool:
    return select._propagate_attrs.get("compile_state_plugin") == "orm"  # noqa: SLF001


def _check(part: object) -> None:
    """A part of a statement that belongs to no entity."""
    if isinstance(part, ColumnClause):
        if part.name != "*" and not isinstance(part.table, _READ_INSIDE):
            _refuse(f"the {'plain' if isinstance(part, Column) else 'literal'} column {part}")
    elif isinstance(part, TextClause):
        _refuse(f"text({part.text!r})")
    elif getattr(part, "is_dml", False):
        _refuse("writing inside a question")
    elif isinstance(operator := getattr(part, "operator", None), custom_op):
        _refuse(f"the operator {operator.opstring!r}")


def _check_select(select: Select[Any]) -> None:
    # Only these name where rows come from; among all its elements a table that was named looks
    # like one that SQLAlchemy itself repeats beside its columns.
    for source in select._from_obj:  # noqa: SLF001
        _check_source(source)
    for joined, _, _, flags in select._setup_joins:  # noqa: SLF001
        _check_source(joined)
        if flags["full"]:
            _refuse("a full join (its rule stands in ON, so rows that break it come out alone)")
    for column in select._raw_columns:  # noqa: SLF001
        if not isinstance(column, FunctionElement):
            _check_source(column)
    if select._prefixes or select._suffixes or select._hints or select._statement_hints:  # noqa: SLF001
        _refuse("a prefix, suffix or hint")


def _check_source(source: object) -> None:
    if isinstance(source, _READ_INSIDE) or _entity(source) is not None:
        return
    if isinstance(source, FromClause):
        # A ready-made Join, too: its sides get no rule. `select().join()` is what is scoped.
        _refuse(f"the plain {source}")


def _refuse(what: str) -> NoReturn:
    message = f"{what} goes round the scope"
    raise DetourRefused(message)
