"""Runs of one tab come one after the other, those of two tabs side by side."""

from contextlib import suppress
from threading import Event, Thread
from types import SimpleNamespace
from unittest.mock import patch

from pages.ui import session, turns

SECONDS = 20


def running(tab, happened, name, *, until):
    """A run of this tab on a thread of its own; it says when it has begun, and ends when told."""
    begun = Event()

    def run():
        with turns.turn():
            happened.append(f"{name} begins")
            begun.set()
            assert until.wait(SECONDS)
            happened.append(f"{name} ends")

    with patch.object(turns, "get_script_run_ctx", lambda **_: SimpleNamespace(session_id=tab)):
        thread = Thread(target=run)
        waiting = Event()
        with patch.object(turns, "_finding", Reached(turns._finding, waiting)):
            thread.start()
            assert waiting.wait(SECONDS)
    return thread, begun


class Reached:
    """A lock that says when somebody has come by."""

    def __init__(self, lock, event):
        self.lock, self.event = lock, event

    def __enter__(self):
        return self.lock.__enter__()

    def __exit__(self, *raised):
        self.event.set()
        return self.lock.__exit__(*raised)


def test_the_next_run_of_a_tab_waits_and_another_tab_does_not():
    happened, first_may_end, all_may_end = [], Event(), Event()
    all_may_end.set()
    first, begun = running("a", happened, "first", until=first_may_end)
    assert begun.wait(SECONDS)
    second, _ = running("a", happened, "second", until=all_may_end)
    other, _ = running("b", happened, "other", until=all_may_end)
    other.join(SECONDS)
    first_may_end.set()
    for thread in (first, second):
        thread.join(SECONDS)
    assert happened[:3] == ["first begins", "other begins", "other ends"]
    assert happened[3:] == ["first ends", "second begins", "second ends"]


def test_a_run_that_is_stopped_lets_the_next_one_begin():
    with patch.object(turns, "get_script_run_ctx", lambda **_: SimpleNamespace(session_id="a")):
        for _ in range(2):
            with suppress(InterruptedError), turns.turn():
                stop()
    assert not turns._tabs


def stop():
    raise InterruptedError


def test_every_run_of_a_page_or_fragment_takes_one_turn():
    taken = []
    counted = patch.object(session, "turn", lambda: taken.append("turn") or turns.turn())
    with counted, session.one_run(), session.one_run():
        pass
    assert taken == ["turn"]
