"""From lines to headings, paragraphs and lists: how a person reads a résumé.

A PDF knows only where letters stand. A line is a heading when its type is larger or all bold,
goes on with the paragraph above when that one ran out of width, and is an item when a bullet
begins it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from services.documents.blocks import Block, bullet, is_section
from services.documents.lines import Line, gathered
from services.documents.runs import Letters, letters_of, markup, space

_LARGER = 1.12
_LETTER = 0.5
_FULL = 0.88
_WIDEST_PITCH = 1.75
_UNEVEN = 1.12
_SHORTEST_FULL = 24
_LONGEST_HEADING = 90
_LONGEST_BOLD_HEADING = 60
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")


def blocks(pages: Sequence[list[Line]]) -> list[Block]:
    """The headings, paragraphs and items of a document, page by page."""
    read = gathered(pages)
    lines = [line for page in read for line in page]
    if not lines:
        return []
    measure = _Measure(lines)
    out: list[Block] = []
    for page in read:
        edges = _Edges(page)
        group: list[Line] = []
        for line in page:
            measure.see_item(line)
            if group and not measure.continues(group, line, edges):
                out += measure.blocks_of(group)
                group = []
            group.append(line)
        if group:
            out += measure.blocks_of(group)
    return out


class _Edges:
    """How far to the right the lines of a page reach, by where they begin."""

    def __init__(self, page: Sequence[Line]) -> None:
        self._reach: dict[int, float] = {}
        for line in page:
            column = int(line.x // 50)
            reach = line.x + len(line.text) * line.size * _LETTER
            self._reach[column] = max(self._reach.get(column, 0.0), reach)

    def is_full(self, line: Line, next_word: str) -> bool:
        """Whether the next word would not have fitted into the line."""
        column = int(line.x // 50)
        edge = max(self._reach.get(column + step, 0.0) for step in (-1, 0, 1))
        needed = (len(line.text) + 1 + len(next_word)) * line.size * _LETTER
        return len(line.text) >= _SHORTEST_FULL and needed > _FULL * (edge - line.x)


class _Measure:
    """The sizes, distances and words of one document, by which its lines are judged."""

    def __init__(self, lines: Sequence[Line]) -> None:
        letters: Counter[float] = Counter()
        for line in lines:
            letters[line.size] += len(line.text)
        self._body = letters.most_common(1)[0][0] or 1.0
        sizes = sorted({line.size for line in lines if self._is_larger(line)}, reverse=True)
        self._largest = sizes[:2]
        self._words = set(re.findall(r"[\w-]+", " ".join(line.text for line in lines).lower()))
        self._pitch = _pitch(lines)
        self._has_bullets = any(line.item for line in lines)
        self._left = min(line.x for line in lines)

    def see_item(self, line: Line) -> None:
        """Bullets that are drawn, not written, leave only the indent of their items."""
        if self.is_heading(line):
            self._left = line.x
        elif not self._has_bullets:
            line.item = 1.5 * line.size <= line.x - self._left <= 5 * line.size

    def continues(  # noqa: PLR0911 - one question after the other, the first answer counts
        self, group: Sequence[Line], line: Line, edges: _Edges
    ) -> bool:
        """Whether the line goes on with the paragraph, heading or item above it."""
        above = group[-1]
        gap = above.y - line.y
        if above.size != line.size or not 0 < gap <= _WIDEST_PITCH * max(line.size, 1.0):
            return False
        if line.bold and above.bold and above.beside and len(above.text) >= _LONGEST_BOLD_HEADING:
            return not line.beside
        if self.is_heading(line) or self.is_heading(above):
            return self._is_larger(line) and self._is_larger(above) and not above.beside
        if above.beside or line.beside or _NUMBERED.match(line.text) or not line.text:
            return False
        if line.item and (self._has_bullets or not group[0].item):
            return False
        if not group[0].item and abs(line.x - group[0].x) > 3 * line.size:
            return False
        first_word = line.text.split(" ", 1)[0]
        goes_on = first_word[0].islower() and above.text[-1:] not in ".!?:;"
        if goes_on and len(above.text) >= _SHORTEST_FULL:
            return True
        if line.pieces[0].style.bold and not above.pieces[-1].style.bold:
            return False
        return gap <= _UNEVEN * self._pitch and edges.is_full(above, first_word)

    def blocks_of(self, group: Sequence[Line]) -> list[Block]:
        """The block of lines that belong together, with what stands beside them."""
        first = group[0]
        html = markup(self._letters(group))
        beside = escape(" · ".join(text for line in group for text in line.beside), quote=False)
        if not html:
            return []
        if self.is_heading(first):
            plain = re.sub(r"</?(?:strong|em)>", "", html)
            heading = Block("h2" if first.size in self._largest else "h3", plain)
            return [heading, *([Block("p", beside)] if beside else [])]
        if beside:
            # One short thing stays in the line, several read better in a line of their own.
            html += f" · {beside}" if len(first.beside) == 1 else f"<br>{beside}"
        return [Block("li" if first.item else "p", html)]

    def is_heading(self, line: Line) -> bool:
        """Larger type, the usual name of a part, or a short line all in bold."""
        if bullet(line.text) or not any(letter.isalpha() for letter in line.text):
            return False
        if self._is_larger(line) or is_section(line.text):
            return True
        short = len(line.text) <= _LONGEST_BOLD_HEADING and line.text[-1:] not in ".,;"
        return line.bold and short and not line.beside

    def _is_larger(self, line: Line) -> bool:
        return line.size >= _LARGER * self._body and len(line.text) <= _LONGEST_HEADING

    def _letters(self, group: Sequence[Line]) -> Letters:
        letters: Letters = []
        for line in group:
            more = letters_of(line)
            if line is group[0] and line.item:
                more = more[bullet(line.text) :]
            if letters and more:
                self._close_up(letters, more)
            letters += more
        return letters

    def _close_up(self, letters: Letters, more: Letters) -> None:
        """Join a word that was divided at the end of the line; else a space stands between."""
        above = "".join(letter for letter, _ in letters[-40:])
        below = "".join(letter for letter, _ in more[:40])
        divided = re.search(r"([^\W\d_]{2,})[-\u00ad]\Z", above)
        rest = re.match(r"[^\W\d_]+", below)
        if divided and rest and rest[0][0].islower():
            if not self._keeps_hyphen(divided[1].lower(), rest[0].lower()):
                letters.pop()
        elif not re.search(r"\S[-/]\Z", above):
            letters.append(space(letters[-1]))

    def _keeps_hyphen(self, start: str, end: str) -> bool:
        if f"{start}-{end}" in self._words:
            return True
        return start + end not in self._words and {start, end} <= self._words


def _pitch(lines: Sequence[Line]) -> float:
    """The distance between the lines of a paragraph: the least one that is usual."""
    gaps: Counter[float] = Counter()
    for above, line in pairwise(lines):
        gap = above.y - line.y
        if above.size == line.size and 0 < gap <= _WIDEST_PITCH * max(line.size, 1.0):
            gaps[round(2 * gap) / 2] += 1
    usual = [gap for gap, count in gaps.items() if count > 2]  # noqa: PLR2004 - twice is chance
    return min(usual or gaps or [1.0])
