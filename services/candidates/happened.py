"""What a candidate's history is made of: one question for each kind of thing that happens."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from db.models import (
    Application,
    Attachment,
    AttachmentOpening,
    AuditEntry,
    Note,
    NoteChange,
    Opening,
    Presentation,
    ResumeOriginal,
    ResumeVersion,
    Stage,
    StageChange,
    User,
    Vacancy,
)
from services.applications.opening import DOWNLOADS
from services.candidates.corrected import Corrected
from services.resumes.leaving_out import LeftOut
from services.vacancies.stages import StageView, stage_view
from services.work import AnySelect, Work

#: So many of the newest are read of each kind.
LATEST = 100
_OF_THE_PROFILE = {
    "add": "added",
    "edit": "edited",
    "add_words": "edited",
    "spare": "spared",
    "spare_no_more": "spared_no_more",
    "leave_out": "left_out",
}
_SWITCHES = tuple(asdict(LeftOut()))


@dataclass(frozen=True, slots=True)
class Change:
    """A field of the profile: what it was and what it became."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One thing that happened.

    `kind` is one of `history.KINDS`, `what` says which of it: added, edited, spared,
    spared_no_more (profile; `text` is no contact, or is one again), left_out (`chosen`: the
    switches for customers without contacts, and how they stand since); corrected, accepted, undone
    (by staff), unsaid (by the customer's side; corrections: the words `added` and `removed`);
    version, original (resume); attached, attachment_opened, attachment_hidden, attachment_gone
    (attachments); moved (stages); presented, taken_back; opened and what DOWNLOADS names (opened);
    written, note_edited, note_opened (to whom `text` says), note_hidden, note_withdrawn (notes).
    """

    kind: str
    what: str
    happened_at: datetime
    by: str
    vacancy: str = ""
    stage: StageView | None = None
    text: str = ""
    changes: tuple[Change, ...] = ()
    from_stage: StageView | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    chosen: tuple[tuple[str, bool], ...] = ()


class Happened:
    """What happened to one candidate, as staff read it: a method for each kind, in any order."""

    def __init__(self, work: Work, candidate_id: int) -> None:
        self._work, self._candidate_id = work, candidate_id

    def profile(self) -> Iterator[HistoryEvent]:
        """What was saved of him, and what was said to be no contact."""
        acts = (
            select(AuditEntry, User.name)
            .join(User, User.id == AuditEntry.actor_id, isouter=True)
            .where(
                AuditEntry.object_kind == "candidate",
                AuditEntry.object_id == self._candidate_id,
                AuditEntry.act.in_(_OF_THE_PROFILE),
            )
            .order_by(AuditEntry.id.desc())
        )
        for entry, name in self._latest(acts):
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

    def corrections(self) -> Iterator[HistoryEvent]:
        """What customers corrected, and what became of it: in one line what was done at once."""
        told: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for act in Corrected(self._work, self._candidate_id, LATEST).acts():
            told[act.what, act.at, act.by, act.vacancy].append(act)
        for (what, at, by, vacancy), acts in told.items():
            yield HistoryEvent(
                "corrections",
                what,
                at,
                by,
                vacancy,
                added=tuple(one.word for one in acts if not one.removes),
                removed=tuple(one.word for one in acts if one.removes),
            )

    def resume(self) -> Iterator[HistoryEvent]:
        """The originals that came, and the versions that were saved."""
        originals = (
            select(ResumeOriginal.received_at, User.name, ResumeOriginal.file_name)
            .join(User, User.id == ResumeOriginal.received_by_id)
            .where(ResumeOriginal.candidate_id == self._candidate_id)
            .order_by(ResumeOriginal.id.desc())
        )
        for happened_at, name, file_name in self._latest(originals):
            yield HistoryEvent("resume", "original", happened_at, name, text=file_name)
        versions = (
            select(ResumeVersion.saved_at, User.name, Vacancy.title)
            .join(User, User.id == ResumeVersion.saved_by_id)
            .join(Vacancy, Vacancy.id == ResumeVersion.vacancy_id, isouter=True)
            .where(ResumeVersion.candidate_id == self._candidate_id)
            .order_by(ResumeVersion.id.desc())
        )
        for happened_at, name, vacancy in self._latest(versions):
            yield HistoryEvent("resume", "version", happened_at, name, vacancy or "")

    def attachments(self) -> Iterator[HistoryEvent]:
        """Which came, to the customers of which vacancy they were opened, which were taken away."""
        came = (
            select(Attachment, User.name)
            .join(User, User.id == Attachment.received_by_id)
            .where(Attachment.candidate_id == self._candidate_id)
            .order_by(Attachment.id.desc())
        )
        for file, name in self._latest(came):
            yield _of_a_file("attached", file.received_at, name, file)
        opener, hider = aliased(User), aliased(User)
        shown = (
            select(AttachmentOpening, Attachment, opener.name, hider.name, Vacancy.title)
            .join(Attachment, Attachment.id == AttachmentOpening.attachment_id)
            .join(opener, opener.id == AttachmentOpening.opened_by_id)
            .join(hider, hider.id == AttachmentOpening.hidden_by_id, isouter=True)
            .join(Vacancy, Vacancy.id == AttachmentOpening.vacancy_id)
            .where(Attachment.candidate_id == self._candidate_id)
            .order_by(AttachmentOpening.id.desc())
        )
        for opening, file, opened_by, hidden_by, vacancy in self._latest(shown):
            yield _of_a_file("attachment_opened", opening.opened_at, opened_by, file, vacancy)
            # Taken away it is hidden everywhere at once: one line says so.
            if opening.hidden_at not in (None, file.archived_at):
                hidden_at, by = opening.hidden_at, hidden_by or ""
                yield _of_a_file("attachment_hidden", hidden_at, by, file, vacancy)
        gone = (
            select(AuditEntry.acted_at, User.name, Attachment)
            .join(Attachment, Attachment.id == AuditEntry.object_id)
            .join(User, User.id == AuditEntry.actor_id, isouter=True)
            .where(
                AuditEntry.object_kind == "attachment",
                AuditEntry.act == "archive",
                Attachment.candidate_id == self._candidate_id,
            )
            .order_by(AuditEntry.id.desc())
        )
        for happened_at, name, file in self._latest(gone):
            yield _of_a_file("attachment_gone", happened_at, name or "", file)

    def stages(self) -> Iterator[HistoryEvent]:
        """From which stage to which he was moved, and why."""
        left = aliased(Stage)
        moves = (
            self._of_applications(
                select(StageChange, Stage, left, User.name, Vacancy.title)
                .join(Stage, Stage.id == StageChange.to_stage_id)
                .join(left, left.id == StageChange.from_stage_id, isouter=True)
                .join(User, User.id == StageChange.moved_by_id)
                .join(Application, Application.id == StageChange.application_id)
            )
            .where(StageChange.undone_at.is_(None))
            .order_by(StageChange.id.desc())
        )
        for change, stage, before, name, vacancy in self._latest(moves):
            yield HistoryEvent(
                "stages",
                "moved",
                change.moved_at,
                name,
                vacancy,
                stage_view(stage),
                change.reason,
                from_stage=stage_view(before) if before is not None else None,
            )

    def presented(self) -> Iterator[HistoryEvent]:
        """When customers began to see him, and when they ceased to."""
        presentations = (
            self._of_applications(
                select(Presentation, User.name, Vacancy.title)
                .join(User, User.id == Presentation.presented_by_id)
                .join(Application, Application.id == Presentation.application_id)
            )
            # An act that was undone ended before it began: it never happened.
            .where(
                or_(
                    Presentation.ended_at.is_(None),
                    Presentation.ended_at >= Presentation.presented_at,
                )
            )
            .order_by(Presentation.id.desc())
        )
        for presentation, name, vacancy in self._latest(presentations):
            yield HistoryEvent("presented", "presented", presentation.presented_at, name, vacancy)
            if presentation.ended_at is not None:
                yield HistoryEvent("presented", "taken_back", presentation.ended_at, "", vacancy)

    def opened(self) -> Iterator[HistoryEvent]:
        """Which customer opened him for the first time, and what he took along."""
        openings = self._of_applications(
            select(Opening.opened_at, User.name, Vacancy.title)
            .join(User, User.id == Opening.customer_id)
            .join(Application, Application.id == Opening.application_id)
        ).order_by(Opening.opened_at.desc())
        for happened_at, name, vacancy in self._latest(openings):
            yield HistoryEvent("opened", "opened", happened_at, name, vacancy)
        taken = (
            self._of_applications(
                select(AuditEntry.act, AuditEntry.acted_at, User.name, Vacancy.title)
                .join(Application, Application.id == AuditEntry.object_id)
                .join(User, User.id == AuditEntry.actor_id)
            )
            .where(AuditEntry.object_kind == "application", AuditEntry.act.in_(DOWNLOADS))
            .order_by(AuditEntry.id.desc())
        )
        for act, happened_at, name, vacancy in self._latest(taken):
            yield HistoryEvent("opened", DOWNLOADS[act], happened_at, name, vacancy)

    def notes(self) -> Iterator[HistoryEvent]:
        """Notes written, and what became of them; one that was undone was never there."""
        undone = select(NoteChange.note_id).where(NoteChange.kind == "undone")
        written = self._beside_notes(
            select(Note.written_at, User.name, Vacancy.title)
            .join(User, User.id == Note.author_id)
            .where(Note.id.not_in(undone))
            .order_by(Note.id.desc())
        )
        for happened_at, name, vacancy in self._latest(written):
            yield HistoryEvent("notes", "written", happened_at, name, vacancy or "")
        became = self._beside_notes(
            select(NoteChange, User.name, Vacancy.title)
            .join(Note, Note.id == NoteChange.note_id)
            .join(User, User.id == NoteChange.changed_by_id)
            .where(Note.id.not_in(undone))
            .order_by(NoteChange.id.desc())
        )
        for change, name, vacancy in self._latest(became):
            what, when = f"note_{change.kind}", change.changed_at
            yield HistoryEvent("notes", what, when, name, vacancy or "", text=change.readers)

    def _latest(self, statement: AnySelect) -> Sequence[Any]:
        return self._work.rows(statement.limit(LATEST)).all()

    def _of_applications(self, statement: Any) -> Any:  # noqa: ANN401 - any select
        """Only what belongs to this candidate's applications, with their vacancies."""
        return statement.join(Vacancy, Vacancy.id == Application.vacancy_id).where(
            Application.candidate_id == self._candidate_id
        )

    def _beside_notes(self, statement: Any) -> Any:  # noqa: ANN401 - any select
        """Only this candidate's notes, with the vacancy of those that have one."""
        return (
            statement.join(Application, Application.id == Note.application_id, isouter=True)
            .join(Vacancy, Vacancy.id == Application.vacancy_id, isouter=True)
            .where(Note.candidate_id == self._candidate_id)
        )


def _of_a_file(
    what: str, happened_at: datetime, by: str, file: Attachment, vacancy: str = ""
) -> HistoryEvent:
    return HistoryEvent("attachments", what, happened_at, by, vacancy, text=file.file_name)
