"""What cannot be decided: pieces that may well carry a contact though no exact form is in them.

A line with a word that announces a contact is looked at once more: its words are weighed against
one table (`doubt_words.py`), and a piece that weighs enough is withheld as a whole, from its first
to its last part. What the exact rules have found is a reason for its neighbours, too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from services.contacts.doubt_answers import answers
from services.contacts.doubt_homes import homes, widened
from services.contacts.doubt_names import names
from services.contacts.doubt_numbers import numbers
from services.contacts.doubt_said import said
from services.contacts.doubt_words import HOME, MAIL, PHONE, PROVIDER, SERVICE, WEB
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.records import heads_of_tables
from services.contacts.referred import referred
from services.contacts.regexes import regex
from services.contacts.wording import words

_BEGINS, _ENDS = r"(?<![^\W\d_])(?:", r")(?![^\W\d_]"


def _any_cue() -> re.Pattern[str]:
    """All cues in one: that no word begins here is asked once a letter and not once a list."""
    inner, signs = [], []
    for one in (PHONE, MAIL, PROVIDER, SERVICE, WEB, HOME):
        words, _, rest = one.pattern.removeprefix(_BEGINS).rpartition(_ENDS)
        inner.append(words)
        signs += rest.partition(")")[2].split("|")[1:]
    return regex(f"{_BEGINS}{'|'.join(inner)}{_ENDS})|[{''.join(signs)}]")


_CUES = _any_cue()
_SIGNS = regex("[📞☎📱✆🤙✉📧📩📨🏠📍🏡]")
_HEADS = words(
    """whats letters drop write post g google googles гугл гугле гугла укр ukr mail bk wp web meta
    paper tik linked git live lives home flat come my документ документы письма посылку посылки
    листи э эл ел г м мейл мэйл ya letter ring text студія студия кабінет кабинет квартира
    figma notion hh макс максе
    ательє ателье studio atelier ev стою сам я родом"""
)
"""First words of cues that have several."""
_LONGEST, _BEFORE, _BEHIND = 240, 110, 130
_TORN = regex(r"\n[ \t]{0,8}[^\W\d_]{0,12}[^\n\w]{0,3}\d[\d \t().+/*xх-]{0,14}(?=\n|\Z)")
_LABEL_ALONE = regex(r"[^\n]{0,40}[:=—–-][ \t]*\Z")
_MOST_LINES = 6


def doubts(copy: Copy, found: Sequence[Span]) -> Iterator[Span]:
    """Pieces beside a word that announces a contact, but for what is found already."""
    low = copy.lower
    yield from widened(copy, found)
    if not any(map(_may_tell, copy.words)) and not _SIGNS.search(low):
        return
    told = sorted(found, key=attrgetter("start"))
    starts = [span.start for span in told]
    longest = max((span.end - span.start for span in told), default=0)
    heads = heads_of_tables(copy.text)
    for start, end in _windows(low):
        if any(head <= start < last for head, last in heads):
            continue
        first = bisect_left(starts, start - longest)
        last = bisect_left(starts, end)
        here = [span for span in told[first:last] if span.end > start]
        for looked in (numbers, names, homes, answers, said, referred):
            for doubt in looked(copy, start, end, here):
                if not _is_covered(low, doubt, here):
                    yield doubt


@lru_cache(maxsize=4096)
def _may_tell(word: str) -> bool:
    """Whether a cue can begin with this word."""
    return word in _HEADS or _CUES.match(word) is not None


def _windows(low: str) -> Iterator[tuple[int, int]]:
    """Lines with a cue, each once; of a long one what stands around the cue."""
    done = 0
    for cue in _CUES.finditer(low):
        if cue.start() < done:
            continue
        start = max(low.rfind("\n", max(0, cue.start() - _LONGEST), cue.start()) + 1, done)
        end = low.find("\n", cue.end(), cue.end() + _LONGEST)
        if end < 0:
            end = min(len(low), cue.end() + _LONGEST)
        if end - start > _LONGEST:
            start = max(start, cue.start() - _BEFORE)
            end = min(end, cue.end() + _BEHIND)
        end = _with_next_lines(low, start, end)
        yield start, end
        done = end


def _with_next_lines(low: str, start: int, end: int) -> int:
    """The end of the last line that goes on with it: after a label, or a number in pieces."""
    if _LABEL_ALONE.match(low, start, end):
        following = low.find("\n", end + 1, end + _LONGEST)
        end = following if following > 0 else min(len(low), end + _BEHIND)
    for _ in range(_MOST_LINES):
        torn = _TORN.match(low, end)
        if not torn:
            break
        end = torn.end()
    return end


def _is_covered(low: str, doubt: Span, here: Sequence[Span]) -> bool:
    """Whether every letter and digit of it lies under what is found already."""
    return all(
        any(span.start <= place < span.end for span in here)
        for place in range(doubt.start, doubt.end)
        if low[place].isalnum()
    )
