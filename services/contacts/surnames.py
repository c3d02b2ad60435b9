"""Somebody's surname in a text, in the forms that languages give it, to be read as an initial.

Found are: the surname as it is written on the card, its spellings in the other alphabet, and the
forms of Ukrainian and Russian declension and of Latin plurals; capitals alone, letters set apart
(K O V A L, K.o.v.a.l) and words torn over a line. A word in small letters that may be an everyday
one is left, and so is who something is named after.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from db.likeness import sounds_like
from services.contacts.folding import Copy, fold
from services.contacts.regexes import regex
from services.contacts.surname_forms import (
    CYRILLIC,
    ENDINGS,
    LETTERS,
    LONG,
    Person,
    Surname,
    is_declined,
    is_form,
    is_small_form,
    is_whole,
    sound_of,
    wanted_of,
)


@dataclass(frozen=True, slots=True)
class Shortened:
    """Where a surname stands in a text, and the initial that is read instead."""

    start: int
    end: int
    text: str
    instead: str


class _Word(NamedTuple):
    start: int
    end: int
    text: str


_HUMP = regex(
    r"(?<=[a-zа-яёіїєґ])(?=[A-ZА-ЯЁІЇЄҐ])|(?<=[A-ZА-ЯЁІЇЄҐ])(?=[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ]{3})"
)
_APART = regex(
    r"(?<![^\W_])[^\W\d_](?P<gap>[ \n.,·•*_/|-]{1,3})[^\W\d_](?:(?P=gap)[^\W\d_])+(?![^\W_])"
)
_TORN = regex(r"(?<![^\W\d_])([^\W\d_]+)[-¬][ \n]{1,3}([^\W\d_]+)")
_NAMED_AFTER = regex(
    r"(?:\b[іи]м\.|\bімені|\bимени|named (?:after|for))[ \n](?:[^\W\d_]+\.?[ \n]?){0,2}$",
    re.IGNORECASE,
)
_TITLE = regex(r"(?:\b(?:mrs?|ms|dr|пані?|г-н|г-жа|господин|госпожа)\.?) $", re.IGNORECASE)
_BETWEEN_PARTS = regex(r"(?:[ \n]?[-–][ \n]?| )")
_BESIDE = regex(r"[ ,]{1,2}|[_.\-]")
_RARE, _LOOKED_BACK, _MOST_APART = 7, 48, 60


def short_name(person: Person) -> Person:
    """First name and initial; of one who has no surname on the card, his last word is taken."""
    first, last = person
    if not last:
        words = first.split()
        first, last = " ".join(words[:1]), " ".join(words[1:])
    return Person(first, initial(last))


def initial(surname: str) -> str:
    """The initial of a surname, of its first long part: van der Berg is B."""
    parts = [part for part in re.split(r"[\s\-–]+", surname) if LETTERS.search(part)]
    told = next((part for part in parts if len(part) >= LONG), parts[0] if parts else "")
    letter = LETTERS.search(told)
    return f"{letter[0][0].upper()}." if letter else ""


def surnames(text: str, person: Person, spared: Sequence[str] = ()) -> list[Shortened]:
    """Where the surname stands, in order. What is `spared` to the letter is left alone.

    Not the surname as the card has it: whoever said of it that it is no contact meant an account.
    """
    wanted = wanted_of(person)
    if not wanted.parts and not wanted.small:
        return []
    copy = fold(text)
    looked = (_words_found, _set_apart, _torn)
    found = [word for look in looked for word in look(copy.text, wanted)]
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


def _words_found(text: str, wanted: Surname) -> Iterator[_Word]:
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


def _words_of(text: str, wanted: Surname) -> Iterator[_Word]:
    """The words, and the parts of those that are joined: OlenaKovalenko, JanMcDonald."""
    for match in LETTERS.finditer(text):
        begin, word = match.start(), match[0]
        cuts = [0, *_joints(word, wanted), len(word)]
        while len(cuts) > 1:
            start, *ends = cuts
            whole = (end for end in ends[:0:-1] if is_form(word[start:end], wanted))
            end = next(whole, ends[0])
            yield _Word(begin + start, begin + end, word[start:end])
            cuts = ends[ends.index(end) :]


def _joints(word: str, wanted: Surname) -> list[int]:
    """Where a word was joined: at its capitals, or between his names in letters of one size."""
    if wanted.joined and sound_of(word) in wanted.joined:
        for cut in range(1, len(word)):
            parts = (word[:cut], word[cut:])
            if any(
                sound_of(one) in wanted.first and is_whole(other, wanted)
                for one, other in (parts, parts[::-1])
            ):
                return [cut]
    return [hump.start() for hump in _HUMP.finditer(word)]


def _is_one(text: str, words: list[_Word], number: int, wanted: Surname) -> bool:
    word = words[number]
    low = word.text.casefold()
    if len(low) < LONG - 1 or low in wanted.small:
        return False
    if low not in wanted.parts and sound_of(word.text) in wanted.first:
        return False
    same = is_whole(word.text, wanted)
    if not word.text[0].isupper():
        plain = len(low) < _RARE and re.search(r"\s", text) is not None
        return same and (not plain or _beside_first(text, words, number, wanted))
    before = text[max(0, word.start - _LOOKED_BACK) : word.start]
    return (same or is_form(word.text, wanted)) and not _NAMED_AFTER.search(before)


def _is_small(text: str, words: list[_Word], number: int, wanted: Surname) -> bool:
    """Of a surname of three letters or less: beside his first name, a title, or alone."""
    word = words[number]
    if word.text.casefold() not in wanted.small and not is_small_form(word.text, wanted):
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


def _beside_first(text: str, words: list[_Word], number: int, wanted: Surname) -> bool:
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
            if _is_first(text, other, wanted):
                return True
            if not other.text[0].isupper():  # a patronymic may stand between
                break
            here = other
    return False


def _is_first(text: str, word: _Word, wanted: Surname) -> bool:
    """Whether it is his first name, in any case, or its initial."""
    sound = sound_of(word.text)
    if sound in wanted.first:
        return True
    if len(word.text) == 1:
        is_initial = word.text.isupper() and text[word.end : word.end + 1] == "."
        return is_initial and any(one.startswith(sound) for one in wanted.first if sound)
    declined = CYRILLIC.search(word.text) and word.text[0].isupper()
    return bool(declined) and is_declined(word.text, wanted.first_stems, ENDINGS)


def _with_small_ones(text: str, words: list[_Word], number: int, wanted: Surname) -> int:
    """Where it begins, with `van der` before it."""
    start = words[number].start
    for place in range(number - 1, -1, -1):
        before = words[place]
        joined = _BETWEEN_PARTS.fullmatch(text[before.end : start]) is not None
        if not joined or before.text.casefold() not in wanted.small:
            break
        start = before.start
    return start


def _set_apart(text: str, wanted: Surname) -> Iterator[_Word]:
    """K O V A L E N K O, also with the first name set the same way before or behind it."""
    for match in _APART.finditer(text):
        step = 1 + len(match["gap"])
        letters = match[0][::step]
        if len(letters) > _MOST_APART:
            continue
        if (piece := _surname_of(letters, wanted)) is not None:
            begin, end = piece
            start = match.start() + step * begin
            yield _Word(start, match.start() + step * (end - 1) + 1, letters[begin:end])


def _surname_of(letters: str, wanted: Surname) -> tuple[int, int] | None:
    """Where it begins and ends in letters that were set apart: their end, or their beginning."""
    most = len(letters)
    if not wanted.parts:
        cuts = [
            (0, most),
            *((cut, most) for cut in range(1, most)),
            *((0, cut) for cut in range(1, most)),
        ]
        for begin, end in cuts:
            rest = letters[:begin] + letters[end:]
            if sounds_like(letters[begin:end]) in wanted.small and (
                not rest or sounds_like(rest) in wanted.first
            ):
                return begin, end
        return None
    cuts = [(cut, most) for cut in range(most - LONG + 1)]
    cuts += [(0, cut) for cut in range(most, LONG - 1, -1)]
    return next((cut for cut in cuts if is_whole(letters[slice(*cut)], wanted)), None)


def _torn(text: str, wanted: Surname) -> Iterator[_Word]:
    """Kovalen-, and in the next line ko."""
    for match in _TORN.finditer(text) if wanted.parts else ():
        word = match[1] + match[2]
        if len(word) < LONG or len(word) > _MOST_APART or not is_form(word, wanted):
            continue
        before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
        if word[0].isupper() and not _NAMED_AFTER.search(before):
            yield _Word(match.start(), match.end(), word)


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
