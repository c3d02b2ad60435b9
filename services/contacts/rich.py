"""Contacts taken out of rich text, also where they run across bold and links."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from services.contacts.detection import find
from services.contacts.found import Found
from services.contacts.known import profile_name
from services.markup import BLOCK_TAGS, Piece, as_html, clean_html, pieces

_ROUNDS = 4


def redact_html(html: str, *, known: Sequence[str] = (), mark: str = "…") -> str:
    """Clean markup without contacts: neither in its words, joined across tags, nor in a link.

    Every link loses its address, for an address is a contact; its words stay when they are none.
    """
    parts = [_one_spaced(part) for part in _without_links(pieces(clean_html(html)), mark)]
    for _ in range(_ROUNDS):
        words = _Words.of(parts)
        found = find(words.text, known=known)
        if not found:
            break
        parts = words.without(found, mark)
    return clean_html(as_html(parts))


def _one_spaced(part: Piece) -> Piece:
    """A reader sees one space where the markup has many."""
    if part.kind != "text":
        return part
    return Piece("text", re.sub(r"[ \t\n\r\f]+", " ", part.value), {})


def _without_links(parts: Iterable[Piece], mark: str) -> list[Piece]:
    """Links become their words, and words that only repeat the account linked to the mark."""
    kept: list[Piece] = []
    account = ""
    for part in parts:
        if part.value == "a" and part.kind != "text":
            account = ""
            if part.kind == "open":
                account = profile_name(part.attributes.get("href", ""))
            continue
        if account and part.kind == "text":
            name = re.escape(account)
            told = re.sub(rf"(?<!\w)@?{name}(?!\w)", mark, part.value, flags=re.IGNORECASE)
            kept.append(Piece("text", told, {}))
        else:
            kept.append(part)
    return kept


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of markup as one text, with the way back to the pieces they came from."""

    parts: list[Piece]
    text: str
    offsets: list[int]

    @classmethod
    def of(cls, parts: list[Piece]) -> "_Words":
        texts = [_as_text(part) for part in parts]
        return cls(parts, "".join(texts), list(accumulate(map(len, texts), initial=0)))

    def without(self, found: Iterable[Found], mark: str) -> list[Piece]:
        """The pieces with what was found replaced; the mark stands where it began."""
        cuts: dict[int, list[Found]] = {}
        for contact in found:
            place = bisect_right(self.offsets, contact.start) - 1
            first = True
            while place < len(self.parts) and self.offsets[place] < contact.end:
                if self.parts[place].kind == "text":
                    start = max(contact.start, self.offsets[place]) - self.offsets[place]
                    end = min(contact.end, self.offsets[place + 1]) - self.offsets[place]
                    label = mark if first else ""
                    cuts.setdefault(place, []).append(Found(contact.kind, start, end, label))
                    first = False
                place += 1
        return [
            Piece("text", _cut(part.value, cuts[place]), {}) if place in cuts else part
            for place, part in enumerate(self.parts)
        ]


def _as_text(part: Piece) -> str:
    """What a reader sees: a line ends with a block, a cell with a gap, space is one space."""
    if part.kind == "text":
        return re.sub(r"\s", " ", part.value)
    if part.value in {"td", "th"}:
        return "  " if part.kind == "close" else ""
    return "\n" if part.value in BLOCK_TAGS or part.value == "br" else ""


def _cut(text: str, found: Iterable[Found]) -> str:
    for contact in sorted(found, key=lambda contact: contact.start, reverse=True):
        text = text[: contact.start] + contact.text + text[contact.end :]
    return text
