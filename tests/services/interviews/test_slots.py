"""What a clock shows and the instant it means, across every change of the clocks."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import Invalid
from services.i18n.times import zones
from services.interviews.slots import Slot, WallTime, said_in, slot_of, wall_time

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
# The last changes of 2026 and the first of 2027: a day, a time that is skipped, or shown twice.
FORWARD = {
    "Europe/Kyiv": (date(2026, 3, 29), time(3, 30)),
    "Europe/Lisbon": (date(2026, 3, 29), time(1, 30)),
    "America/New_York": (date(2026, 3, 8), time(2, 30)),
}
BACK = {
    "Europe/Kyiv": (date(2026, 10, 25), time(3, 30), "00:30", "01:30"),
    "Europe/Lisbon": (date(2026, 10, 25), time(1, 30), "00:30", "01:30"),
    "America/New_York": (date(2026, 11, 1), time(1, 30), "05:30", "06:30"),
}


def problems(day, clock, zone="Europe/Kyiv", minutes=45, which=""):
    with pytest.raises(Invalid) as caught:
        slot_of(WallTime(day, clock, zone, minutes, which), now=NOW)
    return caught.value.problems


def test_a_time_is_meant_where_it_is_entered():
    entered = WallTime(date(2026, 7, 1), time(14, 30), "Europe/Kyiv", 90)
    found = slot_of(entered, now=NOW)
    assert found.starts_at == datetime(2026, 7, 1, 11, 30, tzinfo=UTC)
    assert found.ends_at == datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    assert wall_time(found, "Europe/Kyiv") == entered
    assert wall_time(found, "America/New_York").clock == time(7, 30)


@pytest.mark.parametrize("zone", FORWARD)
def test_a_time_the_clock_jumps_over_is_refused(zone):
    day, clock = FORWARD[zone]
    assert problems(day, clock, zone) == {"clock": "skipped"}
    assert problems(day, clock, zone, which="second") == {"clock": "skipped"}


@pytest.mark.parametrize("zone", BACK)
def test_a_time_the_clock_shows_twice_is_asked_for(zone):
    day, clock, first, second = BACK[zone]
    assert problems(day, clock, zone) == {"clock": "twice"}
    for which, instant in (("first", first), ("second", second)):
        found = slot_of(WallTime(day, clock, zone, 30, which), now=NOW)
        assert found.starts_at.strftime("%H:%M") == instant
        assert wall_time(found, zone).which == which


def test_everything_that_is_wrong_is_named_at_once():
    assert problems(None, None, "Mars/Phobos", 0) == {
        "day": "required",
        "clock": "required",
        "zone": "unknown",
        "minutes": "nothing",
    }
    assert problems(date(2026, 7, 1), time(9), minutes=-15) == {"minutes": "nothing"}
    assert problems(date(2026, 7, 1), time(9), minutes=24 * 60 + 1) == {"minutes": "too_many"}


def test_what_has_begun_is_past():
    assert problems(date(2026, 1, 2), time(3, 4), "UTC") == {"day": "past"}
    assert slot_of(WallTime(date(2026, 1, 2), time(3, 5), "UTC", 1), now=NOW)


def test_the_ends_of_the_calendar_are_answered_not_crashed_into():
    assert problems(date.min, time.min, "Asia/Tokyo") == {"day": "unknown"}
    assert problems(date.max, time(23, 59), "America/New_York") == {"day": "unknown"}


@given(
    st.integers(1, 5 * 365 * 24 * 60),
    st.sampled_from(zones()),
    st.integers(1, 1440),
)
def test_what_a_clock_shows_leads_back_to_the_same_slot(ahead, zone, minutes):
    starts_at = NOW + timedelta(minutes=ahead)
    slot = Slot(starts_at, starts_at + timedelta(minutes=minutes))
    assert slot_of(wall_time(slot, zone), now=NOW) == slot


def test_slots_that_only_touch_do_not_meet():
    nine, ten, eleven, twelve = (datetime(2026, 7, 1, hour, tzinfo=UTC) for hour in range(9, 13))
    assert not Slot(nine, ten).meets(Slot(ten, eleven))
    assert Slot(nine, eleven).meets(Slot(ten, twelve))
    assert Slot(nine, twelve).meets(Slot(ten, eleven))


def test_an_instant_is_said_in_another_zone_and_what_means_none_stays():
    there = WallTime(date(2026, 7, 1), time(17), "Europe/Kyiv", 45)
    here = said_in(there, "America/New_York", now=NOW)
    assert here == WallTime(date(2026, 7, 1), time(10), "America/New_York", 45)
    for unclear in (replace(there, day=None), replace(there, day=date(2025, 7, 1))):
        assert said_in(unclear, "America/New_York", now=NOW) == unclear
