"""Tables: every cell at its place, however its spans were written."""

from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

Content = TypeVar("Content")

MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Cell(Generic[Content]):
    """A cell at its place; no two cells of a table cover each other."""

    row: int
    column: int
    rows: int
    columns: int
    head: bool
    content: Content


@dataclass(slots=True)
class Given(Generic[Content]):
    """A cell as it was written."""

    columns: int
    rows: int
    head: bool = False
    content: Content | None = None


@dataclass(slots=True)
class Table(Generic[Content]):
    """A table as it is read, row by row; `depth` counts the tables it stands in, itself with it."""

    rows: list[list[Given[Content]]] = field(default_factory=list)
    depth: int = 1

    def begin_row(self) -> None:
        """What comes now stands in a row of its own."""
        self.rows.append([])

    def begin_cell(self, columns: int, rows: int) -> None:
        """What comes now stands in a cell of its own."""
        if not self.rows:
            self.begin_row()
        self.rows[-1].append(Given(columns, rows))

    def end_cell(self, content: Content, *, head: bool) -> None:
        """What the cell holds is known now."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].content, self.rows[-1][-1].head = content, head


def laid_out(table: Table[Content]) -> tuple[int, list[Cell[Content]]] | None:
    """The number of columns and the cells at their places; None where too many stand in a row."""
    cells: list[Cell[Content]] = []
    covered: dict[int, int] = {}  # a column -> the first row that is free in it
    for row, written in enumerate(table.rows):
        column = 0
        for given in written:
            while covered.get(column, 0) > row:
                column += 1
            if given.content is None:
                continue
            if column >= MOST_COLUMNS:
                return None
            columns = 1
            most = min(given.columns, MOST_COLUMNS - column)
            while columns < most and covered.get(column + columns, 0) <= row:
                columns += 1
            rows = min(given.rows, len(table.rows) - row)
            covered |= dict.fromkeys(range(column, column + columns), row + rows)
            cells.append(Cell(row, column, rows, columns, given.head, given.content))
            column += columns
    # A span wider than its table ends with it.
    widest = max((cell.column for cell in cells), default=0) + 1
    return widest, [
        replace(cell, columns=min(cell.columns, widest - cell.column)) for cell in cells
    ]
