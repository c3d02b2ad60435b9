"""What a detector found of a labelled set, missed of it and alarmed about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.contacts.sets import Label, Labelled
from services.contacts import Found, find


@dataclass(slots=True)
class Score:
    """Counts of one kind of contact.

    A contact is gone when no letter or digit of it would be left, whatever the reports call it;
    it is touched when a report lies over a part of it.
    """

    labelled: int = 0
    gone: int = 0
    touched: int = 0
    reported: int = 0
    right: int = 0

    def add(self, other: "Score") -> None:
        """Count another's figures in."""
        for name in ("labelled", "gone", "touched", "reported", "right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True)
class Scores:
    """A group of texts: each kind's counts, whole texts that leak, alarms where nothing is."""

    texts: int = 0
    with_contacts: int = 0
    leaking: int = 0
    free: int = 0
    alarmed: int = 0
    kinds: dict[str, Score] = field(default_factory=dict)

    def of(self, kind: str) -> Score:
        """The counts of a kind."""
        return self.kinds.setdefault(kind, Score())


def scored(texts: Iterable[Labelled], *, kinds: Sequence[str]) -> Scores:
    """Find the contacts of every text and compare; only these kinds are asked for."""
    scores = Scores()
    for text in texts:
        found = find(text.text)
        labels = [label for label in text.contacts if label.kind in kinds]
        left = [label for label in labels if not _is_gone(text.text, label, found)]
        scores.texts += 1
        scores.with_contacts += bool(labels)
        scores.leaking += bool(left)
        scores.free += not text.contacts
        scores.alarmed += bool(found) and not text.contacts
        for label in labels:
            score = scores.of(label.kind)
            score.labelled += 1
            score.gone += label not in left
            score.touched += any(_meet(label, one) for one in found)
        for one in found:
            if one.kind in kinds:
                score = scores.of(one.kind)
                score.reported += 1
                score.right += any(_meet(label, one) for label in text.contacts)
    return scores


def _is_gone(text: str, label: Label, found: Sequence[Found]) -> bool:
    """Whether every letter and digit of the contact lies under a report."""
    return all(
        any(one.start <= place < one.end for one in found)
        for place in range(label.start, label.end)
        if text[place].isalnum()
    )


def _meet(label: Label, one: Found) -> bool:
    return label.start < one.end and label.end > one.start
