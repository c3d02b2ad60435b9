"""Templates of letters: the house's wording, or what the agency has made of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import LetterTemplate, User
from services import audit
from services.checks import check_all, check_choice, check_required, check_text
from services.errors import Conflict
from services.folding import tidy
from services.i18n import LANGUAGES
from services.markup import clean_html, plain_text
from services.permissions import Permission, require
from services.work import AnySelect, Work
from services.writing.defaults import KINDS, Wording, default_wording
from services.writing.placeholders import check_placeholders

_LONGEST_BODY = 50_000


@dataclass(frozen=True, slots=True)
class TemplateView:
    """The wording that holds; `id` is None while it is the house's own."""

    kind: str
    language: str
    wording: Wording
    id: int | None = None
    saved_at: datetime | None = None
    saved_by: str = ""


def template(work: Work, *, kind: str, language: str) -> TemplateView:
    """The wording of a kind of letter that holds now. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    _check(kind, language)
    found = work.rows(_versions(kind, language).where(LetterTemplate.superseded_at.is_(None)))
    for row, name in found:
        return _view(row, name)
    return TemplateView(kind, language, default_wording(kind, language))


def versions(work: Work, *, kind: str, language: str) -> list[TemplateView]:
    """What the agency has ever written there, newest first. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    _check(kind, language)
    return [_view(row, name) for row, name in work.rows(_versions(kind, language))]


def save_template(
    work: Work, *, kind: str, language: str, wording: Wording, seen: int | None
) -> None:
    """Have this wording hold from now on; `seen` is the key of the one it replaces.

    Raises Invalid (kind, language "unknown"; subject, letter "required" or "too_long"),
    UnknownPlaceholder, Conflict, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    body = checked_wording(wording)
    _check(kind, language)
    number = _supersede(work, kind, language, seen)
    work.add(
        LetterTemplate(
            kind=kind,
            language=language,
            number=number + 1,
            subject=tidy(wording.subject),
            body=body,
            saved_at=work.now,
            saved_by_id=work.viewer.user_id,
        )
    )
    audit.record(work, "edit", "letter_template", work.viewer.user_id, kind=kind, language=language)


def back_to_default(work: Work, *, kind: str, language: str, seen: int | None) -> None:
    """Let the house's wording hold again. Raises Invalid, Conflict, NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    _check(kind, language)
    _supersede(work, kind, language, seen)
    audit.record(
        work, "restore", "letter_template", work.viewer.user_id, kind=kind, language=language
    )


def checked_wording(wording: Wording) -> str:
    """The body as it is kept. Raises Invalid, UnknownPlaceholder."""
    body = clean_html(check_text("letter", wording.body, _LONGEST_BODY))
    check_all(
        lambda: check_required("subject", wording.subject),
        lambda: check_required("letter", plain_text(body), _LONGEST_BODY),
    )
    check_placeholders(wording.subject, plain_text(body))
    return body


def _check(kind: str, language: str) -> None:
    check_all(
        lambda: check_choice("kind", kind, KINDS),
        lambda: check_choice("language", language, LANGUAGES),
    )


def _versions(kind: str, language: str) -> AnySelect:
    return (
        select(LetterTemplate, User.name)
        .join(User, User.id == LetterTemplate.saved_by_id)
        .where(LetterTemplate.kind == kind, LetterTemplate.language == language)
        .order_by(LetterTemplate.number.desc())
    )


def _supersede(work: Work, kind: str, language: str, seen: int | None) -> int:
    """End the wording that was seen; returns the newest number."""
    newest = work.scalars(
        select(LetterTemplate)
        .where(LetterTemplate.kind == kind, LetterTemplate.language == language)
        .order_by(LetterTemplate.number.desc())
    ).first()
    current = newest if newest is not None and newest.superseded_at is None else None
    if (current.id if current else None) != seen:
        raise Conflict
    if current is not None:
        current.superseded_at = work.now
    return newest.number if newest is not None else 0


def _view(row: LetterTemplate, name: str) -> TemplateView:
    return TemplateView(
        kind=row.kind,
        language=row.language,
        wording=Wording(row.subject, row.body),
        id=row.id,
        saved_at=row.saved_at,
        saved_by=name,
    )
