"""Lines of a résumé that look like contacts and are none.

In the forms ¤ is any digit, ¥ a capital Latin letter, ¢ a hexadecimal digit. Of each language the
first block is the open part's, the second one the held-out part's; those of "any" are for all
languages. What begins with ^ belongs to the trade of programmers and of those beside them.
"""

import random

from benchmarks.contacts.written.harmless_east import EAST
from benchmarks.contacts.written.harmless_west import WEST

_LINES = {**EAST, **WEST}


def harmless(
    chance: random.Random, language: str, count: int, *, technical: bool, held: bool
) -> list[str]:
    """So many lines that are no contacts, none twice; those of programmers only for them."""
    own, everywhere = (
        [form.removeprefix("^") for form in forms if technical or not form.startswith("^")]
        for forms in (_lines(language, held=held), _lines("any", held=held))
    )
    forms = chance.sample(own, min(len(own), max(1, round(count * 0.7))))
    forms += chance.sample(everywhere, min(count - len(forms), len(everywhere)))
    chance.shuffle(forms)
    return [_filled(chance, form) for form in forms]


def _lines(language: str, *, held: bool) -> list[str]:
    return _LINES[language][held].strip().split("\n")


def _filled(chance: random.Random, form: str) -> str:
    drawn = {"¤": "0123456789", "¥": "ABCEHKMPT", "¢": "0123456789abcdef"}
    return "".join(chance.choice(drawn[sign]) if sign in drawn else sign for sign in form)
