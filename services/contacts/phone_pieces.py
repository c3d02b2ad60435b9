"""Numbers in pieces: over the fields of a form, over messages that follow one another."""

import re
from collections.abc import Iterator

from services.contacts.digits import can_be_dialled
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.wording import named

_WHOLE = range(9, 14)
_MOST_PIECES = 5
_CODE_WORDS = "код|code|kod|vorwahl|prefix|префикс|префікс"
_FIELDS = regex(
    rf"(?<!\w)(?:{_CODE_WORDS})"
    r"(?: (?:города|міста|оператора|телефон\w|міський|city|area|operatora|number))?[ :=|]{1,3}"
    r"(?P<first>\+?\d[\d ()-]{1,8})\n"
    r"(?:[^\W\d][^\d\n]{0,12}[ .,])?(?:номер|нөмір|number|numer|nummer|міськ\w{1,3}"
    r"|городск\w{1,3}|тел\w{0,6}"
    r"|решта(?: номер\w)?|остальн\w{2,3}|цифр\w|phone(?: number)?|rest|қалғаны)[ :=|]{1,3}"
    r"(?P<rest>\d[\d -]{2,12}(?:\n(?:[^\W\d][^\d\n]{2,15}| {0,3})[ ]\d[\d -]{1,8}){0,2})(?=\n|\Z"
    r"| {2})"
)
_MESSAGE = regex(
    r"(?:\n|\A)\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d\d)?\]?(?: ?- ?| )"
    r"[^\W\d][^:\n]{0,24}: (?P<said>[^\n]*)"
)
_PIECE = regex(r"(?:\A|(?<= ))\+?\d[\d ()-]{1,10}\Z")
_MESSAGE_TOLD = regex(r"\d:\d\d[\]: -]")


# "£07,700,900,129", "оклад 89 146 609 231": no sum begins with a nought or is paid in milliards.
_SUM = regex(
    r"(?<![\w.,'’-])(?<!\d )\d{1,3}(?P<gap>[ .,'’])\d{3}(?:(?P=gap)\d{3}){2}(?!\w|[.,]\d| \d)"
)
_PAID = regex(
    r"[$€£₴₽] ?\Z|оклад|зарплат|з/?п|salary|pay|wage|rate|gehalt|lohn|maaş|жалақы|salariu"
)
_MONEY = regex(r" ?(?:[$€£₴₽]|руб|р\.|грн|тенге|тг|eur|usd|uah|zł|lei|tl)")
_BEFORE_A_SUM = 40
# From right to left, with the plus at its end: 2810 555 602 1+.
_BACKWARDS = regex(r"(?<![\w+])\d(?:[ ()-]{0,2}\d){9,14}\+(?![\w+])")


def _dressed(low: str) -> Iterator[Span]:
    """Numbers that pretend to be a sum, or end in a plus."""
    for match in _SUM.finditer(low):
        before = low[max(0, match.start() - _BEFORE_A_SUM) : match.start()].rpartition("\n")[2]
        paid = _PAID.search(before) or _MONEY.match(low, match.end())
        if paid and can_be_dialled(re.sub(r"\D", "", match[0])):
            yield Span("phone", *match.span())
    for match in _BACKWARDS.finditer(low) if "+" in low else ():
        if can_be_dialled(re.sub(r"\D", "", match[0])[::-1]):
            yield Span("phone", *match.span())


def pieces(low: str) -> Iterator[Span]:
    """Parts of numbers in a text in small letters."""
    told = any(map(low.__contains__, named(_CODE_WORDS)))
    for match in _FIELDS.finditer(low) if told else ():
        if _digits(match["first"] + match["rest"]) in _WHOLE:
            yield Span("phone", match.start("first"), match.end("rest"))
    yield from _dressed(low)
    if _MESSAGE_TOLD.search(low):
        yield from _in_messages(low)


def _in_messages(low: str) -> Iterator[Span]:
    """The first piece may have words before it; the others are all that their message says."""
    told: list[tuple[int, int]] = []
    for message in _MESSAGE.finditer(low):
        start, said = message.start("said"), message["said"].rstrip()
        piece = _PIECE.search(said)
        if piece is None or (told and piece.start()):
            yield from _together(low, told)
            told = []
        if piece:
            told.append((start + piece.start(), start + piece.end()))
    yield from _together(low, told)


def _together(low: str, told: list[tuple[int, int]]) -> Iterator[Span]:
    digits = sum(_digits(low[start:end]) for start, end in told)
    if 1 < len(told) <= _MOST_PIECES and digits in _WHOLE:
        for start, end in told:
            yield Span("phone", start, end)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
