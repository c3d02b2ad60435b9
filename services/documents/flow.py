"""What word processors hold: paragraphs with their looks, and tables of them; made into markup."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from services.documents.blocks import Block, as_html
from services.documents.lines import Style
from services.documents.runs import markup
from services.markup import printable

_LARGER, _FAR_LARGER = 1.12, 1.45
_LONGEST_HEADING = 90
_DEEPEST_TABLE = 6
PLAIN = Style(size=0.0, bold=False, italic=False, link="")


@dataclass(slots=True)
class Paragraph:
    """Words with their styles; `level` is that of a heading, 0 for none."""

    runs: list[tuple[str, Style]] = field(default_factory=list)
    level: int = 0
    item: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(text for text, _ in self.runs)


@dataclass(slots=True)
class Table:
    """Rows of cells, each with a flow of its own."""

    rows: "list[list[list[Paragraph | Table]]]" = field(default_factory=list)


Flow = Sequence[Paragraph | Table]


def flow_html(flow: Flow) -> str:
    """The markup of a document's body: headings by level or by size, lists, tables."""
    letters: Counter[float] = Counter()
    for paragraph in _paragraphs(flow):
        for text, style in paragraph.runs:
            letters[style.size] += len(text.strip())
    body = letters.most_common(1)[0][0] if letters else 0.0
    return _html(flow, body, 0)


def lines_of(flow: Flow) -> list[str]:
    """The lines of a header or footer."""
    return [
        line
        for paragraph in _paragraphs(flow)
        for raw in printable(paragraph.text).split("\n")
        if (line := " ".join(raw.split()))
    ]


def _html(flow: Flow, body: float, depth: int) -> str:
    out: list[str] = []
    blocks: list[Block] = []
    for part in flow:
        if isinstance(part, Paragraph):
            blocks += _block(part, body)
        elif depth < _DEEPEST_TABLE:
            out += [as_html(blocks), _table(part, body, depth)]
            blocks = []
    return "".join([*out, as_html(blocks)])


def _table(table: Table, body: float, depth: int) -> str:
    rows = (
        "".join(f"<td>{_html(cell, body, depth + 1)}</td>" for cell in row) for row in table.rows
    )
    return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows if row)}</tbody></table>"


def _block(paragraph: Paragraph, body: float) -> Iterator[Block]:
    text = paragraph.text.strip()
    if not text:
        return
    level = paragraph.level or _level_by_size(paragraph, text, body)
    letters = [(letter, style) for run, style in paragraph.runs for letter in printable(run)]
    html = markup(letters).strip().replace("\n", "<br>")
    if level and not paragraph.item:
        yield Block("h2" if level == 1 else "h3", _unmarked(html))
    else:
        yield Block("li" if paragraph.item else "p", html)


def _unmarked(html: str) -> str:
    for tag in ("<strong>", "</strong>", "<em>", "</em>"):
        html = html.replace(tag, "")
    return html


def _level_by_size(paragraph: Paragraph, text: str, body: float) -> int:
    """People who do not know heading styles choose larger letters."""
    sizes = [style.size for run, style in paragraph.runs if run.strip()]
    if not body or len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return 0
    if min(sizes) >= _FAR_LARGER * body:
        return 1
    return 2 if min(sizes) >= _LARGER * body else 0


def _paragraphs(flow: Iterable[Paragraph | Table]) -> Iterator[Paragraph]:
    """Every paragraph, those in tables too; nothing that is nested deeper than is shown."""
    waiting: list[tuple[Paragraph | Table, int]] = [(part, 0) for part in reversed(list(flow))]
    while waiting:
        part, depth = waiting.pop()
        if isinstance(part, Paragraph):
            yield part
        elif depth < _DEEPEST_TABLE:
            inside = [(one, depth + 1) for row in part.rows for cell in row for one in cell]
            waiting += reversed(inside)
