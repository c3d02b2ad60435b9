"""What a résumé proposes about the candidate; a person confirms every word."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise

from services.contacts import find
from services.documents.abilities import skills_in
from services.documents.blocks import is_section
from services.documents.cities import city_in
from services.documents.experience import Years, years_of_work
from services.documents.found import Line, Proposed, lines_of
from services.documents.labels import CITY_LABELS, HEADLINE_LABELS, NO_NAMES, TRADES
from services.documents.names import is_frequent
from services.documents.reached import Contact, contacts_in
from services.documents.sections import parts_of
from services.documents.spoken import Spoken, spoken
from services.documents.whose import beside_the_name, labelled, whose
from services.i18n.written import surely_written_in

_LONGEST_TEXT = 100_000
_FIRST_LINES = 25
_FIRST_CITY_LINES = 12
_LONGEST_HEADLINE = 90
_LONGEST_CITY = 40
_MOST_WORDS = 8
_SEPARATORS = re.compile(r"\s*[|•·;\t]\s*|\s{2,}|\s+[–—]\s+")
_CITY = re.compile(
    r"(?:м|г|місто|город)?\.?\s*(?P<city>[A-ZА-ЯЁІЇЄҐ][\w’'-]+(?:[ -][\w’'-]+){0,3})\Z"
)
_TOWN_FIRST = re.compile(
    r"(?P<city>[A-ZА-ЯЁІЇЄҐ][^\W\d_]+(?:[ ’'-][A-ZА-ЯЁІЇЄҐ][^\W\d_]+)?)(?:\s*[,|•·;]\s*|\s+[–—]\s+)"
)
_WAYS = re.compile(
    r"(?:phone|mob|tel|cell|e-?mail|mail|telegram|tg|viber|whats|skype|signal|linkedin|github|web|site"
    r"|portfolio|contact|тел|моб|пошт|почт|ел|эл|скайп|вайбер|сайт|портфол|контакт)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be entered about a candidate once somebody has looked at it; None where unsure.

    Every part says where in the text it was found, but `letter_language`: "" or one of ours, in
    which he may be written to, as he writes himself.
    """

    first_name: Proposed | None = None
    last_name: Proposed | None = None
    patronymic: Proposed | None = None
    headline: Proposed | None = None
    city: Proposed | None = None
    contacts: tuple[Contact, ...] = ()
    skills: tuple[Proposed, ...] = ()
    languages: tuple[Spoken, ...] = ()
    experience: Years | None = None
    letter_language: str = ""


def propose(text: str, *, skills: Collection[str] = (), today: date | None = None) -> Proposal:
    """What a résumé's text suggests about the candidate: name, headline, city, contacts and more.

    `skills` is the agency's vocabulary: no other words are proposed. Nothing is stored by it and
    nothing is guessed where the lines leave it open.
    """
    text = text[:_LONGEST_TEXT]
    lines = lines_of(text)
    first = lines[:_FIRST_LINES]
    parts = parts_of(lines)
    name = whose(first)
    languages = spoken(lines, parts)
    return Proposal(
        first_name=name.first_name,
        last_name=name.last_name,
        patronymic=name.patronymic,
        headline=_headline(first, name.below),
        city=_city(first, name.below),
        contacts=tuple(contacts_in(lines, _FIRST_LINES)),
        skills=skills_in(text, lines, skills),
        languages=languages,
        experience=years_of_work(lines, parts, today or datetime.now(UTC).date()),
        letter_language=_letter_language(text, languages),
    )


def _letter_language(text: str, languages: Sequence[Spoken]) -> str:
    """That of the text; who grew up with another of ours and writes English may want either."""
    written = surely_written_in(text) or ""
    native = {one.code for one in languages if one.level == "native"}
    return "" if written == "en" and native & {"uk", "ru"} else written


def _headline(lines: Sequence[Line], below: int) -> Proposed | None:
    """What the candidate is: said with a label, or named right under the name."""
    for line in lines:
        value = labelled(line.text, HEADLINE_LABELS)
        if value and len(value) <= _LONGEST_HEADLINE and not find(value):
            return Proposed(value, line.place(value))
    said = _under_a_label(lines) or (_beside_the_name(lines[below - 1]) if below else None)
    if said:
        return said
    for line in lines[below : below + 4] if below else []:
        if is_section(line.text):
            break
        value = _trade(line.text)
        if value:
            return Proposed(value, line.place(value))
    above = lines[below - 2 : below - 1] if below > 1 else []
    beside = [*above, *lines[below : below + 1]] if below else []
    for line in beside:
        value = _trade(line.text) or (_like_a_headline(line.text) if line is beside[-1] else "")
        if value:
            return Proposed(value, line.place(value))
    return None


def _under_a_label(lines: Sequence[Line]) -> Proposed | None:
    """Under a heading of its own («Objective») stands what he is, where it is no sentence."""
    for label, line in pairwise(lines):
        if label.text.strip(" :").lower() in HEADLINE_LABELS:
            value = _trade(line.text) or _like_a_headline(line.text)
            return Proposed(value, line.place(value)) if value else None
    return None


def _beside_the_name(line: Line) -> Proposed | None:
    """«Name — trade»: what stands in the name's own line, up to the next sign between parts."""
    value = _SEPARATORS.split(beside_the_name(line.text), maxsplit=1)[0].strip(" ,")
    value = (_trade(value) or _like_a_headline(value)) if value else ""
    return Proposed(value, line.place(value)) if value else None


def _like_a_headline(line: str) -> str:
    """Right under a name stands what somebody is, even where the trade is an unknown one."""
    bare = line.strip()
    words = bare.split()
    is_no_sentence = bare[0].isupper() and bare[-1] not in ".:;!?," and ":" not in bare
    if not (is_no_sentence and 1 < len(words) <= _MOST_WORDS) or re.search(r"[\d@|•·\t]", bare):
        return ""
    other = is_section(bare) or city_in(bare) or find(bare) or len(bare) > _LONGEST_HEADLINE
    return "" if other else bare


def _trade(line: str) -> str:
    """The line, or what stands before its first separator, where it names a trade."""
    if line.startswith("•") or not TRADES.search(line):
        return ""
    whole = line.strip(" .")
    first = re.split(r"\s*[|•·\t]\s*", whole, maxsplit=1)[0]
    value = first if TRADES.search(first) else whole
    fits = 2 < len(value) <= _LONGEST_HEADLINE and line[-1] not in ".:;"  # noqa: PLR2004 - a word
    return value if fits and not find(value) else ""


def _city(lines: Sequence[Line], below: int) -> Proposed | None:
    for line in lines:
        value = labelled(line.text, CITY_LABELS)
        city = (city_in(value) or _like_a_city(value)) if value else ""
        if city:
            return Proposed(city, line.place())
    for line in lines[:_FIRST_CITY_LINES]:
        for part in _parts(line.text):
            city = city_in(part.strip(" ,()"), whole=True)
            if city:
                return Proposed(city, line.place())
    for number, line in enumerate(lines[:_FIRST_CITY_LINES], 1):
        city = _beside_contacts(line.text)
        if city and number != below:
            return Proposed(city, line.place(city))
    return None


def _beside_contacts(line: str) -> str:
    """A name by itself at the head of a line of contacts, set apart from them: a town."""
    match = _TOWN_FIRST.match(line)
    if not match or not any(one.start >= match.end() for one in find(line)):
        return ""
    city = match["city"]
    other = is_section(city) or NO_NAMES.search(city) or TRADES.search(city) or is_frequent(city)
    return "" if other or _WAYS.match(city) else city


def _like_a_city(value: str) -> str:
    """What stands behind the label up to the first comma, where it is a name and no address."""
    match = _CITY.match(re.split(r"[,;(]", value, maxsplit=1)[0].strip())
    return match["city"] if match and len(value) <= 2 * _LONGEST_CITY else ""


def _parts(line: str) -> Iterable[str]:
    for contact in reversed(find(line)):
        if contact.kind != "address":
            line = f"{line[: contact.start]} | {line[contact.end :]}"
    return _SEPARATORS.split(line)
