"""What was kept of a labelled file: its words in order, and what is proposed from them."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.reading.files import Labelled
from services.documents import Proposed, ReadDocument, propose

TODAY = date(2026, 3, 16)


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
    """How much of one file was kept and proposed right, as shares.

    `added` is what was read and is not there; `contacts` counts a wrong one against a right one.
    """

    words: float = 0.0
    added: float = 0.0
    name: float = 0.0
    contacts: float = 0.0
    headline: float = 0.0
    city: float = 0.0
    languages: float = 0.0
    years: float = 0.0


def kept(file: Labelled, document: ReadDocument) -> Kept:
    """Compare with the truth; of the orders that are right, the one that comes out best counts."""
    read = words([document.text])
    orders = [words(order) for order in file.sheet.orders()]
    best, truth = max(
        ((kept_in_order(order, read), order) for order in orders), key=lambda pair: pair[0]
    )
    said = propose(document.text, today=TODAY)
    who = file.sheet.truth
    names = (_value(said.first_name), _value(said.last_name), _value(said.patronymic))
    expected = (who.somebody.first, who.somebody.last)
    patronymic = who.patronymic if file.sheet.with_patronymic else ""
    return Kept(
        words=best / len(truth),
        added=max(0, len(read) - best) / len(truth),
        name=float(names == (*expected, patronymic)),
        contacts=_overlap(
            {_contact(one.kind, one.value) for one in said.contacts},
            {_contact(one.kind, one.value) for one in who.contacts},
        ),
        headline=float(_value(said.headline) in {who.resume.headline, who.resume.jobs[0].title}),
        city=float(_value(said.city) == who.resume.city),
        languages=_overlap({one.code for one in said.languages}, who.spoken),
        years=float(
            said.experience is not None and abs(said.experience.value - who.somebody.years) <= 1
        ),
    )


def _value(found: Proposed | None) -> str:
    return found.value if found else ""


def _contact(kind: str, value: str) -> tuple[str, str]:
    """A contact in the form in which two spellings of it are the same."""
    return kind, re.sub(r"\D", "", value) if kind == "phone" else value.casefold().rstrip("/")


def _overlap(found: AbstractSet[Any], true: AbstractSet[Any]) -> float:
    return len(found & true) / len(found | true) if found | true else 1.0
