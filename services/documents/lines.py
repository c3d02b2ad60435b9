"""Lines of a page and what belongs to them, before they become paragraphs.

Running heads are said once, a bullet that stands alone goes to its line, and what stands to the
right of a line (a place, dates) is said together with that line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from services.documents.blocks import bullet, is_lone_bullet, is_section

_ICON = re.compile("[\ue000-\uf8ff]+")
_SYMBOL_BULLET = re.compile("\\s*[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d](?=\\s|$)")
_DOTS = re.compile(r"\s*·(?:\s*·)+\s*|\s*·\s*(?=[•|,;])|(?<=[•|])\s*·\s*")
_PAGE_NUMBER = re.compile(
    r"[\s–—|-]*(?:page|стр\.?|стор\.?|сторінка|страница)?\s*\d{1,3}\s*(?:/|of|из|з|із)\s*\d{1,3}\s*\Z"
    r"|\s*(?:page|стр\.?|стор\.?|сторінка|страница)?\s*(?<![\w.,/@])\d{1,3}\s*\Z",
    re.IGNORECASE,
)
_LETTER = 0.4
_EDGE = 2
_MOST_LINES_BESIDE = 4
_LONGEST_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is set."""

    size: float
    bold: bool
    italic: bool
    link: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one style, and where it begins."""

    text: str
    x: float
    y: float
    style: Style


@dataclass(slots=True)
class Line:
    """One line on a page; `beside` is what stands to its right in a column of its own."""

    pieces: list[Piece]
    text: str = field(init=False)
    x: float = field(init=False)
    y: float = field(init=False)
    size: float = field(init=False)
    bold: bool = field(init=False)
    item: bool = False
    beside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        shown = [piece for piece in self.pieces if piece.text.strip()] or self.pieces
        sizes: Counter[float] = Counter()
        for piece in shown:
            sizes[piece.style.size] += len(piece.text.strip())
        self.text = tidy("".join(piece.text for piece in self.pieces))
        self.x, self.y = shown[0].x, shown[0].y
        self.size = sizes.most_common(1)[0][0]
        self.bold = all(piece.style.bold for piece in shown)


def tidy(text: str) -> str:
    """One space at a time; pictograms between words become a dot in the middle."""
    text = _SYMBOL_BULLET.sub("•", text, count=1) if _SYMBOL_BULLET.match(text) else text
    text = _DOTS.sub(lambda dots: " · " if dots[0].count("·") > 1 else " ", _ICON.sub(" · ", text))
    return re.sub(r"\s+", " ", text).strip(" ·")


def gathered(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page, put to what they belong to."""
    return [_with_bullets(_with_beside(page)) for page in _without_running_lines(pages)]


def _without_running_lines(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """What stands on top or at the foot of several pages is said once; page numbers never."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_pattern(line) for line in _at_edges(page)})
    texts = {line.text for page in pages for line in page}
    alike = Counter(text for page in pages for text in {line.text for line in _at_edges(page)})
    said: set[str] = set()
    kept: list[list[Line]] = []
    for page in pages:
        lines: list[Line] = []
        for place, line in enumerate(page):
            if _EDGE <= place < len(page) - _EDGE:
                lines.append(line)
                continue
            if alike[line.text] > 1:  # word for word on several pages: no number is in it
                if line.text not in said:
                    lines.append(line)
                said.add(line.text)
                continue
            bare = _PAGE_NUMBER.sub("", line.text)
            repeated = edges[_pattern(line)] > 1 and (bare in said or bare != line.text in texts)
            if bare and not (repeated or (bare != line.text and bare in texts)):
                lines.append(line)
            said.add(bare)
        kept.append(lines)
    return kept


def _at_edges(page: list[Line]) -> list[Line]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _with_beside(page: list[Line]) -> list[Line]:
    """Short columns to the right of a line go to that line."""
    kept: list[Line] = []
    moved: list[list[Line]] = []
    place = 0
    while place < len(page):
        column = _column_beside(page, place)
        if column:
            moved += column
            place += sum(map(len, column))
        else:
            kept.append(page[place])
            place += 1
    for group in moved:
        _join(kept, group)
    return kept


def _column_beside(page: list[Line], place: int) -> list[list[Line]]:
    """The short groups of lines that begin here and stand beside other lines; else nothing.

    A real second column (long lines, headings, many lines together) is none of it.
    """
    line = page[place]
    partner = _partner(page, line)
    if partner is None or (place and partner is not page[place - 1] and page[place - 1].y > line.y):
        return []
    groups = [[line]]
    for above, following in zip(page[place:], page[place + 1 :], strict=False):
        drop = above.y - following.y
        if drop <= 0 or following.x < partner.x + 0.6 * (line.x - partner.x):
            break
        if drop < 2 * above.size:
            groups[-1].append(following)
        else:
            groups.append([following])
    for group in groups:
        if len(group) > _MOST_LINES_BESIDE or _partner(page, group[0]) is None:
            return []
        if any(is_section(one.text) or len(one.text) > _LONGEST_BESIDE for one in group):
            return []
        if any(one.size > 1.12 * line.size for one in group):
            return []
    return groups


def _partner(page: list[Line], line: Line) -> Line | None:
    """The line at the same height that begins and ends well to the left of a short one."""
    if len(line.text) > _LONGEST_BESIDE or is_section(line.text):
        return None
    for other in page:
        if other is not line and _same_height(other, line):
            end = other.x + len(other.text) * other.size * _LETTER
            if line.x > max(end, other.x + 120):
                return other
    return None


def _same_height(other: Line, line: Line) -> bool:
    return abs(other.y - line.y) < 0.35 * max(other.size, 1.0)


def _join(lines: list[Line], group: list[Line]) -> None:
    """Say a short column with the lines it stands beside: line by line, or all with the first."""
    partners = [
        next((other for other in lines if _same_height(other, line) and other.x < line.x), None)
        for line in group
    ]
    found = [other for other in partners if other is not None]
    items = any(bullet(other.text) or is_lone_bullet(other.text) for other in found)
    if len(found) == len(group) and not items:
        for other, line in zip(found, group, strict=True):
            other.beside.append(line.text)
    elif found:
        found[0].beside += [line.text for line in group]
    else:
        lines += group


def _with_bullets(page: list[Line]) -> list[Line]:
    """A bullet that stands alone belongs to the next line."""
    out: list[Line] = []
    marked = False
    for line in page:
        if is_lone_bullet(line.text):
            marked = True
            continue
        line.item = marked or bullet(line.text) > 0
        marked = False
        out.append(line)
    return out
