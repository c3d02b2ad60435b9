"""What a surname is looked for by: its parts, how they sound, what is left of it in its forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from db.likeness import sounds_like
from services.contacts.folding import Copy, fold
from services.contacts.regexes import regex


class Person(NamedTuple):
    """Somebody's names, as they stand on the card."""

    first: str
    last: str


NOBODY = Person("", "")


@dataclass(frozen=True, slots=True)
class Surname:
    """What is looked for: its long parts, how they sound and what of it is left in declension.

    `small` are parts of three letters or less, `short_stems` what is left of those of three,
    `first` how the first names sound, `first_stems` what is left of them, `joined` how they sound
    in one word with the surname.
    """

    parts: frozenset[str]
    sounds: frozenset[str]
    stems: frozenset[str]
    small: frozenset[str]
    short_stems: frozenset[str]
    first: frozenset[str]
    first_stems: frozenset[str]
    joined: frozenset[str]


LETTERS = regex(r"[^\W\d_]+(?:[’'`´](?!s\b)[^\W\d_]+)*")
# How Czech, Polish, Turkish and others write what is written sh, ch and zh here.
_HISSED = str.maketrans(
    dict.fromkeys("šśşș", "sh") | dict.fromkeys("čćç", "ch") | dict.fromkeys("žźż", "zh")
)
_IN_POLISH = regex("([sc])z")
_LATIN, CYRILLIC = regex("[a-z]", re.IGNORECASE), regex("[а-яёіїєґ]", re.IGNORECASE)
ENDINGS = frozenset(
    """a e i o u aa uu am em im om ah ih eu oi ei ou iv iei ami imi oho eho omu emu ovi
    evi""".split()  # noqa: SIM905 - a list of endings reads as endings
) | {""}
_IN_LATIN = frozenset({"", "a", "aa", "i"})  # Zelenska, Zelenskaya, Zelenskyi
_DRAWN_LIKE_CYRILLIC = str.maketrans(
    "aceiopxyABCEHIKMOPTXY",
    "асеіорхуАВСЕНІКМОРТХУ",
)
LONG, _SHORT = 4, 3


@lru_cache(maxsize=4096)
def wanted_of(person: Person) -> Surname:
    """What is looked for of somebody called so."""
    first, last = person
    if not last:
        head, *rest = first.split() or [""]
        first, last = head, " ".join(rest)
    parts = {part.casefold() for part in LETTERS.findall(fold(last).text)}
    long = {part for part in parts if len(part) >= LONG}
    small = parts - long
    sounds = {sound for part in long for sound in sounds_of(part)}
    firsts = {sounds_like(part) for part in LETTERS.findall(fold(first).text)}
    both = [(one, other) for one in firsts for other in sounds]
    return Surname(
        parts=frozenset(long),
        sounds=frozenset(sound for sound in sounds if len(sound) >= LONG - 1),
        stems=frozenset(stem for sound in sounds for stem in _stems(sound)),
        small=frozenset(small | {sound for part in small for sound in sounds_of(part) if sound}),
        short_stems=frozenset(
            stem
            for part in small
            if len(part) == _SHORT
            for sound in sounds_of(part)
            for stem in _stems(sound)
        ),
        first=frozenset(firsts),
        first_stems=frozenset(stem for sound in firsts for stem in _stems(sound)),
        joined=frozenset(
            sounds_like(word) for one, other in both for word in (one + other, other + one)
        ),
    )


def _stems(sound: str) -> Iterator[str]:
    """What stays of a surname as it sounds when it is declined."""
    bare = sound[:-1] if sound[-1:] in set("aeiou") else sound
    stems = {bare, sound.rstrip("aeiou")}
    if bare != sound and bare.endswith("k"):  # Сорока, Сороці
        stems.add(f"{bare[:-1]}ts")
    if bare == sound:
        for ending, instead in (("ets", "ts"), ("ok", "k"), ("ek", "k")):  # Кравець, Кравця
            if sound.endswith(ending):
                stems.add(sound.removesuffix(ending) + instead)
        if (late := re.fullmatch(r"(.*)i([^aeiou])", sound)) is not None:  # Лебідь, Лебедя
            stems |= {f"{late[1]}{vowel}{late[2]}" for vowel in "oe"}
    return (stem for stem in stems if len(stem) >= LONG - 1)


def is_form(word: str, wanted: Surname) -> bool:
    """Whether it is the surname in one of its forms."""
    if is_whole(word, wanted):
        return True
    if CYRILLIC.search(word):
        return is_declined(word, wanted.stems, ENDINGS)
    return is_declined(word, wanted.stems, _IN_LATIN) or _is_plural(word, wanted)


def is_whole(letters: str, wanted: Surname) -> bool:
    """Whether it is the surname as it stands on the card, in any alphabet."""
    return letters.casefold() in wanted.parts or any(
        sound in wanted.sounds for sound in sounds_of(letters)
    )


def is_small_form(word: str, wanted: Surname) -> bool:
    """Whether a word with a capital is it in the other alphabet, or in another case."""
    if not word[0].isupper():
        return False
    declined = CYRILLIC.search(word) and is_declined(word, wanted.short_stems, ENDINGS)
    return bool(declined) or any(sound in wanted.small for sound in sounds_of(word))


def is_declined(word: str, stems: frozenset[str], endings: frozenset[str]) -> bool:
    """Whether it is one of these stems with one of these endings."""
    return any(
        sound[:cut] in stems and sound[cut:] in endings
        for sound in sounds_of(word)
        for cut in range(max(LONG - 1, len(sound) - 3), len(sound) + 1)
    )


def _is_plural(word: str, wanted: Surname) -> bool:
    """The Kovalenkos, the Joneses."""
    low = word.casefold()
    return any(
        low.endswith(ending) and is_whole(low.removesuffix(ending), wanted)
        for ending in ("s", "es")
    )


@lru_cache(maxsize=32768)
def sound_of(word: str) -> str:
    """How it sounds; one in which both alphabets are mixed is read as most of its letters look."""
    latin, cyrillic = len(_LATIN.findall(word)), len(CYRILLIC.findall(word))
    if cyrillic > latin > 0:
        return sounds_like(word.translate(_DRAWN_LIKE_CYRILLIC))
    return sounds_like(Copy(word, ()).latin if cyrillic and latin else word)


@lru_cache(maxsize=32768)
def sounds_of(word: str) -> tuple[str, ...]:
    """How it sounds as it is written here; and as abroad: Ševčenko, Szewczenko."""
    low = word.casefold()
    abroad = _IN_POLISH.sub(r"\1h", low.translate(_HISSED))
    return (sound_of(word),) if abroad == low else (sound_of(word), sounds_like(abroad))
