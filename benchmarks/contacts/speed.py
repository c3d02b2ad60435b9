"""Contact detection: time against length, for plain text and for text made to be slow."""

import random
import time
from collections.abc import Sequence

from benchmarks.tables import print_table
from services.contacts import find

LENGTHS = (2_000, 8_000, 32_000, 128_000)
_PLAIN = "Senior engineer of a payments company, led a team of seven people for nine years. "
_RUSSIAN = "Ведущий инженер платёжной компании, девять лет руководил командой из семи человек. "
_HOSTILE = {
    "plain words": _PLAIN,
    "digits in brackets": "(0",
    "digits apart": "1 ",
    "short numbers": "8 916 *",
    "at signs": "a@a.",
    "spelt out": "a (at) b dot ",
    "addresses": "https://www.a/",
    "dashes": "—\t)0",
    "streets": "вул. Хрещатик 1, кв. ",
    "invisible signs": "a\u200b\u00ad1",
}
_PIECES = [*" .,-+()/@:_\n01", "dot ", "at ", "+380", "www.", "тел. ", "ім’я ", "8 916 "]


def print_contacts() -> None:
    """For each kind of text the microseconds of CPU per character at four lengths."""
    chance = random.Random(1)
    texts = {name: unit * (LENGTHS[-1] // len(unit) + 1) for name, unit in _HOSTILE.items()}
    texts["random pieces"] = "".join(chance.choices(_PIECES, k=LENGTHS[-1]))
    rows = [
        (name, *(f"{_price(text[:length]):.1f}" for length in LENGTHS))
        for name, text in texts.items()
    ]
    print("\ncontact detection, microseconds of CPU per character; level rows are linear")
    print_table([("text", *(f"{length:,}" for length in LENGTHS)), *rows])


def _price(text: str) -> float:
    began = time.process_time()
    find(text)
    return (time.process_time() - began) / len(text) * 1e6


def print_speed(texts: Sequence[str]) -> None:
    """Megabytes of ordinary text that one core looks through in a second; the best of three."""
    whole = "\n\n".join(texts)
    samples = {
        "one long text of all sets": whole,
        "plain English": _PLAIN * 4_000,
        "plain Russian": _RUSSIAN * 4_000,
    }
    rows = []
    for name, text in samples.items():
        if text:
            size = len(text.encode()) / 1e6
            seconds = min(_price(text) * len(text) / 1e6 for _ in range(3))
            rows.append((name, f"{size:.1f}", f"{size / seconds:.2f}"))
    print("\nspeed")
    print_table([("text", "MB", "MB/s"), *rows])
