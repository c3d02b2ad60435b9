"""Groups of digits: which are dates, which are sums of money, which have the shape of a phone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import phonenumbers

from services.contacts.regexes import regex

_MONEY_AFTER = regex(
    r" {0,2}(?:[$€£₴₽%]|грн|гривен|руб|р\.|uah|usd|eur|rub|pln|zł|kzt|тенге|дол|тис|тыс|млн|млрд"
    r"|mln|mio|million|billion|thousand|k(?!\w| ?:)|m(?!\w| ?:)|people|users|clients|employees"
    r"|осіб|чел"
    r"|людей"
    r"|люд|клієнт|клиент|користув|пользов|sku|rows|records|requests|рядк|строк|запис|km|км|kg|кг"
    r"|шт|завантаж|загруз|скачив|установ|downloads|installs"
    r"|hours|годин|час|подписчик|підписник|followers|subscribers|calls|звонк|дзвінк|px|dpi"
    r"|[мm]/[сs](?!\w)|ms(?!\w)|мс(?!\w)|мм(?!\w)|mm(?!\w)|м²|m²|га(?!\w)|ha(?!\w)"
    r"|т(?!\w)|л(?!\w)|тонн|tl(?!\w)|lei(?!\w)|ron(?!\w)|₸|₺|тг(?! ?[:@])|rps|rpm|об/|шт|pcs"
    r"|units|stores|employees|mitarbeiter|osób|kişi|pers)",
    re.IGNORECASE,
)
_MONEY_BEFORE = regex(
    r"(?:[$€£₴₽]|usd|eur|uah|грн|руб|salary|revenue|budget|income|зарплат\w*|оклад|дохід|доход"
    r"|бюджет"
    r"|зп|від|от|до|from|up to) {0,2}:? {0,2}\Z",
    re.IGNORECASE,
)
_POLISH = regex(r"(?:45|5[0137]|6[069]|7[2389]|88)\d{7}")
_YEARS = range(1940, 2051)
_LAST_DAY = 31
_MOST_OF_A_DATE = 8  # numbers in two dates from and to, and a little more

# How many digits stand in each group of a number written without its country code.
_SHAPES = {
    (3, 3, 4),
    (3, 3, 2, 2),
    (3, 7),
    (3, 2, 2, 3),
    (3, 2, 3, 2),
    (4, 6),
    (4, 3, 3),
    (4, 2, 2, 2),
    (1, 3, 3, 4),
    (1, 3, 3, 2, 2),
    (1, 3, 7),
    (1, 4, 3, 3),
    (1, 10),
    (1, 3, 2, 2, 3),
    (1, 4, 2, 2, 2),
    (2, 3, 3, 2, 2),
    (2, 3, 3, 4),
    (2, 2, 3, 2, 2),
    (2, 3, 7),
    (3, 2, 3, 2, 2),
    (3, 2, 3, 4),
    (3, 9),
    (2, 3, 3, 3),
    (2, 9),
    (2, 10),
    (3, 3, 3),
    (3, 2, 7),
    (2, 2, 7),
    (3, 4, 4),
    (4, 3, 4),
    (4, 3, 2, 2),
    (5, 6),
    (5, 3, 2),
    (5, 3, 3),
    (4, 7),
    (2, 8),
    (2, 7),
    (3, 8),
    (3, 3, 5),
}
_USUAL = {(3, 3, 4), (3, 3, 2, 2), (3, 2, 2, 3), (3, 2, 3, 2), (4, 3, 3)}
_NINE = {(3, 3, 3), (2, 3, 2, 2), (3, 2, 2, 2), (2, 7), (2, 3, 4)}
_WITH_COUNTRY = ("380", "375", "79", "77", "89", "87")
_TAX_NUMBERS = {(2, 7), (2, 3, 4)}  # with hyphens: 95-1234567


@dataclass(frozen=True, slots=True)
class Group:
    """Digits that stand together, and where."""

    start: int
    digits: str

    @property
    def end(self) -> int:
        """The place right after the last digit."""
        return self.start + len(self.digits)


def gaps_of(text: str, groups: Sequence[Group]) -> list[str]:
    """What stands between the groups."""
    return [text[a.end : b.start] for a, b in pairwise(groups)]


def is_date(groups: Sequence[Group]) -> bool:
    """Years, dates and ranges of them: every group can be a day, a month or a year.

    A birthday may have the age behind it: 12.03.1990 (34).
    """
    if len(groups) > _MOST_OF_A_DATE:
        return False
    if len(groups) > 2 and len(groups[-1].digits) == 2 and _is_year(groups[-2].digits, alone=False):  # noqa: PLR2004
        groups = groups[:-1]
    years = [_is_year(group.digits, alone=len(groups) == 1) for group in groups]
    days = [len(group.digits) <= 2 and int(group.digits) <= _LAST_DAY for group in groups]  # noqa: PLR2004
    return any(years) and all(year or day for year, day in zip(years, days, strict=True))


def ends_in_a_year(text: str, groups: Sequence[Group]) -> bool:
    """Whether the last group is a year of the next line, or of a time that somebody worked."""
    if len(groups) < 2 or not _is_year(groups[-1].digits, alone=False):  # noqa: PLR2004
        return False
    apart = "\n" in text[groups[-2].end : groups[-1].start]
    return apart or _is_year(groups[-2].digits, alone=False)


def _is_year(digits: str, *, alone: bool) -> bool:
    """A year; standing alone also one with its month and day (201903, 20190321)."""
    return len(digits) in ({4, 6, 8} if alone else {4}) and int(digits[:4]) in _YEARS


def is_internet_address(groups: Sequence[Group], separators: Sequence[str]) -> bool:
    """Four numbers up to 255 with full stops between them (a French phone has five).

    A hyphen and a fifth tell a range of them: 10.0.0.31-37.
    """
    if len(groups) == 5 and separators[-1] == "-":  # noqa: PLR2004
        groups, separators = groups[:-1], separators[:-1]
    return (
        len(groups) == 4  # noqa: PLR2004
        and set(separators) == {"."}
        and all(int(group.digits) < 256 for group in groups)  # noqa: PLR2004
        and not any(group.digits.startswith("0") and group.digits != "0" for group in groups)
    )


def is_coordinates(groups: Sequence[Group], separators: Sequence[str]) -> bool:
    """50.4501 30.5234: two numbers of a map, each with four digits or more after its point."""
    return (
        len(groups) in {2, 4}
        and all(gap == "." for gap in separators[::2])
        and all(len(group.digits) <= 3 for group in groups[::2])  # noqa: PLR2004
        and all(len(group.digits) >= 4 for group in groups[1::2])  # noqa: PLR2004
    )


def is_version(groups: Sequence[Group], separators: Sequence[str]) -> bool:
    """1.22621.19045: full stops, and a long part where a phone has the code of its town."""
    return (
        len(groups) > 2  # noqa: PLR2004
        and set(separators) == {"."}
        and len(groups[0].digits) <= 2  # noqa: PLR2004
        and len(groups[1].digits) >= 4  # noqa: PLR2004
    )


def is_another_form(
    groups: Sequence[Group], separators: Sequence[str], *, told: bool = False
) -> bool:
    """A year in brackets, two dates, a range of serial numbers, codes with a bar, a round sum.

    `told`: words beside it call it a phone, which may have bars, too.
    """
    digits = [group.digits for group in groups]
    lengths = {len(one) for one in digits}
    for number, after in enumerate(separators):
        opened = number == 0 or "(" in separators[number - 1]
        if opened and ")" in after and _is_year(digits[number], alone=False):
            return True
    if len(digits) == 2 and len(lengths) == 1 and len(digits[0]) > 4 and separators == ["-"]:  # noqa: PLR2004
        return True
    if len(digits) > 2 and lengths == {3} and set(separators) == {"/"} and digits[0][0] != "0":  # noqa: PLR2004
        return not told
    if sum(map(len, digits)) < 7 and len(digits) == 2 and len(digits[1]) == 3:  # noqa: PLR2004
        return digits[1].endswith("00") and separators[0] in {" ", ".", ",", "'", "’"}
    return len(digits) == 6 and lengths == {2} and _are_two_dates(digits, separators)  # noqa: PLR2004


def _are_two_dates(digits: Sequence[str], separators: Sequence[str]) -> bool:
    """02.07.25   18.12.25."""
    within = {*separators[:2], *separators[3:]}
    return (
        within <= {".", "/"}
        and separators[2] not in within
        and all(0 < int(day) <= _LAST_DAY for day in digits[::3])
        and all(0 < int(month) <= 12 for month in digits[1::3])  # noqa: PLR2004
    )


def is_whole(
    groups: Sequence[Group], *, plus: bool, said: bool = False, hidden: bool = False
) -> bool:
    """Whether the digits, whatever stands between them, make a number that can be dialled.

    `said`: the words beside it call it a phone; `hidden`: one odd sign stands between all groups.
    """
    digits = "".join(group.digits for group in groups)
    lengths = tuple(len(group.digits) for group in groups)
    if plus:
        return _exists(f"+{digits}")
    if said and len(digits) >= 9:  # noqa: PLR2004
        return True
    if hidden and not all(group.digits.endswith("0") for group in groups):
        usual, ten = lengths in _SHAPES | _NINE, len(digits) >= 10  # noqa: PLR2004
        home = (usual or (ten and digits[0] in "078")) and _valid_at_home(digits)
        if home or (usual and ten):
            return True
    if len(lengths) == len(digits) or lengths in _SHAPES:
        return digits[0] in "01378" and _valid_at_home(digits)
    return len(digits) == 12 and digits.startswith("380") and _valid(f"+{digits}", None)  # noqa: PLR2004


def is_sum(
    text: str, start: int, end: int, groups: Sequence[Group], *, strict: bool = False
) -> bool:
    """Money or a count; `strict` asks for a currency or a unit beside it."""
    if _MONEY_AFTER.match(text, end) or (
        not strict and _MONEY_BEFORE.search(text[max(0, start - 14) : start])
    ):
        return True
    if strict:
        return False
    thousands = all(len(group.digits) == 3 for group in groups[1:]) and len(groups) > 1  # noqa: PLR2004
    between = {text[a.end : b.start] for a, b in pairwise(groups)}
    return (
        thousands
        and between <= {" ", ".", ",", "'"}
        and len(groups[0].digits) <= 3  # noqa: PLR2004
        and groups[-1].digits.endswith("00")
    )


def looks_like_phone(
    groups: Sequence[Group], separators: Sequence[str], *, plus: bool, opened: bool
) -> bool:
    """Whether the numbering plans and the way it is written make these groups a phone."""
    digits = "".join(group.digits for group in groups)
    if plus:
        return _exists(f"+{digits}") or (len(groups) > 1 and len(digits) >= 9)  # noqa: PLR2004
    if digits.startswith("00") and len(digits) > 9:  # noqa: PLR2004
        return _exists(f"+{digits[2:]}")
    lengths = tuple(len(group.digits) for group in groups)
    bracketed = opened or any("(" in gap or ")" in gap for gap in separators)
    if len(groups) > 1:
        return _grouped(digits, lengths, separators, bracketed=bracketed)
    return _valid_at_home(digits)


def same_length(groups: Sequence[Group], lengths: Sequence[int]) -> bool:
    """Whether each group has one of these lengths."""
    return all(len(group.digits) in lengths for group in groups)


def _grouped(  # noqa: PLR0911 - one line for each way of writing
    digits: str, lengths: tuple[int, ...], separators: Sequence[str], *, bracketed: bool
) -> bool:
    """Whether groups of these lengths, separated so, are how a phone is written."""
    size = len(digits)
    if bracketed:
        return size >= 7  # noqa: PLR2004
    hyphens = all(gap.strip() == "-" for gap in separators)
    if size == 7:  # noqa: PLR2004
        return hyphens and lengths in {(3, 2, 2), (3, 4), (2, 2, 3)}
    if size < 9 or _is_registry_number(lengths, hyphens=hyphens):  # noqa: PLR2004
        return False
    if all(length == 1 for length in lengths):
        return _valid_at_home(digits)
    if size == 9:  # noqa: PLR2004
        return lengths in _NINE and not (hyphens and lengths in _TAX_NUMBERS)
    if digits[0] == "0":
        return size <= 12 and not (hyphens and lengths[-1] == 1)  # noqa: PLR2004
    in_threes = set(lengths[1:]) == {3}
    if size > 10 and len(lengths) > 2 and digits.startswith(_WITH_COUNTRY) and not in_threes:  # noqa: PLR2004
        return _valid(f"+{digits}", None) or _valid(digits, "RU")
    return lengths in _SHAPES and (lengths in _USUAL or _valid_at_home(digits))


def _is_registry_number(lengths: tuple[int, ...], *, hyphens: bool) -> bool:
    """Numbers of social insurance have one fixed way of writing: 123-456-789 01, 123-45-6789."""
    return lengths in {(3, 3, 3, 2), (3, 2, 4)} or (hyphens and lengths == (3, 1, 2, 6, 1))


def can_be_dialled(digits: str, *, plus: bool = False) -> bool:
    """Whether the digits are a number as written at home, or with the code of a country.

    After a `plus` the latter only.
    """
    return (not plus and _valid_at_home(digits)) or _valid(f"+{digits}", None)


@lru_cache(maxsize=20_000)
def _exists(number: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return False


@lru_cache(maxsize=20_000)
def _valid_at_home(digits: str) -> bool:  # noqa: PLR0911 - one line for each length
    """Whether the digits are a number as written inside one of the countries we work with."""
    if len(digits) == 12 and digits.startswith("380"):  # noqa: PLR2004
        return True
    if len(digits) == 11 and digits.startswith("80"):  # noqa: PLR2004 - the way of before 2009
        return _valid_at_home(digits[1:])
    if len(digits) == 12 and digits[:2] in {"48", "49", "44", "37", "90", "99"}:  # noqa: PLR2004
        return _valid(f"+{digits}", None)
    if len(digits) == 11:  # noqa: PLR2004
        regions: tuple[str, ...] = ("RU", "KZ", "GB", "DE", "US", "TR")
        return (digits[0] in "0178" and any(_valid(digits, region) for region in regions)) or (
            digits.startswith(("48", "49", "40")) and _valid(f"+{digits}", None)
        )
    if len(digits) == 10:  # noqa: PLR2004
        if digits[0] == "0":
            return digits[1] != "0"  # a trunk prefix: no other ten digits are written so
        regions = ("RU", "US", "TR") if len(set(digits)) > 2 else ()  # noqa: PLR2004
        return any(_valid(digits, region) for region in regions)
    # Polish mobile numbers have no prefix at all.
    return _POLISH.fullmatch(digits) is not None


@lru_cache(maxsize=20_000)
def _valid(number: str, region: str | None) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False
