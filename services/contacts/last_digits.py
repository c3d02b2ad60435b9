"""Digits that are said to stand at the end of a number."""

from collections.abc import Iterable, Iterator

from services.contacts.found import Span
from services.contacts.neighbours import Neighbours
from services.contacts.numerals import NUMBER
from services.contacts.regexes import regex

_COUNT = (
    r"(?:\d|одн\w{1,3}|дв[ае]|дві|двох|двух|три|трьох|трех|one|two|three|couple|due|două|trei"
    r"|dwie|dwoma|trzy|zwei|drei|iki|üç|екі|үш)"
)
_LAST = regex(
    r"(?<!\w)(?:"
    rf"(?:последн\w{{2,3}}|останн\w{{1,4}}|крайн\w{{2,3}})(?: {_COUNT})?(?: цифр\w{{0,2}})?"
    r"|закінч\w{2,6}|окончани\w|оканчивается(?: на)?|концовка|кінцівка|в конце|наприкінці"
    rf"|(?:last|final|ending)(?: {_COUNT})?(?: (?:digits?|figures?|numbers?))?"
    r"|ends? (?:in|with)|ending in|then an?"
    rf"|ultim\w{{1,4}}(?: {_COUNT})?(?: cifr\w{{1,3}})?"
    rf"|соңғы(?: {_COUNT})?(?: (?:сан\w{{0,3}}|цифр\w{{0,3}}))?"
    rf"|ostatni\w{{0,3}}(?: {_COUNT})?(?: cyfr\w{{1,3}})?|końcówka|końcówką"
    rf"|letzte\w?(?: {_COUNT})?(?: (?:ziffern?|stellen?))?|endung|am ende"
    rf"|son(?: {_COUNT})?(?: (?:rakam\w{{0,3}}|hane\w{{0,3}}))|sonu"
    r")(?: (?:цифр\w{1,2}|буд\w{1,2}|is|are|ist|sind|to|este|e))?[ ,:–—-]{1,3}"
    rf"(?P<digits>\d(?:[ -]?\d){{0,3}}|{NUMBER})(?=[\n,;.)]|\Z)(?![.,]\d)"
)
_SAYS_NUMBER = regex(
    r"(?<![^\W\d_])(?:номер\w?|нөмір\w{0,3}|тел(?:ефон\w{0,2})?|phone|number|numer\w?|nummer|numar\w?"
    r"|numărul?|telefon\w?|viber|вайбер\w?|whats ?app|в[ао]тс?[ао]п\w?)(?![^\W\d_])"
)
_BESIDE, _SAID_BEFORE = 4, 60


def last_digits(low: str, told: Iterable[Span]) -> Iterator[Span]:
    """The digits that are said to stand at the end of a number, near one that was found."""
    phones = [span for span in told if span.kind == "phone"]
    numbers, ends = Neighbours(phones), {span.end for span in phones}
    for match in _LAST.finditer(low):
        start, line = match.start(), low.rfind("\n", 0, match.start()) + 1
        beside = next((end for end in range(start - _BESIDE, start + 1) if end in ends), 0)
        said = _SAYS_NUMBER.search(low, max(line, start - _SAID_BEFORE), start)
        if beside or said or numbers.any_near(match.start("digits")):
            yield Span(
                "phone", beside - 1 if beside else match.start("digits"), match.end("digits")
            )
