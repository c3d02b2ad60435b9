"""Presenting: one act, one dialog, one batch, and a short while to take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from db.keys import new_key
from db.models import (
    Application,
    Candidate,
    Note,
    NoteReader,
    Presentation,
    Stage,
    StageChange,
    Vacancy,
)
from services import audit, notifications
from services.applications.moving import (
    add_application,
    application_of,
    change_stage,
    first_stage,
)
from services.applications.to_present import LONGEST_MESSAGE
from services.candidates.resumes import resumes_of
from services.checks import check_text
from services.errors import Invalid, NotFound, StageNotReachable, TooLate
from services.folding import tidy_lines
from services.leaks.checking import refuse_leaks
from services.notes.readers import open_to, readers_of_vacancy
from services.permissions import Permission, require
from services.work import Work

_MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Presented:
    """An act of presenting: `batch` takes it back until `undo_until`."""

    batch: int
    candidates: int
    undo_until: datetime


def present(
    work: Work,
    *,
    vacancy_id: int,
    candidate_ids: Sequence[int],
    to_stage_id: int | None = None,
    message: str = "",
) -> Presented:
    """Present candidates to the customers of a vacancy (decision 6), linking them if needed.

    They are seen and told of once the undo window has passed. Words from the recruiter become
    a note opened to those customers. Raises Invalid (nobody, too many, all presented already),
    ContactsFound (they would be seen by whom they are hidden from), VacancyClosed (who would be
    linked first), StageNotReachable, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    check_text("message", message, LONGEST_MESSAGE)
    wanted = list(dict.fromkeys(candidate_ids))
    if not wanted or len(wanted) > _MOST_AT_ONCE:
        raise Invalid(candidates="required" if not wanted else "too_many")
    work.one(Vacancy, vacancy_id)
    stage = _stage(work, vacancy_id, to_stage_id)
    at = work.now + timedelta(seconds=work.settings.presenting.undo_seconds)
    batch, said = new_key(), tidy_lines(message)
    waiting = []
    for candidate_id in wanted:
        work.one(Candidate, candidate_id)
        application = application_of(work, candidate_id=candidate_id, vacancy_id=vacancy_id)
        if application is None:
            application = add_application(work, candidate_id=candidate_id, vacancy_id=vacancy_id)
        if application.presented_at is None:
            waiting.append(application)
    if not waiting:
        raise Invalid(candidates="presented_already")
    # In this very unit of work: what has changed since the dialog was read is looked through, too.
    ids = [application.candidate_id for application in waiting]
    refuse_leaks(work, vacancy_id=vacancy_id, candidate_ids=ids, words=said)
    for application in waiting:
        _present_one(work, application, stage, batch=batch, at=at, message=said)
    return Presented(batch, len(waiting), at)


def undo_presenting(work: Work, *, batch: int) -> None:
    """Take an act of presenting back before anyone saw it or was told.

    Raises TooLate, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    presentations = work.scalars(
        select(Presentation).where(
            Presentation.batch == batch,
            Presentation.presented_by_id == work.viewer.user_id,
        ),
    ).all()
    if not presentations:
        raise NotFound(model="Presentation")
    for presentation in presentations:
        if presentation.ended_at is not None or presentation.presented_at <= work.now:
            raise TooLate
    for presentation in presentations:
        _undo_one(work, presentation)


def _present_one(
    work: Work,
    application: Application,
    stage: Stage,
    *,
    batch: int,
    at: datetime,
    message: str,
) -> None:
    work.flush()
    change_stage(work, application, stage)
    application.presented_at = at
    version = resumes_of(
        work, candidate_id=application.candidate_id, vacancy_id=application.vacancy_id
    ).version
    presentation = work.add(
        Presentation(
            id=new_key(),
            batch=batch,
            application_id=application.id,
            vacancy_id=application.vacancy_id,
            resume_version_id=version.id if version else None,
            digest=version.digest if version else "",
            message=message,
            presented_by_id=work.viewer.user_id,
            presented_at=at,
        ),
    )
    if message:
        _write_message(work, application, message)
    notifications.tell_customers(
        work,
        kind="presented",
        event=f"presented:{presentation.id}",
        application=application,
        due_at=at,
    )
    work.wake(work.viewer.user_id, at)
    audit.record(work, "present", "application", application.id, batch=batch)


def _write_message(work: Work, application: Application, message: str) -> None:
    note = work.add(
        Note(
            id=new_key(),
            candidate_id=application.candidate_id,
            application_id=application.id,
            author_id=work.viewer.user_id,
            body=message,
            written_at=work.now,
        ),
    )
    open_to(work, note.id, readers_of_vacancy(work, vacancy_id=application.vacancy_id))


def _undo_one(work: Work, presentation: Presentation) -> None:
    application = work.one(Application, presentation.application_id)
    presentation.ended_at = work.now
    _take_back(work, application)
    application.presented_at = None
    if presentation.message:
        _hide_message(work, application, presentation.message)
    notifications.withdraw(work, event=f"presented:{presentation.id}")
    audit.record(work, "undo_presenting", "application", application.id)


def _take_back(work: Work, application: Application) -> None:
    """Take him back to where he stood before: the moves made since then were seen by nobody."""
    moves = work.rows(
        select(StageChange, Stage)
        .join(Stage, Stage.id == StageChange.from_stage_id)
        .where(StageChange.application_id == application.id, StageChange.undone_at.is_(None))
        .order_by(StageChange.id.desc()),
    )
    for change, before in moves:
        change.undone_at = application.moved_at = work.now
        application.stage_id = change.from_stage_id
        if not before.seen_by_customers and before.removed_at is None:
            return
    # The stage he came from is gone or lit by now: the first one is always for staff.
    application.stage_id = first_stage(work, vacancy_id=application.vacancy_id).id


def _hide_message(work: Work, application: Application, message: str) -> None:
    """The recruiter's words stay as a note, but nobody was to read them any more."""
    readers = work.scalars(
        select(NoteReader)
        .join(Note, Note.id == NoteReader.note_id)
        .where(
            Note.application_id == application.id,
            Note.author_id == work.viewer.user_id,
            Note.body == message,
        ),
    )
    for reader in readers:
        work.remove(reader)


def _stage(work: Work, vacancy_id: int, to_stage_id: int | None) -> Stage:
    """The stage chosen, or the first one that customers see."""
    lit: list[Stage] = list(
        work.scalars(
            select(Stage)
            .where(
                Stage.vacancy_id == vacancy_id,
                Stage.seen_by_customers,
                Stage.removed_at.is_(None),
            )
            .order_by(Stage.position),
        )
    )
    if to_stage_id is None and lit:
        return lit[0]
    for stage in lit:
        if stage.id == to_stage_id:
            return stage
    raise StageNotReachable(reason="closed")
