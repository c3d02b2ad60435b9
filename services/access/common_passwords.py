"""The passwords that everybody tries first, and what people make of them."""

import gzip
import string
from functools import lru_cache
from pathlib import Path

# Some 49,000 from real leaks, lower case (zxcvbn-ts, MIT: the licence lies beside the file).
_FILE = Path(__file__).parent / "data" / "common-passwords.txt.gz"
_SHORTEST, _LONGEST = 4, 24
_TAIL = 4  # «2024!» behind a word makes no other password of it
_FRINGE = string.digits + string.punctuation + " "
_TOO_FEW = 2
# «пароль» typed on a Latin keyboard is as common as the word itself: both rows of keys are one.
_KEYS = str.maketrans(
    "йцукенгшщзхъїфівыапролджэєячсмитьбю",
    "qwertyuiop[]]assdfghjkl;''zxcvbnm,.",
)


def is_common(password: str) -> bool:
    """Whether a password is one of the common ones, or two of them, or one with a short tail.

    A text repeated counts as that text.
    """
    typed = password.casefold().strip()
    spellings = {typed, typed.translate(_KEYS)}
    return any(_is_common(_once(spelling)) for spelling in spellings)


def _is_common(text: str) -> bool:
    if len(text) <= _SHORTEST or text in _listed():
        return True
    head = text.lstrip(_FRINGE)
    bare = _cut(head if len(text) - len(head) <= _TAIL else text)
    return bare in _listed() or _pieces(text) <= _TOO_FEW or _pieces(bare) <= _TOO_FEW


def _cut(text: str) -> str:
    """The text without the digits and signs at its end, of which there may be a few."""
    cut = text.rstrip(_FRINGE)
    return cut if len(text) - len(cut) <= _TAIL else text


def _once(text: str) -> str:
    """What is left of a text that only repeats itself."""
    again = (text + text).find(text, 1)
    return text[:again] if again > 0 else text


def _pieces(text: str) -> int:
    """Of how few common passwords (and single characters beside them) the text consists."""
    fewest = [0, *([len(text)] * len(text))]
    for end in range(1, len(text) + 1):
        fewest[end] = fewest[end - 1] + 1
        for start in range(max(0, end - _LONGEST), end - _SHORTEST + 1):
            if text[start:end] in _listed():
                fewest[end] = min(fewest[end], fewest[start] + 1)
    return fewest[-1]


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    return frozenset(gzip.decompress(_FILE.read_bytes()).decode("utf-8").split("\n"))
