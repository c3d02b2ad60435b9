"""Reading a résumé's markup into its lines: as it is stored, or as the editor gave it back."""

import re

from services.editing.lines import (
    EMPTY,
    MARKS,
    NOT_A_CELL,
    Cell,
    Line,
    LineKind,
    Run,
    apart,
    cells_of,
    within,
)
from services.markup import Piece, clean_html, pieces

_BLOCKS = {"p", "h2", "h3", "blockquote"}
_INDENT = re.compile(r"ql-indent-([1-8])")
_MOST_COLUMNS = 60


def lines_of(html: str, *, edited: bool = False) -> list[Line]:
    """The lines of a résumé as it is stored, or `edited` as the editor gave it back."""
    reader = _Reader(edited=edited)
    for piece in pieces(clean_html(html)):
        reader.read(piece)
    return reader.lines()


class _Reader:
    """Reads pieces of cleaned markup into lines."""

    def __init__(self, *, edited: bool) -> None:
        self._edited = edited
        self._lines: list[Line] = []
        self._runs: list[Run] = []
        self._marks: list[tuple[str, str]] = []
        self._lists: list[LineKind] = []
        self._indents: list[int] = []
        self._block: LineKind = "p"
        self._indent = 0
        self._quotes = 0
        self._tables = 0
        self._rows = _Rows()

    def read(self, piece: Piece) -> None:
        """The next piece."""
        if piece.kind == "text":
            self._write(piece.value.replace("\n", " "))
        elif piece.value == "br":
            self._write("\n")
        elif piece.value in MARKS:
            self._mark(piece)
        elif self._tables or piece.value == "table":
            self._table(piece)
        elif piece.value in {"ul", "ol", "li"}:
            self._list(piece)
        elif piece.value in _BLOCKS:
            self._block_of(piece)

    def lines(self) -> list[Line]:
        """All of them; empty ones at the beginning and at the end say nothing."""
        self._end()
        found = self._lines
        while found and found[-1].kind == "p" and not found[-1].cells[0].runs:
            found.pop()
        while found and found[0].kind == "p" and not found[0].cells[0].runs:
            del found[0]
        return found

    def _write(self, text: str) -> None:
        marks = frozenset(name for name, _ in self._marks)
        href = next((address for name, address in self._marks if name == "a"), "")
        if not self._edited or self._tables:
            text = text.translate(NOT_A_CELL)
        self._runs.append(Run(text, marks, href))

    def _mark(self, piece: Piece) -> None:
        if piece.kind == "open":
            self._marks.append((piece.value, piece.attributes.get("href", "")))
        elif self._marks:
            self._marks.pop()

    def _block_of(self, piece: Piece) -> None:
        if self._lists:
            self._break()
            return
        self._end()
        opens = piece.kind == "open"
        if piece.value == "blockquote":
            self._quotes += 1 if opens else -1
        self._block, self._indent = "quote" if self._quotes else "p", 0
        if opens and piece.value in {"h2", "h3"}:
            self._block = "h2" if piece.value == "h2" else "h3"
        elif opens and piece.value == "p":
            self._indent = _indent(piece)

    def _list(self, piece: Piece) -> None:
        self._end()
        opens = piece.kind == "open"
        if piece.value == "li":
            if opens:
                self._indents.append(max(len(self._lists) - 1, 0) + _indent(piece))
            elif self._indents:
                self._indents.pop()
        elif opens:
            if piece.value == "ol" and not self._lists:
                self._begin_anew("ol")  # its numbers begin with one again
            self._lists.append("ol" if piece.value == "ol" else "ul")
        elif self._lists:
            self._lists.pop()

    def _table(self, piece: Piece) -> None:
        opens = piece.kind == "open"
        if piece.value == "table":
            if not self._tables:
                self._end()
                self._begin_anew("row")
            self._tables += 1 if opens else -1
        elif self._tables > 1 or piece.value not in {"tr", "td", "th", "thead", "tbody"}:
            self._break()
            if opens and piece.value == "li":
                self._write("• ")
        elif piece.value in {"td", "th"}:
            words, self._runs = self._runs, []
            if not opens:
                self._rows.cell(Cell(within(words), piece.value == "th"))
            else:
                self._rows.begin(piece)
        elif piece.value == "tr" and not opens and (cells := self._rows.row()):
            self._lines.append(Line("row", cells))

    def _begin_anew(self, kind: LineKind) -> None:
        """Two lists with numbers, or two tables, that follow each other are not one."""
        if self._lines and self._lines[-1].kind == kind:
            self._lines.append(EMPTY)

    def _break(self) -> None:
        """A block within a cell or an item begins a new line of it."""
        if any(run.text.strip() for run in self._runs) and self._runs[-1].text != "\n":
            self._write("\n")

    def _end(self) -> None:
        """The end of a paragraph, a heading, an item or a line quoted."""
        words, self._runs = self._runs, []
        if not words:
            return
        if self._lists:
            if runs := within(_plain(words)):
                at = self._indents[-1] if self._indents else len(self._lists) - 1
                self._lines.append(Line(self._lists[-1], (Cell(runs),), at))
            return
        for runs in apart(words):
            cells = cells_of(runs) if self._block == "p" else None
            if cells:
                self._lines.append(Line("row", cells))
            elif runs or self._block == "p":
                self._lines.append(Line(self._block, (Cell(tuple(_plain(runs))),), self._indent))


class _Rows:
    """The cells of a row; one that spans several leaves the others of its place empty."""

    def __init__(self) -> None:
        self._cells: list[Cell] = []
        self._wide = 1
        self._below: dict[int, int] = {}

    def begin(self, piece: Piece) -> None:
        self._wide = _span(piece, "colspan")
        self._skip()
        if (tall := _span(piece, "rowspan")) > 1:
            for column in range(len(self._cells), len(self._cells) + self._wide):
                self._below[column] = tall

    def cell(self, cell: Cell) -> None:
        self._cells += [cell, *[Cell((), cell.head)] * (self._wide - 1)]
        self._wide = 1

    def row(self) -> tuple[Cell, ...]:
        self._skip()
        cells, self._cells = tuple(self._cells), []
        self._below = {column: left - 1 for column, left in self._below.items() if left > 1}
        return cells

    def _skip(self) -> None:
        """Places that a taller cell above has taken."""
        while self._below.get(len(self._cells), 0) and len(self._cells) < _MOST_COLUMNS:
            self._cells.append(Cell(()))


def _plain(words: list[Run] | tuple[Run, ...]) -> list[Run]:
    """Words without the signs of cells, where there can be none."""
    return [Run(run.text.translate(NOT_A_CELL), run.marks, run.href) for run in words]


def _indent(piece: Piece) -> int:
    found = _INDENT.search(piece.attributes.get("class", ""))
    return int(found[1]) if found else 0


def _span(piece: Piece, name: str) -> int:
    value = piece.attributes.get(name, "1")
    return min(max(int(value), 1), _MOST_COLUMNS) if re.fullmatch(r"[0-9]{1,4}", value) else 1
