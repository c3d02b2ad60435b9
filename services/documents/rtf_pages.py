"""Where the words of an RTF file go: paragraphs, cells and rows, headers and footers."""

from services.documents.flow import Paragraph, Table
from services.documents.lines import Style


class Pages:
    """Takes words and steps, gives paragraphs and tables."""

    def __init__(self) -> None:
        self.body: list[Paragraph | Table] = []
        self.header: list[Paragraph | Table] = []
        self.footer: list[Paragraph | Table] = []
        self._flow = self.body
        self._open = Paragraph()
        self._resting: list[Paragraph] = []
        self._in_table = False
        self._cell: list[Paragraph | Table] = []
        self._row: list[list[Paragraph | Table]] = []

    def say(self, text: str, *, size: float, bold: bool, italic: bool, link: str) -> None:
        """Words in their style."""
        style = Style(size=size, bold=bold, italic=italic, link=link)
        runs = self._open.runs
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + text, style)
        else:
            runs.append((text, style))

    def step(self, word: str) -> None:
        """The end of a line, a paragraph, a cell or a row."""
        match word:
            case "line":
                self._open.runs.append(("\n", self._open.runs[-1][1] if self._open.runs else _BARE))
            case "cell" | "nestcell":
                self._end_paragraph(into=self._cell)
                self._row.append(self._cell)
                self._cell = []
            case "row" | "nestrow":
                self._end_row()
            case _:
                self._end_paragraph(into=self._cell if self._in_table else self._flow)

    def plain_paragraph(self) -> None:
        """What was said of paragraphs holds no longer."""
        self._open.level, self._open.item, self._in_table = 0, False, False

    def is_heading(self, level: int) -> None:
        """The paragraph is a heading of this level."""
        self._open.level = level

    def is_item(self) -> None:
        """The paragraph is an item of a list."""
        self._open.item = True

    def in_table(self) -> None:
        """The paragraph stands in a cell."""
        self._in_table = True

    def enter_edge(self, place: str) -> None:
        """What follows is said on top or at the foot of every page."""
        self._resting.append(self._open)
        self._open = Paragraph()
        self._flow = self.header if place == "header" else self.footer

    def leave_edge(self) -> None:
        """Back to the body."""
        self._end_paragraph(into=self._flow)
        self._flow = self.body
        self._open = self._resting.pop() if self._resting else Paragraph()

    def end(self) -> None:
        """The end of the file ends all that is open."""
        self._end_paragraph(into=self._cell if self._row or self._cell else self._flow)
        if self._cell:
            self._row.append(self._cell)
        self._end_row()

    def _end_paragraph(self, *, into: list[Paragraph | Table]) -> None:
        done = self._open
        if done.text.strip():
            into.append(done)
        # Until it is said otherwise, the next one is of the same kind.
        self._open = Paragraph(level=done.level, item=done.item)

    def _end_row(self) -> None:
        if not self._row:
            return
        if not (self._flow and isinstance(self._flow[-1], Table)):
            self._flow.append(Table())
        table = self._flow[-1]
        if isinstance(table, Table):
            table.rows.append(self._row)
        self._row = []


_BARE = Style(size=12.0, bold=False, italic=False, link="")
