"""Letters that are written for digits inside a number: +7 9O6 l23-45-67."""

import re

from services.contacts.lookalikes import LIKE_DIGITS, as_digits
from services.contacts.regexes import regex

_LIKE = rf"[\d{re.escape(LIKE_DIGITS)}]"
_WITH_LETTERS = regex(
    rf"(?<!\w)[+(]{{0,2}}(?:[BВ] ?(?=\(9))?\(?(?:(?={_LIKE}{{0,14}}\d)"
    rf"|(?=[OoОо][ ./-]{{1,3}}[ЗOОІIl]?\d)|(?<=\+)(?=[lIІі][ .(-]{{1,3}}{_LIKE}{{3}}))"
    rf"{_LIKE}{{1,15}}(?:(?:[ ()./·•-]{{1,3}}|[ -]?\n-?(?=[^\n ]{{0,12}}\d))"
    rf"{_LIKE}{{1,15}}){{0,14}}"
    r"(?!\w)"
)
_BAR_FOR_ONE = regex(r"(?<=\d)[|!](?=[-).]\d)|(?<=[-(.])[|!](?=\d)")
_FIGURE = regex(r"\d")
_ALL_LETTERS = regex(r"[^\W\d]")
# BS31 2DZ, all in letters that look like figures.
_POSTCODE_BEGINS = regex(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\Z")
_POSTCODE_ENDS = regex(r" ?\d[A-Z]{2}(?!\w)")
_PAIR = 2
_OF_A_PHONE, _FEWEST_TRUE, _FEWEST_ABROAD = range(9, 14), 4, 3
_USUAL_ABROAD = (11, 12)  # digits with the code of a country
_DRAWN_AS_0_OR_1 = frozenset("OoОоIІіl")
_NEVER_ALONE = frozenset("ОOЗІІI0lBВБ")  # two of these make no word


def with_true_digits(text: str) -> str:
    """Letters written for digits inside a number (О67, +З8О, 9O6) become those digits."""

    def digits(match: re.Match[str]) -> str:
        stretch = match[0]
        letters = len(_ALL_LETTERS.findall(stretch))
        if not letters:
            return stretch
        if _POSTCODE_BEGINS.search(stretch) and _POSTCODE_ENDS.match(text, match.end()):
            return stretch
        true = sum(map(str.isdigit, stretch))
        if letters > true and not _is_long(stretch, letters + true, true):
            return stretch
        words = re.split(r"(?<=\w)(?=[ ()./·•\n-])", stretch)
        # A letter by itself at the end is a word of the sentence.
        needed = len(words) > 1 and (_is_cut_short(words) or _is_the_last_digit(words))
        tail = words.pop() if len(words) > 1 and _is_a_word(words[-1]) and not needed else ""
        return as_digits("".join(words)) + tail

    if not _FIGURE.search(text):
        return text
    if "|" in text or "!" in text:
        text = _BAR_FOR_ONE.sub("1", text)
    return _WITH_LETTERS.sub(digits, text)


def _is_long(stretch: str, whole: int, true: int) -> bool:
    """As many as a telephone has, in groups of which nearly all have a true digit."""
    groups = re.findall(r"\w+", stretch)
    with_one = sum(any(map(str.isdigit, group)) for group in groups)
    if whole not in _OF_A_PHONE:
        return False
    if stretch[0] == "+":
        return true >= _FEWEST_ABROAD
    in_one = len(groups) == 1 and set(re.findall(r"[^\W\d]", stretch)) <= _DRAWN_AS_0_OR_1
    return true >= _FEWEST_TRUE and (in_one or with_one >= len(groups) - 1 > 1)


def _is_cut_short(words: list[str]) -> bool:
    """Whether a number with the code of its country would lack digits without the last of these."""
    before, last = (len(re.findall(r"\w", part)) for part in ("".join(words[:-1]), words[-1]))
    return words[0][0] == "+" and before < _USUAL_ABROAD[0] <= before + last <= _USUAL_ABROAD[1]


def _is_the_last_digit(words: list[str]) -> bool:
    """A capital letter where a number that begins as one of ours wants a digit: 870561140 9 З."""
    told = re.sub(r"\D", "", as_digits("".join(words[:-1])))
    wanted = {"8": 10, "7": 10, "0": 9}.get(told[:1])
    return len(told) == wanted and words[-1].strip() in _NEVER_ALONE - {"l"}


def _is_a_word(part: str) -> bool:
    letters = part.strip(" ()./·•-")
    if any(map(str.isdigit, part)) or (len(letters) == _PAIR and set(letters) <= _NEVER_ALONE):
        return False
    return part[0] == " " or len(letters) == 1
