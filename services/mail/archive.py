"""The mail page: every letter as it went out, whether it did, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, or_, select

from db.models import Letter, LetterEvent, Vacancy
from services.folding import fold_email
from services.listed import listed
from services.mail.enclosures import FileView, files_of
from services.permissions import Permission, require
from services.work import Work

_MOST_VACANCIES = 200
STATES = ("queued", "sending", "sent", "delivered", "bounced", "failed", "unknown")


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter in the list."""

    id: int
    kind: str
    to_name: str
    to_email: str
    subject: str
    state: str
    sender: str
    problem: str
    complained: bool
    created_at: datetime
    sent_at: datetime | None
    vacancy_id: int | None = None


@dataclass(frozen=True, slots=True)
class EventView:
    """What the provider told about a letter."""

    kind: str
    said: str
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter as it goes out; `link` is its one button's. `again_id` is the copy sent again."""

    row: LetterRow
    recipient_id: int | None
    candidate_id: int | None
    text: str
    html: str
    link: str
    said: str
    attempts: int
    again_id: int | None
    events: tuple[EventView, ...]
    files: tuple[FileView, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One page of letters, newest first."""

    rows: tuple[LetterRow, ...]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters: to one person or candidate, to whom words fit, in a state, about what."""

    person_id: int | None = None
    candidate_id: int | None = None
    search: str = ""
    state: str = ""
    vacancy_id: int | None = None


def letters(
    work: Work, *, before: int | None = None, only: LetterFilter | None = None
) -> LetterPage:
    """A page of letters. Raises NotAllowed."""
    require(work.viewer, Permission.LETTERS_READ)
    size = work.settings.lists.page_size
    statement = _filtered(only or LetterFilter()).order_by(Letter.id.desc()).limit(size + 1)
    if before is not None:
        statement = statement.where(Letter.id < before)
    found = work.scalars(statement).all()
    rows = tuple(_row(letter) for letter in found[:size])
    return LetterPage(rows, rows[-1].id if len(found) > size else None)


def letter(work: Work, *, letter_id: int) -> LetterView:
    """One letter and what was told about it. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.LETTERS_READ)
    found = work.one(Letter, letter_id)
    events = work.scalars(
        select(LetterEvent)
        .where(LetterEvent.letter_id == letter_id)
        .order_by(LetterEvent.happened_at, LetterEvent.id)
    )
    return LetterView(
        _row(found),
        found.recipient_id,
        found.candidate_id,
        found.text,
        found.html,
        found.link,
        found.said,
        found.attempts,
        found.again_id,
        tuple(EventView(one.kind, one.said, one.happened_at) for one in events),
        files_of(work, found),
    )


def refusals_written(work: Work, *, vacancy_id: int, candidate_ids: Sequence[int]) -> set[int]:
    """Which of the candidates were written to that they are refused for this vacancy.

    A letter that did not leave is none. Raises NotAllowed.
    """
    require(work.viewer, Permission.LETTERS_READ)
    statement = select(Letter.candidate_id).where(
        Letter.kind == "refusal",
        Letter.vacancy_id == vacancy_id,
        Letter.candidate_id.in_(listed(candidate_ids)),
        Letter.state != "failed",
    )
    return {key for (key,) in work.rows(statement)}


def vacancies_of_letters(work: Work) -> list[tuple[int, str]]:
    """The vacancies that letters were written about, by title. Raises NotAllowed."""
    require(work.viewer, Permission.LETTERS_READ)
    about = select(Letter.vacancy_id).where(Letter.vacancy_id.is_not(None))
    found = work.rows(
        select(Vacancy.id, Vacancy.title)
        .where(Vacancy.id.in_(about))
        .order_by(func.lower(Vacancy.title), Vacancy.id)
        .limit(_MOST_VACANCIES)
    )
    return [(row.id, row.title) for row in found]


def _filtered(only: LetterFilter) -> Select[Any]:
    statement = select(Letter)
    if only.person_id is not None:
        statement = statement.where(Letter.recipient_id == only.person_id)
    if only.candidate_id is not None:
        statement = statement.where(Letter.candidate_id == only.candidate_id)
    if only.vacancy_id is not None:
        statement = statement.where(Letter.vacancy_id == only.vacancy_id)
    if only.state in STATES:
        statement = statement.where(Letter.state == only.state)
    if words := only.search.strip():
        statement = statement.where(
            or_(
                func.lower(Letter.to_name).contains(words.lower(), autoescape=True),
                func.lower(Letter.to_email).contains(fold_email(words), autoescape=True),
            )
        )
    return statement


def _row(letter: Letter) -> LetterRow:
    return LetterRow(
        id=letter.id,
        kind=letter.kind,
        to_name=letter.to_name,
        to_email=letter.to_email,
        subject=letter.subject,
        state=letter.state,
        sender=letter.sender,
        problem=letter.problem,
        complained=letter.complained_at is not None,
        created_at=letter.created_at,
        sent_at=letter.sent_at,
        vacancy_id=letter.vacancy_id,
    )
