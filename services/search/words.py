"""Words as a search compares them: without case, accents, apostrophes; phones by their digits."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A few letters are not taken apart by Unicode although people type them without their mark.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ґ": "г", "ŀ": "l", "ħ": "h"}
)
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_APOSTROPHES = re.compile("(?<=\\w)['\u2019\u02bc\u2018\u0060\u00b4](?=\\w)")
_WORD = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?")
_INLINE = re.compile(r"</?(?:strong|em|u|s|a)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"\+?\(?\d(?:[\s\u00a0()./\-\u2010-\u2015]{0,3}\d)+")
_SHORTEST_NUMBER, _LONGEST_NUMBER = 5, 20
_SHORTEST_PHONE = 9
_SHORTEST_TAIL = 4
_NATIONAL = 9
_LONGEST_WORD = 60
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Number:
    """Digits that may be a part of a phone; or else words of a text (“2015-2019”)."""

    digits: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: every word as a beginning of a word, every number within a phone."""

    words: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.numbers)


def folded(text: str) -> str:
    """The text as it is compared: й like и, ї like і, é like e, О’Брайен like обрайен."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _APOSTROPHES.sub("", plain.translate(_LETTERS))


def words_of(text: str) -> list[str]:
    """The words of a plain text, folded, in order; “c++” and “c#” are words of their own."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(folded(text))]


def words_of_html(markup: str) -> list[str]:
    """The words of a cleaned résumé: a word may run through bold letters, not through a line."""
    return words_of(html.unescape(_TAG.sub(" ", _INLINE.sub("", markup))))


def numbers_of(text: str) -> Iterator[str]:
    """The digits of whatever in the text is long enough to be a phone number."""
    for found in _NUMBER.findall(text):
        digits = _digits(found)
        if _SHORTEST_PHONE <= len(digits) <= _LONGEST_NUMBER:
            yield digits


def tails(digits: str) -> Iterator[str]:
    """A number's endings: whoever types a part of it types the beginning of one of these."""
    for start in range(max(1, len(digits) - _SHORTEST_TAIL + 1)):
        yield digits[start:]


def question(typed: str) -> Question:
    """What somebody typed into the box, as words and as numbers of phones.

    A number however it is written (“+38 (067) 123-45”) is one; of a whole phone its last nine
    digits decide, so that 8 916, +7 916 and 916 are the same.
    """
    numbers = []
    rest = typed
    for found in _NUMBER.findall(typed):
        digits = _digits(found)
        if _SHORTEST_NUMBER <= len(digits) <= _LONGEST_NUMBER:
            numbers.append(Number(digits[-_NATIONAL:], tuple(words_of(found))))
            rest = rest.replace(found, " ", 1)
    words = list(dict.fromkeys(words_of(rest)))[:_MOST_WORDS]
    return Question(tuple(words), tuple(dict.fromkeys(numbers)))


def says(asked: Question, words: Iterable[str]) -> bool:
    """Whether a text of these words answers the question; no number is taken for a phone's."""
    said = list(words)
    wanted = [*asked.words, *(word for number in asked.numbers for word in number.words)]
    return all(any(one.startswith(word) for one in said) for word in wanted)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
