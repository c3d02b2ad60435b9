"""In which encoding a text was written: by its mark, by what its bytes allow, by how it reads.

Eight-bit encodings of Cyrillic share all their bytes, so only the text tells them apart. A name
and a phone number must do for that: what counts is which letters are frequent in Russian and
Ukrainian, where capitals stand, and that no signs stand inside words.
"""

import codecs
import math
import re
from collections import Counter

from services.errors import DocumentRefused

_CYRILLIC = ("cp1251", "koi8_u", "cp866", "cp1125", "mac_cyrillic")
_LATIN = ("cp1252", "cp1250")
_SAMPLE = 20_000
_NEARLY_ALL = 0.85
# How many of a hundred letters each is, Russian and Ukrainian taken together.
_SHARES = """
о10 а8.5 и6 і4 н7 е7 т6 р5 в5 с5 л4 к4 д3 м3 п3 у3 я2.3 з2 ь1.7 б1.6 г1.5 ч1.3 ы1 й1 ж0.9 х0.9
ш0.6 ю0.7 ц0.5 щ0.4 є0.5 ї0.6 э0.3 ф0.3 ъ0.05 ё0.1 ґ0.03
"""
_WEIGHTS = {one[0]: math.log(float(one[1:]) / 1.5) for one in re.findall(r"\S+", _SHARES)}
_STRANGER, _OTHER_SIGN, _MIXED, _MISPLACED = -4.0, -3.0, -4.0, -3.0
_ACCENTED = 0.8
_SCREAMING = -0.2
_OURS = set("äöüßéèêëàáâíîïóôõúûñçåøæœąćęłńśźżőűčďěňřšťůžăâșțýãìòù")
_USUAL = frozenset("«»“”„’‘–—…№•·°§©®€\u00a0")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ALL_ACCENTS = re.compile(r"[À-ÖØ-öø-ž]{5,}")  # żółć is a word, five of them are none
_MIX = re.compile(r"[A-Za-z][а-яёіїєґА-ЯЁІЇЄҐ]|[а-яёіїєґА-ЯЁІЇЄҐ][A-Za-z]")


def decoded(content: bytes, *, named: str = "") -> str:
    """The text in the encoding that it names, that its mark shows, or in which it reads best.

    `named` is what the file says of itself; a name that the bytes belie is not believed.
    Raises DocumentRefused: wrong_type when the bytes are no text at all.
    """
    marked = _by_mark(content)
    if marked is not None:
        return marked
    if b"\x00" in content:
        return _sixteen_bits(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if named and (text := _as_named(content, named)) is not None:
        return text
    texts = (content.decode(name, "replace") for name in (*_CYRILLIC, *_LATIN))
    return max(texts, key=likeness)


def codec(name: str) -> str | None:
    """The codec of this name that decodes bytes to text, if there is one."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
        "".encode(found.name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return found.name


def _by_mark(content: bytes) -> str | None:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return content.decode("utf-32", "replace")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if content.startswith(codecs.BOM_UTF8):
        return content[3:].decode("utf-8", "replace")
    return None


def _sixteen_bits(content: bytes) -> str:
    for name in ("utf-16-le", "utf-16-be"):
        text = content.decode(name, "surrogatepass" if len(content) % 2 == 0 else "replace")
        if sum(map(_is_european, text)) > _NEARLY_ALL * len(text):
            return text
    raise DocumentRefused(reason="wrong_type")


def _is_european(character: str) -> bool:
    """A letter, digit or sign of the scripts that résumés here are written in."""
    return "\t" <= character < "\u0530" or "\u2010" <= character < "\u2200"


def _as_named(content: bytes, named: str) -> str | None:
    """The text in the encoding that the file names, unless it then reads like none."""
    known = codec(named)
    if known is None:
        return None
    try:
        text = content.decode(known)
    except (UnicodeDecodeError, ValueError):
        return None
    return text if likeness(text) >= 0 else None


def likeness(text: str) -> float:
    """How much a text reads like one of our languages: frequent letters, usual capitals."""
    sample = text[:_SAMPLE]
    counts = Counter(sample)
    score = sum(_weight(character) * count for character, count in counts.items())
    score += _MIXED * len(_MIX.findall(sample))
    score += _STRANGER * sum(map(len, _ALL_ACCENTS.findall(sample)))
    for word in _WORD.findall(sample):
        if word.isascii():
            continue
        if word.isupper():
            score += _SCREAMING * len(word)
        elif not word[1:].islower():
            score += _MISPLACED
    return score


def _weight(character: str) -> float:
    if character.isascii():
        return 0.0
    lower = character.lower()
    if lower in _WEIGHTS:
        return _WEIGHTS[lower]
    if not character.isalpha():
        return 0.0 if character in _USUAL else _OTHER_SIGN
    return _ACCENTED if lower in _OURS else _STRANGER
