"""What was found in a text, and where: a proposal nobody can check is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST_QUOTE = 110


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that says something, and where it begins."""

    text: str
    start: int

    def place(self, part: str = "") -> "Place":
        """Where this line, or a part of it, stands; the quote is what stands around it."""
        at = self.text.find(part) if part else 0
        at, length = (at, len(part or self.text)) if at >= 0 else (0, len(self.text))
        return Place(self.start + at, self.start + at + length, _quote(self.text, at, length))


@dataclass(frozen=True, slots=True)
class Place:
    """From where to where something stands in the text, and the words around it."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A value for a field, and where it was found."""

    value: str
    place: Place


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for match in re.finditer(r"[^\n]+", text):
        bare = match[0].strip()
        if bare:
            yield Line(bare, match.start() + match[0].index(bare))


def _quote(text: str, at: int, length: int) -> str:
    if len(text) <= _LONGEST_QUOTE:
        return text
    begin = max(0, min(at, at + length // 2 - _LONGEST_QUOTE // 2))
    cut = text[begin : begin + _LONGEST_QUOTE]
    return f"{'… ' if begin else ''}{cut.strip()}{' …' if begin + len(cut) < len(text) else ''}"
