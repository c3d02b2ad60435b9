"""What happened, written down as rows: dated keys, the calendar, chance, the audit trail."""

import json
import random
from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from db.base import Base
from db.models import AuditEntry
from db.sample.calendar import WorkingTime
from db.sample.wording import Wording

Row = TypeVar("Row", bound=Base)
Item = TypeVar("Item")

_SEED = "Candela"
_EPOCH_MS = 1_577_836_800_000  # as in db/keys.py: a key tells when its row was made
_RANDOM_BITS = 21


class Chronicle:
    """The sample's past in the making. The same `now` gives the same rows, keys included."""

    def __init__(self, now: datetime, time_zone: str) -> None:
        self.rng = random.Random(_SEED)  # noqa: S311 - sample data, the same every time
        self.calendar = WorkingTime(now, time_zone)
        self.wording = Wording(self.rng)
        self.rows: list[Base] = []
        self._keys: set[int] = set()

    def add(self, row: Row) -> Row:
        """Write a row down."""
        self.rows.append(row)
        return row

    def at(self, days_ago: float) -> datetime:
        """The instant so many working days ago."""
        return self.calendar.at(days_ago)

    def key(self, instant: datetime) -> int:
        """A key as `new_key` would have made it at that instant: lists are ordered by keys."""
        milliseconds = int(instant.timestamp() * 1000) - _EPOCH_MS
        while True:
            key = (milliseconds << _RANDOM_BITS) | self.rng.getrandbits(_RANDOM_BITS)
            if key not in self._keys:
                self._keys.add(key)
                return key

    def chance(self, probability: float) -> bool:
        """Whether something happens that does so with this probability."""
        return self.rng.random() < probability

    def between(self, low: float, high: float) -> float:
        """A number in between."""
        return self.rng.uniform(low, high)

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return self.rng.choice(items)

    def audit(
        self,
        instant: datetime,
        actor_id: int,
        act: str,
        kind: str,
        object_id: int,
        **details: object,
    ) -> None:
        """Write a line of the audit trail."""
        self.add(
            AuditEntry(
                id=self.key(instant),
                acted_at=instant,
                actor_id=actor_id,
                act=act,
                object_kind=kind,
                object_id=object_id,
                details=json.dumps(details, ensure_ascii=False, default=str, sort_keys=True),
            ),
        )
