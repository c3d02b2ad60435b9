"""Waking open tabs: everyone of that person's, nobody else's, and not after they are closed."""

import threading

import pytest

from services.applications.presenting import present, undo_presenting
from services.live import LiveHub


def test_every_tab_of_that_person_and_of_nobody_else():
    hub, woken = LiveHub(), []
    close_first = hub.subscribe(1, lambda: woken.append("first"))
    hub.subscribe(1, lambda: woken.append("second"))
    hub.subscribe(2, lambda: woken.append("other"))
    hub.wake([1, 1])
    assert sorted(woken) == ["first", "second"]
    woken.clear()
    close_first()
    close_first()
    hub.wake([1, 2, 3])
    assert sorted(woken) == ["other", "second"]


def test_tabs_open_and_close_while_others_are_woken():
    hub, woken = LiveHub(), []

    def come_and_go():
        for _ in range(200):
            hub.subscribe(1, lambda: woken.append(1))()
            hub.wake([1])

    threads = [threading.Thread(target=come_and_go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    woken.clear()
    hub.wake([1])
    assert woken == []


@pytest.fixture
def later(house, monkeypatch):
    """What is to be woken later, as (seconds ahead, people), without waiting for it."""
    asked = []
    monkeypatch.setattr(
        LiveHub, "wake_later", lambda self, people, seconds: asked.append((seconds, set(people)))
    )
    return asked


def test_presented_they_are_woken_when_the_undo_window_has_passed(house, people, later):
    woken = []
    for viewer in (people.iryna, people.pavlo, people.leo, people.greta, people.bohdan):
        house.installation.live.subscribe(
            viewer.user_id, lambda name=viewer.name: woken.append(name)
        )
    batch = house.do(
        people.recruiter, present, vacancy_id=people.acme_vacancy, candidate_ids=[people.kyrylo]
    ).batch
    assert woken == []
    assert {seconds for seconds, _ in later} == {10}
    told = set().union(*(people_ for _, people_ in later))
    assert told >= {people.iryna.user_id, people.pavlo.user_id, people.leo.user_id}
    assert not told & {people.greta.user_id, people.bohdan.user_id}
    house.do(people.recruiter, undo_presenting, batch=batch)
    assert set(woken) == {"Iryna", "Pavlo", "Leo"}  # they look, and there is nothing to see
