"""Files that held no text when they came, read again: what was missing then may be there now.

The file itself is never touched: what was read of it is kept beside it, as on the day it came.
"""

from sqlalchemy import select

from db.models import (
    Application,
    Attachment,
    AttachmentOpening,
    Notification,
    ResumeOriginal,
)
from services import audit
from services.candidates.attachments import AttachmentView, ReadFile, event_of, text_to_keep
from services.candidates.resumes import OriginalView
from services.documents import ReadDocument
from services.documents.converters import installed, reader_of_scans
from services.documents.reading import MEDIA_TYPES
from services.errors import NotFound
from services.leaks.checking import refuse_leaks_in_attachment
from services.notes.telling import told_from
from services.notifications.telling import tell_customers, wake_customers
from services.permissions import Permission, require
from services.work import Work


def could_be_read(file: OriginalView | AttachmentView, *, scans: bool) -> bool:
    """Whether this server has by now what it takes; `scans`: they are to be read here."""
    if file.readable:
        return False
    if file.media_type == MEDIA_TYPES["doc"]:
        return bool(installed())
    return file.media_type == MEDIA_TYPES["pdf"] and scans and reader_of_scans() is not None


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


def unread_attachment(work: Work, *, attachment_id: int) -> bytes:
    """The bytes of an attachment without text. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    return work.files.read(_unread_attachment(work, attachment_id).stored_as)


def keep_what_was_read_of_attachment(work: Work, *, attachment_id: int, file: ReadFile) -> bool:
    """Keep the text of an attachment that had none; tells whether there is any.

    Whoever may not read contacts gets its text where it is opened already: it is looked through
    first, and he is told. Raises ContactsFound, NotFound (also where somebody has read it
    meanwhile), NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    row = _unread_attachment(work, attachment_id)
    html = text_to_keep(file)
    if not html:
        return False
    row.readable, row.html = True, html
    standing = select(AttachmentOpening).where(
        AttachmentOpening.attachment_id == attachment_id, AttachmentOpening.hidden_at.is_(None)
    )
    for opening in work.scalars(standing).all():
        if not opening.without_contacts:
            refuse_leaks_in_attachment(work, row, vacancy_id=opening.vacancy_id)
        wake_customers(work, vacancy_id=opening.vacancy_id)
        _tell_left_out(work, opening, candidate_id=row.candidate_id)
    audit.record(work, "read_again", "attachment", attachment_id, candidate_id=row.candidate_id)
    return True


def _tell_left_out(work: Work, opening: AttachmentOpening, *, candidate_id: int) -> None:
    """Tell those for whom there was nothing when it was opened; nobody hears of it twice."""
    linked = select(Application).where(
        Application.candidate_id == candidate_id,
        Application.vacancy_id == opening.vacancy_id,
        Application.presented_at.is_not(None),
    )
    application = work.scalars(linked).first()
    if application is None:  # it comes along with him
        return
    event = event_of(opening)
    told = select(Notification.recipient_id).where(Notification.event == event)
    tell_customers(
        work,
        kind="attachment",
        event=event,
        application=application,
        due_at=max(told_from(work), application.presented_at),
        contacts="hidden",
        besides=set(work.scalars(told)),
    )


def _unread_attachment(work: Work, attachment_id: int) -> Attachment:
    row = work.one(Attachment, attachment_id)
    if row.readable or row.archived_at is not None:
        raise NotFound(model="Attachment")
    return row


def _unread(work: Work, original_id: int) -> ResumeOriginal:
    original = work.one(ResumeOriginal, original_id)
    if original.readable:
        raise NotFound(model="ResumeOriginal")
    return original
