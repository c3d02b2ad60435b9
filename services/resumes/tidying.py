"""What is left of a line once a contact has gone: no label without its number, no empty row.

A line, a cell or a part between two signs in which nothing is left but the label goes as well,
and so does a heading with nothing left under it. Everything else stays as it was.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from services.editing.lines import Cell, Line, Run, Runs, tidied
from services.editing.reading import lines_of
from services.editing.written import as_stored
from services.markup import clean_html

HOLE = "\U000f0010"
"""Stands where something was taken out, until it is decided what the reader sees there."""

_LABELS = re.compile(
    r"(?:tel|telephone|telefon\w*|phones?|mobile?|mob|cell|cellphone|fax|e|mail|e-?mails?|address"
    r"|telegram|tg|whats ?app|viber|skype|signal|messengers?|discord|linked ?in|git ?hub|git ?lab"
    r"|facebook|fb|instagram|insta|vk|behance|dribbble|twitter|x|medium|habr|site|web ?site|web|www"
    r"|homepage|blog|portfolio|profile|links?|contacts?|contact me|my|me|at|or|and|via|in|on|by"
    r"|work|personal|private|home|number|no|nr|information|info|details"
    r"|тел|телефон\w*|моб|мобильн\w*|мобільн\w*|сотов\w*|дом|домашн\w*|рабоч\w*|робоч\w*|факс|почт\w*"
    r"|пошт\w*|эл|ел|электронн\w*|електронн\w*|е|мейл|имейл|імейл|адрес\w*|телеграм\w*|тг|вайбер"
    r"|вотсап|ватсап|ватсапп|скайп|сигнал|мессенджер\w*|месенджер\w*|линкедин|лінкедін|гитхаб|гітхаб"
    r"|фейсбук|инстаграм|інстаграм|вк|вконтакте|сайт\w*|блог|портфоли\w*|портфоліо|профиль|профіль"
    r"|ссылк\w*|посиланн\w*|ник|нік|контакт\w*|связь|связи|зв[’'ʼ]язок|зв[’'ʼ]язку|для|мой|моя|мои|мій|моя"
    r"|мої|номер\w*|личн\w*|особист\w*|или|или|и|або|чи|та|і|й|в|у|на|по|за|данные|дані|информация"
    r"|інформація|strona|adres|numer|kontakt\w*|e-posta|iletişim|adresa|anschrift|handy|mobil\w*"
    r"|байланыс|пошта|мекенжай\w*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\s*[|·•●▪♦,;/]+\s*|(?<=\S)\s+[–—-]+\s+|\s{{2,}}|(?<={HOLE})\s+(?={HOLE})")
_WORD = re.compile(r"[^\W_]+(?:[-’'ʼ][^\W_]+)*")
_BEFORE_A_FULL_STOP = re.compile(rf"{HOLE}\.(?![.\w])")
_LONGEST_LABEL = 5
_TITLES = frozenset({"h2", "h3"})
_ALONE = frozenset({"p", "h2", "h3"})


def tidy(html: str, mark: str, instead: str = "") -> str:
    """A document with holes without what has lost its sense by them; the mark in those left.

    What is read `instead` of the contacts stands where the first of them stood, else at the end.
    """
    read = lines_of(html)
    kept = [_tidied(line) if _has_hole(line) else line for line in read]
    if instead:
        kept.insert(_place_for(read, kept), Line("p", (Cell((Run(instead),)),)))
    lines = [line for line in _with_something_under(kept) if line is not None]
    # "Write to ….": the mark ends the sentence by itself.
    marked = _BEFORE_A_FULL_STOP.sub(HOLE, as_stored(lines)).replace(HOLE, mark)
    return clean_html(marked)


def _place_for(lines: Sequence[Line], kept: Sequence[Line | None]) -> int:
    """Instead of the line with the first hole, or after it; before the table or list it is of."""
    first = next((number for number, line in enumerate(lines) if _has_hole(line)), len(lines))
    if first == len(lines):
        return first
    kind = lines[first].kind
    if kind in _ALONE:
        return first if kept[first] is None else first + 1
    while first and lines[first - 1].kind == kind:
        first -= 1
    return first


def _has_hole(line: Line) -> bool:
    return any(HOLE in run.text for cell in line.cells for run in cell.runs)


def _tidied(line: Line) -> Line | None:
    cells = [_without_rests(cell) for cell in line.cells]
    if all(_says_nothing(cell) for cell in cells):
        return None
    if line.kind == "row" and len(cells) > 1:
        # A row of which only its label is left: «Phone │ ».
        changed = [cell != old for cell, old in zip(cells, line.cells, strict=True)]
        told = [cell for cell, is_other in zip(cells, changed, strict=True) if not is_other]
        lost = [cell for cell, is_other in zip(cells, changed, strict=True) if is_other]
        if all(_says_nothing(cell) for cell in lost) and all(
            _is_label(_text(cell.runs)) for cell in told
        ):
            return None
    return replace(line, cells=tuple(cells))


def _without_rests(cell: Cell) -> Cell:
    """Each line of a cell, an item or a paragraph without labels that have lost their contact."""
    kept: list[list[Run]] = []
    for runs in _sublines(cell.runs):
        text = _text(runs)
        if HOLE not in text:
            kept.append(runs)
        elif (shorter := list(_shortened(runs, text))) and _text(shorter).strip():
            kept.append(shorter)
    joined: list[Run] = []
    for number, runs in enumerate(kept):
        joined += [*([Run("\n")] if number else []), *runs]
    return replace(cell, runs=tuple(joined))


def _sublines(runs: Runs) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *more = run.text.split("\n")
        line.append(replace(run, text=first))
        for text in more:
            yield line
            line = [replace(run, text=text)]
    yield line


def _shortened(runs: Sequence[Run], text: str) -> Runs:
    """The runs without the parts of the line that held nothing but a label and a hole."""
    if _is_label(text):
        return ()
    drops: list[tuple[int, int]] = []
    begin, sign_before = 0, 0
    for sign in [*_BETWEEN.finditer(text), None]:
        end = sign.start() if sign else len(text)
        part = text[begin:end]
        if HOLE in part and _is_label(part):
            # With the sign before it; the first one with the sign after it.
            drops.append((sign_before, end) if begin else (0, sign.end() if sign else end))
        if sign:
            sign_before, begin = end, sign.end()
    return tidied(_without(runs, drops))


def _without(runs: Sequence[Run], drops: Sequence[tuple[int, int]]) -> Iterator[Run]:
    place = 0
    for run in runs:
        text, begins = run.text, place
        place += len(text)
        for start, end in sorted(drops, reverse=True):
            here, there = max(start - begins, 0), max(end - begins, 0)
            text = text[:here] + text[there:]
        yield replace(run, text=text)


def _with_something_under(lines: Sequence[Line | None]) -> Iterator[Line | None]:
    """The lines without titles that only announced what has gone."""
    for number, line in enumerate(lines):
        if line is None or not _is_title(line) or not _nothing_under(lines[number + 1 :]):
            yield line


def _nothing_under(rest: Iterable[Line | None]) -> bool:
    """Whether what followed has gone, up to the next title."""
    gone = False
    for line in rest:
        if line is None:
            gone = True
        elif _looks_like_a_title(line):
            return gone
        elif any(_text(cell.runs).strip() for cell in line.cells):
            return False
    return gone


def _is_title(line: Line) -> bool:
    return line.kind != "row" and _is_label(_text(line.cells[0].runs))


def _looks_like_a_title(line: Line) -> bool:
    if line.kind in _TITLES:
        return True
    runs = [run for run in line.cells[0].runs if run.text.strip()]
    text = _text(runs).strip()
    bold = bool(runs) and all("strong" in run.marks for run in runs)
    return line.kind == "p" and bool(text) and (bold or text.isupper() or text.endswith(":"))


def _says_nothing(cell: Cell) -> bool:
    return not _WORD.search(_text(cell.runs).replace(HOLE, ""))


def _is_label(text: str) -> bool:
    """Whether nothing but a label stands there, beside holes and signs."""
    words = _WORD.findall(text.replace(HOLE, " "))
    if len(words) > _LONGEST_LABEL or (not words and HOLE not in text):
        return False
    return all(_LABELS.fullmatch(word) for word in words)


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
