"""Labelled sets of texts: where contacts stand in them, who wrote them, whether in disguise."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HANDS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
"""Sets each written by one hand that knew nothing of the detector.

The misses of all were read since.
"""
WRITTEN = Path(__file__).parent / "written"
# What others call them; other labels of theirs are no contacts to us.
_KINDS = {
    "EMAIL_ADDRESS": "email",
    "PHONE_NUMBER": "phone",
    "DOMAIN_NAME": "url",
    "URL": "url",
    "STREET_ADDRESS": "address",
}


@dataclass(frozen=True, slots=True)
class Label:
    """One contact, as whoever wrote the text has marked it."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and all its contacts; `author` is who wrote it, or how."""

    language: str
    author: str
    disguised: bool
    text: str
    contacts: tuple[Label, ...]


def written() -> list[Labelled]:
    """The set in this repository, written by people who did not look at the detector."""
    return [one for path in sorted(WRITTEN.glob("**/*.jsonl")) for one in read(path)]


def of_one_hand(name: str) -> list[Labelled]:
    """One of `HANDS`."""
    return [
        one for path in sorted(Path(__file__).with_name(name).glob("*.jsonl")) for one in read(path)
    ]


def read(path: Path) -> Iterator[Labelled]:
    """A set from a file: our lines of JSON, or Presidio's list of samples."""
    content = path.read_text("utf-8")
    if content.lstrip().startswith("["):
        yield from (_presidio(sample) for sample in json.loads(content))
    else:
        yield from (_ours(json.loads(line)) for line in content.splitlines() if line.strip())


def _ours(line: dict[str, Any]) -> Labelled:
    labels = (Label(one["kind"], one["start"], one["end"]) for one in line["contacts"])
    return Labelled(
        line["language"], line["author"], line["disguised"], line["text"], tuple(labels)
    )


def _presidio(sample: dict[str, Any]) -> Labelled:
    labels = (
        Label(_KINDS[span["entity_type"]], span["start_position"], span["end_position"])
        for span in sample["spans"]
        if span["entity_type"] in _KINDS
    )
    return Labelled("en", "presidio", False, sample["full_text"], tuple(labels))  # noqa: FBT003
