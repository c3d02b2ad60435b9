"""Numbers in words: "восемь девятьсот шестнадцать …" as the digits that are dictated so."""

import re
from collections.abc import Iterable, Iterator

# In the order 0 … 9; a language may have several words for one digit.
_DIGITS = (
    "zero oh|one|two|three|four|five|six|seven|eight|nine",
    "ноль нуль|один одна|два две|три|четыре|пять|шесть|семь|восемь|девять",
    "нуль ноль|один|два дві|три|чотири|п'ять пять|шість|сім|вісім|дев'ять девять",
    "zero|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć",
    "null|eins|zwei zwo|drei|vier|fünf|sechs|sieben|acht|neun",
    "нөл|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз",
    "sıfır|bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz",
    "zero|unu|doi|trei|patru|cinci|șase|șapte|opt|nouă",
)
_TEENS = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen",
    (
        "десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать|"
        "восемнадцать|девятнадцать"
    ),
    (
        "десять|одинадцять|дванадцять|тринадцять|чотирнадцять|п'ятнадцять|шістнадцять|сімнадцять|"
        "вісімнадцять|дев'ятнадцять"
    ),
)
_TENS = (  # from 20 on
    "twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety",
    "двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто",
    "двадцять|тридцять|сорок|п'ятдесят|шістдесят|сімдесят|вісімдесят|дев'яносто",
    (
        "dwadzieścia|trzydzieści|czterdzieści|pięćdziesiąt|sześćdziesiąt|siedemdziesiąt|"
        "osiemdziesiąt|dziewięćdziesiąt"
    ),
    "yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan",
    "жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан",
)
_HUNDREDS = (  # from 100 on
    "сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот",
    "сто|двісті|триста|чотириста|п'ятсот|шістсот|сімсот|вісімсот|дев'ятсот",
    "sto|dwieście|trzysta|czterysta|pięćset|sześćset|siedemset|osiemset|dziewięćset",
)
_HUNDRED = frozenset({"hundred", "yüz", "жүз"})  # said after the digit
_ROUND_HUNDREDS, _ROUND_TENS = range(100, 1000), range(20, 100)
_TWICE = {"double": 2, "triple": 3, "двойной": 2, "тройной": 3, "дважды": 2, "трижды": 3}
_LONG_DIGIT = 3
_FEWEST, _MOST = 7, 15  # digits of a telephone
_PLUS = frozenset({"plus", "плюс"})


def _values(table: tuple[str, ...], first: int, step: int) -> Iterator[tuple[str, int]]:
    for language in table:
        for place, words in enumerate(language.split("|")):
            for word in words.split():
                for apostrophe in ("'", "’", ""):
                    yield word.replace("'", apostrophe), first + place * step


_VALUE = dict(
    [
        *_values(_HUNDREDS, 100, 100),
        *_values(_TENS, 20, 10),
        *_values(_TEENS, 10, 1),
        *_values(_DIGITS, 0, 1),
    ]
)


def _any_of(words: Iterable[str]) -> str:
    """A regular expression for these words that reads every letter once: f(?:ive|our)."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    branches = [re.escape(letter) + _any_of(rests) for letter, rests in by_letter.items()]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


_WORD = _any_of([*_VALUE, *_TWICE, *_PLUS, *_HUNDRED])
_FIGURES = r"(?!(?:19|20)\d\d(?!\d))\d{1,7}"  # no year
IN_WORDS = re.compile(
    rf"(?<!\w)(?:\+?\(?{_FIGURES}\)?[ ,.()-]{{1,3}}){{0,6}}(?:{_WORD})(?!\w)"
    rf"(?:[ \n,.()/|_*:;-]{{1,4}}(?:(?:{_WORD})|{_FIGURES})(?!\w)){{0,30}}"
)
"""Numbers one after the other, at least one of them in words."""

TOLD_BY = tuple(
    word
    for word, value in _VALUE.items()
    if len(word) > (_LONG_DIGIT if value in range(10) else _LONG_DIGIT + 1)
)
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|\+")


def in_digits(match: re.Match[str]) -> str:
    """The numbers as groups of digits; numbers that make no whole telephone stay in words."""
    groups: list[str] = []
    room = 0  # how much of the last group may still be filled: 100 after hundreds, 10 after tens
    times = 1
    plus = ""
    for part in _PART.findall(match[0]):
        if part in _PLUS or part == "+":
            plus = "+"
        elif part in _TWICE:
            times = _TWICE[part]
        elif part in _HUNDRED:
            groups[-1:] = [f"{groups[-1]}00" if groups else "100"]
            room = 100
        elif part.isdigit():
            groups.append(part)
            room = 0
        else:
            value = _VALUE[part]
            if 0 < value < room:
                groups[-1] = str(int(groups[-1]) + value)
            else:
                groups.append(str(value) * times)
            times = 1
            room = 100 if value in _ROUND_HUNDREDS else 10 if value in _ROUND_TENS else 0
    told = re.sub(r"(?<!\d\d)(?<=\d) (?=\d(?!\d))", "", " ".join(groups))  # 9 1 6: as 916
    digits = sum(map(len, groups))
    return plus + told if _FEWEST <= digits <= _MOST else match[0]
