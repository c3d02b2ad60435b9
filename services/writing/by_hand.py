"""Writing to a candidate by hand: a refusal, an offer, or whatever there is to say."""

from collections.abc import Sequence

from sqlalchemy import select

from db.models import Application, Candidate, Letter
from services import audit
from services.checks import check_choice
from services.errors import NotFound, TooLate
from services.interviews.told import take_back
from services.mail.letters import LaidOut
from services.notes.telling import told_from
from services.permissions import Permission, require
from services.work import Work
from services.writing.attachments import ChosenFile, attach, keep_files
from services.writing.letters import NOTHING, CandidateLetter, laid_out_for, send

#: The kinds that are written without an interview.
KINDS = ("free", "refusal", "offer")


def write(
    work: Work,
    *,
    application_id: int,
    kind: str,
    letter: CandidateLetter,
    letter_id: int | None = None,
    files: Sequence[ChosenFile] = (),
) -> int:
    """Write to the candidate; it leaves once it can no longer be taken back. Returns its key.

    `letter_id` is a key made beforehand: a form that is sent twice makes one letter.
    Raises Invalid, UnknownPlaceholder, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    application = work.one(Application, application_id)
    if work.one(Candidate, application.candidate_id).archived_at is not None:
        raise NotFound(model="Application")
    check_choice("kind", kind, KINDS)
    if letter_id is not None and _made_before(work, letter_id, application.candidate_id):
        return letter_id
    kept = keep_files(work, files, candidate_id=application.candidate_id)
    key = send(
        work, application, letter, kind=kind, send_after=told_from(work), letter_id=letter_id
    )
    attach(work, key, kept)
    audit.record(work, "write", "letter", key, application_id=application_id, kind=kind)
    return key


def preview_letter(work: Work, *, application_id: int, letter: CandidateLetter) -> LaidOut:
    """The letter exactly as it would go out now.

    Raises Invalid, UnknownPlaceholder, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    return laid_out_for(work, work.one(Application, application_id), letter, NOTHING)[0]


def undo_writing(work: Work, *, letter_id: int) -> None:
    """Take it back before it leaves. Raises TooLate, NotFound, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    letter = work.one(Letter, letter_id)
    if letter.kind not in {*KINDS, "customer"} or letter.created_by_id != work.viewer.user_id:
        raise NotFound(model="Letter")
    if letter.state != "queued" or work.now >= letter.send_after:
        raise TooLate
    take_back(work, [letter])
    audit.record(work, "undo", "letter", letter_id)


def _made_before(work: Work, letter_id: int, candidate_id: int) -> bool:
    """Whether the form has been sent already: then the letter is there, to this candidate."""
    found = work.scalars(select(Letter).where(Letter.id == letter_id)).first()
    if found is not None and found.candidate_id != candidate_id:
        raise NotFound(model="Letter")
    return found is not None
