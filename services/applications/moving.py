"""Linking candidates to vacancies, moving them between stages, taking a move back."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from db.keys import new_key
from db.models import Application, Candidate, Presentation, Stage, StageChange, Vacancy
from services import audit, notifications
from services.checks import check_text
from services.disclosure import tells_surname
from services.errors import Duplicate, NotFound, StageNotReachable, TooLate, VacancyClosed
from services.folding import tidy_lines
from services.leaks.checking import refuse_leaks
from services.permissions import Permission, allows, require
from services.vacancies.closed import refuse_closed
from services.work import Work

_LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class Moved:
    """A move that was made; `change_id` takes it back for a short while."""

    application_id: int
    change_id: int


def link(work: Work, *, candidate_id: int, vacancy_id: int) -> int:
    """Link a candidate to a vacancy "for us": into its first stage, seen by nobody else.

    Raises Duplicate (linked already), VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    work.one(Vacancy, vacancy_id)
    work.one(Candidate, candidate_id)
    if application_of(work, candidate_id=candidate_id, vacancy_id=vacancy_id) is not None:
        raise Duplicate(what="application")
    return add_application(work, candidate_id=candidate_id, vacancy_id=vacancy_id).id


def move(work: Work, *, application_id: int, to_stage_id: int, reason: str = "") -> Moved:
    """Move an application to another stage of its vacancy and tell those who follow it.

    Staff move a candidate into the light only by presenting him; moving him back behind the
    curtain takes him from the customers' sight at once. A customer moves only into stages
    that are open to him. Raises NotFound, NotAllowed, StageNotReachable, VacancyClosed, Invalid.
    """
    require(work.viewer, Permission.APPLICATIONS_MOVE)
    application = work.one(Application, application_id)
    refuse_closed(work, vacancy_id=application.vacancy_id)
    stage = work.one(Stage, to_stage_id)
    if stage.vacancy_id != application.vacancy_id or stage.removed_at is not None:
        raise NotFound(model="Stage")
    if work.viewer.is_customer and not stage.open_to_customers:
        raise StageNotReachable(reason="closed")
    if stage.seen_by_customers and application.presented_at is None:
        raise StageNotReachable(reason="present")
    check_text("reason", reason, _LONGEST_REASON)
    if stage.id == application.stage_id:  # a double click: he is there, nobody is told twice
        return Moved(application.id, _latest_change(work, application.id))
    change = change_stage(work, application, stage, reason=tidy_lines(reason))
    if not stage.seen_by_customers:
        behind_the_curtain(work, application)
    if work.viewer.is_customer:
        notifications.tell_recruiter(
            work,
            kind="moved",
            event=f"moved:{change.id}",
            application=application,
            stage_id=stage.id,
        )
    return Moved(application.id, change.id)


def undo_move(work: Work, *, change_id: int) -> None:
    """Take one's own latest move back, as if it had not been made.

    Raises TooLate (the moment has passed, or somebody moved the candidate since),
    ContactsFound (he would be shown again), VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_MOVE)
    change = work.one(StageChange, change_id)
    application = work.one(Application, change.application_id)
    if change.moved_by_id != work.viewer.user_id:
        raise NotFound(model="StageChange")
    refuse_closed(work, vacancy_id=application.vacancy_id)
    deadline = change.moved_at + timedelta(seconds=2 * work.settings.presenting.undo_seconds)
    moved_since = (
        application.stage_id != change.to_stage_id or application.moved_at != change.moved_at
    )
    if change.undone_at is not None or work.now > deadline or moved_since:
        raise TooLate
    if change.from_stage_id is None or _entered_the_light(work, change):
        raise TooLate
    before = work.one(Stage, change.from_stage_id)
    if before.removed_at is not None or _lit_up_since(work, application, change, before):
        raise TooLate
    change.undone_at = work.now
    application.stage_id = change.from_stage_id
    application.moved_at = work.now
    if not work.viewer.is_customer and before.seen_by_customers:
        _show_again(work, application, change)
    notifications.withdraw(work, event=f"moved:{change.id}")
    audit.record(work, "undo_move", "application", application.id)


def application_of(work: Work, *, candidate_id: int, vacancy_id: int) -> Application | None:
    """The application of this candidate for this vacancy, if the viewer reaches one."""
    found: Application | None = work.scalars(
        select(Application).where(
            Application.candidate_id == candidate_id,
            Application.vacancy_id == vacancy_id,
        ),
    ).one_or_none()
    return found


def add_application(work: Work, *, candidate_id: int, vacancy_id: int) -> Application:
    """Make the application in the vacancy's first stage, with the beginning of its history.

    Raises VacancyClosed, NotFound.
    """
    if work.one(Vacancy, vacancy_id).closed_at is not None:
        raise VacancyClosed(reason="linking")
    first = first_stage(work, vacancy_id=vacancy_id)
    application = work.add(
        Application(
            id=new_key(),
            candidate_id=candidate_id,
            vacancy_id=vacancy_id,
            stage_id=first.id,
            moved_at=work.now,
            created_at=work.now,
            created_by_id=work.viewer.user_id,
        ),
    )
    work.add(
        StageChange(
            id=new_key(),
            application_id=application.id,
            from_stage_id=None,
            to_stage_id=first.id,
            moved_at=work.now,
            moved_by_id=work.viewer.user_id,
        ),
    )
    audit.record(work, "link", "application", application.id)
    return application


def first_stage(work: Work, *, vacancy_id: int) -> Stage:
    """The stage in which candidates are linked, for staff alone. Raises NotFound."""
    first: Stage | None = work.scalars(
        select(Stage)
        .where(Stage.vacancy_id == vacancy_id, Stage.removed_at.is_(None))
        .order_by(Stage.position),
    ).first()
    if first is None:
        raise NotFound(model="Stage")
    return first


def change_stage(
    work: Work,
    application: Application,
    stage: Stage,
    *,
    reason: str = "",
) -> StageChange:
    """Write the move itself: the application's new stage and a line of its history."""
    change = work.add(
        StageChange(
            id=new_key(),
            application_id=application.id,
            from_stage_id=application.stage_id,
            to_stage_id=stage.id,
            moved_at=work.now,
            moved_by_id=work.viewer.user_id,
            reason=reason,
            surname_told=tells_surname(work, application.candidate_id),
        ),
    )
    application.stage_id = stage.id
    application.moved_at = work.now
    audit.record(work, "move", "application", application.id, to=stage.id)
    return change


def _latest_change(work: Work, application_id: int) -> int:
    latest = work.scalars(
        select(StageChange.id)
        .where(StageChange.application_id == application_id, StageChange.undone_at.is_(None))
        .order_by(StageChange.id.desc()),
    ).first()
    return int(latest or 0)


def _entered_the_light(work: Work, change: StageChange) -> bool:
    """Whether it was an act of presenting: that is undone as a whole (`undo_presenting`)."""
    before, after = work.one(Stage, change.from_stage_id or 0), work.one(Stage, change.to_stage_id)
    return after.seen_by_customers and not before.seen_by_customers


def _lit_up_since(work: Work, application: Application, change: StageChange, before: Stage) -> bool:
    """Whether customers see by now the stage he came from, in which they never saw him."""
    if not before.seen_by_customers or application.presented_at is not None:
        return False
    ended = _presentations(work, application.id, ended=True)
    return all(presentation.ended_at != change.moved_at for presentation in ended)


def behind_the_curtain(work: Work, application: Application) -> None:
    """Take an application from the customers' sight: it is presented no more."""
    application.presented_at = None
    for presentation in _presentations(work, application.id, ended=False):
        presentation.ended_at = work.now
    notifications.wake_customers(work, vacancy_id=application.vacancy_id)


def _show_again(work: Work, application: Application, change: StageChange) -> None:
    """Undoing a move behind the curtain lights the candidate again, as he was before."""
    if not allows(work.viewer, Permission.APPLICATIONS_PRESENT):
        return
    ended = _presentations(work, application.id, ended=True)
    again = [presentation for presentation in ended if presentation.ended_at == change.moved_at]
    if again:
        shown = (application.candidate_id,)
        refuse_leaks(work, vacancy_id=application.vacancy_id, candidate_ids=shown)
    for presentation in again:
        presentation.ended_at = None
        application.presented_at = presentation.presented_at
    notifications.wake_customers(work, vacancy_id=application.vacancy_id)


def _presentations(work: Work, application_id: int, *, ended: bool) -> list[Presentation]:
    is_ended = Presentation.ended_at.is_not(None) if ended else Presentation.ended_at.is_(None)
    return list(
        work.scalars(
            select(Presentation).where(Presentation.application_id == application_id, is_ended),
        ),
    )
