"""Lists of words as regular expressions that read every letter once."""

import re
from collections.abc import Iterable

from services.contacts.regexes import regex

_DRAWN_ALIKE = {
    letter: f"[{cyrillic}{latin}]"
    for cyrillic, latin in zip("асеорхуі", "aceopxyi", strict=True)
    for letter in (cyrillic, latin)
}


def named(names: str) -> tuple[str, ...]:
    """Names with a bar between them."""
    return tuple(names.split("|"))


UNMARKED = str.maketrans("ąćęłńóśźżăâîșşțţığüöç", "acelnoszzaaisstt" + "iguoc")
"""Letters with a mark, as they are typed where the keyboard has none."""
_FEWEST_UNMARKED = 5


def typed(names: str) -> tuple[str, ...]:
    """Names with a bar between them, and the longer ones without the marks of their letters."""
    told = named(names)
    unmarked = (name.translate(UNMARKED) for name in told if len(name) >= _FEWEST_UNMARKED)
    return tuple(dict.fromkeys([*told, *unmarked]))


def words(text: str) -> frozenset[str]:
    """Words with a space between them."""
    return frozenset(text.split())


def any_of(words: Iterable[str], *, drawn_alike: bool = False) -> str:
    """A regular expression for these words: f(?:ive|our).

    `drawn_alike`: a letter may be typed as the Cyrillic or Latin one that looks like it.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    alike = _DRAWN_ALIKE if drawn_alike else {}
    branches = [
        alike.get(letter, re.escape(letter)) + any_of(rests, drawn_alike=drawn_alike)
        for letter, rests in by_letter.items()
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


class Telling:
    """Whether a text can have one of these names at all, by the set of its words."""

    def __init__(self, names: Iterable[str]) -> None:
        parts = [frozenset(re.findall(r"[^\W\d_]+", name)) for name in names]
        self._words = frozenset().union(*(part for part in parts if len(part) == 1))
        self._several = [part for part in parts if len(part) > 1]
        self._longest = frozenset(max(sorted(part), key=len) for part in self._several)

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Whether one of the names can be made of these words."""
        if not self._words.isdisjoint(words):
            return True
        return not self._longest.isdisjoint(words) and any(part <= words for part in self._several)


class AnyOf:
    """Several expressions of which one is enough: one by one they are looked for faster."""

    def __init__(self, *patterns: str) -> None:
        self._patterns = [regex(pattern) for pattern in patterns]

    def search(self, text: str) -> bool:
        """Whether one of them stands in the text."""
        return any(pattern.search(text) for pattern in self._patterns)
