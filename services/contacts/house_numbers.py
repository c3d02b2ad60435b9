"""Numbers of houses and flats in words that are figures nowhere else: numara on iki, екінші үй."""

import re

from services.contacts.folding import Copy
from services.contacts.regexes import regex

_ONES = {
    word: str(number)
    for number, told in enumerate(
        (
            "bir бір",
            "iki екі",
            "üç uc üc үш",
            "dört dort төрт",
            "beş bes бес",
            "altı alti алты",
            "yedi жеті",
            "sekiz сегіз",
            "dokuz тоғыз",
        ),
        1,
    )
    for word in told.split()
}
_TENS = {"on": 1, "он": 1, "жиырма": 2, "отыз": 3, "қырық": 4, "елу": 5, "yirmi": 2, "otuz": 3}
_TURKISH = regex(
    r"(?<!\w)(?P<mark>(?:numara(?:s[ıi])?|no|daire|kat|cadde(?:si)?|sokak|soka[gğ][ıi])[ :]{1,2})"
    r"(?=on|yirmi|otuz|[büidays])(?:(?P<ten>on|yirmi|otuz)(?!\w) ?)?(?:(?P<one>bir|iki|[uü][cç]"
    r"|d[oö]rt|be[sş]|alt[ıi]|yedi|sekiz|dokuz"
    r"|[1-9]))?(?!\w)"
)
_KAZAKH = regex(
    r"(?<!\w)(?:(?P<ten>он|жиырма|отыз|қырық|елу) )?(?P<one>бір|екі|үш|төрт|бес|алты|жеті|сегіз"
    r"|тоғыз)(?:інші|ыншы|нші|ншы)(?= (?:үй|пәтер|қабат)(?!\w))"
)


_KAZAKH_FLAT = regex(
    r"(?<!\w)(?P<mark>(?:пәтер|үй) )(?P<ten>он|жиырма|отыз|қырық|елу)"
    r"(?: (?P<one>бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз))?(?!\w)"
)


def with_house_numbers(copy: Copy) -> Copy:
    """The copy with these numbers in figures."""
    if not {"on", "yirmi", "otuz", "daire", "kat"}.isdisjoint(copy.words):
        copy = copy.rewritten(_TURKISH, _behind_a_mark, within=copy.lower)
    if not {"үй", "пәтер"}.isdisjoint(copy.words):
        copy = copy.rewritten(_KAZAKH_FLAT, _behind_a_mark, within=copy.lower)
        copy = copy.rewritten(_KAZAKH, _figures, within=copy.lower)
    return copy


def _behind_a_mark(match: re.Match[str]) -> str:
    return match["mark"] + _figures(match)


def _figures(match: re.Match[str]) -> str:
    tens = str(_TENS[match["ten"]]) if match["ten"] else ""
    one = match["one"] or "0"
    return tens + _ONES.get(one, one)
