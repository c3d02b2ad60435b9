"""Working time: when things happen in an agency, counted back from now."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_OPENS, _CLOSES = time(9, 5), time(18, 40)
_STARTED = timedelta(minutes=30)
_SATURDAY = 5


class WorkingTime:
    """Instants of past working days: 0.0 is the latest moment, 1.0 a working day earlier."""

    def __init__(self, now: datetime, time_zone: str) -> None:
        self.now = now
        self._zone = ZoneInfo(time_zone)
        self._days = [self._latest_day()]

    def at(self, days_ago: float) -> datetime:
        """The instant so many working days ago; the larger the number, the earlier."""
        whole = int(max(days_ago, 0.0))
        while len(self._days) <= whole:
            self._days.append(_working_day_before(self._days[-1]))
        opens, closes = self._hours(self._days[whole])
        return closes - (closes - opens) * (max(days_ago, 0.0) - whole)

    def _latest_day(self) -> date:
        today = self.now.astimezone(self._zone).date()
        opens = datetime.combine(today, _OPENS, self._zone)
        if today.weekday() < _SATURDAY and self.now >= opens + _STARTED:
            return today
        return _working_day_before(today)

    def _hours(self, day: date) -> tuple[datetime, datetime]:
        opens = datetime.combine(day, _OPENS, self._zone).astimezone(UTC)
        closes = datetime.combine(day, _CLOSES, self._zone).astimezone(UTC)
        return opens, min(closes, self.now)


def _working_day_before(day: date) -> date:
    before = day - timedelta(days=1)
    while before.weekday() >= _SATURDAY:
        before -= timedelta(days=1)
    return before
