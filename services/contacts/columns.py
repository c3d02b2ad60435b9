"""Texts of two columns: what stands below each other in one of them, read as lines of its own.

A résumé taken from a PDF often has its contacts in a narrow column, where a number or an address
goes on below and not behind. Each column is written out by itself, with the way back.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from services.contacts.found import Kind
from services.contacts.regexes import regex

_GUTTER = regex(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
_INDENT = regex(r" {12,}(?=\S)")
_MAY_HAVE = regex(r"\S(?: {3}|\t) *\S| {12}\S")
_OPEN_END = regex(r"[/.?=&_-]\Z")
_FIGURES = regex(r"[^:\[\]]+")
_DATE = regex(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}|(?:19|20)\d\d ?[–—-] ?(?:19|20)\d\d")
_DAY = regex(r"\d{1,2}[./]\d")
_WORDS = regex(r"[а-яіїєґ]{4}")
_BORDERS = frozenset("|│┃")
_FEWEST_LINES, _MOST_LINES = 2, 60
_AWRY = 3  # by how much cells of one column may begin beside each other
_FARTHER = 14  # behind a label in the column
_NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: where it begins, and where it is over."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Column:
    """One column as a text of its own."""

    text: str
    pieces: tuple[Piece, ...]
    offsets: tuple[int, ...]

    def places(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where a stretch of the column stands in the text, line by line."""
        found = []
        for number in range(max(bisect_right(self.offsets, start) - 1, 0), len(self.pieces)):
            here = self.offsets[number]
            if here >= end:
                break
            piece = self.pieces[number]
            first = piece.start + max(start - here, 0)
            last = min(piece.start + end - here, piece.end)
            if first < last:
                found.append((first, last))
        return found


def columns(text: str) -> Iterator[Column]:
    """The columns of every stretch of lines that has more than one."""
    if not _MAY_HAVE.search(text):
        return
    lines = []
    place = 0
    for told in text.split("\n"):
        lines.append(Piece(place, place + len(told)))
        place += len(told) + 1
    block: list[tuple[Piece, int]] = []
    gutter = 0
    for line in lines:
        cut = _cut(text, line)
        joins = bool(block) and _belongs(text, line, cut, gutter)
        if block and (not joins or len(block) >= _MOST_LINES):
            yield from _written_out(text, block, gutter)
            block = []
        if cut and not block:
            gutter = cut
        if cut or joins:
            block.append((line, cut))
    if block:
        yield from _written_out(text, block, gutter)


def goes_on_below(kind: Kind, told: str) -> bool:
    """Whether what is found over several lines is one contact, and no end and no beginning."""
    if kind == "url":
        first, *others = told.split("\n")
        return not any(map(_DAY.match, others)) and all(
            map(_OPEN_END.search, [first, *others[:-1]])
        )
    if kind == "phone":
        return _FIGURES.fullmatch(told) is not None and not _DATE.search(told)
    return kind == "address" or not _WORDS.search(told.partition("\n")[0])


def _cut(text: str, line: Piece) -> int:
    """How far from the left the second column of this line begins; 0: there is none."""
    if any(border in text[line.start : line.end] for border in _BORDERS):
        return 0
    gaps = list(_GUTTER.finditer(text, line.start, line.end))
    if gaps:
        widest = max(gaps, key=lambda gap: gap.end() - gap.start())
        return widest.end() - line.start
    indent = _INDENT.match(text, line.start, line.end)
    return indent.end() - line.start if indent else 0


def _belongs(text: str, line: Piece, cut: int, gutter: int) -> bool:
    """Whether the line goes on with the columns above it."""
    if cut:
        return -_AWRY <= cut - gutter <= _FARTHER
    return 0 < line.end - line.start <= gutter and bool(text[line.start : line.end].strip())


def _written_out(text: str, block: list[tuple[Piece, int]], gutter: int) -> Iterator[Column]:
    """Both columns of these lines, each of which says where it is cut."""
    if len(block) < _FEWEST_LINES or gutter < _NARROWEST:
        return
    left: list[Piece] = []
    right: list[Piece] = []
    for line, cut in block:
        middle = min(line.start + cut if cut else line.end, line.end)
        left.append(_bare(text, line.start, middle))
        right.append(_bare(text, middle, line.end))
    for cells in (left, right):
        pieces = tuple(cell for cell in cells if cell.start < cell.end)
        if len(pieces) < _FEWEST_LINES:
            continue
        told = "\n".join(text[piece.start : piece.end] for piece in pieces)
        lengths = (piece.end - piece.start + 1 for piece in pieces[:-1])
        yield Column(told, pieces, tuple(accumulate(lengths, initial=0)))


def _bare(text: str, start: int, end: int) -> Piece:
    """The cell without the space around it."""
    cell = text[start:end]
    return Piece(start + len(cell) - len(cell.lstrip()), end - len(cell) + len(cell.rstrip()))
