"""The languages a candidate speaks, each with its level."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.keys import new_key
from db.models import CandidateLanguage
from services.documents.spoken import CODES, LEVELS
from services.errors import Invalid
from services.work import Work

__all__ = ["CODES", "LEVELS", "Language", "check_languages", "languages_of", "set_languages"]

_MOST = 20


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO code; `level` is one of LEVELS, or '' where it is not known."""

    code: str
    level: str = ""


def check_languages(languages: Sequence[Language]) -> None:
    """Raise Invalid unless these are languages and levels we know, each language once."""
    codes = [language.code for language in languages]
    if len(codes) > _MOST:
        raise Invalid(languages="too_many")
    if len(set(codes)) != len(codes):
        raise Invalid(languages="twice")
    for language in languages:
        if language.code not in CODES or language.level not in {"", *LEVELS}:
            raise Invalid(languages="unknown")


def languages_of(work: Work, *, candidate_id: int) -> tuple[Language, ...]:
    """The languages of one candidate, in the order in which they were entered."""
    rows = work.rows(
        select(CandidateLanguage.code, CandidateLanguage.level)
        .where(CandidateLanguage.candidate_id == candidate_id)
        .order_by(CandidateLanguage.position),
    )
    return tuple(Language(row.code, row.level) for row in rows)


def set_languages(work: Work, *, candidate_id: int, languages: Sequence[Language]) -> None:
    """Make these the candidate's languages; rows that stay are changed in place."""
    stored = {
        row.code: row
        for row in work.scalars(
            select(CandidateLanguage).where(CandidateLanguage.candidate_id == candidate_id),
        )
    }
    wanted = {language.code for language in languages}
    for code, row in stored.items():
        if code not in wanted:
            work.remove(row)
    for position, language in enumerate(languages):
        kept = stored.get(language.code)
        if kept is None:
            work.add(
                CandidateLanguage(
                    id=new_key(),
                    candidate_id=candidate_id,
                    code=language.code,
                    level=language.level,
                    position=position,
                ),
            )
        else:
            kept.level, kept.position = language.level, position
