"""Nobody knows every way to disguise a contact: each author leaves out a third of them."""

from collections.abc import Sequence
from typing import TypeVar

_Way = TypeVar("_Way")


def known_to(hand: int, ways: Sequence[_Way]) -> list[_Way]:
    """The ways that the author with this number uses; each is used by two authors of three."""
    return [way for place, way in enumerate(ways) if (place + hand) % 3]
