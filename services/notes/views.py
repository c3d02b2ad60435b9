"""Notes as their viewer reads them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from db.models import Application, Candidate, Company, Note, NoteChange, NoteReader, User, Vacancy
from services.disclosure import disclosure
from services.notes.changing import EDITED_FOR
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class NoteChangeView:
    """What became of a note, for staff: edited, opened, hidden, withdrawn.

    `body` are the words before they were edited, `readers` whom it was opened to.
    """

    kind: str
    by: str
    changed_at: datetime
    body: str
    readers: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as this viewer reads it.

    `side` is "hidden" (staff only), "opened" (staff's, opened to `readers`) or "customer"
    (a customer's). `readers` names companies and customers for staff; a customer is told only
    of his own side. `body` is plain text, empty for a withdrawn note, which only staff are told
    of. `opens_at` lies ahead while opening it can be undone; `changes` are staff's to read.
    """

    id: int
    candidate_id: int
    side: str
    body: str
    author_id: int
    author: str
    author_company: str
    written_at: datetime
    vacancy: str
    application_id: int | None
    readers: tuple[str, ...]
    reply_to_id: int | None
    edited_at: datetime | None
    withdrawn_at: datetime | None
    opens_at: datetime | None
    version: int
    own: bool
    may_edit: bool
    changes: tuple[NoteChangeView, ...]


@dataclass(frozen=True, slots=True)
class _Readers:
    names: tuple[str, ...] = ()
    opens_at: datetime | None = None


def notes(
    work: Work,
    *,
    candidate_id: int,
    application_id: int | None = None,
    author_id: int | None = None,
) -> list[NoteView]:
    """The candidate's notes, oldest first; with an application: its notes and the general ones.

    With an author, his alone. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.NOTES_READ)
    work.one(Candidate, candidate_id)
    statement = (
        select(Note, User, Company.name, Vacancy.title)
        .join(User, User.id == Note.author_id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .join(Application, Application.id == Note.application_id, isouter=True)
        .join(Vacancy, Vacancy.id == Application.vacancy_id, isouter=True)
        .where(Note.candidate_id == candidate_id)
        .order_by(Note.id)
    )
    if application_id is not None:
        statement = statement.where(
            or_(Note.application_id == application_id, Note.application_id.is_(None)),
        )
    if author_id is not None:
        statement = statement.where(Note.author_id == author_id)
    rows = work.rows(statement).all()
    ids = [note.id for note, *_ in rows]
    readers, changes = _readers(work, ids), _changes(work, ids)
    rules = disclosure(work, [candidate_id])
    found = []
    for note, author, company, vacancy in rows:
        own = author.id == work.viewer.user_id
        story, known = changes.get(note.id, ()), readers.get(note.id, _Readers())
        if any(change.kind == "undone" for change in story):
            continue  # undone before anybody was told: it was never there
        stands = note.withdrawn_at is None
        knew = note.surname_told or not author.contacts_hidden
        read = rules.text if knew else rules.without_contacts
        found.append(
            NoteView(
                id=note.id,
                candidate_id=candidate_id,
                side=_side(author, known.names),
                body=(note.body if own else read(candidate_id, note.body)) if stands else "",
                author_id=author.id,
                author=author.name,
                author_company=company or "",
                written_at=note.written_at,
                vacancy=vacancy or "",
                application_id=note.application_id,
                readers=known.names,
                reply_to_id=note.reply_to_id,
                edited_at=note.edited_at,
                withdrawn_at=note.withdrawn_at,
                opens_at=known.opens_at,
                version=note.version,
                own=own,
                may_edit=own and stands and work.now <= note.written_at + EDITED_FOR,
                changes=story,
            ),
        )
    return found


def in_threads(found: Sequence[NoteView]) -> list[tuple[NoteView, bool]]:
    """The notes with all answers under the note that began it; tells which are answers.

    An answer to what the viewer does not read stands by itself.
    """
    by_id = {note.id: note for note in found}
    answers: dict[int, list[NoteView]] = defaultdict(list)
    beginnings = []
    for note in found:
        first = note
        while first.reply_to_id in by_id:
            first = by_id[first.reply_to_id]
        if first is note:
            beginnings.append(note)
        else:
            answers[first.id].append(note)
    return [
        (note, note is not first) for first in beginnings for note in (first, *answers[first.id])
    ]


def _side(author: User, readers: tuple[str, ...]) -> str:
    if author.role == Role.CUSTOMER:
        return "customer"
    return "opened" if readers else "hidden"


def _readers(work: Work, note_ids: list[int]) -> dict[int, _Readers]:
    rows = work.rows(
        select(NoteReader.note_id, Company.name, User.name, NoteReader.opens_at)
        .join(Company, Company.id == NoteReader.company_id, isouter=True)
        .join(User, User.id == NoteReader.customer_id, isouter=True)
        .where(NoteReader.note_id.in_(note_ids))
        .order_by(NoteReader.id),
    )
    found: dict[int, _Readers] = {}
    for note_id, company, customer, opens_at in rows:
        names = (*found.get(note_id, _Readers()).names, company or customer or "")
        found[note_id] = _Readers(names, opens_at)
    return found


def _changes(work: Work, note_ids: list[int]) -> dict[int, tuple[NoteChangeView, ...]]:
    """The story of each note, for staff: to a customer it is not told."""
    if not work.viewer.is_staff:
        return {}
    rows = work.rows(
        select(NoteChange, User.name)
        .join(User, User.id == NoteChange.changed_by_id)
        .where(NoteChange.note_id.in_(note_ids))
        .order_by(NoteChange.id),
    )
    found: dict[int, tuple[NoteChangeView, ...]] = {}
    for change, by in rows:
        view = NoteChangeView(change.kind, by, change.changed_at, change.body, change.readers)
        found[change.note_id] = (*found.get(change.note_id, ()), view)
    return found
