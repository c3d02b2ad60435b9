"""Whose résumé it is: the line that is a name, and which of its words is which."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from services.contacts import find
from services.documents.blocks import is_section
from services.documents.cities import city_in
from services.documents.found import Line, Proposed
from services.documents.labels import (
    FIRST_LABELS,
    LAST_LABELS,
    NAME_LABELS,
    NO_NAMES,
    PATRONYMIC_LABELS,
    TRADES,
)
from services.documents.names import PARTICLES, Name, is_frequent, name_of

_NAME_LINES = 3
_LABEL = re.compile(
    r"\s*(?P<label>[^\W\d_][\w’'., -]{1,40}?)(?:\([^\W\d_]{1,3}\))?\s*[:：]\s*(?P<value>\S.*)\Z"
)
_BESIDE_A_NAME = re.compile(r"\s*[,;|•·(\t]|\s[–—-]\s|\s{3,}")
_RESUME_OF = re.compile(r"(?:resume|cv|curriculum vitae|резюме)\s*[:–—-]?\s+", re.IGNORECASE)
_NOBODY = Name("", "", "")


@dataclass(frozen=True, slots=True)
class Whose:
    """The parts of a name, and the number of the line below the one it stands in (0: nowhere)."""

    first_name: Proposed | None = None
    last_name: Proposed | None = None
    patronymic: Proposed | None = None
    below: int = 0


def whose(lines: Sequence[Line]) -> Whose:
    """The name that the first lines say; nothing where they leave it open."""
    for number, line in enumerate(lines):
        value = labelled(line.text, NAME_LABELS)
        name = _as_name(value, certain=True) if value else _NOBODY
        if name.first and (name.last or not _part(lines, LAST_LABELS)):
            return _found(name, line, number + 1)
    first, last = _part(lines, FIRST_LABELS), _part(lines, LAST_LABELS)
    if first and last:
        return Whose(first, last, _part(lines, PATRONYMIC_LABELS), 0)
    # On top a name needs no proof; further down (beside a column of contacts) it does.
    texts = [line.text for line in lines]
    mailboxes = " ".join(c.text.lower() for c in find("\n".join(texts)) if c.kind == "email")
    top = [text for text in texts if not NO_NAMES.search(text)][:_NAME_LINES]
    for number, line in enumerate(lines):
        name = _as_name(line.text)
        if name.first and (
            line.text in top
            or is_frequent(name.first)
            or name.patronymic
            or name.first.lower() in mailboxes
            or (name.last and name.last.lower() in mailboxes)
            or (number + 1 < len(texts) and TRADES.search(texts[number + 1]))
        ):
            return _found(name, line, number + 1)
    return _over_two_lines(lines)


def labelled(text: str, labels: Collection[str]) -> str:
    """What stands behind one of these labels; '' where the line has another or none."""
    match = _LABEL.match(text)
    if not match or match["label"].lower().replace("'", "’") not in labels:
        return ""
    return match["value"].strip()


def beside_the_name(line: str) -> str:
    """What stands in one line with a name, behind a dash or another sign between them."""
    name, *more = _BESIDE_A_NAME.split(line, maxsplit=1)
    return "" if ":" in name else "".join(more).strip()


def _part(lines: Sequence[Line], labels: Collection[str]) -> Proposed | None:
    for line in lines:
        value = labelled(line.text, labels)
        if value and all(map(_is_name, value.split())) and len(value.split()) <= 2:  # noqa: PLR2004 - double names
            return Proposed(_cased(value), line.place(value))
    return None


def _over_two_lines(lines: Sequence[Line]) -> Whose:
    """First and family name, set large, may take a line each."""
    for number in range(min(_NAME_LINES, len(lines) - 1)):
        upper, lower = lines[number], lines[number + 1]
        if len(upper.text.split()) == 1 and len(lower.text.split()) <= 2:  # noqa: PLR2004 - a name or a name and a patronymic
            name = _as_name(f"{upper.text} {lower.text}")
            if name.first and name.last and is_frequent(name.first):
                return _found(name, upper, number + 2)
    return Whose()


def _found(name: Name, line: Line, below: int) -> Whose:
    def said(part: str) -> Proposed | None:
        return Proposed(_cased(part), line.place(part)) if part else None

    return Whose(said(name.first), said(name.last), said(name.patronymic), below)


def _as_name(line: str, *, certain: bool = False) -> Name:
    """The line as a full name: two to four words that begin with capitals, nothing else."""
    start = _BESIDE_A_NAME.split(line, maxsplit=1)[0].strip(" .")
    start = re.sub(
        r"^(?:resume|cv|curriculum vitae|резюме)\s*[:–—-]?\s+", "", start, flags=re.IGNORECASE
    )
    if NO_NAMES.search(start) or TRADES.search(start) or is_section(start) or city_in(start):
        return _NOBODY
    words = start.split()
    if not 2 <= len(words) <= 4 or not all(  # noqa: PLR2004 - as said
        _is_name(word) or (number and word in PARTICLES) for number, word in enumerate(words)
    ):
        return _NOBODY
    name = name_of(words)
    if not (name.first or certain):
        return _NOBODY
    return name


def _is_name(word: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*\.?", word)) and word[0].isupper()


def _cased(name: str) -> str:
    """ІВАНЕНКО is written Іваненко; McDonald stays as it is."""
    if not (name.isupper() and len(name) > 2):  # noqa: PLR2004 - Ng and Li are names
        return name
    cased = re.sub(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)?", lambda word: word[0].capitalize(), name)
    return re.sub(r"\b([ODДОЛ][’'ʼ])(\w)", lambda prefix: prefix[1] + prefix[2].upper(), cased)
