"""A safe copy made anew, in a text that the recruiter has gone on writing in the meantime."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from services.editing import same_resume
from services.editing.lines import Line
from services.editing.reading import lines_of
from services.editing.written import as_stored
from services.markup import clean_html


@dataclass(frozen=True, slots=True)
class Changed:
    """A text with what has changed; `lost` says how often it found its line rewritten."""

    html: str
    lost: int = 0


def carry_over(*, old: str, new: str, edited: str) -> Changed:
    """What differs between two copies, brought into a text that was written from the old one.

    A line that somebody has rewritten stays as he wrote it.
    """
    if same_resume(old, edited):
        return Changed(new)
    before, after, here = lines_of(old), lines_of(new), lines_of(edited)
    stands = _where(before, here)
    lost = 0
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for tag, i, j, k, n in reversed(steps):
        if tag == "equal":
            continue
        place = _stretch(stands, i, j, len(here), len(before))
        if place is None:
            lost += 1
        else:
            here[place[0] : place[1]] = after[k:n]
    return Changed(clean_html(as_stored(here)), lost)


def _where(before: list[Line], here: list[Line]) -> dict[int, int]:
    """Where each line that nobody has touched stands now."""
    blocks = SequenceMatcher(None, before, here, autojunk=False).get_matching_blocks()
    return {one + step: other + step for one, other, size in blocks for step in range(size)}


def _stretch(
    stands: dict[int, int], i: int, j: int, here: int, before: int
) -> tuple[int, int] | None:
    """Where the lines from i to j stand together, untouched; for none of them, the gap there."""
    if i == j:
        if i == before:
            return here, here
        if i == 0:
            return 0, 0
        at = stands[i - 1] + 1 if i - 1 in stands else stands.get(i)
        return None if at is None else (at, at)
    found = [stands.get(line) for line in range(i, j)]
    first = found[0]
    if first is None or found != list(range(first, first + j - i)):
        return None
    return first, first + j - i
