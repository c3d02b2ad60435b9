"""A candidate's history for staff: who changed what, with before and after, newest first."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from db.models import (
    Application,
    AuditEntry,
    Candidate,
    Note,
    Opening,
    Presentation,
    ResumeOriginal,
    ResumeVersion,
    Stage,
    StageChange,
    User,
    Vacancy,
)
from services.checks import check_choice
from services.permissions import Permission, require
from services.vacancies.stages import StageView, stage_view
from services.work import AnySelect, Work

KINDS = ("profile", "resume", "stages", "presented", "opened", "notes")
_SHOWN = 100
_SWITCHES = ("surname", "photo", "birth", "employers")
_OF_THE_PROFILE = {
    "add": "added",
    "edit": "edited",
    "spare": "spared",
    "spare_no_more": "spared_no_more",
    "leave_out": "left_out",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field of the profile: what it was and what it became."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One thing that happened.

    `kind` is one of KINDS, `what` says which of it: added, edited, spared, spared_no_more
    (profile; `text` is no contact, or is one again), left_out (`chosen`: the switches for customers
    without contacts, and how they stand since); version, original (resume); moved (stages);
    presented, taken_back; opened; written (notes).
    """

    kind: str
    what: str
    happened_at: datetime
    by: str
    vacancy: str = ""
    stage: StageView | None = None
    text: str = ""
    changes: tuple[Change, ...] = ()
    chosen: tuple[tuple[str, bool], ...] = ()


def history_of(work: Work, *, candidate_id: int, kind: str = "") -> list[HistoryEvent]:
    """What happened to the candidate (of one kind), newest first, the latest hundred.

    Raises Invalid, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    check_choice("kind", kind, ("", *KINDS))
    work.one(Candidate, candidate_id)
    asked = {
        "profile": _profile,
        "resume": _resumes,
        "stages": _moves,
        "presented": _presentations,
        "opened": _openings,
        "notes": _notes,
    }
    found = [
        event
        for name, events in asked.items()
        if kind in {"", name}
        for event in events(work, candidate_id)
    ]
    return sorted(found, key=lambda event: event.happened_at, reverse=True)[:_SHOWN]


def _profile(work: Work, candidate_id: int) -> Iterable[HistoryEvent]:
    rows = work.rows(
        select(AuditEntry, User.name)
        .join(User, User.id == AuditEntry.actor_id, isouter=True)
        .where(
            AuditEntry.object_kind == "candidate",
            AuditEntry.object_id == candidate_id,
            AuditEntry.act.in_(_OF_THE_PROFILE),
        )
        .order_by(AuditEntry.id.desc())
        .limit(_SHOWN)
    )
    for entry, name in rows:
        details = json.loads(entry.details)
        changes = details.get("changes") or {}
        if entry.act == "edit" and not changes:
            continue  # what it saved is a résumé: that has a line of its own
        yield HistoryEvent(
            "profile",
            _OF_THE_PROFILE[entry.act],
            entry.acted_at,
            name or "",
            text=details.get("text", ""),
            chosen=tuple((name, details[name]) for name in _SWITCHES if name in details),
            changes=tuple(Change(field, *map(str, both)) for field, both in changes.items()),
        )


def _resumes(work: Work, candidate_id: int) -> Iterable[HistoryEvent]:
    originals = (
        select(ResumeOriginal.received_at, User.name, ResumeOriginal.file_name)
        .join(User, User.id == ResumeOriginal.received_by_id)
        .where(ResumeOriginal.candidate_id == candidate_id)
        .order_by(ResumeOriginal.id.desc())
    )
    for happened_at, name, file_name in work.rows(originals.limit(_SHOWN)):
        yield HistoryEvent("resume", "original", happened_at, name, text=file_name)
    versions = (
        select(ResumeVersion.saved_at, User.name, Vacancy.title)
        .join(User, User.id == ResumeVersion.saved_by_id)
        .join(Vacancy, Vacancy.id == ResumeVersion.vacancy_id, isouter=True)
        .where(ResumeVersion.candidate_id == candidate_id)
        .order_by(ResumeVersion.id.desc())
    )
    for happened_at, name, vacancy in work.rows(versions.limit(_SHOWN)):
        yield HistoryEvent("resume", "version", happened_at, name, vacancy or "")


def _moves(work: Work, candidate_id: int) -> Iterable[HistoryEvent]:
    rows = work.rows(
        _of_applications(
            select(StageChange, Stage, User.name, Vacancy.title)
            .join(Stage, Stage.id == StageChange.to_stage_id)
            .join(User, User.id == StageChange.moved_by_id)
            .join(Application, Application.id == StageChange.application_id),
            candidate_id,
        )
        .where(StageChange.undone_at.is_(None))
        .order_by(StageChange.id.desc())
        .limit(_SHOWN)
    )
    for change, stage, name, vacancy in rows:
        yield HistoryEvent(
            "stages", "moved", change.moved_at, name, vacancy, stage_view(stage), change.reason
        )


def _presentations(work: Work, candidate_id: int) -> Iterable[HistoryEvent]:
    rows = work.rows(
        _of_applications(
            select(Presentation, User.name, Vacancy.title)
            .join(User, User.id == Presentation.presented_by_id)
            .join(Application, Application.id == Presentation.application_id),
            candidate_id,
        )
        # An act that was undone ended before it began: it never happened.
        .where(
            or_(Presentation.ended_at.is_(None), Presentation.ended_at >= Presentation.presented_at)
        )
        .order_by(Presentation.id.desc())
        .limit(_SHOWN)
    )
    for presentation, name, vacancy in rows:
        yield HistoryEvent("presented", "presented", presentation.presented_at, name, vacancy)
        if presentation.ended_at is not None:
            yield HistoryEvent("presented", "taken_back", presentation.ended_at, "", vacancy)


def _openings(work: Work, candidate_id: int) -> Iterable[HistoryEvent]:
    return _signed(
        work,
        "opened",
        "opened",
        _of_applications(
            select(Opening.opened_at, User.name, Vacancy.title)
            .join(User, User.id == Opening.customer_id)
            .join(Application, Application.id == Opening.application_id),
            candidate_id,
        ).order_by(Opening.opened_at.desc()),
    )


def _notes(work: Work, candidate_id: int) -> Iterable[HistoryEvent]:
    return _signed(
        work,
        "notes",
        "written",
        select(Note.written_at, User.name, Vacancy.title)
        .join(User, User.id == Note.author_id)
        .join(Application, Application.id == Note.application_id, isouter=True)
        .join(Vacancy, Vacancy.id == Application.vacancy_id, isouter=True)
        .where(Note.candidate_id == candidate_id)
        .order_by(Note.id.desc()),
    )


def _signed(work: Work, kind: str, what: str, statement: AnySelect) -> Iterable[HistoryEvent]:
    for happened_at, name, vacancy in work.rows(statement.limit(_SHOWN)):
        yield HistoryEvent(kind, what, happened_at, name, vacancy or "")


def _of_applications(statement: Any, candidate_id: int) -> Any:  # noqa: ANN401 - any select
    """Only what belongs to this candidate's applications, with their vacancies."""
    return statement.join(Vacancy, Vacancy.id == Application.vacancy_id).where(
        Application.candidate_id == candidate_id
    )
