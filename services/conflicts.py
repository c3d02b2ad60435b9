"""Two people on one form: what the other one has saved meanwhile, and how both are kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import select

from db.models import AuditEntry, User
from services.errors import Conflict
from services.work import Work

Form = TypeVar("Form")
_LOOKED_THROUGH, _LONGEST_TOLD = 60, 300


@dataclass(frozen=True, slots=True)
class Change:
    """A field: what it was and what it became, as the trail has it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Saved:
    """One save: whose, when, and what it changed."""

    by: str
    at: datetime
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """A field with two values: the reader's and the one that was saved."""

    field: str
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merge(Generic[Form]):
    """A form that two have changed.

    Fields that only one of them touched are as he left them. `clashes` are those that both have:
    there the reader's hold in `mine_on_top`, the saved ones in `theirs_kept`. `adopted` are those
    that only the other one changed; `mine_alone`: whether the reader changed any that he alone did.
    """

    mine_on_top: Form
    theirs_kept: Form
    clashes: tuple[Clash, ...]
    adopted: tuple[str, ...]
    mine_alone: bool


def refuse_stale(
    work: Work, kind: str, object_id: int, *, read: int, stands: int, reason: str = ""
) -> None:
    """Raise Conflict, which tells who saved what, where the version read is not the one there."""
    if read != stands:
        saved = saved_since(work, kind=kind, object_id=object_id, version=read)
        raise Conflict(saved=saved, stands=stands, reason=reason)


def saved_since(work: Work, *, kind: str, object_id: int, version: int) -> tuple[Saved, ...]:
    """Who of the staff has saved this since that version, and what, the latest first.

    Nothing for a customer: neither names nor values of what is not his.
    """
    if not work.viewer.is_staff:
        return ()
    rows = work.rows(
        select(AuditEntry.acted_at, AuditEntry.details, User.name)
        .join(User, User.id == AuditEntry.actor_id, isouter=True)
        .where(AuditEntry.object_kind == kind, AuditEntry.object_id == object_id)
        .order_by(AuditEntry.id.desc())
        .limit(_LOOKED_THROUGH)
    )
    found = []
    for at, stored, name in rows:
        details = json.loads(stored)
        if details.get("version", 0) > version:
            changes = details.get("changes") or {}
            told = tuple(Change(field, *map(str, both)) for field, both in changes.items())
            found.append(Saved(name or "", at, told))
    return tuple(found)


def three_ways(base: Form, mine: Form, theirs: Form) -> Merge[Form]:
    """Put together what became of one form in two hands; forms within forms field by field."""
    on_top: dict[str, Any] = {}
    kept: dict[str, Any] = {}
    clashes: list[Clash] = []
    adopted: list[str] = []
    for one in fields(base):  # type: ignore[arg-type]  # forms are dataclasses
        was, mine_is, their_is = (getattr(form, one.name) for form in (base, mine, theirs))
        if all(is_dataclass(value) for value in (was, mine_is, their_is)):
            within = three_ways(was, mine_is, their_is)
            on_top[one.name], kept[one.name] = within.mine_on_top, within.theirs_kept
            clashes += within.clashes
            adopted += within.adopted
        elif their_is in (was, mine_is):
            on_top[one.name] = kept[one.name] = mine_is
        elif mine_is == was:
            on_top[one.name] = kept[one.name] = their_is
            adopted.append(one.name)
        else:
            on_top[one.name], kept[one.name] = mine_is, their_is
            clashes.append(Clash(one.name, mine_is, their_is))
    return Merge(
        replace(mine, **on_top),  # type: ignore[type-var]
        replace(mine, **kept),  # type: ignore[type-var]
        tuple(clashes),
        tuple(adopted),
        mine_alone=replace(mine, **kept) != theirs,  # type: ignore[type-var]
    )


def as_form(kind: type[Form], stands: object) -> Form:
    """A form of this kind as it would come back untouched: every field as it stands there."""
    return kind(**{one.name: getattr(stands, one.name) for one in fields(kind)})  # type: ignore[arg-type]


def differing(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, list[str]]:
    """Every field that is another one by now, for the trail: what it was, what it is, in short."""
    return {
        name: [_in_short(before[name]), _in_short(after[name])]
        for name in before
        if before[name] != after[name]
    }


def _in_short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}…"
