"""From what a clock shows in some place to the instant it means."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from services.checks import check_all
from services.errors import Invalid
from services.i18n.times import zone_of, zones

LONGEST_MINUTES = 24 * 60

#: Which of two instants is meant where the clock is set back and shows one time twice.
Which = Literal["", "first", "second"]


@dataclass(frozen=True, slots=True)
class WallTime:
    """What somebody enters: the date and the time that a clock in that zone (IANA) shows."""

    day: date | None
    clock: time | None
    zone: str
    minutes: int
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time, from its first instant to the one after its last."""

    starts_at: datetime
    ends_at: datetime

    def meets(self, other: "Slot") -> bool:
        """Whether the two have some time in common; one that begins as the other ends does not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def slot_of(entered: WallTime, *, now: datetime, stands: Slot | None = None) -> Slot:
    """The time that is meant; the one that `stands` already may have begun.

    Raises Invalid: day and clock "required" or "past"; clock "skipped" where the clock is set
    forward over that time, "twice" where it is set back and shows it twice and `which` does not
    say which is meant; zone "unknown"; minutes "nothing" (none, or it would end before it
    begins) or "too_many".
    """
    day, clock = entered.day, entered.clock
    check_all(
        lambda: _check_given("day", day),
        lambda: _check_given("clock", clock),
        lambda: _check_zone(entered.zone),
        lambda: _check_minutes(entered.minutes),
    )
    if day is None or clock is None:
        raise Invalid(day="required")
    starts_at = _instant(day, clock, zone_of(entered.zone), entered.which)
    slot = Slot(starts_at, starts_at + timedelta(minutes=entered.minutes))
    if starts_at <= now and slot != stands:
        raise Invalid(day="past")
    return slot


def wall_time(slot: Slot, zone: str) -> WallTime:
    """What a clock in this zone shows as it begins: what `slot_of` makes the same slot of."""
    local = slot.starts_at.astimezone(zone_of(zone))
    first, second = _both(local.date(), local.time(), zone_of(zone))
    which: Which = "" if first == second else "second" if local.fold else "first"
    minutes = int((slot.ends_at - slot.starts_at).total_seconds() // 60)
    return WallTime(local.date(), local.time().replace(fold=0), zone, minutes, which)


def said_in(entered: WallTime, zone: str, *, now: datetime) -> WallTime:
    """The same instant as clocks in another zone show it; what means none stays as it is."""
    try:
        return wall_time(slot_of(entered, now=now), zone)
    except Invalid:
        return entered


def _check_given(field: str, value: object) -> None:
    if value is None:
        raise Invalid(**{field: "required"})


def _check_zone(zone: str) -> None:
    if zone not in zones():
        raise Invalid(zone="unknown")


def _check_minutes(minutes: int) -> None:
    if minutes <= 0:
        raise Invalid(minutes="nothing")
    if minutes > LONGEST_MINUTES:
        raise Invalid(minutes="too_many")


def _instant(day: date, clock: time, zone: tzinfo, which: Which) -> datetime:
    first, second = _both(day, clock, zone)
    if first == second:
        return first
    # PEP 495: in a gap the offset before it counts for fold 0, so the order is turned round.
    if first > second:
        raise Invalid(clock="skipped")
    if not which:
        raise Invalid(clock="twice")
    return second if which == "second" else first


def _both(day: date, clock: time, zone: tzinfo) -> tuple[datetime, datetime]:
    """The instants of that wall time before and after the clock is set; mostly they are one."""
    try:
        return (
            datetime.combine(day, clock.replace(fold=0), tzinfo=zone).astimezone(UTC),
            datetime.combine(day, clock.replace(fold=1), tzinfo=zone).astimezone(UTC),
        )
    except OverflowError as error:  # the first and the last day there are
        raise Invalid(day="unknown") from error
