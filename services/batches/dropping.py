"""Dropping files, looking at them while they are read, saying what becomes of each, cancelling.

Whoever may add candidates may drop files. What he dropped is his alone: nobody else has a way
to it, and it goes with his session, or a day after he last touched it.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from db.models import Vacancy
from services.access.sessions import who_is_here
from services.batches.batch import Batch, BatchFile, Dropped, Owner, Plan
from services.batches.taking import batch_from
from services.candidates.forms import CandidateForm
from services.candidates.vocabulary import vocabulary
from services.errors import BatchRefused, Invalid, NotFound
from services.installation import Installation
from services.permissions import Permission, require
from services.viewer import DOORKEEPER, Viewer
from services.work import reading


def drop(
    installation: Installation,
    viewer: Viewer,
    *,
    files: Sequence[Dropped],
    vacancy_id: int | None = None,
    too_large: Sequence[str] = (),
) -> None:
    """Take the files to read them beside the pages; nothing is saved by it.

    The first twenty are taken. What cannot be read at all is said of each file by its name;
    `too_large` are the names of those that did not even arrive.
    Raises BatchRefused (no_files, one_open, desk_full), CannotStore, NotFound (the vacancy),
    NotAllowed.
    """
    require(viewer, Permission.CANDIDATES_MANAGE)
    if not files:
        raise BatchRefused(reason="no_files")
    _bring_back(installation, viewer)
    with reading(installation, viewer) as work:
        if vacancy_id is not None:
            work.one(Vacancy, vacancy_id)
        skills = vocabulary(work).skills
    batch = batch_from(files, vacancy_id=vacancy_id, too_large=too_large)
    installation.desk.put(owner_of(viewer), batch, skills)


def batch_of(installation: Installation, viewer: Viewer) -> Batch | None:
    """What the viewer has dropped in this session, as it stands now. Raises NotAllowed.

    After a restart it is read again, and what was typed and said of it stands.
    """
    require(viewer, Permission.CANDIDATES_MANAGE)
    _bring_back(installation, viewer)
    return installation.desk.look(owner_of(viewer))


def cancel(installation: Installation, viewer: Viewer) -> None:
    """Drop what is not saved yet, with all that was read and typed. Raises NotAllowed."""
    require(viewer, Permission.CANDIDATES_MANAGE)
    installation.desk.take_away(owner_of(viewer))


def type_into(
    installation: Installation, viewer: Viewer, *, batch_id: int, number: int, form: CandidateForm
) -> None:
    """Keep what was typed about the candidate of a file. Raises NotFound, NotAllowed."""
    require(viewer, Permission.CANDIDATES_MANAGE)
    _change(
        installation, viewer, batch_id, number, lambda file: replace(file, typed=form, problem=None)
    )


def decide(
    installation: Installation,
    viewer: Viewer,
    *,
    batch_id: int,
    number: int,
    plan: Plan,
    candidate_id: int | None = None,
) -> None:
    """Say what becomes of a file: a new candidate, a new original of this one, or nothing.

    Raises Invalid (nobody named to be updated), NotFound, NotAllowed.
    """
    require(viewer, Permission.CANDIDATES_MANAGE)
    if (plan == "update") != (candidate_id is not None):
        raise Invalid(candidates="required")
    _change(
        installation,
        viewer,
        batch_id,
        number,
        lambda file: replace(file, plan=plan, update_id=candidate_id, problem=None),
    )


def drop_ended(installation: Installation) -> None:
    """Drop the batches of those who have signed out or were blocked, and those left alone."""
    if not installation.desk.is_empty():
        with reading(installation, DOORKEEPER) as work:
            here = who_is_here(work)
        installation.desk.tidy(here)


def owner_of(viewer: Viewer) -> Owner:
    """A batch belongs to the session it was dropped in."""
    return viewer.user_id, viewer.session_id


def _bring_back(installation: Installation, viewer: Viewer) -> None:
    def skills() -> Collection[str]:
        with reading(installation, viewer) as work:
            return vocabulary(work).skills

    installation.desk.bring_back(owner_of(viewer), skills)


def _change(
    installation: Installation,
    viewer: Viewer,
    batch_id: int,
    number: int,
    change: Callable[[BatchFile], BatchFile],
) -> None:
    """Change a file that waits to be confirmed; what is saved or read now stays as it is."""

    def checked(file: BatchFile) -> BatchFile | None:
        return change(file) if file.state == "ready" else None

    if installation.desk.change(owner_of(viewer), batch_id, number, checked) is None:
        raise NotFound(model="BatchFile")
