"""The queue rests while people read pages, and hurries when nobody does."""

import pytest

from pages.endpoints import letters
from pages.ui import installed, session


@pytest.fixture
def slept(monkeypatch):
    found = []
    monkeypatch.setattr(letters.time, "sleep", found.append)
    return found


@pytest.fixture
def quiet(house, monkeypatch):
    """Nobody has read for a while."""
    monkeypatch.setattr(installed, "_installed", [house.installation])
    monkeypatch.setattr(installed, "_read_at", [installed.time.monotonic() - 31])


@pytest.mark.usefixtures("quiet")
def test_it_rests_ten_times_as_long_as_it_computed_and_never_long(slept):
    with session.one_run():
        pass
    letters._rest(0.02)
    letters._rest(3.0)
    assert slept == [pytest.approx(0.2), 0.5]


@pytest.mark.usefixtures("quiet")
def test_it_does_not_rest_where_nobody_reads_whoever_asks_how_it_is(slept):
    installed.installation()  # as a monitor of /healthz does, and every route beside the pages
    letters._rest(0.02)
    assert slept == []
