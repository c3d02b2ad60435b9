"""Which words of the agency's vocabulary a résumé uses."""

import re
from collections.abc import Collection

from services.documents.found import Line, Place, Proposed

_MOST = 30
_ALONE = re.compile(r"[^\W_]{1,2}")


def skills_in(
    text: str, lines: Collection[Line], vocabulary: Collection[str]
) -> tuple[Proposed, ...]:
    """The skills that occur in the text as whole words, in the order in which they do.

    One or two letters ("C", "Go") count only in a list, as they are written in the vocabulary.
    """
    folded = text.casefold()
    same_length = len(folded) == len(text)
    found: list[tuple[int, str]] = []
    for name in dict.fromkeys(filter(None, map(str.strip, vocabulary))):
        place = _find(text, folded if same_length else text.lower(), name)
        if place >= 0:
            found.append((place, name))
    return tuple(
        Proposed(name, _place(place, len(name), lines)) for place, name in sorted(found)[:_MOST]
    )


def _find(text: str, folded: str, name: str) -> int:
    if _ALONE.fullmatch(name):
        match = re.search(
            rf"(?:^|[,;•|/(:\n\t])[ ]?({re.escape(name)})(?=\s*(?:[,;|/)\n\t]|$))", text
        )
        return match.start(1) if match else -1
    wanted = name.casefold()
    place = folded.find(wanted)
    while place >= 0:
        before, end = folded[max(0, place - 1) : place], place + len(wanted)
        after = folded[end : end + 1]
        if not _goes_on(before, wanted[0]) and not _goes_on(after, wanted[-1], signs="+#"):
            return place
        place = folded.find(wanted, place + 1)
    return -1


def _goes_on(beside: str, edge: str, signs: str = "") -> bool:
    """Whether the letter beside makes it another word: no "SQL" in "MySQL", no "C" in "C++"."""
    return bool(beside) and ((beside.isalnum() and edge.isalnum()) or beside in signs)


def _place(start: int, length: int, lines: Collection[Line]) -> Place:
    for line in lines:
        if line.start <= start < line.start + len(line.text):
            return line.place(line.text[start - line.start : start - line.start + length])
    return Place(start, start + length, "")
