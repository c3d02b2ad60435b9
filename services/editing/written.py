"""Writing the lines of a résumé as markup: for the editor, or as it is stored."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from services.editing.lines import BREAK, CELL, HEAD_CELL, MARKS, Cell, Line, Run
from services.markup import Piece, as_html

_DEEPEST = 8


def as_edited(lines: Iterable[Line]) -> str:
    """Lines as the editor writes them: no list in a list, a row of a table is a paragraph."""
    return as_html(_edited(lines))


def as_stored(lines: Iterable[Line]) -> str:
    """Lines as résumés are stored: lists in lists, rows as tables."""
    return as_html(_stored(lines))


def _edited(lines: Iterable[Line]) -> Iterator[Piece]:
    for kind, group in groupby(lines, lambda line: line.kind):
        if kind in {"ul", "ol"}:
            yield _open(kind)
            for line in group:
                yield from _around("li", _words(line, BREAK), line.indent)
            yield _close(kind)
            continue
        for line in group:
            if kind == "row":
                yield from _around("p", _signed(line.cells))
            else:
                tag = "blockquote" if kind == "quote" else kind
                yield from _around(tag, _words(line), line.indent)


def _stored(lines: Iterable[Line]) -> Iterator[Piece]:
    for listed, group in groupby(lines, lambda line: line.kind in {"ul", "ol"} or line.kind):
        if listed is True:
            yield from _nested(list(group))
        elif listed == "row":
            yield from _around("table", _around("tbody", _rows(group)))
        elif listed == "quote":
            yield from _around("blockquote", _quoted(group))
        else:
            for line in group:
                yield from _around(line.kind, _words(line), line.indent)


def _quoted(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        yield from _around("p", _words(line))


def _rows(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        yield _open("tr")
        for cell in line.cells:
            yield from _around("th" if cell.head else "td", _inline(cell.runs))
        yield _close("tr")


def _nested(lines: list[Line]) -> Iterator[Piece]:
    """Items, each list within the item above it; deeper by more than one, by the editor's class."""
    around: list[str] = []
    for line in lines:
        depth = min(line.indent, len(around), _DEEPEST)
        while len(around) > depth + 1:
            yield from (_close("li"), _close(around.pop()))
        if len(around) == depth + 1:
            yield _close("li")
            if around[-1] != line.kind:
                yield _close(around.pop())
        if len(around) == depth:
            yield _open(line.kind)
            around.append(line.kind)
        yield _open("li", line.indent - depth)
        yield from _words(line)
    while around:
        yield from (_close("li"), _close(around.pop()))


def _signed(cells: Iterable[Cell]) -> Iterator[Piece]:
    for number, cell in enumerate(cells):
        sign = HEAD_CELL if cell.head else CELL
        yield Piece("text", f"{' ' if number else ''}{sign} ", {})
        yield from _inline(cell.runs, BREAK)


def _words(line: Line, new_line: str = "") -> Iterator[Piece]:
    return _inline(line.cells[0].runs, new_line)


def _inline(runs: Iterable[Run], new_line: str = "") -> Iterator[Piece]:
    """Words with what they are marked by; `new_line` is the sign of one, without it a <br>."""
    around: list[tuple[str, str]] = []
    for run in runs:
        wanted = [(mark, run.href if mark == "a" else "") for mark in MARKS if mark in run.marks]
        same = 0
        while same < min(len(around), len(wanted)) and around[same] == wanted[same]:
            same += 1
        while len(around) > same:
            yield _close(around.pop()[0])
        for mark, href in wanted[same:]:
            yield Piece("open", mark, {"href": href} if mark == "a" else {})
            around.append((mark, href))
        yield from _broken(run.text, new_line)
    while around:
        yield _close(around.pop()[0])


def _broken(text: str, new_line: str) -> Iterator[Piece]:
    for number, part in enumerate(text.split("\n")):
        if number:
            yield Piece("text", f" {new_line} ", {}) if new_line else _open("br")
        yield Piece("text", part, {})


def _around(tag: str, inside: Iterable[Piece], indent: int = 0) -> Iterator[Piece]:
    words = list(inside)
    yield _open(tag, indent)
    yield from words or [_open("br")]
    yield _close(tag)


def _open(tag: str, indent: int = 0) -> Piece:
    classes = {"class": f"ql-indent-{min(indent, _DEEPEST)}"} if indent else {}
    return Piece("open", tag, classes)


def _close(tag: str) -> Piece:
    return Piece("close", tag, {})
