"""Contacts over the cells of a table: a number row by row, a name and its host apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.contacts.domains import COMMON_ENDINGS, MAIL_HOSTS
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex

_NUMBER_TOLD = regex(
    r"(?<![^\W\d_])(?:код\w?|code|оператор\w?|operator|номер\w?|number|numer|num[ăa]r|nummer|нөмір"
    r"|тел\w{0,6}|моб\w{0,7}|tel\w{0,6}|mob\w{0,4}|phone|cell|cep|префикс|префікс|prefix|vorwahl"
    r"|kierunkowy|alan)(?![^\W\d_])"
)
_MAIL_TOLD = regex(
    r"ящик|скриньк|почт|пошт|логин|логін|м[еэ]йл|домен|сервер|хост|mail|inbox|login|user|domain"
    r"|domeniu|host|server|provider|c[ăa]su[țt]|cutie|poczt|skrzynk|posta|kutu|postfach"
)
_FIGURES = regex(r"\+?[\d() .-]{1,16}")
_NAME = regex(r"(?!\d+\Z)[a-z0-9][\w.+-]{2,40}")
_HOST = regex(rf"@? ?(?:{MAIL_HOSTS}|[a-z0-9-]{{2,30}}\.(?:{COMMON_ENDINGS}))")
_MAYBE_A_HOST = regex(r"@? ?[a-z0-9-]{2,30}")
_ENDING = regex(rf"\.? ?(?:{COMMON_ENDINGS})")
_WHOLE, _SHORTEST = range(10, 13), 9
_FEWEST_CELLS = 2


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def over_cells(copy: Copy) -> Iterator[Span]:
    """Numbers and mailboxes of which each row or cell has a part."""
    if "|" not in copy.text:
        return
    rows = list(_rows(copy.lower))
    figures = list(_rows(copy.figures.lower()))
    place = 0
    while place < len(rows):
        rows_of_number = _number(rows, figures, place)
        if rows_of_number:
            last = place + rows_of_number - 1
            yield Span("phone", figures[place][-1].start, figures[last][-1].end)
        yield from _mailbox(rows, place)
        place += rows_of_number or 1


def _rows(text: str) -> Iterator[list[_Cell]]:
    """The cells of every line, without the borders; a line that is no row has none."""
    place = 0
    for line in text.split("\n"):
        cells = []
        here = place
        for cell in line.split("|"):
            if told := cell.strip(" "):
                cells.append(_Cell(here + cell.index(told), told))
            here += len(cell) + 1
        yield cells if len(cells) >= _FEWEST_CELLS else []
        place += len(line) + 1


def _number(rows: Sequence[list[_Cell]], figures: Sequence[list[_Cell]], place: int) -> int:
    """How many rows from here on tell a number; 0 when none is told."""
    if not rows[place] or not _NUMBER_TOLD.search(rows[place][0].text):
        return 0
    digits = 0
    for count, row in enumerate(figures[place : place + 6], 1):
        if len(row) != _FEWEST_CELLS or not _FIGURES.fullmatch(row[1].text):
            return count - 1 if digits == _SHORTEST and count > _FEWEST_CELLS else 0
        digits += sum(map(str.isdigit, row[1].text))
        if digits in _WHOLE:
            return count if count > 1 else 0
    return 0


def _mailbox(rows: Sequence[list[_Cell]], place: int) -> Iterator[Span]:
    """The name, its host and maybe the ending: in one row, or each in the last cell of its own."""
    row = rows[place]
    if not row:
        return
    labels = [row[0].text, *(one[0].text for one in rows[place + 1 : place + 2] if one)]
    if not any(map(_MAIL_TOLD.search, labels)):
        return
    below = [one[-1] for one in rows[place : place + 3] if len(one) == _FEWEST_CELLS]
    for cells in (row[1:], below):
        if len(cells) < _FEWEST_CELLS or not _NAME.fullmatch(cells[0].text):
            continue
        ended = len(cells) > _FEWEST_CELLS and _ENDING.fullmatch(cells[2].text)
        if ended and _MAYBE_A_HOST.fullmatch(cells[1].text):
            yield Span("email", cells[0].start, cells[2].end)
        elif _HOST.fullmatch(cells[1].text):
            yield Span("email", cells[0].start, cells[1].end)
