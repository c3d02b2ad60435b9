"""What stands close by: contacts are given in company."""

from bisect import bisect_left
from collections.abc import Sequence

from services.contacts.found import Span

_NEAR = 120


class Neighbours:
    """Contacts that are already known, by their places."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._places = sorted(span.start for span in spans)

    def any_near(self, place: int) -> bool:
        """Whether one of them begins within a line or two of this place."""
        number = bisect_left(self._places, place - _NEAR)
        return number < len(self._places) and self._places[number] <= place + _NEAR
