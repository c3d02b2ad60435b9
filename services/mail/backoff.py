"""When a letter that was not taken is tried again."""

from datetime import datetime, timedelta
from random import SystemRandom

from services.mail.senders import NotTaken

#: The first pause, and by how much each further one is longer.
_OF_THE_WAY = (timedelta(seconds=30), 2)
_OF_THE_LETTER = (timedelta(minutes=2), 4)
_LONGEST = timedelta(hours=6)
_LONGEST_OF_THE_WAY = timedelta(minutes=15)
#: So much is added at random, that not everything which failed together comes back together.
JITTER = 0.25
_chance = SystemRandom()


def next_try(now: datetime, attempts: int, refusal: NotTaken) -> datetime:
    """The moment of the next try: as long as the other side asks for, else longer each time."""
    pause = refusal.after or pause_after(attempts, refusal.whose == "way")
    return now + pause * (1 + _chance.uniform(0, JITTER))


def pause_after(attempts: int, way_is_closed: bool) -> timedelta:  # noqa: FBT001 - the one case
    """The pause after so many attempts, before chance adds to it."""
    first, factor = _OF_THE_WAY if way_is_closed else _OF_THE_LETTER
    longest = _LONGEST_OF_THE_WAY if way_is_closed else _LONGEST
    # Ten times longer is longer than the longest: no need to count to a million.
    times: int = factor ** min(max(attempts - 1, 0), 10)
    return min(longest, first * times)
