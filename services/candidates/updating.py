"""Somebody who came in again: what his new form adds to the candidate who is there already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.likenesses import keys_of
from services.candidates.particulars import (
    LanguageForm,
    ParticularsForm,
    ParticularsView,
    particulars,
)
from services.candidates.views import CandidateView, candidate
from services.folding import fold, tidy
from services.permissions import Permission, require
from services.work import Work

_LINES = ("first_name", "last_name", "patronymic", "headline", "city", "experience_years")
_PARTICULARS = ("source", "availability", "salary", "born_on", "time_zone", "letter_language")


@dataclass(frozen=True, slots=True)
class Offer:
    """A field that is filled differently: what stands there, and what came in."""

    field: str
    ours: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """The candidate with all that was added to him, and what was left for somebody to choose."""

    version: int
    form: CandidateForm
    offers: tuple[Offer, ...]


def merged(work: Work, *, candidate_id: int, form: CandidateForm) -> Merged:
    """The candidate as he would be with what came in; nothing is saved by it.

    Empty fields are filled, contacts, words and languages added. Where both are filled ours stay
    and the others are offered. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    view = candidate(work, candidate_id=candidate_id)
    ours = as_form(view, particulars(work, candidate_id=candidate_id))
    lines, offers = _filled(ours, form, _LINES)
    mine, theirs = ours.particulars or ParticularsForm(), form.particulars or ParticularsForm()
    more, further = _filled(mine, theirs, _PARTICULARS)
    more["languages"] = _languages(mine.languages, theirs.languages)
    if "salary" in more and more["salary"] != mine.salary:
        more["salary_currency"] = theirs.salary_currency
    added = replace(
        ours,
        **lines,
        contacts=_contacts(ours.contacts, form.contacts),
        skills=_words(ours.skills, form.skills),
        categories=_words(ours.categories, form.categories),
        particulars=replace(mine, **more),
    )
    return Merged(view.version, added, (*offers, *further))


def as_form(one: CandidateView, more: ParticularsView) -> CandidateForm:
    """The candidate as the edit page would send him back untouched."""
    salary = more.salary.lowest
    return CandidateForm(
        first_name=one.first_name,
        last_name=one.last_name,
        headline=one.headline,
        city=one.city,
        contacts=tuple(ContactForm(way.kind, way.value) for way in one.contacts),
        skills=one.accepted_terms.skills,
        categories=one.accepted_terms.categories,
        patronymic=one.patronymic,
        experience_years=one.experience_years,
        particulars=ParticularsForm(
            source=more.source,
            availability=more.availability,
            salary="" if salary is None else str(salary),
            salary_currency=more.salary.currency,
            born_on=more.born_on,
            time_zone=more.time_zone,
            letter_language=more.letter_language,
            languages=tuple(LanguageForm(one.language, one.level) for one in more.languages),
        ),
    )


def _filled(ours: Any, theirs: Any, names: Iterable[str]) -> tuple[dict[str, Any], list[Offer]]:  # noqa: ANN401 - two forms of one kind
    """What stands in the named fields now, and the offers of those filled differently."""
    lines: dict[str, Any] = {}
    offers = []
    for name in names:
        mine, other = getattr(ours, name), getattr(theirs, name)
        other = tidy(other) if isinstance(other, str) else other
        if other in {"", None}:
            continue
        if mine in {"", None}:
            lines[name] = other
        elif not _alike(mine, other):
            offers.append(Offer(name, mine, other))
    return lines, offers


def _alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - texts, numbers, days
    texts = isinstance(one, str) and isinstance(other, str)
    return fold(one) == fold(other) if texts else bool(one == other)


def _contacts(
    ours: tuple[ContactForm, ...], theirs: tuple[ContactForm, ...]
) -> tuple[ContactForm, ...]:
    """Ours, and those of theirs that are none of ours in another spelling."""
    found = list(ours)
    for contact in theirs:
        known = keys_of("", "", ((one.kind, one.value) for one in found))
        keys = keys_of("", "", [(contact.kind, contact.value)])
        same = any(fold(contact.value) == fold(one.value) for one in found)
        if tidy(contact.value) and not same and not (keys and keys <= known):
            found.append(contact)
    return tuple(found)


def _words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    known = {fold(word) for word in ours}
    return (*ours, *(word for word in dict.fromkeys(theirs) if fold(word) not in known))


def _languages(
    ours: tuple[LanguageForm, ...], theirs: tuple[LanguageForm, ...]
) -> tuple[LanguageForm, ...]:
    known = {one.language for one in ours}
    return (*ours, *(one for one in theirs if one.language not in known))
