"""What is taken out of a résumé: contacts, dates of birth, names, and what the recruiter marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from services.contacts.detection import find, holds_known
from services.contacts.found import without_scheme, words_around
from services.contacts.rich import Place, places_in, without_links
from services.contacts.spared import spared_key
from services.contacts.surname_forms import NOBODY, Person
from services.contacts.surnames import is_as_on_the_card, surnames
from services.contacts.words import Words
from services.markup import as_html, clean_html
from services.resumes.births import births
from services.resumes.employments import employments
from services.resumes.tidying import HOLE, tidy

RemovalKind = Literal[
    "email", "phone", "url", "handle", "address", "born", "surname", "employer", "marked"
]
MARK = "…"
TAKEN, TAKEN_END = "\U000f0011", "\U000f0012"
"""Stand in a marked original around what is taken out of it."""
_OURS = str.maketrans(dict.fromkeys((HOLE, TAKEN, TAKEN_END), ""))
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the recruiter wants of a safe version, beside that contacts are taken out.

    `put_back` are keys of removals that stay in after all, `more` further words to take out;
    `employers` says for a name what is to be read instead of it ("a bank in Kyiv"), and
    `without_employers` proposes that for whoever looks like one. `with_agency` puts the agency's
    contacts where his own stood.
    """

    put_back: frozenset[str] = frozenset()
    more: tuple[str, ...] = ()
    without_birth: bool = False
    without_surname: bool = False
    without_employers: bool = False
    with_agency: bool = False
    employers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """Something that is taken out, wherever it stands; the words around the first place.

    `stored`: one of the candidate's own contacts, which customers without contacts never read.
    `spellings` are all ways in which it stands there, `instead` what is read of a name there.
    `doubtful`: nowhere is it read for certain as what it may be.
    """

    key: str
    kind: RemovalKind
    text: str
    before: str
    after: str
    places: int = 1
    stored: bool = False
    put_back: bool = False
    spellings: tuple[str, ...] = ()
    instead: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of the candidate: his contacts and names, and what was said to be none.

    `agency` are the agency's own contacts, which stay; `agency_line` how they are put in.
    """

    known: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    person: Person = NOBODY
    agency: tuple[str, ...] = ()
    agency_line: str = ""

    def is_stored(self, text: str) -> bool:
        """Whether one of his own contacts stands in it."""
        return holds_known(text, self.known)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: RemovalKind
    place: Place
    instead: str = HOLE
    name: str = ""
    proposed: bool = False

    @property
    def key(self) -> str:
        said = self.name or without_scheme(self.place.text).rstrip("/")
        return f"{self.kind}:{spared_key(said)}"

    @property
    def read_instead(self) -> str:
        """What is read there; of what nobody has written himself, a capital begins the line."""
        if self.proposed and not self.place.before.strip(" •·-–—"):
            return self.instead[:1].upper() + self.instead[1:]
        return self.instead


@dataclass(frozen=True, slots=True)
class Prepared:
    """The safe text, the original with `TAKEN` around what was taken out, and the list of it.

    `absent` are wishes that met nothing: words that do not stand there.
    """

    html: str
    marked: str
    removals: tuple[Removal, ...]
    absent: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def prepare(html: str, rules: Rules, wishes: Wishes) -> Prepared:
    """A résumé without what customers should not read, its structure kept."""
    words = Words.of(html.translate(_OURS))
    found = list(_everything(words, rules, wishes))
    taken = [one for one in found if one.key not in wishes.put_back]
    agency = rules.agency_line if wishes.with_agency else ""
    text = tidy(_cut(words, taken), MARK, instead=agency)
    # A label gone may bring two halves of a number together: what is seen only now goes, too.
    for _ in range(_ROUNDS):
        again = Words.of(text)
        late = [one for one in _contacts(again, rules) if one.key not in wishes.put_back]
        if not late:
            break
        found += late
        text = tidy(_cut(again, late), MARK)
    wished = (*wishes.more, *(name for name, _ in wishes.employers))
    absent = tuple(one for one in wished if not any(True for _ in _said(words, one)))
    return Prepared(text, _marked(words, taken), _listed(found, rules, wishes), absent)


def _everything(words: Words, rules: Rules, wishes: Wishes) -> Iterator[_Found]:
    contacts = list(_contacts(words, rules))
    yield from contacts
    yield from _employers(words, wishes)
    for more in wishes.more:
        yield from (_Found("marked", place, MARK) for place in _said(words, more))
    if wishes.without_birth:
        yield from (_Found("born", _place(words, *span)) for span in births(words.text))
    if wishes.without_surname:
        told = [range(one.place.start, one.place.end) for one in contacts]
        for one in surnames(words.text, rules.person, rules.spared):
            if not any(one.start in contact for contact in told):
                yield _Found("surname", _place(words, one.start, one.end), one.instead)


def _employers(words: Words, wishes: Wishes) -> Iterator[_Found]:
    """Those that were named, in the words that were chosen; others in words that are proposed."""
    chosen = {spared_key(name): instead.strip() for name, instead in wishes.employers}
    proposed = list(employments(words.text)) if wishes.without_employers else []
    for one in proposed:
        own, place = chosen.get(spared_key(one.name)), _place(words, one.start, one.end)
        yield _Found("employer", place, own or one.instead, one.name, proposed=not own)
    known = {spared_key(one.name) for one in proposed}
    for name, instead in wishes.employers:
        if instead.strip() and spared_key(name) not in known:
            found = _said(words, name)
            yield from (_Found("employer", place, instead.strip()) for place in found)


def _contacts(words: Words, rules: Rules) -> Iterator[_Found]:
    none = (*rules.spared, *rules.agency)
    found = places_in(words, known=rules.known, names=rules.names, spared=none)
    return (_Found(_kind(place), place) for place in found)


def _kind(place: Place) -> RemovalKind:
    """An e-mail address made of his name, however it is written, is found as an account as well."""
    if place.kind != "handle":
        return place.kind
    return "email" if any(one.kind == "email" for one in find(place.text)) else "handle"


def _said(words: Words, wanted: str) -> Iterator[Place]:
    """Where these words stand, whatever their case and the space between them."""
    parts = [re.escape(part) for part in wanted.split()]
    if not parts:
        return
    before = r"(?<!\w)" if wanted.split(maxsplit=1)[0][0].isalnum() else ""
    after = r"(?!\w)" if wanted.rsplit(maxsplit=1)[-1][-1].isalnum() else ""
    pattern = before + r"\s+".join(parts) + after
    for match in re.finditer(pattern, words.text, re.IGNORECASE):
        yield _place(words, *match.span())


def _place(words: Words, start: int, end: int) -> Place:
    around = words_around(words.text, start, end)
    return Place("url", words.text[start:end], start, end, *around)


def _cut(words: Words, taken: Sequence[_Found]) -> str:
    links = {one.place.start for one in taken if one.place.is_link}
    parts = words.rewritten(_apart(one for one in taken if not one.place.is_link))
    return clean_html(as_html(without_links(words, parts, links)))


def _marked(words: Words, taken: Sequence[_Found]) -> str:
    """The words with signs around what is taken out, in every piece of markup of its own."""
    changes = []
    for start, end, _ in _apart(taken):
        for number, begin, finish in words.within(start, end):
            here = words.offsets[number]
            said = words.text[here + begin : here + finish]
            changes.append((here + begin, here + finish, f"{TAKEN}{said}{TAKEN_END}"))
    return clean_html(as_html(words.rewritten(changes)))


def _apart(found: Iterable[_Found]) -> list[tuple[int, int, str]]:
    """Stretches that overlap are one; what is read there is what the first one says."""
    apart: list[tuple[int, int, str]] = []
    for one in sorted(found, key=lambda one: (one.place.start, -one.place.end)):
        start, end = one.place.start, one.place.end
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end), apart[-1][2])
        else:
            apart.append((start, end, one.read_instead))
    return apart


def _listed(found: Iterable[_Found], rules: Rules, wishes: Wishes) -> tuple[Removal, ...]:
    """Each string once, with how many places it stands in; what the recruiter marked, too."""
    listed: dict[str, Removal] = {}
    for one in found:
        place, before = one.place, listed.get(one.key)
        listed[one.key] = Removal(
            key=one.key,
            kind=one.kind,
            text=before.text if before else one.name or place.text,
            before=before.before if before else place.before,
            after=before.after if before else place.after,
            places=before.places + 1 if before else 1,
            stored=_is_stored(one, rules) or (before is not None and before.stored),
            put_back=one.key in wishes.put_back,
            spellings=tuple(dict.fromkeys((*(before.spellings if before else ()), place.text))),
            instead=one.instead if one.kind in {"surname", "employer"} else "",
            doubtful=place.doubtful and (before is None or before.doubtful),
        )
    return tuple(listed.values())


def _is_stored(one: _Found, rules: Rules) -> bool:
    if one.kind == "surname":
        return is_as_on_the_card(one.place.text, rules.person)
    return rules.is_stored(one.place.text)
