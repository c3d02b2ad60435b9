"""What the calendar's grid is given and what its answers mean, without a browser."""

from datetime import date, time, timedelta

import pytest

from pages.ui import session
from pages.ui.calendar import grid, stretch
from pages.ui.calendar.grid import Pointed
from pages.ui.calendar.place import Place
from services.ids import key_text
from services.interviews.entries import CalendarEntry
from services.interviews.given import GivenAnswer
from services.interviews.slots import Slot, WallTime

KEY = 7_000_000_000
WHERE = "/calendar?view=week"


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    """What the tab keeps between its runs."""
    store = {}
    monkeypatch.setattr(session, "kept", lambda name, otherwise=None: store.get(name, otherwise))
    monkeypatch.setattr(session, "keep", store.__setitem__)
    monkeypatch.setattr(session, "time_zone", lambda: "Europe/Kyiv")
    monkeypatch.setattr(session, "language", lambda: "uk")
    return store


def clicked(asked=0):
    event = {"id": key_text(KEY), "extendedProps": {"asked": asked}}
    return {"callback": "eventClick", "eventClick": {"event": event}}


def test_an_answer_that_stays_is_heard_once_and_the_same_click_again(kept):
    assert grid._read(clicked(), WHERE) == Pointed("open", KEY)
    assert grid._read(clicked(), WHERE) is None
    assert kept["calendar_asked"] == 1  # every event carries it from the next run on
    assert grid._read(clicked(asked=1), WHERE) == Pointed("open", KEY)
    assert grid._read({}, WHERE) is None


def test_what_is_dropped_somewhere_else_is_there_on_the_viewers_clock():
    event = {"id": key_text(KEY), "start": "2026-11-24T12:15:00Z", "end": "2026-11-24T13:45:00Z"}
    answer = {"callback": "eventChange", "eventChange": {"event": event}}
    when = WallTime(date(2026, 11, 24), time(12, 15), "Europe/Kyiv", 90)
    assert grid._read(answer, WHERE) == Pointed("move", KEY, when)


@pytest.mark.parametrize(("start", "end", "whole", "clock", "minutes"), [
    ("2026-11-24T11:00:00.000Z", "2026-11-24T11:30:00.000Z", False, time(11), 60),
    ("2026-11-24T11:00:00.000Z", "2026-11-24T12:30:00.000Z", False, time(11), 90),
    ("2026-11-24T00:00:00.000Z", "2026-11-25T00:00:00.000Z", True, time(10), 60),
])  # fmt: skip
def test_an_empty_stretch_is_when_to_schedule(kept, start, end, whole, clock, minutes):
    answer = {"callback": "select", "select": {"start": start, "end": end, "allDay": whole}}
    pointed = grid._read(answer, WHERE)
    assert pointed == Pointed(
        "draw", when=WallTime(date(2026, 11, 24), clock, "Europe/Kyiv", minutes)
    )
    assert kept["calendar_drawn"] == 1  # the same stretch again must be another answer


@pytest.mark.parametrize("answer", [
    {"callback": "eventClick"},
    {"callback": "eventClick", "eventClick": {"event": {"id": "no-key"}}},
    {"callback": "eventChange", "eventChange": {"event": {"id": key_text(KEY), "start": "soon"}}},
    {"callback": "select", "select": {"start": None, "end": None}},
    {"callback": "select", "select": []},
    {"callback": "eventsSet", "eventsSet": {}},
    {"callback": 7},
    [1],
    "eventClick",
    5,
])  # fmt: skip
def test_what_the_grid_never_says_means_nothing(answer):
    assert grid._read(answer, WHERE) is None


def test_an_event_says_what_was_answered_by_a_sign_and_in_words(monkeypatch, house):
    monkeypatch.setattr(stretch, "installation", lambda: house.installation)
    now = house.clock.now
    given = [
        GivenAnswer(answer, stands=stands)
        for answer, stands in (
            ("seen", True),
            ("confirm", True),
            ("seen", True),
            ("propose", False),
        )
    ]
    slot = Slot(now + timedelta(days=1), now + timedelta(days=1, hours=1))
    about = {"id": KEY, "candidate": "Марія", "vacancy": "Backend", "company": "", "slot": slot}
    rest = {"zone": "Europe/Kyiv", "kind": "video", "staff_only": False}

    def drawn(state, answers):
        entry = CalendarEntry(**about, **rest, state=state, answers=tuple(answers))
        (event,) = stretch.as_events([entry], may_move=False)
        return event["title"], event["classNames"]

    assert drawn("scheduled", []) == ("Марія · Backend", ["is-scheduled"])
    title, signs = drawn("scheduled", given)
    assert title == "Марія · Backend · кандидат підтвердив · замовник побачив"
    assert signs == ["is-scheduled", "says-confirm", "says-seen"]
    assert drawn("held", given)[1] == ["is-held"]


def test_its_words_and_its_first_day_are_the_readers(monkeypatch, house):
    monkeypatch.setattr(grid, "installation", lambda: house.installation)
    options = grid._options(Place("month", date(2026, 11, 22)), may_schedule=False)
    assert (options["locale"], options["firstDay"]) == ("uk", 1)
    assert (options["allDayText"], options["moreLinkText"]) == ("увесь день", "ще")
    assert not options["editable"]
    assert not options["headerToolbar"]
