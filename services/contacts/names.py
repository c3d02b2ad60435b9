"""Accounts made of somebody's name: ivan.petrenko, i_petrenko90, petrenkoivan."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from db.likeness import sounds_like
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex

# As short ones are none but with a sign or a figure in them.
_TOKEN = regex(
    r"(?<![\w@.-])@?(?=[\w.-]{8}|[^\W\d_]{1,7}[\d_.-]\w)[^\W_][\w.-]{3,60}(?<![.-])(?!\w)"
)
_PART = regex(r"[^\W\d_]+")
_SHORTEST = 4


def names_as_accounts(copy: Copy, names: Sequence[str]) -> Iterator[Span]:
    """Words of the text that are made of one of these full names as accounts are."""
    people = tuple(person for name in names if len(person := _sounds(name)) > 1)
    if not people:
        return
    for match in _TOKEN.finditer(copy.text):
        token = match[0]
        if not token.isascii() and re.search(r"[A-Za-z]", token):  # іvаn.реtrеnkо
            token = copy.latin[match.start() : match.end()]
        if _is_made_of(token, people):
            yield Span("handle", match.start(), match.end())


@lru_cache(maxsize=1024)
def _sounds(name: str) -> tuple[str, ...]:
    """How the parts of the name sound; those of one letter are initials."""
    return tuple(sound for part in _PART.findall(name) if len(sound := sounds_like(part)) > 1)


@lru_cache(maxsize=8192)
def _is_made_of(token: str, people: tuple[tuple[str, ...], ...]) -> bool:
    parts = _PART.findall(token)
    if not parts:
        return False
    chosen = re.search(r"[_\d]|\w\.\w", token) is not None or token.startswith("@")
    if not chosen and (re.search(r"-[^\W\d_]*[A-ZА-ЯІЇЄҐ]", token) or len(parts) > 3):  # noqa: PLR2004
        return False  # Petrenko-Ivanova is a name, and so is what stands in a sentence
    if len(parts) == 1 and not chosen and len(token) < 2 * _SHORTEST:
        return False
    sounds = [sounds_like(part) for part in parts]
    return any(_fits(token, sounds, person) for person in people)


def _fits(token: str, sounds: list[str], person: tuple[str, ...]) -> bool:
    told = [sound for sound in sounds if sound in person]
    if len(sounds) > 1:
        initials = [
            sound
            for sound in sounds
            if len(sound) == 1 and any(name.startswith(sound) for name in person)
        ]
        return len(set(told)) > 1 or bool(told and initials) or (bool(told) and _numbered(token))
    if told:
        return _numbered(token)
    return _glued(sounds[0], person)


def _numbered(token: str) -> bool:
    """ivan90, petrenko_1990: a name and figures; without a name beside it that is a choice."""
    return re.search(r"\d{2}", token) is not None


def _glued(sound: str, person: tuple[str, ...]) -> bool:
    """ivanpetrenko, petrenkoivan, ipetrenko, petrenkoi."""
    for last in person:
        if len(last) < _SHORTEST:
            continue
        for rest in (sound.removeprefix(last), sound.removesuffix(last)):
            if rest in {part for first in person if first != last for part in (first, first[0])}:
                return True
    return False
