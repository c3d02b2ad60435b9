"""Originals that held no text when they came, read again: what was missing then may be there now.

The file itself is never touched: what was read of it is kept beside it, as on the day it came.
"""

from db.models import ResumeOriginal
from services import audit
from services.candidates.resumes import OriginalView
from services.documents import ReadDocument
from services.documents.converters import installed, reader_of_scans
from services.documents.reading import MEDIA_TYPES
from services.errors import NotFound
from services.permissions import Permission, require
from services.work import Work


def could_be_read(original: OriginalView, *, scans: bool) -> bool:
    """Whether this server has by now what it takes; `scans`: they are to be read here."""
    if original.readable:
        return False
    if original.media_type == MEDIA_TYPES["doc"]:
        return bool(installed())
    return original.media_type == MEDIA_TYPES["pdf"] and scans and reader_of_scans() is not None


def unread_original(work: Work, *, original_id: int) -> bytes:
    """The bytes of an original without text. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    return work.files.read(_unread(work, original_id).stored_as)


def keep_what_was_read(work: Work, *, original_id: int, document: ReadDocument) -> bool:
    """Keep the text of an original that had none; tells whether there is any.

    Raises NotFound (also where somebody has read it meanwhile), NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    original = _unread(work, original_id)
    if not document.readable:
        return False
    original.readable, original.html = True, document.html
    audit.record(
        work, "read_again", "resume_original", original_id, candidate_id=original.candidate_id
    )
    return True


def _unread(work: Work, original_id: int) -> ResumeOriginal:
    original = work.one(ResumeOriginal, original_id)
    if original.readable:
        raise NotFound(model="ResumeOriginal")
    return original
