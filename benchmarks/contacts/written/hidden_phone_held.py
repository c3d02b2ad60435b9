"""Phone numbers as the held-out part hides, breaks, abbreviates and joins them."""

import random

from benchmarks.contacts.written.habits import known_to
from benchmarks.contacts.written.hidden_phone import Way, home, phone
from benchmarks.contacts.written.letters import (
    high_digits,
    keycaps,
    letters_for_digits,
    round_digits,
    sans,
    unseen,
)
from benchmarks.contacts.written.phones import Number, national, written
from benchmarks.contacts.written.spoken import PLUS, as_number, one_by_one

_INNER = {"uk": "вн.", "ru": "внутр.", "en": "x", "pl": "w.", "de": "App.", "kk": "қосымша",
          "tr": "iç hat", "ro": "interior"}  # fmt: skip
_AND = {"uk": "та", "ru": "и", "en": "and", "pl": "i", "de": "und", "kk": "және", "tr": "ve",
        "ro": "și"}  # fmt: skip
_ASIDE = {"uk": ("(це код)", "(далі)"), "ru": ("(это код)", "(дальше)"),
          "en": ("(that is the code)", "(then)")}  # fmt: skip


def held_hidden_phone(chance: random.Random, number: Number, language: str, *, hand: int) -> str:
    """The number in one of the ways of the held-out part, marked."""
    return chance.choice(known_to(hand, _WAYS))(chance, number, language)


def _odd_groups(chance: random.Random, number: Number, _language: str) -> str:
    digits = number.code + number.digits
    pieces: list[str] = []
    while digits:
        size = chance.choice((1, 2, 2, 3))
        pieces.append(digits[:size])
        digits = digits[size:]
    return phone(f"+{chance.choice((' ', '-')).join(pieces)}")


def _letters(chance: random.Random, number: Number, _language: str) -> str:
    return phone(letters_for_digits(chance, written(chance, number), held=True))


def _pictures(chance: random.Random, number: Number, _language: str) -> str:
    change = chance.choice((keycaps, round_digits, high_digits, sans, sans))
    return phone(change(written(chance, number)))


def _unseen(chance: random.Random, number: Number, _language: str) -> str:
    return phone(unseen(chance, written(chance, number), held=True))


def _dictated(chance: random.Random, number: Number, language: str) -> str:
    digits = number.trunk + number.digits
    words = one_by_one(digits, language)
    if language == "en":
        words = [("oh" if word == "zero" else word) for word in words]
    return phone(chance.choice((", ", "-", " – ", "... ")).join(words))


def _pairs(_chance: random.Random, number: Number, language: str) -> str:
    digits = number.digits
    pieces = [digits[place : place + 2] for place in range(0, len(digits), 2)]
    said = " ".join(as_number(piece, language) for piece in pieces)
    return phone(f"{PLUS[language]} {as_number(number.code, language)}: {said}")


def _only_tail_in_digits(_chance: random.Random, number: Number, language: str) -> str:
    start, *rest = home(number)
    if start == "8":
        start, *rest = f"8{rest[0]}", *rest[1:]
    code = " ".join(one_by_one(start, language))
    return phone(f"{code} {''.join(rest)}")


def _broken(chance: random.Random, number: Number, _language: str) -> str:
    text = written(chance, number)
    places = [place for place, sign in enumerate(text) if sign in " -" and place > 3]
    if not places:
        half = text.rfind(")") + 1 or len(text) // 2
        return phone(f"{text[:half]}\n{text[half:]}")
    place = chance.choice(places)
    return phone(f"{text[: place + 1].rstrip(' ')}\n{text[place + 1 :]}")


def _cells(chance: random.Random, number: Number, _language: str) -> str:
    return phone(chance.choice((";", " ¦ ", "   |   ", "\t\t")).join(home(number)))


def _brackets(chance: random.Random, number: Number, _language: str) -> str:
    first, *rest = number.groups
    opening, closing = chance.choice(("{}", "<>", "[]"))
    return phone(f"{opening}+{number.code}{closing}{opening}{first}{closing} {''.join(rest)}")


def _odd_signs(chance: random.Random, number: Number, _language: str) -> str:
    between = chance.choice(("/", "=", "…", "·", "'", " / ", "--", " – "))
    return phone(between.join(chance.choice(([f"+{number.code}", *number.groups], home(number)))))


def _two_zeros(chance: random.Random, number: Number, _language: str) -> str:
    return phone(chance.choice((" ", "-")).join((f"00{number.code}", *number.groups)))


def _at_home(chance: random.Random, number: Number, _language: str) -> str:
    return phone(national(chance, number))


def _bare_slashed(_chance: random.Random, number: Number, _language: str) -> str:
    first, *rest = number.groups
    return phone(f"({first}){'-'.join(rest)}")


def _extension(chance: random.Random, number: Number, language: str) -> str:
    inner = chance.randint(101, 989)
    said = f"{_INNER[language]}{'' if language == 'en' else ' '}{inner}"
    text = written(chance, number)
    return phone(chance.choice((f"{text} ({said})", f"{text} {said}", f"{text} # {inner}")))


def _shared_start(chance: random.Random, number: Number, language: str) -> str:
    text = f"+{number.code} {number.groups[0]} {'-'.join(number.groups[1:])}"
    if chance.random() < 0.5:
        return phone(f"{text}/{chance.randint(11, 98)}")
    sizes = [len(group) for group in number.groups[1:]]
    other = "-".join(str(chance.randint(10 ** (size - 1) * 2, 10**size - 1)) for size in sizes)
    return f"{phone(text)} {_AND[language]} {phone(other)}"


def _with_asides(_chance: random.Random, number: Number, language: str) -> str:
    start, *rest = home(number)
    if start == "8":
        start, *rest = f"8{rest[0]}", *rest[1:]
    code, then = _ASIDE.get(language, ("...", "..."))
    end = f" {then} {' '.join(rest[1:])}" if len(rest) > 1 else ""
    return phone(f"{start} {code} {rest[0]}{end}")


_WAYS: tuple[Way, ...] = (
    _odd_groups, _odd_groups, _letters, _letters, _pictures, _pictures, _unseen, _dictated,
    _dictated, _pairs, _only_tail_in_digits, _broken, _broken, _cells, _brackets, _odd_signs,
    _odd_signs, _two_zeros, _at_home, _bare_slashed, _extension, _shared_start, _with_asides,
)  # fmt: skip
