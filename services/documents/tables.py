"""Tables that are no tables: columns made by a table without borders, read cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from services.markup import Piece, as_html, pieces

_PARTS = {"table", "thead", "tbody", "tr", "td", "th"}
_LISTED = {"ul", "ol", "h2", "h3", "blockquote"}
_MANY_BLOCKS = 3


@dataclass(slots=True)
class _Table:
    """A table while it is read: its pieces, and its cells once more by themselves."""

    whole: list[Piece] = field(default_factory=list)
    cells: list[list[Piece]] = field(default_factory=list)
    layout: bool = False


def unfolded(html: str) -> str:
    """Cleaned markup in which cells that hold whole parts of a résumé have become those parts.

    A table whose cells hold a line each stays one.
    """
    if "<table" not in html:
        return html
    out: list[Piece] = []
    around: list[_Table] = []
    for piece in pieces(html):
        if piece.kind == "open" and piece.value == "table":
            around.append(_Table([piece]))
        elif not around:
            out.append(piece)
        elif piece.kind == "close" and piece.value == "table":
            table = around.pop()
            table.whole.append(piece)
            _put(around[-1] if around else None, out, list(_closed(table)))
        else:
            _add(around[-1], piece)
    return as_html(out)


def _add(table: _Table, piece: Piece) -> None:
    table.whole.append(piece)
    if piece.value in _PARTS and piece.kind != "text":
        if piece.kind == "open" and piece.value in {"td", "th"}:
            table.cells.append([])
    elif table.cells:
        table.cells[-1].append(piece)


def _put(outer: _Table | None, out: list[Piece], read: list[Piece]) -> None:
    """Put a table that was read into the cell it stands in, or into the document."""
    if outer is None:
        out += read
        return
    outer.whole += read
    outer.layout = True  # nobody nests a table of facts
    if outer.cells:
        outer.cells[-1] += read


def _closed(table: _Table) -> Iterator[Piece]:
    if not (table.layout or any(map(_is_part, table.cells))):
        yield from table.whole
        return
    for cell in table.cells:
        yield from _as_blocks(cell)


def _is_part(cell: list[Piece]) -> bool:
    """Whether a cell holds lists, headings or several paragraphs: more than a fact."""
    blocks = sum(piece.kind == "open" and piece.value in {"p", "br"} for piece in cell)
    listed = any(piece.kind == "open" and piece.value in _LISTED for piece in cell)
    return listed or blocks >= _MANY_BLOCKS


def _as_blocks(cell: list[Piece]) -> Iterator[Piece]:
    """The pieces of a cell as blocks: words that stand loose in it are a paragraph."""
    loose = False
    depth = 0
    for piece in cell:
        block = piece.kind != "text" and piece.value in {"p", "table", *_LISTED}
        if block:
            if loose:
                yield Piece("close", "p", {})
                loose = False
            depth += 1 if piece.kind == "open" else -1
        elif depth == 0 and not loose and piece.value.strip():
            yield Piece("open", "p", {})
            loose = True
        yield piece
    if loose:
        yield Piece("close", "p", {})
