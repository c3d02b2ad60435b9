"""What a detector reports."""

import re
from dataclasses import dataclass
from typing import Literal

from services.contacts.regexes import regex

Kind = Literal["email", "phone", "url", "handle", "address"]


_AROUND = 40
_WRITES = regex(r"^(?:mailto|tel):", re.IGNORECASE)
_WEB = regex(r"^https?://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One contact: where it stands in the input (in characters) and what stands there.

    `doubtful`: no rule reads it for certain (`doubts.py`); it may be none.
    """

    kind: Kind
    start: int
    end: int
    text: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A contact in folded text, before it is brought back to the input."""

    kind: Kind
    start: int
    end: int


def words_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a place in its line, cut to what one reads at a glance."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    return before, text[end : end + _AROUND].partition("\n")[0]


def addressee(link: str) -> str:
    """Of a link that writes or calls, whom; any other as it is."""
    return _WRITES.sub("", link)


def without_scheme(link: str) -> str:
    """A link as people write it: no https://www. before it, no mailto:."""
    return _WEB.sub("", addressee(link))
