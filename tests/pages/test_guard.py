"""The guard: who is there is read in every run, and asked for by every page on its own."""

from contextlib import suppress
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import guard, installed, navigation, session
from services.permissions import Permission, allows
from tests.pages.sights import ROLES
from tests.pages.tab import PAGES, signed_in

pytestmark = pytest.mark.thorough


@pytest.fixture
def answers(monkeypatch):
    """What reading the session's row answers, one after the other."""
    waiting = []
    monkeypatch.setattr(session, "_read_viewer", lambda: waiting.pop(0))
    return waiting


def test_who_is_there_is_read_once_in_a_run_and_anew_in_the_next(answers):
    answers += ["Iryna", None, "Pavlo"]
    with session.one_run():
        assert (session.viewer(), session.viewer()) == ("Iryna", "Iryna")
    with session.one_run():
        assert (session.viewer(), session.viewer()) == (None, None)
    with session.one_run():
        assert session.viewer() == "Pavlo"


def test_outside_of_a_run_it_is_read_each_time(answers):
    answers += ["Iryna", None]
    assert (session.viewer(), session.viewer()) == ("Iryna", None)


def test_a_fragment_inside_a_page_s_run_belongs_to_it(answers):
    answers += ["Iryna", None]
    with session.one_run():
        with session.one_run():
            assert session.viewer() == "Iryna"
        assert session.viewer() == "Iryna"
    assert session.viewer() is None


def test_a_tick_is_given_who_is_there_now_not_who_was_there_when_it_was_made(answers, monkeypatch):
    monkeypatch.setattr(guard.st, "fragment", lambda tick, **_: tick)
    given = []
    tick = guard.fragment(given.append)
    answers += ["Iryna", "Pavlo"]
    tick()
    tick()
    assert given == ["Iryna", "Pavlo"]


def test_a_tick_by_itself_asks_as_any_other(answers, monkeypatch):
    asked = []
    monkeypatch.setattr(
        guard.st, "fragment", lambda tick, run_every: asked.append(run_every) or tick
    )
    given = []
    tick = guard.fragment(given.append, every=1.0)
    answers += ["Iryna", "Pavlo"]
    tick()
    tick()
    assert (asked, given) == ([1.0], ["Iryna", "Pavlo"])


def test_a_run_that_broke_off_leaves_nothing_behind(answers):
    answers += ["Iryna", None]
    with suppress(KeyError), session.one_run():
        assert session.viewer() == "Iryna"
        raise KeyError
    with session.one_run():
        assert session.viewer() is None


def test_news_run_the_page_anew_unless_it_runs_already_or_a_dialog_stands_open(monkeypatch):
    kept = {}
    monkeypatch.setattr(session, "keep", kept.__setitem__)
    monkeypatch.setattr(session, "kept", kept.get)
    monkeypatch.setattr(session, "forget", lambda name: kept.pop(name, None))
    monkeypatch.setattr(guard.st, "dialog", lambda *_, **__: lambda body: body)

    def a_tick_may() -> bool:
        with session.one_run():
            return guard.news_may_redraw()

    assert a_tick_may()
    with session.page_run():
        with session.one_run():
            assert (
                not guard.news_may_redraw()
            )  # a tick that comes with a click: the click must not be lost
        guard.dialog("Title", lambda viewer: None)
        assert not session.has_dialog()  # made, but not opened
    assert a_tick_may()
    monkeypatch.setattr(session, "_read_viewer", lambda: "Oksana")
    with session.page_run():
        guard.dialog("Title", lambda viewer: None)()
    assert not a_tick_may()
    with session.page_run():
        pass  # whatever runs the page closes it
    assert a_tick_may()


@pytest.mark.parametrize("name", ROLES)
def test_a_page_refuses_by_itself_whoever_may_not_open_it(house, people, name):
    """Were it registered by mistake: the permission is asked for in the page, too."""
    refusals = []

    class Refusal(guard.NotYours):
        def __init__(self) -> None:
            refusals.append(self)

    viewer = getattr(people, name)
    secret = signed_in(house, viewer)
    refused = [
        file
        for entry in navigation.ENTRIES
        for file in {entry.staff, entry.customer} - {None}
        if not allows(viewer, entry.permission)
    ]
    assert bool(refused) == (not allows(viewer, Permission.AGENCY_MANAGE))
    for number, file in enumerate(refused, start=1):
        page = AppTest.from_file(PAGES / file, default_timeout=60)
        with (
            patch.object(session, "secret", lambda: secret),
            patch.object(installed, "_installed", [house.installation]),
            patch.object(guard, "NotYours", Refusal),
        ):
            page.run()
        assert len(refusals) == number, file
        assert {element.type for element in page.main} == {"main", "exception"}, file
