"""Attachments of a candidate: received, opened to a vacancy's customers one by one, hidden again.

Whoever may read contacts gets the file as it came. From whom they are hidden gets its text made
anew, cut like every text (`resumes/paper`): no check proves that a file carries nothing. What
could not be read is not there for him.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import defer

from db.keys import new_key
from db.models import Application, Attachment, AttachmentOpening, Candidate, Vacancy
from services import audit
from services.candidates.resumes import Download, file_name
from services.disclosure import disclosure
from services.documents import LIMITS, read_document
from services.documents.reading import MEDIA_TYPES
from services.errors import DocumentRefused, Invalid, NotFound
from services.leaks.checking import refuse_leaks_in_attachment
from services.markup import clean_html
from services.notes.telling import told_from
from services.notifications.telling import tell_customers, wake_customers, withdraw
from services.permissions import Permission, require
from services.work import AnySelect, Work

# What is kept although it cannot be read here; whatever else is refused is not taken.
_KEPT_UNREAD = {
    "picture", "archive", "encrypted", "damaged", "too_many_pages", "unpacks_too_large",
    "took_too_long", "wrong_type",
}  # fmt: skip
_ANY_FILE = "application/octet-stream"
_KNOWN_TYPES = frozenset(MEDIA_TYPES.values())
_MOST = 50
# As of a version for customers: the text is looked through for contacts while others wait to write.
_LONGEST_TEXT = 400_000


@dataclass(frozen=True, slots=True)
class ReadFile:
    """An uploaded file, read as far as it can be read: its text, not what stands beside it."""

    name: str
    content: bytes
    media_type: str = _ANY_FILE
    html: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attachment as staff see it; `opened_to` are vacancies: key and title."""

    id: int
    file_name: str
    media_type: str
    size: int
    readable: bool
    received_at: datetime
    opened_to: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class OpenedAttachment:
    """An attachment as a customer sees it; `remade`: he gets its text, made anew."""

    id: int
    name: str
    size: int
    remade: bool


def read_attachment(name: str, content: bytes, *, scans: bool = False) -> ReadFile:
    """Read an uploaded file as far as it goes. Runs outside of units of work.

    Raises Invalid (files "file_empty", "file_too_large", "not_attachable").
    """
    if not content:
        raise Invalid(files="file_empty")
    if len(content) > LIMITS.size:
        raise Invalid(files="file_too_large")
    try:
        read = read_document(name, content, scans=scans)
    except DocumentRefused as refused:
        if refused.fields["reason"] not in _KEPT_UNREAD:
            raise Invalid(files="not_attachable") from refused
        return ReadFile(name, content)
    return ReadFile(name, content, read.media_type, read.html, read.text)


def attach(work: Work, *, candidate_id: int, file: ReadFile) -> int:
    """Keep a file beside the candidate's resumes, for staff alone.

    A text that is too long to be looked through counts as none that was read.

    Raises Invalid (files "too_many"), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    if work.scalar(select(func.count(Attachment.id)).where(_whose(candidate_id))) >= _MOST:
        raise Invalid(files="too_many")
    html = text_to_keep(file)
    row = work.add(
        Attachment(
            id=new_key(),
            candidate_id=candidate_id,
            file_name=file_name(file.name),
            media_type=file.media_type if file.media_type in _KNOWN_TYPES else _ANY_FILE,
            size=len(file.content),
            sha256=hashlib.sha256(file.content).hexdigest(),
            stored_as=work.files.put(file.content),
            readable=bool(html),
            html=html,
            received_at=work.now,
            received_by_id=work.viewer.user_id,
        ),
    )
    audit.record(work, "attach", "attachment", row.id, candidate_id=candidate_id)
    return row.id


def text_to_keep(file: ReadFile) -> str:
    """What is kept of its text; "" where there is none, or too much to be looked through."""
    readable = bool(file.text.strip()) and len(file.html) <= _LONGEST_TEXT
    return clean_html(file.html) if readable else ""


def attachments(work: Work, *, candidate_id: int) -> list[AttachmentView]:
    """The candidate's attachments, newest first, and where they are opened.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    rows = work.scalars(_of(candidate_id)).all()
    places: dict[int, list[tuple[int, str]]] = defaultdict(list)
    opened = (
        select(AttachmentOpening.attachment_id, Vacancy.id, Vacancy.title)
        .join(Vacancy, Vacancy.id == AttachmentOpening.vacancy_id)
        .where(
            AttachmentOpening.attachment_id.in_([row.id for row in rows]),
            AttachmentOpening.hidden_at.is_(None),
        )
        .distinct()  # by two at the same moment, before openings were counted
        .order_by(Vacancy.title, Vacancy.id)
    )
    for attachment_id, vacancy_id, title in work.rows(opened) if rows else ():
        places[attachment_id].append((vacancy_id, title))
    return [
        AttachmentView(
            *(row.id, row.file_name, row.media_type, row.size, row.readable, row.received_at),
            opened_to=tuple(places[row.id]),
        )
        for row in rows
    ]


def open_attachment(
    work: Work, *, attachment_id: int, vacancy_id: int, without_contacts: bool = False
) -> None:
    """Open an attachment to the customers of a vacancy, while they see the candidate there.

    They are told of it once it cannot be taken for a slip any more (`told_from`).
    Does nothing where it is open; of two at the same moment one is refused as Duplicate. Raises
    NotFound (also where he is not linked to the vacancy), ContactsFound (in its name or text,
    unless it is said that those from whom they are hidden get it `without_contacts`), NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    attachment = _standing(work, attachment_id)
    linked = select(Application).where(
        Application.candidate_id == attachment.candidate_id, Application.vacancy_id == vacancy_id
    )
    application = work.scalars(linked).first()
    if application is None:
        raise NotFound(model="Application")
    earlier = _openings(work, attachment_id, vacancy_id)
    if any(row.hidden_at is None for row in earlier):
        return
    if not without_contacts:
        refuse_leaks_in_attachment(work, attachment, vacancy_id=vacancy_id)
    opening = work.add(
        AttachmentOpening(
            id=new_key(),
            attachment_id=attachment_id,
            vacancy_id=vacancy_id,
            opened_at=work.now,
            opened_by_id=work.viewer.user_id,
            number=len(earlier) + 1,
            without_contacts=without_contacts,
        )
    )
    wake_customers(work, vacancy_id=vacancy_id)
    _tell(work, opening, application, readable=attachment.readable)
    audit.record(work, "open", "attachment", attachment_id, vacancy_id=vacancy_id)


def hide_attachment(work: Work, *, attachment_id: int, vacancy_id: int) -> None:
    """Hide an attachment from the customers of a vacancy again. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    _standing(work, attachment_id)
    if _hide(work, _openings(work, attachment_id, vacancy_id)):
        audit.record(work, "hide", "attachment", attachment_id, vacancy_id=vacancy_id)


def take_away_attachment(work: Work, *, attachment_id: int) -> None:
    """Take an attachment away: nobody sees it any more, its row and its bytes stay.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    attachment = _standing(work, attachment_id)
    attachment.archived_at = work.now
    _hide(work, _openings(work, attachment_id))
    audit.record(work, "archive", "attachment", attachment_id)


def event_of(opening: AttachmentOpening) -> str:
    """What it is told by; the scope reads it (`resume_scope.OPENING_EVENT`)."""
    return f"attachment:{opening.id}:"


def opened_attachments(work: Work, *, application_id: int) -> list[OpenedAttachment]:
    """What is opened to the customers of the application's vacancy, as this viewer reads it.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_READ)
    application = work.one(Application, application_id)
    candidate_id = application.candidate_id
    opened = select(AttachmentOpening.attachment_id).where(
        AttachmentOpening.vacancy_id == application.vacancy_id,
        AttachmentOpening.hidden_at.is_(None),
    )
    rows = work.scalars(_of(candidate_id).where(Attachment.id.in_(opened))).all()
    if not rows:
        return []
    rules, remade = disclosure(work, [candidate_id]), work.viewer.contacts_hidden
    return [
        OpenedAttachment(row.id, rules.text(candidate_id, row.file_name), row.size, remade)
        for row in rows
    ]


def download_attachment(work: Work, *, attachment_id: int) -> Download:
    """The file as it came. Raises NotFound (also where contacts are hidden), NotAllowed."""
    require(work.viewer, Permission.ORIGINALS_READ)
    row = _standing(work, attachment_id)
    if work.viewer.contacts_hidden:
        raise NotFound(model="Attachment")
    return Download(row.file_name, row.media_type, work.files.read(row.stored_as))


def _whose(candidate_id: int) -> ColumnElement[bool]:
    return and_(Attachment.candidate_id == candidate_id, Attachment.archived_at.is_(None))


def _of(candidate_id: int) -> AnySelect:
    """The candidate's, newest first, without what was read of them: lists show none of it."""
    return (
        select(Attachment)
        .options(defer(Attachment.html))
        .where(_whose(candidate_id))
        .order_by(Attachment.id.desc())
    )


def _standing(work: Work, attachment_id: int) -> Attachment:
    """The attachment, unless it was taken away."""
    row = work.one(Attachment, attachment_id)
    if row.archived_at is not None:
        raise NotFound(model="Attachment")
    return row


def _tell(
    work: Work, opening: AttachmentOpening, application: Application, *, readable: bool
) -> None:
    """Tell those who get something of it; where he is not presented, it comes along with him."""
    if application.presented_at is None:
        return
    tell_customers(
        work,
        kind="attachment",
        event=event_of(opening),
        application=application,
        due_at=max(told_from(work), application.presented_at),
        contacts="any" if readable else "open",
    )


def _hide(work: Work, openings: Sequence[AttachmentOpening]) -> bool:
    """Hide it where it is still open; tells whether it was anywhere."""
    standing = [one for one in openings if one.hidden_at is None]
    for one in standing:
        one.hidden_at, one.hidden_by_id = work.now, work.viewer.user_id
        withdraw(work, event=event_of(one))
        wake_customers(work, vacancy_id=one.vacancy_id)
    return bool(standing)


def _openings(
    work: Work, attachment_id: int, vacancy_id: int | None = None
) -> list[AttachmentOpening]:
    """Where it was ever opened: in this vacancy, or in any."""
    rows = select(AttachmentOpening).where(AttachmentOpening.attachment_id == attachment_id)
    if vacancy_id is not None:
        rows = rows.where(AttachmentOpening.vacancy_id == vacancy_id)
    return list(work.scalars(rows))
