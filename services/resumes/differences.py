"""What has changed from one version of a résumé to the next, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from services.markup import plain_text


@dataclass(frozen=True, slots=True)
class Difference:
    """A line that has gone or come, or how many stayed the same between two of them."""

    kind: Literal["gone", "come", "same"]
    text: str = ""
    lines: int = 1


def differences(before: str, after: str) -> list[Difference]:
    """The lines in which two versions differ, as they are read."""
    return list(_differences(_lines(before), _lines(after)))


def _differences(one: list[str], other: list[str]) -> Iterator[Difference]:
    for tag, i, j, k, n in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Difference("same", lines=j - i)
            continue
        yield from (Difference("gone", line) for line in one[i:j])
        yield from (Difference("come", line) for line in other[k:n])


def _lines(html: str) -> list[str]:
    return [line for line in plain_text(html).split("\n") if line.strip()]
