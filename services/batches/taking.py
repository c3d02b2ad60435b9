"""Which of the dropped files are taken, and what is known of each before it is read."""

import hashlib
from collections.abc import Sequence

from db.keys import new_key
from services.batches.batch import MOST_BYTES, MOST_FILES, Batch, BatchFile, Dropped, refused
from services.documents import LIMITS
from services.folding import tidy

_LONGEST_NAME = 160


def batch_from(
    files: Sequence[Dropped], *, vacancy_id: int | None = None, too_large: Sequence[str] = ()
) -> Batch:
    """The first twenty as a batch to be read; those that are too large or there twice are refused.

    `too_large` are the names of files that did not even arrive.
    """
    more = tuple(_name(one.name) for one in files[MOST_FILES:])
    return Batch(
        new_key(), _taken(files[:MOST_FILES]), vacancy_id, more, tuple(map(_name, too_large))
    )


def _name(name: str) -> str:
    """The name as it can be shown: a line of bearable length."""
    return tidy(name)[:_LONGEST_NAME] or "–"


def _taken(files: Sequence[Dropped]) -> tuple[BatchFile, ...]:
    taken: list[BatchFile] = []
    first: dict[str, str] = {}
    weight = 0
    for number, one in enumerate(files, 1):
        sha256 = hashlib.sha256(one.content).hexdigest()
        file = BatchFile(number, _name(one.name), sha256, one.content)
        if len(one.content) > LIMITS.size:
            file = refused(file, "too_large")
        elif one.content and sha256 in first:
            file = refused(file, "twice", first[sha256])
        elif weight + len(one.content) > MOST_BYTES:
            file = refused(file, "too_large_together")
        else:
            weight += len(one.content)
            first[sha256] = file.name
        taken.append(file)
    return tuple(taken)
