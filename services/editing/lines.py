"""The lines of a résumé: the form in which two spellings of the same text are equal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

CELL, HEAD_CELL = "│", "║"
"""The signs before a cell, and before one that heads its column or row, in the editor."""
BREAK = "↵"
"""The sign of a new line within a cell or an item of a list, in the editor."""
NOT_A_CELL = str.maketrans({CELL: "|", HEAD_CELL: "|"})

LineKind = Literal["p", "h2", "h3", "ul", "ol", "quote", "row"]
MARKS = ("a", "strong", "em", "s", "u")

_SIGN = re.compile(f"([{CELL}{HEAD_CELL}])")
_SPACES = re.compile(r"[ \t\r\f\ufeff]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same; a newline in them is a new line within the cell or item."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell of a table; all that stands in a line of anything else."""

    runs: Runs
    head: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, an item of a list, a line quoted, or a row of a table."""

    kind: LineKind
    cells: tuple[Cell, ...]
    indent: int = 0


EMPTY = Line("p", (Cell(()),))


def apart(runs: Iterable[Run]) -> list[Runs]:
    """Words as the lines that they are on, each tidied; an empty last one is none."""
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        found[-1].append(replace(run, text=first))
        found += [[replace(run, text=text)] for text in more]
    lines = [tidied(line) for line in found]
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def within(runs: Iterable[Run]) -> Runs:
    """Words of a cell or an item as one, their lines a newline apart, no empty ones around."""
    broken = (replace(run, text=run.text.replace(BREAK, "\n")) for run in runs)
    lines = apart(broken)
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        lines.pop()
    joined: list[Run] = []
    for number, line in enumerate(lines):
        joined += [*([Run("\n")] if number else []), *line]
    return tuple(joined)


def tidied(runs: Iterable[Run]) -> Runs:
    """Words of one line as they are read: one space where there are many, none at the ends."""
    kept: list[Run] = []
    spaced = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text.removeprefix(" ") if spaced else text
        if not text:
            continue
        spaced = text.endswith(" ")
        if kept and (kept[-1].marks, kept[-1].href) == (run.marks, run.href):
            text = kept.pop().text + text
        kept.append(replace(run, text=text))
    if kept and spaced:
        last = kept.pop()
        if text := last.text.removesuffix(" "):
            kept.append(replace(last, text=text))
    return tuple(kept)


def cells_of(runs: Runs) -> tuple[Cell, ...] | None:
    """The cells of a row as the editor has it; None where no sign of a cell is in the line."""
    cells: list[list[Run]] = [[]]
    heads = [False]
    for run in runs:
        first, *more = _SIGN.split(run.text)
        cells[-1].append(replace(run, text=first))
        for sign, text in zip(more[::2], more[1::2], strict=True):
            heads.append(sign == HEAD_CELL)
            cells.append([replace(run, text=text)])
    if len(cells) == 1:
        return None
    read = [Cell(within(cell), head) for cell, head in zip(cells, heads, strict=True)]
    return tuple(read if read[0].runs else read[1:])
