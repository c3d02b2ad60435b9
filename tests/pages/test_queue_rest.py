"""The queue rests while people read pages, and hurries when nobody does."""

import pytest

from pages.endpoints import letters
from pages.ui import installed


@pytest.fixture
def slept(monkeypatch):
    found = []
    monkeypatch.setattr(letters.time, "sleep", found.append)
    return found


def test_it_rests_ten_times_as_long_as_it_computed_and_never_long(house, monkeypatch, slept):
    monkeypatch.setattr(installed, "_installed", [house.installation])
    installed.installation()
    letters._rest(0.02)
    letters._rest(3.0)
    assert slept == [pytest.approx(0.2), 0.5]


def test_it_does_not_rest_where_nobody_has_asked_for_a_while(monkeypatch, slept):
    monkeypatch.setattr(installed, "_asked_at", [installed.time.monotonic() - 31])
    letters._rest(0.02)
    assert slept == []
