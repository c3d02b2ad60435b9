"""Clean markup as what is set on paper: headings, paragraphs, items of lists, quotations, tables.

What comes out is plain data of bounded depth: no typesetter is asked to follow what somebody has
nested into each other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from services.markup import Piece, clean_html, pieces
from services.resumes.paper.tables import Cell, Table, laid_out

Kind = Literal["heading", "subheading", "paragraph", "item", "quotation", "table"]

DEEPEST_LIST = 5
# Words without a space are broken somewhere, or they would run off the page.
_LONG_WORD = re.compile(r"\S{60,}")
_BREAK_EVERY, _BREAK = 30, "\u200b"
# Far beyond any real address the typesetter refuses the whole sheet.
_LONGEST_ADDRESS = 2_000
_SPACES = re.compile(r"[ \t\n\r\f]+")
_MARKS = ("strong", "em", "u", "s")
_KINDS: dict[str, Kind] = {"h2": "heading", "h3": "subheading", "blockquote": "quotation"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style (of strong, em, u, s); a line end within a block is a run of its own."""

    text: str
    marks: frozenset[str] = frozenset()
    link: str = ""


LINE_END = Run("\n")


@dataclass(frozen=True, slots=True)
class Block:
    """One block: an item has `depth` and `number` (0: a bullet), a table `columns` and `cells`."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    depth: int = 0
    number: int = 0
    columns: int = 0
    cells: tuple[Cell[tuple[Run, ...]], ...] = ()


def blocks(html: str) -> list[Block]:
    """The blocks of rich text, in order."""
    return list(_Setter().set(pieces(clean_html(html))))


def body(html: str, *above: str) -> list[Block]:
    """The blocks without the first ones that only say once more what stands above them."""
    said = {_flat(line) for line in above if line}
    found = blocks(html)
    while found and _flat("".join(run.text for run in found[0].runs)) in said:
        del found[0]
    return found


def _flat(line: str) -> str:
    return " ".join(line.casefold().split()).rstrip(".")


@dataclass(slots=True)
class _List:
    numbered: bool
    count: int = 0


@dataclass(slots=True)
class _Setter:
    """Goes through the pieces once, in order."""

    runs: list[Run] = field(default_factory=list)
    style: list[tuple[str, str]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    around: list[Kind] = field(default_factory=list)
    table: Table[tuple[Run, ...]] | None = None
    new_item: bool = False

    def set(self, parts: Iterable[Piece]) -> Iterator[Block]:
        for part in parts:
            if part.kind == "text":
                self._words(part.value)
            elif part.value == "br":
                self._line_end()
            elif part.value in _MARKS or part.value == "a":
                self._mark(part)
            elif self.table is not None:
                yield from self._in_table(self.table, part)
            else:
                yield from self._edge(part)
        yield from self._block()

    def _words(self, text: str) -> None:
        text = _SPACES.sub(" ", text)
        if not self.runs or self.runs[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text:
            marks = frozenset(name for name, _ in self.style if name != "a")
            links = [address for name, address in self.style if name == "a"]
            self.runs.append(Run(_LONG_WORD.sub(_broken, text), marks, links[-1] if links else ""))

    def _line_end(self) -> None:
        if self.runs:
            self.runs.append(LINE_END)

    def _mark(self, part: Piece) -> None:
        if part.kind == "open":
            address = part.attributes.get("href", "")
            self.style.append((part.value, address if len(address) <= _LONGEST_ADDRESS else ""))
        elif self.style:
            self.style.pop()

    def _edge(self, part: Piece) -> Iterator[Block]:
        """Where a block begins or ends."""
        yield from self._block()
        opens = part.kind == "open"
        if part.value == "table":
            self.table = Table() if opens else None
        elif part.value in {"ul", "ol"}:
            if opens:
                self.lists.append(_List(numbered=part.value == "ol"))
            elif self.lists:
                self.lists.pop()
        elif part.value == "li" and opens and self.lists:
            self.new_item = True
            self.lists[-1].count += 1
        elif part.value in _KINDS:
            if opens:
                self.around.append(_KINDS[part.value])
            elif self.around:
                self.around.pop()

    def _block(self) -> Iterator[Block]:
        runs = self._taken()
        if runs and self.lists:
            current = self.lists[-1]
            number = current.count if current.numbered else 0
            depth = min(len(self.lists), DEEPEST_LIST)
            yield Block("item" if self.new_item else "paragraph", runs, depth, number)
            self.new_item = False
        elif runs:
            yield Block(self.around[-1] if self.around else "paragraph", runs)

    def _in_table(self, table: Table[tuple[Run, ...]], part: Piece) -> Iterator[Block]:
        """Within a table; a table inside one of its cells becomes lines of that cell."""
        opens = part.kind == "open"
        if part.value == "table":
            table.depth += 1 if opens else -1
            self._line_end()
            if table.depth == 0:
                self.table, self.runs = None, []
                yield from _as_blocks(table)
        elif table.depth > 1 or part.value not in {"tr", "td", "th"}:
            self._line_end()
            if opens and part.value == "li":
                self.runs.append(Run("• "))
        elif part.value == "tr" and opens:
            table.begin_row()
        elif part.value != "tr" and opens:
            self.runs = []
            table.begin_cell(_span(part.attributes, "colspan"), _span(part.attributes, "rowspan"))
        elif part.value != "tr":
            table.end_cell(self._taken(), head=part.value == "th")

    def _taken(self) -> tuple[Run, ...]:
        """The runs so far, without space and empty lines around them."""
        runs, self.runs = self.runs, []
        while runs and not runs[-1].text.strip(" \n"):
            runs.pop()
        if runs:
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
        return tuple(runs)


def _as_blocks(table: Table[tuple[Run, ...]]) -> Iterator[Block]:
    """The table with every cell at its place; as lines, where it has more columns than fit."""
    laid = laid_out(table)
    if laid is not None:
        columns, cells = laid
        if any(cell.content for cell in cells):
            yield Block("table", columns=columns, cells=tuple(cells))
        return
    for row in table.rows:
        runs: list[Run] = []
        for given in row:
            runs += (Run(" · "),) if runs and given.content else ()
            runs += given.content or ()
        if runs:
            yield Block("paragraph", tuple(runs))


def _span(attributes: Mapping[str, str], name: str) -> int:
    value = attributes.get(name, "")
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 5 else 1  # noqa: PLR2004


def _broken(word: re.Match[str]) -> str:
    letters = word[0]
    return _BREAK.join(
        letters[at : at + _BREAK_EVERY] for at in range(0, len(letters), _BREAK_EVERY)
    )
