"""Phone numbers as the open part of the set hides, breaks, abbreviates and joins them.

A way returns its contacts already marked: one, or two numbers of which the second lacks its start.
"""

import random
from collections.abc import Callable

from benchmarks.contacts.written.habits import known_to
from benchmarks.contacts.written.letters import letters_for_digits, spaced, unseen, wide
from benchmarks.contacts.written.marks import marked
from benchmarks.contacts.written.phones import Number, national, written
from benchmarks.contacts.written.spoken import PLUS, as_number, one_by_one

Way = Callable[[random.Random, Number, str], str]
EXTENSION = {"uk": "дод.", "ru": "доб.", "en": "ext.", "pl": "wew.", "de": "Durchwahl",
             "kk": "ішкі", "tr": "dahili", "ro": "int."}  # fmt: skip
AND = {"uk": "або", "ru": "или", "en": "or", "pl": "lub", "de": "oder", "kk": "немесе",
       "tr": "veya", "ro": "sau"}  # fmt: skip


def hidden_phone(chance: random.Random, number: Number, language: str, *, hand: int) -> str:
    """The number in one of the ways of the open part, marked."""
    return chance.choice(known_to(hand, _WAYS))(chance, number, language)


def phone(text: str) -> str:
    """The text as one phone number."""
    return marked("phone", text)


def home(number: Number) -> list[str]:
    """The groups with the digits that are dialled at home before the first one."""
    first, *rest = number.groups
    if number.trunk.startswith("8"):
        return ["8", number.trunk[1:] + first, *rest]
    return [number.trunk + first, *rest]


def _digits_apart(chance: random.Random, number: Number, _language: str) -> str:
    start = chance.choice((f"+{number.code}", number.trunk))
    return phone(spaced(start + number.digits))


def _letters(chance: random.Random, number: Number, _language: str) -> str:
    return phone(letters_for_digits(chance, written(chance, number), held=False))


def _wide(chance: random.Random, number: Number, _language: str) -> str:
    return phone(wide(written(chance, number)).replace(" ", chance.choice((" ", "\u3000"))))


def _unseen(chance: random.Random, number: Number, _language: str) -> str:
    return phone(unseen(chance, written(chance, number), held=False))


def _in_words(chance: random.Random, number: Number, language: str) -> str:
    groups = home(number)
    said = [as_number(group, language) for group in groups]
    if chance.random() < 0.3:
        code = as_number(number.code, language)
        said = [f"{PLUS[language]} {code}", *(as_number(one, language) for one in number.groups)]
    return phone(chance.choice((" ", ", ")).join(said))


def _half_in_words(chance: random.Random, number: Number, language: str) -> str:
    groups = home(number)
    place = chance.randrange(1, len(groups))
    groups[place] = as_number(groups[place], language)
    return phone(" ".join(groups))


def _digits_in_words(_chance: random.Random, number: Number, language: str) -> str:
    return phone(" ".join(one_by_one(number.trunk + number.digits, language)))


def _lines(chance: random.Random, number: Number, _language: str) -> str:
    first, *rest = number.groups
    at_home = " ".join(home(number)[: -len(rest)])
    start = chance.choice((f"+{number.code} {first}", f"+{number.code} ({first})", at_home))
    return phone(f"{start}\n{' '.join(rest)}")


def _cells(chance: random.Random, number: Number, _language: str) -> str:
    first, *rest = number.groups
    return phone(chance.choice((" | ", "\t")).join((f"+{number.code}", first, "-".join(rest))))


def _brackets(chance: random.Random, number: Number, _language: str) -> str:
    opening, closing = chance.choice(("()", "[]"))
    pieces = [f"{opening}{group}{closing}" for group in home(number)]
    return phone(chance.choice(("", " ")).join(pieces))


def _odd_signs(chance: random.Random, number: Number, _language: str) -> str:
    between = chance.choice((".", "*", "_", " • ", "~", " - ", "—"))
    start = chance.choice(([f"+{number.code}", *number.groups], home(number)))
    return phone(between.join(start))


def _bare(chance: random.Random, number: Number, _language: str) -> str:
    between = chance.choice(("", " ", "-"))
    return phone(between.join(number.groups))


def _at_home(chance: random.Random, number: Number, _language: str) -> str:
    return phone(national(chance, number))


def _extension(chance: random.Random, number: Number, language: str) -> str:
    inner = chance.randint(12, 499)
    text = written(chance, number)
    return phone(f"{text}{chance.choice((', ', ' '))}{EXTENSION[language]} {inner}")


def _shared_start(chance: random.Random, number: Number, language: str) -> str:
    first, *rest = number.groups
    start = f"+{number.code} ({first}) {'-'.join(rest)}"
    sizes = [len(group) for group in rest]
    other = "-".join(str(chance.randint(10 ** (size - 1) * 2, 10**size - 1)) for size in sizes)
    between = chance.choice((", ", "; ", f" {AND[language]} "))
    return phone(start) + between + phone(other)


_WAYS: tuple[Way, ...] = (
    _digits_apart, _letters, _letters, _wide, _unseen, _in_words, _in_words, _half_in_words,
    _digits_in_words, _lines, _cells, _brackets, _odd_signs, _odd_signs, _bare, _at_home,
    _extension, _shared_start,
)  # fmt: skip
