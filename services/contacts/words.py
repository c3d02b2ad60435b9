"""The words of rich text as one text, with the way back to the markup they came from."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from services.contacts.found import Found
from services.markup import BLOCK_TAGS, Piece, clean_html, pieces


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader sees of markup, where each piece begins in it, and the pieces."""

    parts: list[Piece]
    text: str
    offsets: list[int]

    @classmethod
    def of(cls, html: str) -> "Words":
        """The words of a document; a line ends with a block, a cell with a gap."""
        parts = [_one_spaced(part) for part in pieces(clean_html(html))]
        texts = [_as_text(part) for part in parts]
        return cls(parts, "".join(texts), list(accumulate(map(len, texts), initial=0)))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The stretches of text pieces from one place to another: piece, start and end in it."""
        number = max(bisect_right(self.offsets, start) - 1, 0)
        while number < len(self.parts) and self.offsets[number] < end:
            if self.parts[number].kind == "text":
                here = self.offsets[number]
                yield number, max(start, here) - here, min(end, self.offsets[number + 1]) - here
            number += 1

    def rewritten(self, changes: Iterable[tuple[int, int, str]]) -> list[Piece]:
        """The pieces with stretches of the text, apart from each other, put in other words."""
        cuts: dict[int, list[tuple[int, int, str]]] = {}
        for begin, finish, words in changes:
            label = words
            for number, start, end in self.within(begin, finish):
                cuts.setdefault(number, []).append((start, end, label))
                label = ""
        return [
            Piece("text", _cut(part.value, cuts[number]), {}) if number in cuts else part
            for number, part in enumerate(self.parts)
        ]

    def shortened(self, found: Iterable[Found], mark: str) -> "Shortened":
        """The text as it reads once these are gone."""
        parts: list[str] = []
        steps: list[_Step] = []
        length = done = 0

        def put(text: str, start: int, end: int, *, stays: bool) -> None:
            nonlocal length
            if text:
                steps.append(_Step(length, start, end, stays))
                parts.append(text)
                length += len(text)

        for contact in found:
            put(self.text[done : contact.start], done, contact.start, stays=True)
            put(mark, contact.start, contact.end, stays=False)
            done = contact.start
            for number, start, end in self.within(contact.start, contact.end):
                begins = self.offsets[number] + start
                put(self.text[done:begins], done, begins, stays=True)
                done = self.offsets[number] + end
            put(self.text[done : contact.end], done, contact.end, stays=True)
            done = contact.end
        put(self.text[done:], done, len(self.text), stays=True)
        return Shortened("".join(parts), steps)


@dataclass(frozen=True, slots=True)
class _Step:
    """A stretch of a shortened text: where it begins there, and what it was before."""

    at: int
    start: int
    end: int
    stays: bool


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text that has lost some of its words, with the way back to where the others stood."""

    text: str
    steps: list[_Step]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the shortened text stood before."""
        first, last = self._step(start), self._step(end - 1)
        begins = first.start + (start - first.at if first.stays else 0)
        ends = last.start + (end - last.at) if last.stays else last.end
        return begins, ends

    def _step(self, place: int) -> _Step:
        return self.steps[bisect_right(self.steps, place, key=lambda step: step.at) - 1]


def _one_spaced(part: Piece) -> Piece:
    """A reader sees one space where the markup has many."""
    if part.kind != "text":
        return part
    return Piece("text", re.sub(r"[ \t\n\r\f]+", " ", part.value), {})


def _as_text(part: Piece) -> str:
    """What a reader sees: a line ends with a block, a cell with a gap, space is one space."""
    if part.kind == "text":
        return re.sub(r"\s", " ", part.value)
    if part.value in {"td", "th"}:
        return "  " if part.kind == "close" else ""
    return "\n" if part.value in BLOCK_TAGS or part.value == "br" else ""


def _cut(text: str, cuts: Iterable[tuple[int, int, str]]) -> str:
    for start, end, label in sorted(cuts, reverse=True):
        text = text[:start] + label + text[end:]
    return text
