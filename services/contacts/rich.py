"""Contacts in rich text: found and taken out, also where they run across bold and links."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from services.contacts.detection import find, holds_known
from services.contacts.found import Found, Kind, addressee, words_around
from services.contacts.known import profile_name
from services.contacts.spared import spared_key
from services.contacts.surname_forms import Person
from services.contacts.surnames import surnames
from services.contacts.words import Words
from services.markup import Piece, as_html, clean_html

_ROUNDS = 4
_SCHEMES: tuple[tuple[str, Kind], ...] = (("mailto:", "email"), ("tel:", "phone"))


@dataclass(frozen=True, slots=True)
class Place:
    """A contact in a document: what stands there, and the words of its line around it.

    `start` and `end` are places in the words of the document. Where a link leads is one, too:
    `text` is its address then, and it stands at the link's words, which are none by that alone.
    `doubtful`: no rule reads it for certain.
    """

    kind: Kind
    text: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    is_link: bool = False
    doubtful: bool = False


def find_html(
    html: str,
    *,
    known: Sequence[str] = (),
    names: Sequence[str] = (),
    spared: Sequence[str] = (),
) -> list[Place]:
    """Every contact of a document, in its words and behind its links, in order.

    What is seen only once others are gone is among them: it is all that `redact_html` takes out.
    """
    words = Words.of(html)
    return places_in(words, known=known, names=names, spared=spared)


def redact_html(
    html: str,
    *,
    known: Sequence[str] = (),
    names: Sequence[str] = (),
    spared: Sequence[str] = (),
    mark: str = "…",
) -> str:
    """Clean markup without contacts: neither in its words, joined across tags, nor in a link.

    Every link loses its address, for an address is a contact; its words stay when they are none.
    """
    words = Words.of(html)
    places = places_in(words, known=known, names=names, spared=spared, mark=mark)
    return cut_places(words, places, mark)


def places_in(
    words: Words,
    *,
    known: Sequence[str] = (),
    names: Sequence[str] = (),
    spared: Sequence[str] = (),
    mark: str = "…",
) -> list[Place]:
    """The same of words that have been read already."""
    said = frozenset(map(spared_key, spared))
    links = [link for link in _links(words) if not _is_spared(link, known, said)]
    found = _apart(_accounts(words, links, said))
    for _ in range(_ROUNDS):
        shorter = words.shortened(found, mark)
        more = find(shorter.text, known=known, names=names, spared=spared)
        if not more:
            break
        new = [
            Found(one.kind, *shorter.origin(one.start, one.end), "", one.doubtful) for one in more
        ]
        found = _apart([*found, *new])
    places = [_place(words, one) for one in found]
    return sorted([*places, *links], key=lambda place: (place.start, place.end, place.is_link))


def cut_places(words: Words, places: Iterable[Place], mark: str) -> str:
    """Clean markup without these places; a mark stands where words were."""
    chosen = list(places)
    cut = ((one.start, one.end, mark) for one in chosen if not one.is_link)
    links = {place.start for place in chosen if place.is_link}
    return clean_html(as_html(without_links(words, words.rewritten(cut), links)))


def with_initials(html: str, person: Person, spared: Sequence[str] = ()) -> str:
    """Clean markup in which the surname is an initial; links with it in their address are none."""
    words = Words.of(html)
    found = surnames(words.text, person, spared)
    told = {link.start for link in _links(words) if surnames(unquote(link.text), person, spared)}
    if not found and not told:
        return html
    parts = words.rewritten((one.start, one.end, one.instead) for one in found)
    return clean_html(as_html(without_links(words, parts, told)))


def without_links(words: Words, parts: Iterable[Piece], links: set[int]) -> Iterator[Piece]:
    """The pieces of these words without the links that begin at these places."""
    drops = False
    for number, part in enumerate(parts):
        if part.value == "a" and part.kind == "open":
            drops = words.offsets[number] in links
        if part.value == "a" and part.kind != "text" and drops:
            continue
        yield part


def _links(words: Words) -> Iterator[Place]:
    """Every link: its address, and where its words stand."""
    begun: tuple[int, str] | None = None
    for number, part in enumerate(words.parts):
        if part.value != "a" or part.kind == "text":
            continue
        if part.kind == "open":
            begun = (words.offsets[number], part.attributes.get("href", ""))
        elif begun is not None:
            start, address = begun
            end = words.offsets[number]
            kind: Kind = next((of for scheme, of in _SCHEMES if address.startswith(scheme)), "url")
            yield Place(
                kind, address, start, end, *words_around(words.text, start, end), is_link=True
            )
            begun = None


def _is_spared(link: Place, known: Sequence[str], said: frozenset[str]) -> bool:
    told = {spared_key(link.text), spared_key(addressee(link.text))}
    return bool(told & said) and not holds_known(link.text, known)


def _accounts(words: Words, links: Iterable[Place], said: frozenset[str]) -> Iterator[Found]:
    """Words of a link that only repeat the account it leads to."""
    for link in links:
        if not (account := profile_name(link.text)):
            continue
        told = re.compile(rf"(?<!\w)@?{re.escape(account)}(?!\w)", re.IGNORECASE)
        for begin, finish in _stretches(words, link):
            for match in told.finditer(words.text[begin:finish]):
                if spared_key(match[0]) not in said:
                    yield Found("handle", begin + match.start(), begin + match.end(), "")


def _stretches(words: Words, link: Place) -> Iterator[tuple[int, int]]:
    """The words of a link: as one, and each piece of them that looks different."""
    yield link.start, link.end
    for number, start, end in words.within(link.start, link.end):
        yield words.offsets[number] + start, words.offsets[number] + end


def _apart(found: Iterable[Found]) -> list[Found]:
    """Overlapping ones become one, which the first to begin names."""
    apart: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if apart and one.start < apart[-1].end:
            last = apart[-1]
            doubtful = last.doubtful and one.doubtful
            apart[-1] = Found(last.kind, last.start, max(last.end, one.end), "", doubtful)
        else:
            apart.append(one)
    return apart


def _place(words: Words, one: Found) -> Place:
    text = words.text[one.start : one.end]
    around = words_around(words.text, one.start, one.end)
    return Place(one.kind, text, one.start, one.end, *around, doubtful=one.doubtful)
