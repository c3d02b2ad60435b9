"""Homes told in a way that no rule knows: a street, a house, a flat, in figures or in words."""

import re
from collections.abc import Iterator, Sequence

from services.contacts.doubt_words import ENOUGH, FLAT, HOME, STREET, TRADE, WEIGHTS
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex
from services.contacts.residences import is_no_home, tells_of_things
from services.contacts.told_digits import is_ordinal, places

_WORD = regex(r"\d{1,6}(?:[/-]\d{1,4})?[^\W\d_]?(?!\w)|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_YEAR = regex(r"(?:19[3-9]|20[0-4])\d(?:-\d{4})?")
_UNIT = regex(
    r"[ ]?(?:%|[$€£₽₴]|(?:тыс|млн|лет|год|рок|міс|мес|дн|нед|тиж|час|годин|мин|хв|км|м²|дет|діт"
    r"|раз|чел|осіб|руб|грн"
    r"|years?|months?|days?|weeks?|hours?|min|km|miles?|kids|child|people|teams?|lat|roku|miesi"
    r"|jahr|monat|kinder"
    r"|copii|ani|luni|çocuk|yıl|бал|жас|адам|employ|staff|floors|этажей|поверхів|секци|секці"
    r"|групп|груп|[^\W\d_]+ов"
    r"|[^\W\d_]+ів|[^\W\d_]+ей)(?![^\W\d_]{5}))"
)
_STOP = regex(
    r"[;•●▪|!?]|(?<=[^\W\d_]{4})\. (?=[A-ZА-ЯІЇЄ])|,? (?:готов\w*|ready|открыт\w*|open to|двое"
    r"|двоє|дет\w+|діт\w+"
    r"|возраст|вік|тел|моб|phone|e-?mail|почта|пошта|telegram|телеграм|это|це)(?![^\W\d_])",
    re.IGNORECASE,
)
_LONGEST = 140
_NEAR = 16
_ROOMS = ("студ", "ател", "каб", "studio", "atelier")
_POSTCODE = regex(
    r"(?<![\d-])(?:\d{5,6}|\d\d-\d{3})(?![\d-])|(?<!\w)[a-z]{1,2}\d{1,2} ?\d[a-z]{2}(?!\w)"
)
_TOWN_BEFORE = regex(
    r"(?:(?:(?:г|м|с|р-н|обл|пос|смт|область|район|город|місто"
    r"|село)\.? ?)?[^\W\d_][\w’'.-]{1,24}(?: [\w’'.-]{2,20}){0,2}[,.]? ?,? ){1,3}\Z"
)


def homes(copy: Copy, start: int, end: int, here: Sequence[Span]) -> Iterator[Span]:
    """What may be somebody's address in this stretch."""
    text, low = copy.text, copy.lower
    cue = HOME.search(low, start, end)
    streets = any(span.kind == "address" for span in here)
    if not cue and not streets:
        return
    begin = cue.end() if cue else start
    stop = _STOP.search(text, begin, min(end, begin + _LONGEST))
    finish = stop.start() if stop else min(end, begin + _LONGEST)
    others = [span.start for span in here if span.kind != "address" and span.start >= begin]
    finish = min([finish, *others])
    numbers = list(_numbers(text, low, begin, finish))
    things = tells_of_things(text, _after_small_words(text, begin, finish))
    if not numbers or not cue or things or is_no_home(low, *cue.span()):
        return
    told = low[begin:finish]
    score = WEIGHTS["cue"]
    score += WEIGHTS["label"] * (re.match(r"[ )]{0,2}[:=–—-]", told) is not None)
    street = STREET.search(told)
    flat = next((one for one in FLAT.finditer(told) if _is_beside(one, numbers, begin)), None)
    named = any(_is_named(text, number, begin) for number, _ in numbers)
    score += 2 * (street is not None) + 2 * (flat is not None) + 2 * named
    score += len(numbers) > 1 or re.search(r"\d[^\W\d]?[/-]\d", told) is not None
    score += _POSTCODE.search(told) is not None
    trade = TRADE.search(low, start, finish)
    if trade and not (cue[0].startswith(_ROOMS) and trade[0].startswith(("офі", "офи"))):
        score += WEIGHTS["trade"]
    if score < ENOUGH["address"] or not (street or flat or named):
        return
    first = re.compile(r"\w").search(text, _after_small_words(text, begin, finish))
    last = max(
        numbers[-1][1], *(_last_name(text, numbers[-1][1], finish), *_ends(flat, street, begin))
    )
    if first:
        yield Span("address", first.start(), last)


def _ends(*marks: "re.Match[str] | int | None") -> Iterator[int]:
    *matches, begin = marks
    for one in matches:
        if isinstance(one, re.Match) and isinstance(begin, int):
            yield begin + one.end()


def _numbers(text: str, low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Numbers that houses and flats may have, in figures and in words."""
    for word in _WORD.finditer(text, start, end):
        told = low[word.start() : word.end()]
        if told[0].isdigit():
            if _YEAR.fullmatch(told) or _UNIT.match(low, word.end()):
                continue
        elif not (places(told) or is_ordinal(told)) or _UNIT.match(low, word.end()):
            continue
        yield word.span()


def _is_beside(mark: re.Match[str], numbers: Sequence[tuple[int, int]], begin: int) -> bool:
    start, end = begin + mark.start(), begin + mark.end()
    return any(
        -_NEAR < first - end < _NEAR or -_NEAR < start - last < _NEAR for first, last in numbers
    )


def _is_named(text: str, number: int, begin: int) -> bool:
    """Whether a word with a capital stands right before the number."""
    before = text[max(begin, number - 40) : number]
    return (
        re.search(
            r"[A-ZÄÖÜА-ЯІЇЄҐҚӘӨҰ][\w’'-]{3,30}[., ]{1,3}(?:№ ?|дом |д\.? ?|nr\.? ?)?\Z", before
        )
        is not None
    )


def _after_small_words(text: str, begin: int, finish: int) -> int:
    """Behind "I live in", "на", "по адресу"."""
    small = re.compile(
        r"[\s:=–—-]*(?:(?:в|у|на|по|за|in|at|on|the|to|by|такому|такою|адресу|адресою|адресом"
        r"|in der|w|pe|la|am|is|сюда|сюди)(?!\w)[\s:=–—-]*){0,4}"
    ).match(text, begin, finish)
    return small.end() if small else begin


def _last_name(text: str, place: int, finish: int) -> int:
    """The end of the last town, region or flat behind the last number."""
    rest = re.compile(
        r"(?:[ ,./-]{1,3}(?:[A-ZА-ЯІЇЄҐĄŁŚŻÄÖÜŞİȘȚ][\w’'.-]{1,24}|(?:кв|п|под|эт|пов|м|г|дом|буд"
        r"|д|этаж|поверх|под.?їзд|подъезд|квартира\w?|flat|floor|apt|үй|пәтер|доме"
        r"|будинку)\.?(?!\w))){1,4}"
    ).match(text, place, finish)
    return rest.end() if rest else place


_CAPITAL = "A-ZÀ-ÞА-ЯІЇЄҐҚӘӨҰҒҢҮҺŁŚŻĄĆĘŃÓŹÇĞİŐŰČŠŽȘȚĂÂÎ"
_NAME = rf"[{_CAPITAL}][\w’'-]{{2,24}}"
_MORE_BEHIND = regex(
    r"(?:"
    r"[ ,/|-]{1,3}\([^()\n]{1,14}\)"
    r"|(?:[ ]?[,/|–-][ ]?|[ ]|,?[ ]?\n[ ]{0,3})(?i:кв|квартира|кварт|кім|комн|ком|офис|корп"
    r"|корпус|под|подъезд|под.?їзд|этаж|эт"
    r"|поверх|пов|домофон|буд|дом|д|apt|flat|unit|floor|room|ap|apartament|sc|et|bl|bloc|m"
    r"|mieszkania?|daire|kat|no|nr"
    r"|пәтер|үй|wohnung|whg)[. :№]{0,3}\d{1,4}[^\W\d_]?(?!\w|[.,]\d)"
    r"|[ ]?\n[ ]{0,3}\d{1,4}-(?:үй|пәтер)(?!\w)|[ ]?[,/|-][ ]?\d{1,4}-(?:үй|пәтер)(?!\w)"
    r"|\.? ?(?:OG|EG|UG|DG|Stock|Etage|Stiege)(?!\w)|(?<=[Gke]) (?:links|rechts|Mitte)(?!\w)"
    rf"|[ ]?[,/|][ ]?(?:\d{{5,6}}|\d\d-\d{{3}})(?: {_NAME})?(?![\w%])"
    rf"|[ ]?/[ ]?{_NAME}(?=[ ]{{0,2}}(?:[\n,.;/|)]|\Z))"
    rf"|[ ]?[/|][ ]?{_NAME}[ /|,]{{1,3}}[A-Z]{{1,2}}\d{{1,2}}[A-Z]? ?\d[A-Z]{{2}}(?!\w)"
    rf"|, ?{_NAME}(?= ?(?:\n|\Z|[.;)]))"
    r")"
)
"""Flats, floors, codes and the town behind an address that is found."""
_MORE_BEFORE = regex(
    rf"(?:(?:(?<=\n)|\A|[•*–-] ){_NAME}(?: (?:қ|г|м)\.)?, ?\n?"
    rf"|(?<=: )(?:(?i:г|м|с|пос|смт|село|город|місто|обл"
    rf"|р-н)\.? ?)?(?:{_NAME}[ ]?){{1,2}}(?:(?:қ|г|м|обл|область|р-н|район)\.?)?,? ?\n?"
    rf"|(?<=: )(?:\d{{5,6}},? )?(?:[\w.-]{{1,24}}[ ,]{{1,2}}){{1,4}}"
    rf"|(?<!\w)(?:на|у|в|in|at|w|în) {_NAME}, "
    rf"|[^\W\d_]{{2,20}}|(?:(?<=\n)|\A)(?i:город|місто|city): {_NAME}[.,] )\Z"
)
"""The town before it, where its line or a label begins with it."""
_REACH, _MOST = 70, 5


def widened(copy: Copy, found: Sequence[Span]) -> Iterator[Span]:
    """Addresses that are found, with the parts of them that stand around."""
    text = copy.text
    for span in found:
        if span.kind != "address":
            continue
        start, end = span.start, span.end
        for _ in range(_MOST):
            more = _MORE_BEHIND.match(text, end, end + _REACH)
            if not more:
                break
            end = more.end()
        before = _MORE_BEFORE.search(text, max(0, start - _REACH), start)
        if before and not _UNIT.match(text, end):
            start = before.start()
        if (start, end) != (span.start, span.end):
            yield Span("address", start, end)
