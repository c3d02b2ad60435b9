"""What a detector reports."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["email", "phone", "url", "handle", "address"]


@dataclass(frozen=True, slots=True)
class Found:
    """One contact: where it stands in the input (in characters) and what stands there."""

    kind: Kind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A contact in folded text, before it is brought back to the input."""

    kind: Kind
    start: int
    end: int
