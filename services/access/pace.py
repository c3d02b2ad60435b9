"""How fast something may be asked: links of letters, calendar feeds, what a calendar shows.

Kept in this process and forgotten with it: asking is counted before anything is read or written,
so that whoever asks without end costs next to nothing. Attempts that must outlive a restart are
counted in the database (`attempts.py`).
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from threading import Lock

_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at once, and one more after each such stretch of time."""

    at_once: int
    each: timedelta


#: Of one network address: an office behind one of them, a provider that asks for all its people.
OF_AN_ADDRESS = Allowance(300, timedelta(seconds=0.2))
#: Of one feed: every program of its owner asks once in a few minutes, all of them after a pause.
OF_A_FEED = Allowance(30, timedelta(seconds=20))
#: Of what somebody signed in sees in his calendar: each of his tabs asks once for what is new.
OF_A_CALENDAR = Allowance(60, timedelta(seconds=1))
#: Of one link: mail scanners open it again and again, then its reader does.
OF_A_LINK = Allowance(60, timedelta(seconds=5))
#: And of pressing its button: whatever is opened meanwhile takes nothing from it.
OF_A_PRESS = Allowance(12, timedelta(seconds=10))


class Pace:
    """What is left to each of those who ask; of the many that ever asked, the latest are kept."""

    def __init__(self) -> None:
        # When all that was asked for is given back: so long after now, so much of it is used.
        self._even_at: OrderedDict[str, datetime] = OrderedDict()
        self._lock = Lock()

    def seconds_to_wait(self, asking: str, allowance: Allowance, now: datetime) -> int:
        """Count one more; 0 where it may be answered, else after how many seconds the next may.

        What is refused is not counted: nobody is shut out for longer by asking on.
        """
        most = allowance.at_once * allowance.each
        with self._lock:
            # A clock that was set back takes nothing that was not used.
            even_at = min(max(self._even_at.pop(asking, now), now), now + most)
            wait = even_at + allowance.each - (now + most)
            refused = wait > timedelta()
            self._even_at[asking] = even_at if refused else even_at + allowance.each
            if len(self._even_at) > _MOST_KEPT:
                self._even_at.popitem(last=False)
        return ceil(wait.total_seconds()) if refused else 0
