"""What stands close by: contacts are given in company."""

from bisect import bisect_left
from collections.abc import Sequence

from services.contacts.found import Span

_NEAR, _CLOSE = 120, 60


class Neighbours:
    """Contacts that are already known, by their places."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._places = sorted(span.start for span in spans)

    def any_close(self, place: int) -> bool:
        """Whether one of them begins in the same lines, a few words from this place."""
        return self._any_within(place, _CLOSE)

    def any_near(self, place: int) -> bool:
        """Whether one of them begins within a line or two of this place."""
        return self._any_within(place, _NEAR)

    def _any_within(self, place: int, reach: int) -> bool:
        number = bisect_left(self._places, place - reach)
        return number < len(self._places) and self._places[number] <= place + reach
