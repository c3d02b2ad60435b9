"""Saving a batch: each file a unit of work of its own, none of them twice."""

from dataclasses import dataclass, replace

from services.batches.batch import BatchFile
from services.batches.dropping import batch_of, owner_of
from services.batches.knowing import known_in
from services.batches.proposed import form_of
from services.candidates.intake import take_in, update
from services.candidates.resumes import ReceivedFile, resumes_of
from services.candidates.updating import merged
from services.documents import Proposal
from services.errors import CandelaError, KnownAlready, NotFound
from services.folding import tidy
from services.installation import Installation
from services.permissions import Permission, require
from services.viewer import Viewer
from services.work import Work, perform


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one press has done: how many candidates were added, updated, and refused."""

    added: int = 0
    updated: int = 0
    refused: int = 0


def is_due(file: BatchFile) -> bool:
    """Whether the file would be saved now: it is read, not left out, and has a first name."""
    if file.state != "ready" or file.plan == "skip":
        return False
    return file.plan == "update" or bool(tidy(form_of(file).first_name))


def save(installation: Installation, viewer: Viewer) -> Outcome:
    """Save every file of the viewer's batch that is due, one by one.

    What one of them is refused for stands at it, and the others are saved. Whoever looks like
    somebody in the base waits until it is said what becomes of him. Pressed twice at once, or
    again: no file is saved a second time. Raises NotAllowed.
    """
    require(viewer, Permission.CANDIDATES_MANAGE)
    owner, desk = owner_of(viewer), installation.desk
    batch, done = batch_of(installation, viewer), Outcome()
    if batch is None:
        return done
    for number in [one.number for one in batch.files]:
        file = desk.claim(owner, batch.id, number, is_due)
        if file is None:
            continue
        settled = file
        try:
            settled = _saved(installation, viewer, file, batch.vacancy_id)
        finally:
            desk.settle(owner, batch.id, settled)
        done = _counted(done, settled)
    return done


def save_file(work: Work, *, file: BatchFile, vacancy_id: int | None) -> int:
    """Make a candidate of a file, or give it to the one it is said to be of; link him.

    Raises KnownAlready (he looks like somebody, and nobody has said), Invalid, NotFound,
    NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    if file.document is None:
        raise NotFound(model="BatchFile")
    received = ReceivedFile(file.name, file.content, file.document)
    if file.plan == "update" and file.update_id is not None:
        _update(work, file.update_id, file, received, vacancy_id)
        return file.update_id
    if file.plan == "" and known_in(work, [file])[file.number]:
        raise KnownAlready
    return take_in(work, form=form_of(file), file=received, vacancy_id=vacancy_id)


def _update(
    work: Work,
    candidate_id: int,
    file: BatchFile,
    received: ReceivedFile,
    vacancy_id: int | None,
) -> None:
    """Add to him what he lacks; the file is his newest original, unless it is that already."""
    now = merged(work, candidate_id=candidate_id, form=form_of(file))
    original = resumes_of(work, candidate_id=candidate_id).original
    has_it = original is not None and original.sha256 == file.sha256
    update(
        work,
        candidate_id=candidate_id,
        form=now.form,
        version=now.version,
        file=None if has_it else received,
        vacancy_id=vacancy_id,
        came_again=True,
    )


def _saved(
    installation: Installation, viewer: Viewer, file: BatchFile, vacancy_id: int | None
) -> BatchFile:
    """The file as it is after the attempt to save it."""
    try:
        candidate_id = perform(installation, viewer, save_file, file=file, vacancy_id=vacancy_id)
    except CandelaError as error:
        return replace(file, problem=error)
    return replace(
        file,
        state="saved",
        typed=form_of(file),
        candidate_id=candidate_id,
        problem=None,
        content=b"",
        document=None,
        proposal=Proposal(),
    )


def _counted(done: Outcome, file: BatchFile) -> Outcome:
    if file.state != "saved":
        return replace(done, refused=done.refused + 1)
    if file.plan == "update":
        return replace(done, updated=done.updated + 1)
    return replace(done, added=done.added + 1)
