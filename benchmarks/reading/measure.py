"""What was kept of a labelled file: its words in order, and what is proposed from them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.reading.files import Labelled
from services.documents import ReadDocument


def words(lines: Sequence[str]) -> list[str]:
    """The words of some lines, as they are compared."""
    return re.findall(r"\w+", " ".join(lines).casefold())


def kept_in_order(truth: Sequence[str], read: Sequence[str]) -> int:
    """How many words of the truth stand in what was read, in the same order.

    The longest common subsequence, a bit for every word of the truth at a time.
    """
    places: dict[str, int] = {}
    for place, word in enumerate(truth):
        places[word] = places.get(word, 0) | 1 << place
    everything = (1 << len(truth)) - 1
    rest = everything
    for word in read:
        here = rest & places.get(word, 0)
        rest = ((rest + here) | (rest - here)) & everything
    return len(truth) - rest.bit_count()


@dataclass(frozen=True, slots=True)
class Kept:
    """How much of one file was kept, as shares; `added` is what was read and is not there."""

    words: float
    added: float


def kept(file: Labelled, document: ReadDocument) -> Kept:
    """The share of words kept, in the order that comes out best among those that are right."""
    read = words([document.text])
    orders = [words(order) for order in file.sheet.orders()]
    best, truth = max(
        ((kept_in_order(order, read), order) for order in orders), key=lambda pair: pair[0]
    )
    return Kept(best / len(truth), max(0, len(read) - best) / len(truth))
