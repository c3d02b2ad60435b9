"""Notes as their viewer reads them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from db.models import Application, Candidate, Company, Note, NoteReader, User, Vacancy
from services.disclosure import disclosure
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as this viewer reads it.

    `side` is "hidden" (staff only), "opened" (staff's, opened to `readers`) or "customer"
    (a customer's). `readers` names companies and customers for staff; a customer is told only
    of his own side. `body` is plain text.
    """

    id: int
    side: str
    body: str
    author_id: int
    author: str
    author_company: str
    written_at: datetime
    vacancy: str
    application_id: int | None
    readers: tuple[str, ...]


def notes(work: Work, *, candidate_id: int, application_id: int | None = None) -> list[NoteView]:
    """The candidate's notes, oldest first; with an application: its notes and the general ones.

    Raises NotFound, NotAllowed.
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
    rows = work.rows(statement).all()
    readers = _readers(work, [note.id for note, *_ in rows])
    rules = disclosure(work, [candidate_id])
    found = []
    for note, author, company, vacancy in rows:
        own = author.id == work.viewer.user_id
        found.append(
            NoteView(
                id=note.id,
                side=_side(author, readers.get(note.id, ())),
                body=note.body if own else rules.text(candidate_id, note.body),
                author_id=author.id,
                author=author.name,
                author_company=company or "",
                written_at=note.written_at,
                vacancy=vacancy or "",
                application_id=note.application_id,
                readers=readers.get(note.id, ()),
            ),
        )
    return found


def _side(author: User, readers: tuple[str, ...]) -> str:
    if author.role == Role.CUSTOMER:
        return "customer"
    return "opened" if readers else "hidden"


def _readers(work: Work, note_ids: list[int]) -> dict[int, tuple[str, ...]]:
    rows = work.rows(
        select(NoteReader.note_id, Company.name, User.name)
        .join(Company, Company.id == NoteReader.company_id, isouter=True)
        .join(User, User.id == NoteReader.customer_id, isouter=True)
        .where(NoteReader.note_id.in_(note_ids))
        .order_by(NoteReader.id),
    )
    found: dict[int, tuple[str, ...]] = {}
    for note_id, company, customer in rows:
        found[note_id] = (*found.get(note_id, ()), company or customer or "")
    return found
