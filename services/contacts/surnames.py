"""Somebody's surname in a text, in the forms that languages give it, to be read as an initial.

Found are: the surname as it is written on the card, its spellings in the other alphabet, and the
forms of Ukrainian and Russian declension; capitals alone or letters set apart (K O V A L). A word
in small letters that may be an everyday one is left, and so is who something is named after.
"""

import re
from collections.abc import Iterator, Sequence
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
class Shortened:
    """Where a surname stands in a text, and the initial that is read instead."""

    start: int
    end: int
    text: str
    instead: str


@dataclass(frozen=True, slots=True)
class _Surname:
    """What is looked for: its long parts, how they sound and what of it is left in declension.

    `small` are parts of three letters or less, `first` how the first names sound, `joined` how they
    sound in one word with the surname.
    """

    parts: frozenset[str]
    sounds: frozenset[str]
    stems: frozenset[str]
    small: frozenset[str]
    first: frozenset[str]
    joined: frozenset[str]


class _Word(NamedTuple):
    start: int
    end: int
    text: str


_LETTERS = regex(r"[^\W\d_]+(?:[’'`´](?!s\b)[^\W\d_]+)*")
_HUMP = regex(
    r"(?<=[a-zа-яёіїєґ])(?=[A-ZА-ЯЁІЇЄҐ])|(?<=[A-ZА-ЯЁІЇЄҐ])(?=[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]{3})"
)
_APART = regex(r"(?<![^\W_])(?:[^\W\d_] ){2,}[^\W\d_](?![^\W_])")
_LATIN, _CYRILLIC = regex("[a-z]", re.IGNORECASE), regex("[а-яёіїєґ]", re.IGNORECASE)
_NAMED_AFTER = regex(
    r"(?:\b[іи]м\.|\bімені|\bимени|named (?:after|for))[ \n](?:[^\W\d_]+\.?[ \n]?){0,2}$",
    re.IGNORECASE,
)
_TITLE = regex(r"(?:\b(?:mrs?|ms|dr|пані?|г-н|г-жа|господин|госпожа)\.?) $", re.IGNORECASE)
_BETWEEN_PARTS = regex(r"(?:[ \n]?[-–][ \n]?| )")
_BESIDE = regex(r"[ ,]{1,2}|[_.\-]")
_ENDINGS = frozenset(
    """a e i o u aa uu am em im om ah ih eu oi ei ou iv iei ami imi oho eho omu emu ovi
    evi""".split()  # noqa: SIM905 - a list of endings reads as endings
) | {""}
_IN_LATIN = frozenset({"", "a", "aa", "i"})  # Zelenska, Zelenskaya, Zelenskyi
_DRAWN_LIKE_CYRILLIC = str.maketrans(
    "aceiopxyABCEHIKMOPTXY",
    "асеіорхуАВСЕНІКМОРТХУ",
)
_LONG, _RARE, _LOOKED_BACK, _MOST_APART = 4, 7, 48, 60


def short_name(person: Person) -> Person:
    """First name and initial; of one who has no surname on the card, his last word is taken."""
    first, last = person
    if not last:
        words = first.split()
        first, last = " ".join(words[:1]), " ".join(words[1:])
    return Person(first, initial(last))


def initial(surname: str) -> str:
    """The initial of a surname, of its first long part: van der Berg is B."""
    parts = [part for part in re.split(r"[\s\-–]+", surname) if _LETTERS.search(part)]
    told = next((part for part in parts if len(part) >= _LONG), parts[0] if parts else "")
    letter = _LETTERS.search(told)
    return f"{letter[0][0].upper()}." if letter else ""


def surnames(text: str, person: Person, spared: Sequence[str] = ()) -> list[Shortened]:
    """Where the surname stands, in order. What is `spared` to the letter is left alone.

    Not the surname as the card has it: whoever said of it that it is no contact meant an account.
    """
    wanted = _wanted(person)
    if not wanted.parts and not wanted.small:
        return []
    copy = fold(text)
    found = [*_words_found(copy.text, wanted), *_set_apart(copy.text, wanted)]
    shortened = (_as_read(text, copy, word) for word in sorted(found))
    return [
        one
        for one in _distinct(shortened)
        if one.text not in spared or is_as_on_the_card(one.text, person)
    ]


def is_as_on_the_card(text: str, person: Person) -> bool:
    """Whether it is the surname as the card has it, and not a form of it or an everyday word."""
    card = {part for part in re.split(r"[\s\-–]+", person.last or person.first) if part}
    said = {part for part in re.split(r"[\s\-–]+", text) if part}
    return bool(said & (card | {part.upper() for part in card}))


def without_surnames(text: str, found: Sequence[Shortened]) -> str:
    """The text with initials instead."""
    for one in reversed(found):
        text = text[: one.start] + one.instead + text[one.end :]
    return text


@lru_cache(maxsize=4096)
def _wanted(person: Person) -> _Surname:
    first, last = person
    if not last:
        head, *rest = first.split() or [""]
        first, last = head, " ".join(rest)
    parts = {part.casefold() for part in _LETTERS.findall(fold(last).text)}
    long = {part for part in parts if len(part) >= _LONG}
    sounds = {part: sounds_like(part) for part in long}
    firsts = {sounds_like(part) for part in _LETTERS.findall(fold(first).text)}
    both = [(one, other) for one in firsts for other in sounds.values()]
    return _Surname(
        parts=frozenset(long),
        sounds=frozenset(sound for sound in sounds.values() if len(sound) >= _LONG - 1),
        stems=frozenset(stem for sound in sounds.values() for stem in _stems(sound)),
        small=frozenset(parts - long),
        first=frozenset(firsts),
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
    return (stem for stem in stems if len(stem) >= _LONG - 1)


def _words_found(text: str, wanted: _Surname) -> Iterator[_Word]:
    """Its parts, those that stand beside each other as one word."""
    is_one = _is_one if wanted.parts else _is_small
    words = list(_words_of(text, wanted))
    last: _Word | None = None
    for number, word in enumerate(words):
        if not is_one(text, words, number, wanted):
            continue
        start = _with_small_ones(text, words, number, wanted) if wanted.parts else word.start
        if last and _BETWEEN_PARTS.fullmatch(text[last.end : start]):
            last = _Word(last.start, word.end, last.text)
            continue
        if last:
            yield last
        last = _Word(start, word.end, word.text)
    if last:
        yield last


def _words_of(text: str, wanted: _Surname) -> Iterator[_Word]:
    """The words, and the parts of those that are joined: OlenaKovalenko, JanMcDonald."""
    for match in _LETTERS.finditer(text):
        begin, word = match.start(), match[0]
        cuts = [0, *_joints(word, wanted), len(word)]
        while len(cuts) > 1:
            start, *ends = cuts
            whole = (end for end in ends[:0:-1] if _is_form(word[start:end], wanted))
            end = next(whole, ends[0])
            yield _Word(begin + start, begin + end, word[start:end])
            cuts = ends[ends.index(end) :]


def _joints(word: str, wanted: _Surname) -> list[int]:
    """Where a word was joined: at its capitals, or between his names in letters of one size."""
    if wanted.joined and _sound(word) in wanted.joined:
        for cut in range(1, len(word)):
            parts = (word[:cut], word[cut:])
            if any(
                _sound(one) in wanted.first and _is_whole(other, wanted)
                for one, other in (parts, parts[::-1])
            ):
                return [cut]
    return [hump.start() for hump in _HUMP.finditer(word)]


def _is_form(word: str, wanted: _Surname) -> bool:
    """Whether it is the surname in one of its forms."""
    if word.casefold() in wanted.parts or (sound := _sound(word)) in wanted.sounds:
        return True
    endings = _ENDINGS if _CYRILLIC.search(word) else _IN_LATIN
    return _is_declined(sound, wanted, endings)


def _is_one(text: str, words: list[_Word], number: int, wanted: _Surname) -> bool:
    word = words[number]
    low = word.text.casefold()
    if len(low) < _LONG - 1 or low in wanted.small:
        return False
    sound = "" if low in wanted.parts else _sound(word.text)
    if sound in wanted.first:
        return False
    same = not sound or sound in wanted.sounds
    if not word.text[0].isupper():
        plain = len(low) < _RARE and re.search(r"\s", text) is not None
        return same and (not plain or _beside_first(text, words, number, wanted))
    before = text[max(0, word.start - _LOOKED_BACK) : word.start]
    return (same or _is_form(word.text, wanted)) and not _NAMED_AFTER.search(before)


def _is_declined(sound: str, wanted: _Surname, endings: frozenset[str]) -> bool:
    return any(
        sound[:cut] in wanted.stems and sound[cut:] in endings
        for cut in range(max(_LONG - 1, len(sound) - 3), len(sound) + 1)
    )


def _is_small(text: str, words: list[_Word], number: int, wanted: _Surname) -> bool:
    """Of a surname of three letters or less: beside his first name, a title, or alone."""
    word = words[number]
    if word.text.casefold() not in wanted.small:
        return False
    before = text[max(0, word.start - _LOOKED_BACK) : word.start]
    after = text[word.end : word.end + _LOOKED_BACK]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    alone = word.text[0].isupper() and not line.strip() and len(word.text) > 1
    return (
        alone
        or (not re.search(r"\s", text) and len(word.text) > 1)
        or _TITLE.search(before) is not None
        or _beside_first(text, words, number, wanted)
    )


def _beside_first(text: str, words: list[_Word], number: int, wanted: _Surname) -> bool:
    """Whether his first name stands beside it, or one word from it."""
    for step in (-1, 1):
        here = words[number]
        for way in (1, 2):
            place = number + step * way
            if not 0 <= place < len(words):
                break
            other = words[place]
            left, right = sorted((here, other))
            if not _BESIDE.fullmatch(text[left.end : right.start]) and left.end != right.start:
                break
            if _sound(other.text) in wanted.first:
                return True
            if not other.text[0].isupper():  # a patronymic may stand between
                break
            here = other
    return False


def _with_small_ones(text: str, words: list[_Word], number: int, wanted: _Surname) -> int:
    """Where it begins, with `van der` before it."""
    start = words[number].start
    for place in range(number - 1, -1, -1):
        before = words[place]
        joined = _BETWEEN_PARTS.fullmatch(text[before.end : start]) is not None
        if not joined or before.text.casefold() not in wanted.small:
            break
        start = before.start
    return start


def _set_apart(text: str, wanted: _Surname) -> Iterator[_Word]:
    """K O V A L E N K O, also with the first name set the same way before or behind it."""
    for match in _APART.finditer(text) if wanted.parts else ():
        letters = match[0].replace(" ", "")
        if len(letters) > _MOST_APART:
            continue
        cuts = range(len(letters) - _LONG + 1)
        if (
            cut := next((cut for cut in cuts if _is_whole(letters[cut:], wanted)), None)
        ) is not None:
            yield _Word(match.start() + 2 * cut, match.end(), letters[cut:])
            continue
        cuts = range(len(letters), _LONG - 1, -1)
        if (cut := next((cut for cut in cuts if _is_whole(letters[:cut], wanted)), 0)) > 0:
            yield _Word(match.start(), match.start() + 2 * cut - 1, letters[:cut])


def _is_whole(letters: str, wanted: _Surname) -> bool:
    return letters.casefold() in wanted.parts or sounds_like(letters) in wanted.sounds


def _as_read(text: str, copy: Copy, word: _Word) -> Shortened:
    start, end = copy.origin(word.start, word.end)
    dot = "" if text[end : end + 1] == "." else "."
    return Shortened(start, end, text[start:end], f"{word.text[0].upper()}{dot}")


def _distinct(found: Iterator[Shortened]) -> Iterator[Shortened]:
    end = -1
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


@lru_cache(maxsize=32768)
def _sound(word: str) -> str:
    """How it sounds; one in which both alphabets are mixed is read as most of its letters look."""
    latin, cyrillic = len(_LATIN.findall(word)), len(_CYRILLIC.findall(word))
    if cyrillic > latin > 0:
        return sounds_like(word.translate(_DRAWN_LIKE_CYRILLIC))
    return sounds_like(Copy(word, ()).latin if cyrillic and latin else word)
