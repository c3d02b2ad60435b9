"""How fast something may be asked without signing in."""

from datetime import UTC, datetime, timedelta

import pytest

from services.access import pace
from services.access.pace import OF_A_FEED, OF_A_LINK, OF_A_PRESS, OF_AN_ADDRESS, Allowance, Pace

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
THREE = Allowance(3, timedelta(seconds=10))


def asked(kept, times, at=NOON, who="one", allowance=THREE):
    return [kept.seconds_to_wait(who, allowance, at) for _ in range(times)]


def test_so_many_at_once_and_one_more_after_each_stretch():
    kept = Pace()
    assert asked(kept, 5) == [0, 0, 0, 10, 10]
    assert asked(kept, 1, who="another") == [0]
    assert asked(kept, 1, NOON + timedelta(seconds=4)) == [6]
    assert asked(kept, 2, NOON + timedelta(seconds=10)) == [0, 10]
    assert asked(kept, 4, NOON + timedelta(minutes=5)) == [0, 0, 0, 10]


def test_whoever_asks_on_while_he_has_to_wait_waits_no_longer():
    kept = Pace()
    asked(kept, 1_000)
    assert asked(kept, 1, NOON + timedelta(seconds=10)) == [0]


def test_a_clock_that_is_set_back_shuts_nobody_out():
    kept = Pace()
    assert asked(kept, 3) == [0, 0, 0]
    earlier = NOON - timedelta(hours=1)
    assert asked(kept, 1, earlier) == [10]
    assert asked(kept, 1, earlier + timedelta(seconds=10)) == [0]


def test_what_is_kept_has_an_end(monkeypatch):
    monkeypatch.setattr(pace, "_MOST_KEPT", 10)
    kept = Pace()
    for number in range(50):
        asked(kept, 3, who=str(number))
    assert len(kept._even_at) == 10
    assert asked(kept, 1, who="49") == [10]
    assert asked(kept, 1, who="0") == [0]


@pytest.mark.parametrize(
    ("allowance", "who_asks", "every"),
    [
        (OF_A_FEED, 15, timedelta(minutes=5)),  # calendar programs of one person
        (OF_AN_ADDRESS, 300, timedelta(minutes=1)),  # of everybody behind one address
        (OF_A_LINK, 10, timedelta(minutes=1)),  # scanners
        (OF_A_PRESS, 1, timedelta(seconds=10)),
    ],
)
def test_nobody_who_means_well_ever_waits(allowance, who_asks, every):
    kept = Pace()
    for round_of in range(60):
        assert not any(asked(kept, who_asks, NOON + round_of * every, allowance=allowance)), (
            round_of
        )
