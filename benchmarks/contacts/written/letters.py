"""Letters and digits replaced by others that look alike, and by signs that nobody sees."""

import random

_HOMOGLYPHS = {  # Latin letters to Cyrillic ones; the held-out part: to Cyrillic and Greek ones
    False: dict(zip("aceiopxyABCEHKMOPTX", "асеіорхуАВСЕНКМОРТХ", strict=True)),
    True: dict(zip("aceovuksj", "аϲеονυкѕј", strict=True)),
}
_LOOK_LIKE_DIGITS = {
    False: {"0": "OОo", "3": "З", "1": "lI", "6": "б", "8": "B"},
    True: {"0": "ОоQ", "3": "Зз", "1": "|I", "5": "S", "8": "В", "4": "Ч", "2": "Z"},
}
_UNSEEN = {False: "\u200b\u200c\ufeff", True: "\u00ad\u2060\u200d\u180e"}
_WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_SANS = {
    **{chr(ord("a") + place): chr(0x1D5BA + place) for place in range(26)},
    **{str(place): chr(0x1D7E2 + place) for place in range(10)},
}
_ROUND = dict(zip("0123456789", "⓪①②③④⑤⑥⑦⑧⑨", strict=True))
_HIGH = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_KEYCAPS = {digit: f"{digit}\ufe0f\u20e3" for digit in "0123456789"}


def _translated(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(sign, sign) for sign in text)


def wide(text: str) -> str:
    """Full-width letters, digits and signs."""
    return _translated(text, _WIDE)


def sans(text: str) -> str:
    """Small letters and digits from Unicode's mathematical alphabet."""
    return _translated(text, _SANS)


def round_digits(text: str) -> str:
    """Digits in circles."""
    return _translated(text, _ROUND)


def high_digits(text: str) -> str:
    """Digits as exponents."""
    return _translated(text, _HIGH)


def keycaps(text: str) -> str:
    """Digits as the pictures of keys."""
    return _translated(text, _KEYCAPS)


def lookalikes(chance: random.Random, text: str, *, held: bool) -> str:
    """Some letters from another alphabet."""
    return _some(chance, text, _HOMOGLYPHS[held], chance.randint(1, 6))


def letters_for_digits(chance: random.Random, text: str, *, held: bool) -> str:
    """Some digits as letters that look like them; most stay digits, or nobody could dial it."""
    return _some(chance, text, _LOOK_LIKE_DIGITS[held], chance.randint(1, 4))


def _some(chance: random.Random, text: str, table: dict[str, str], count: int) -> str:
    places = [place for place, sign in enumerate(text) if sign in table]
    signs = list(text)
    for place in chance.sample(places, min(count, len(places))):
        signs[place] = chance.choice(table[text[place]])
    return "".join(signs)


def unseen(chance: random.Random, text: str, *, held: bool) -> str:
    """Signs of no width between some letters."""
    sign = chance.choice(_UNSEEN[held])
    every = chance.choice((1, 2, 3))
    pieces = [text[place : place + every] for place in range(0, len(text), every)]
    return sign.join(pieces)


def spaced(text: str, between: str = " ") -> str:
    """Every letter apart from the next."""
    return between.join(text.replace(" ", ""))
