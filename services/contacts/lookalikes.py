"""Letters that look like others: Cyrillic and Greek for Latin ones, letters for digits."""

from confusable_homoglyphs.confusables import confusables_data

from services.contacts.regexes import regex

# What Unicode calls confusable is drawn the same; these are what people type for one another.
_TYPED_FOR_LATIN = dict(zip("квнмтгп", "kbhmtrn", strict=True))
_SCRIPTS = ((0x370, 0x400), (0x400, 0x530), (0x530, 0x590), (0x250, 0x2B0))


def _drawn_like_latin() -> dict[int, str]:
    """Small letters of other scripts that Unicode lists as drawn like a Latin one."""
    table = {ord(letter): latin for letter, latin in _TYPED_FOR_LATIN.items()}
    for latin in "abcdefghijklmnopqrstuvwxyz":
        for other in confusables_data.get(latin, ()):
            letter = other["c"]
            if len(letter) == 1 and any(a <= ord(letter) < b for a, b in _SCRIPTS):
                table.setdefault(ord(letter.lower()), latin)
    return table


_TO_LATIN = _drawn_like_latin()
_TYPED_FOR_DIGITS = {
    "0": "OoОоQΟο",
    "1": "lIІіӀ",
    "2": "Zz",
    "3": "ЗзЭ",
    "4": "Чч",
    "5": "Ss",
    "6": "БбG",
    "8": "BВ",
    "9": "gq",
}
_TO_DIGITS = str.maketrans(
    {letter: digit for digit, letters in _TYPED_FOR_DIGITS.items() for letter in letters}
)
_MIXED = regex(r"(?<!\w)(?=[a-z]{0,12}[а-яіїє])(?=[а-яіїє]{0,12}[a-z])[a-zа-яіїє]{4,14}(?!\w)")
_CYRILLIC_ALIKE = str.maketrans("aceopxyikmtb", "асеорхуікмтв")
LIKE_DIGITS = "".join(_TYPED_FOR_DIGITS.values())
"""What may stand for a digit."""


def as_latin(text: str) -> str:
    """Small letters drawn like Latin ones as those; every character stays in its place."""
    return text if text.isascii() else text.translate(_TO_LATIN)


def as_digits(text: str) -> str:
    """Letters and signs that people put for digits as those; every character in its place."""
    return text.translate(_TO_DIGITS)


def as_cyrillic(low: str) -> str:
    """Words of both scripts in Cyrillic letters; every character stays in its place."""
    return _MIXED.sub(lambda word: word[0].translate(_CYRILLIC_ALIKE), low)
