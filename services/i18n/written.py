"""In which of our languages a text is written, by its letters and its smallest words."""

import re
from typing import Literal

Language = Literal["uk", "ru", "en"]

_UKRAINIAN, _RUSSIAN = re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэъё]", re.IGNORECASE)
_CYRILLIC, _LATIN = re.compile("[а-я]", re.IGNORECASE), re.compile("[a-z]", re.IGNORECASE)
# Bulgarian has the ъ of Russian; Polish, German and the like have letters with marks.
_RUSSIAN_ALONE, _MARKED = re.compile("[ыэё]", re.IGNORECASE), re.compile("[À-ÖØ-öø-ž]")
_ENGLISH = re.compile(r"\b(?:and|of|the|for|with|to)\b", re.IGNORECASE)
_FEWEST_LETTERS, _FEWEST_WORDS = 5, 8
# So many times more often than those of the other language.
_FAR_MORE = 4
# Names of programs and companies are Latin in any résumé.
_CYRILLIC_ENOUGH, _LATIN_ENOUGH = 0.3, 0.97
_LETTERS_A_WORD, _LETTERS_A_MARK = 150, 100


def language_of(text: str) -> Language:
    """The likeliest of the three."""
    if _count(_LATIN, text) >= _count(_CYRILLIC, text):
        return "en"
    return "uk" if _count(_UKRAINIAN, text) > _count(_RUSSIAN, text) else "ru"


def surely_written_in(text: str) -> Language | None:
    """The language of a text of some length; None where it is mixed, short, or another one's."""
    ukrainian, russian = _count(_UKRAINIAN, text), _count(_RUSSIAN_ALONE, text)
    latin, cyrillic = _count(_LATIN, text), _count(_CYRILLIC, text) + ukrainian
    together = latin + cyrillic
    if cyrillic > together * _CYRILLIC_ENOUGH:
        if ukrainian >= max(_FEWEST_LETTERS, _FAR_MORE * russian):
            return "uk"
        return "ru" if russian >= max(_FEWEST_LETTERS, _FAR_MORE * ukrainian) else None
    words = _count(_ENGLISH, text)
    is_english = (
        latin > together * _LATIN_ENOUGH
        and words >= max(_FEWEST_WORDS, latin / _LETTERS_A_WORD)
        and _count(_MARKED, text) <= latin / _LETTERS_A_MARK
    )
    return "en" if is_english else None


def _count(letters: re.Pattern[str], text: str) -> int:
    return len(letters.findall(text))
