"""Numbers in words: "восемь девятьсот шестнадцать …" as the digits that are dictated so."""

import re

from services.contacts.lookalikes import as_digits
from services.contacts.numeral_words import (
    AND,
    HUNDRED,
    HUNDRED_ALONE,
    PLUS,
    REPEATED,
    TWICE,
    values,
)
from services.contacts.regexes import regex
from services.contacts.wording import any_of

_ROUND_HUNDREDS, _ROUND_TENS = range(100, 1000), range(20, 100)
_LONG_DIGIT = 3
_TWO_NUMBERS = range(18, 27)
_FEWEST, _MOST = 7, 15  # digits of a telephone
_VALUE = values()
_TEN = "on", "он"  # in Turkish and in Kazakh; elsewhere words of every sentence
_AFTER_TEN = (
    "bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз"
    "|yirmi|otuz|kırk|elli|жиырма|отыз|қырық|елу"
)
_ANY_SAID = any_of([*_VALUE, *TWICE, *PLUS, *HUNDRED])
_WORD = f"(?:{_ANY_SAID}|(?:on|он)(?=,? (?:{_AFTER_TEN})))"
_SAID = any_of(word for word in _VALUE if word not in " ".join(REPEATED.values()).split())
NUMBER = rf"(?:{_SAID})(?![^\W\d])(?:[ -](?:(?:{'|'.join(AND)}) )?(?:{_SAID})(?![^\W\d])){{0,3}}"
"""A number in words; a part of a regular expression for small letters."""

_FIGURES = r"(?!(?:19|20)\d\d(?!\d))(?=[оoзlі]?\d)[\dоoзlіiб]{1,7}"  # no year
_THEN = (
    "потом|затем|далее|дальше|после|потім|далі|після|then|next|and|dann|potem|dalej|sonra|apoi"
    "|potim|potom|dali|dalshe|zatem|сосын|(?:содан|одан) (?:соң|кейін)|кейін"
    "|цифрами|цифры|вторая часть|друга частина|последняя часть|остання частина"
    "|там|тире|дефис|дефіс|пробел|пробіл|dash|hyphen|space"
)
_GAP = (
    rf"(?:[ \n,.()/|_*:;•·-]{{1,4}}(?:(?:{'|'.join(AND)}|а|{_THEN})[ ,:]{{1,2}}){{0,2}}"
    r"|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d))"
)
IN_WORDS = regex(
    rf"(?<!\w)(?:\+?\(?{_FIGURES}\)?(?:[ ,.()/-]{{1,3}}(?:(?:а|{_THEN})[ ,]{{1,2}}){{0,2}}"
    rf"|(?=[^\W\d]))){{0,11}}(?:{_WORD})(?![^\W\d])"
    rf"(?:{_GAP}(?:(?:{_WORD})(?![^\W\d])|(?<!\n){_FIGURES}(?!\d))){{0,34}}(?!\w)"
)
"""Numbers one after the other, at least one of them in words."""

GLUED = regex(rf"(?:(?<=\d)|(?<!\w)(?P<label>тел|моб|tel|mob|phone)?)(?:{_ANY_SAID}){{1,5}}(?=\d)")
"""Words of numbers with nothing between them: 7девять2двапять50."""
BETWEEN_FIGURES = regex(r"\d[^\W\d_]{5,30}\d")
BEHIND_A_LABEL = tuple(
    f"{label}{word}"
    for label in ("тел", "моб", "tel", "mob", "phone")
    for word in [*PLUS, *(word for word, value in _VALUE.items() if value in range(10))]
)
_ONE_SAID = regex(_ANY_SAID)

TOLD_BY = tuple(
    word
    for word, value in _VALUE.items()
    if len(word) > (_LONG_DIGIT if value in range(10) else _LONG_DIGIT + 1)
)
TOLD_OF_HOUSES = tuple(word for word in _VALUE if len(word) > _LONG_DIGIT)
"""Also shorter ones: beside words of an address they are numbers."""
_SEVERAL = range(2, 5)
_PLURAL = frozenset(" ".join(REPEATED.values()).replace("'", "").split())
_LONG_FIGURES, _FEWEST_BESIDE_THEM = 4, 9
_SHORT = [word for word in _VALUE if len(word) <= _LONG_DIGIT]
BESIDE_FIGURES = regex(rf"\d\)?[ ,./-]{{0,3}}(?:{any_of(_SHORT)})(?![^\W\d])")
"""Words too short to tell of a number by themselves; beside figures they do."""

_PART = regex(r"(?=[оoзlі]?\d)[\dоoзlіiб]+(?![^\W\d])|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|\+")


def in_digits(match: re.Match[str]) -> str:
    """The numbers as groups of digits; numbers that make no whole telephone stay in words.

    Too many for one telephone are looked at line by line: it may be told twice.
    """
    return _in_digits(match[0])


def taken_apart(match: re.Match[str]) -> str:
    """Glued words of numbers with a space between them, and behind their label."""
    label = match["label"] or ""
    words = " ".join(_ONE_SAID.findall(match[0][len(label) :]))
    return f"{label} {words}" if label else words


def _in_digits(words: str) -> str:
    plus, groups = _groups(words)
    told = re.sub(r"(?<!\d\d)(?<=\d) (?=\d(?!\d))", "", " ".join(groups))  # 9 1 6: as 916
    digits = sum(map(len, groups))
    if digits > _MOST and "\n" in words:
        return re.sub(r"[^\n]+", lambda line: _in_digits(line[0]), words)
    if digits in _TWO_NUMBERS and (first := _first_of_two(groups)):
        return f"{plus}{' '.join(groups[:first])}; {' '.join(groups[first:])}"
    beside = max(map(len, re.findall(r"\d+", words)), default=0) >= _LONG_FIGURES
    fewest = _FEWEST_BESIDE_THEM if beside else _FEWEST
    return plus + told if fewest <= digits <= _MOST else words


def _first_of_two(groups: list[str]) -> int:
    """How many of the groups make the first number, where the same, or one as long, follows."""
    whole = "".join(groups)
    for place in range(1, len(groups)):
        first = "".join(groups[:place])
        rest = whole[len(first) :]
        if first == rest or (len(first) == len(rest) and first[:2] == rest[:2]):
            return place
    return 0


def number(words: str) -> str:
    """One number told in words, in digits."""
    return "".join(_groups(words)[1])


def _groups(told: str) -> tuple[str, list[str]]:
    """The plus where one was said, and the groups of digits."""
    groups: list[str] = []
    room = 0  # how much of the last group may still be filled: 100 after hundreds, 10 after tens
    times = 1
    plus = before = ""
    for word in _PART.findall(told):
        part = as_digits(word.replace("i", "1")) if re.search(r"\d", word) else word
        if part in PLUS or part == "+":
            plus = "+"
        elif part in TWICE:
            times = TWICE[part]
        elif part in HUNDRED:
            several = groups and len(groups[-1]) == 1 and before not in HUNDRED_ALONE
            groups[-1 if several or before == HUNDRED_ALONE else len(groups) :] = [
                f"{groups[-1]}00" if several else "100"
            ]
            room = 100
        elif before and _VALUE.get(before, 0) in _SEVERAL and _bare(part) in _PLURAL:
            groups[-1] = str(_VALUE[part]) * int(groups[-1])
            room = 0
        elif part.isdigit():
            groups.append(part)
            room = 0
        elif part in _VALUE or part in _TEN:
            value = 10 if part in _TEN else _VALUE[part]
            if 0 < value < room:
                groups[-1] = str(int(groups[-1]) + value)
            else:
                groups.append(str(value) * times)
            times = 1
            room = _room_after(part, value)
        before = part
    return plus, groups


def _bare(word: str) -> str:
    return word.replace("'", "").replace("’", "")


def _room_after(word: str, value: int) -> int:
    """What may still be said to be added: up to 100 after hundreds, up to 10 after tens."""
    if value in _ROUND_HUNDREDS:
        return 100
    return 10 if value in _ROUND_TENS or word in _TEN else 0
