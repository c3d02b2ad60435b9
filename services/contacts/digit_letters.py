"""Letters that are written for digits inside a number: +7 9O6 l23-45-67."""

import re

from services.contacts.lookalikes import LIKE_DIGITS, as_digits
from services.contacts.regexes import regex

_LIKE = rf"[\d{re.escape(LIKE_DIGITS)}]"
_WITH_LETTERS = regex(
    rf"(?<!\w)[+(]{{0,2}}(?:[BВ] ?(?=\(9))?\(?(?:(?={_LIKE}{{0,14}}\d)|(?=[OoОо][ ./-]{{1,3}}\d))"
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
_OF_A_PHONE, _FEWEST_TRUE = range(9, 14), 4
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
        tail = words.pop() if len(words) > 1 and _is_a_word(words[-1]) else ""
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
    return whole in _OF_A_PHONE and true >= _FEWEST_TRUE and with_one >= len(groups) - 1 > 1


def _is_a_word(part: str) -> bool:
    letters = part.strip(" ()./·•-")
    if any(map(str.isdigit, part)) or (len(letters) == _PAIR and set(letters) <= _NEVER_ALONE):
        return False
    return part[0] == " " or len(letters) == 1
