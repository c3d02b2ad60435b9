"""Templates of letters: the house's wording, or what the agency has made of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import LetterTemplate, User
from services import audit
from services.checks import check_all, check_choice, check_required, check_text
from services.conflicts import Saved
from services.errors import Conflict
from services.folding import tidy
from services.i18n import LANGUAGES
from services.markup import clean_html, plain_text
from services.permissions import Permission, require
from services.work import AnySelect, Work
from services.writing.defaults import KINDS, Wording, default_wording
from services.writing.placeholders import NAMES, check_wording, names_for

_LONGEST_BODY = 50_000
_HOLDS = LetterTemplate.superseded_at.is_(None)


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A wording, and whether it `holds`; `id` is None for the house's own."""

    kind: str
    language: str
    wording: Wording
    id: int | None = None
    saved_at: datetime | None = None
    saved_by: str = ""
    holds: bool = True


def template(work: Work, *, kind: str, language: str) -> TemplateView:
    """The wording of a kind of letter that holds now. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    check_template(kind, language)
    found = work.rows(_versions(kind, language).where(_HOLDS))
    for row, name in found:
        return _view(row, name)
    return TemplateView(kind, language, default_wording(kind, language))


def own_templates(work: Work) -> list[TemplateView]:
    """Every wording of the agency's own that holds. Raises NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    return [_view(row, name) for row, name in work.rows(_with_names().where(_HOLDS))]


def versions(work: Work, *, kind: str, language: str) -> list[TemplateView]:
    """What the agency has ever written there, newest first. Raises Invalid, NotAllowed."""
    require(work.viewer, Permission.AGENCY_MANAGE)
    check_template(kind, language)
    return [_view(row, name) for row, name in work.rows(_versions(kind, language))]


def save_template(
    work: Work, *, kind: str, language: str, wording: Wording, seen: int | None
) -> None:
    """Have this wording hold from now on; `seen` is the key of the one it replaces.

    Raises Invalid (kind, language "unknown"; subject, letter "required" or "too_long"; letter
    "split_placeholder"), UnknownPlaceholder, Conflict, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    check_template(kind, language)
    body = checked_wording(wording, known=names_for(kind))
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
    check_template(kind, language)
    _supersede(work, kind, language, seen)
    audit.record(
        work, "restore", "letter_template", work.viewer.user_id, kind=kind, language=language
    )


def checked_wording(wording: Wording, *, known: Collection[str] = NAMES) -> str:
    """The body as it is kept. Raises Invalid, UnknownPlaceholder."""
    body = clean_html(check_text("letter", wording.body, _LONGEST_BODY))
    check_all(
        lambda: check_required("subject", wording.subject),
        lambda: check_required("letter", plain_text(body), _LONGEST_BODY),
    )
    check_wording(wording.subject, body, known=known)
    return body


def check_template(kind: str, language: str) -> None:
    """Raise Invalid for a kind of letter or a language that has none."""
    check_all(
        lambda: check_choice("kind", kind, KINDS),
        lambda: check_choice("language", language, LANGUAGES),
    )


def _versions(kind: str, language: str) -> AnySelect:
    return (
        _with_names()
        .where(LetterTemplate.kind == kind, LetterTemplate.language == language)
        .order_by(LetterTemplate.number.desc())
    )


def _with_names() -> AnySelect:
    return select(LetterTemplate, User.name).join(User, User.id == LetterTemplate.saved_by_id)


def _supersede(work: Work, kind: str, language: str, seen: int | None) -> int:
    """End the wording that was seen; returns the newest number."""
    newest, name = next(iter(work.rows(_versions(kind, language))), (None, ""))
    current = newest if newest is not None and newest.superseded_at is None else None
    if (current.id if current else None) != seen:
        saved = (Saved(name, current.saved_at),) if current else ()
        raise Conflict(saved=saved, stands=current.id if current else 0)
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
        holds=row.superseded_at is None,
    )
