"""What was cut out of a text on its way to a customer, read off both: the whole, and what is left.

Nothing is searched for here: where the whole holds more than his text, something was cut. What it
was is told by its kind and by the words he reads around it, never by itself: the page that says so
shows what he sees, and may be shown to him.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from services.contacts import Found, find
from services.contacts.words import Words
from services.disclosure import CUT

_BESIDE = 28


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where something is missing: its kind, and what he reads before and after it.

    `kind` is one of a detected contact's, "link" where only its address is gone, or "other".
    `doubtful`: nobody knows for certain that it was a contact.
    """

    kind: str
    before: str = ""
    after: str = ""
    doubtful: bool = False


def cut_from_text(whole: str, left: str) -> tuple[Cut, ...]:
    """What is missing from a plain text, in order."""
    if whole == left:
        return ()
    lines, kept = whole.split("\n"), left.split("\n")
    if len(lines) != len(kept):  # something ran over several lines
        return tuple(_missing(whole, left))
    return tuple(cut for pair in zip(lines, kept, strict=True) for cut in _missing(*pair))


def cut_from_html(whole: str, left: str) -> tuple[Cut, ...]:
    """What is missing from a document: of its words, then of the addresses of its links."""
    words, kept = Words.of(whole), Words.of(left)
    leads = {address for address, _ in _links(kept)}
    links = tuple(
        Cut("link", after=said if said in kept.text else "")
        for address, said in _links(words)
        if address not in leads
    )
    return (*cut_from_text(words.text, kept.text), *links)


def _missing(whole: str, left: str) -> Iterator[Cut]:
    """The places of a line where a mark stands in what is left of it, and not in the whole."""
    if whole == left:
        return
    first, *others = left.split(CUT)
    done, at = len(first), len(first) if whole.startswith(first) else 0
    for number, kept in enumerate(others, start=1):
        is_last = number == len(others)
        found = max(len(whole) - len(kept), at) if is_last else whole.find(kept, at)
        if found < at or not whole.startswith(kept, found):
            found = len(whole)
        if whole[at:found] != CUT:
            yield _cut(whole, at, found, left[:done], left[done + len(CUT) :])
        at, done = found + len(kept), done + len(CUT) + len(kept)
    if not others:
        yield _cut(whole, 0, len(whole), left, "")


def _cut(whole: str, start: int, end: int, before: str, after: str) -> Cut:
    """Called what it is by itself, else what the words around it say that it may be."""
    by_itself = tuple(find(whole[start:end]))
    found = by_itself or [one for one in _found(whole) if one.start < end and start < one.end]
    kind = found[0].kind if found else "other"
    doubtful = bool(found) and all(one.doubtful for one in found)
    beside = _end(before.rpartition("\n")[2]), _beginning(after.partition("\n")[0])
    return Cut(kind, *beside, doubtful=doubtful)


@lru_cache(maxsize=16)  # asked for each cut of a text
def _found(whole: str) -> tuple[Found, ...]:
    return tuple(find(whole))


def _end(words: str) -> str:
    """The last words, none of them in part."""
    if len(words) <= _BESIDE:
        return words
    return words[-_BESIDE:].partition(" ")[2] or words[-_BESIDE:]


def _beginning(words: str) -> str:
    if len(words) <= _BESIDE:
        return words
    return words[:_BESIDE].rpartition(" ")[0] or words[:_BESIDE]


def _links(words: Words) -> Iterator[tuple[str, str]]:
    """Where each link leads, and the words that remain of it."""
    for number, part in enumerate(words.parts):
        address = part.attributes.get("href", "") if part.value == "a" else ""
        if address and part.kind == "open":
            said = words.parts[number + 1] if number + 1 < len(words.parts) else None
            yield address, "" if said is None or said.kind != "text" else said.value[:_BESIDE]
