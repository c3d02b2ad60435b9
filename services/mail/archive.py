"""The mail page: every letter as it went out, and whether it did."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import Letter
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in the list."""

    id: int
    kind: str
    to_name: str
    to_email: str
    subject: str
    state: str
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as it goes out; `link` is its one button's."""

    row: LetterRow
    text: str
    html: str
    link: str
    problem: str


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One page of letters, newest first."""

    rows: tuple[LetterRow, ...]
    next_before: int | None


def letters(work: Work, *, before: int | None = None) -> LetterPage:
    """A page of letters. Raises NotAllowed."""
    require(work.viewer, Permission.LETTERS_READ)
    size = work.settings.lists.page_size
    statement = select(Letter).order_by(Letter.id.desc()).limit(size + 1)
    if before is not None:
        statement = statement.where(Letter.id < before)
    found = work.scalars(statement).all()
    rows = tuple(_row(letter) for letter in found[:size])
    return LetterPage(rows, rows[-1].id if len(found) > size else None)


def letter(work: Work, *, letter_id: int) -> LetterView:
    """One letter. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.LETTERS_READ)
    found = work.one(Letter, letter_id)
    return LetterView(_row(found), found.text, found.html, found.link, found.problem)


def _row(letter: Letter) -> LetterRow:
    return LetterRow(
        id=letter.id,
        kind=letter.kind,
        to_name=letter.to_name,
        to_email=letter.to_email,
        subject=letter.subject,
        state=letter.state,
        created_at=letter.created_at,
        sent_at=letter.sent_at,
    )
