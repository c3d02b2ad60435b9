"""Cyrillic and accented names in plain Latin letters, as they stand in e-mail addresses."""

import unicodedata

_LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia y e e _"
_UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ",
        _LATIN.split(),
        strict=True,
    ),
)
_RUSSIAN = {**_UKRAINIAN, "г": "g", "и": "i"}
_AT_THE_BEGINNING = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def latin(name: str, language: str) -> str:
    """The name in lower-case ASCII letters and hyphens."""
    letters = _RUSSIAN if language == "ru" else _UKRAINIAN
    lowered = name.lower()
    first = _AT_THE_BEGINNING.get(lowered[0], "")
    rest = lowered[1:] if first else lowered
    spelled = first + "".join(letters.get(letter, letter) for letter in rest).replace("_", "")
    plain = unicodedata.normalize("NFKD", spelled.replace("ł", "l")).encode("ascii", "ignore")
    return "".join(letter for letter in plain.decode() if letter.isalpha() or letter == "-")
