"""Interviews and the calendar on the pages, without a browser: who reads and does what."""

from datetime import date, time, timedelta

import pytest

from db.models import Application, Candidate, Interview, InterviewPerson, Stage
from pages.ui import session, text
from pages.ui.calendar.place import Place, address_of, days, instants, place_in, turned
from pages.ui.interviews.lines import both_zones
from services.ids import key_text
from services.interviews.slots import Slot, WallTime, slot_of
from services.interviews.views import CalendarFilter, interview
from tests.factories import alter, stored, the
from tests.pages.tab import Tab, signed_in
from tests.services.interviews.test_scheduling import scheduled

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

CODES = ("CANARY-COMMENT", "CANARY-ROOM", "+380 67 222 33 44")


@pytest.fixture
def planned(house, people):
    """One that customers see, with a number in its place; one for staff only; one elsewhere."""
    shown = scheduled(house, people, comment=CODES[0], location=CODES[2], kind="phone")
    secret = scheduled(house, people, people.yurii_at_acme, days=2, staff_only=True,
                       location=CODES[1])  # fmt: skip
    elsewhere = scheduled(house, people, people.maryana_at_globex, days=3, location=CODES[1])
    return shown, secret, elsewhere


def listed(house, viewer, **query):
    tab = Tab(house, signed_in(house, viewer))
    found = tab.open("calendar", view="list", **query)
    assert not found.broken
    return found


def test_a_customer_reads_his_own_interviews_and_nothing_of_others(house, people, planned):
    mine = listed(house, people.recruiter)
    assert [mine.markup.count(f"interview={key_text(key)}") for key in planned] == [1, 1, 1]
    for viewer in (people.iryna, people.pavlo):
        his = listed(house, viewer)
        assert [his.markup.count(f"interview={key_text(key)}") for key in planned] == [1, 0, 0]
        assert "Yurii" not in his.words
        assert not any(code in his.markup for code in CODES)
    assert "Maryana" in listed(house, people.greta).words
    assert "Nothing in these days fits the filter." in listed(
        house, people.recruiter, state="held").words  # fmt: skip


def test_details_say_to_each_what_is_his(house, people, planned):
    def opened(viewer, key):
        tab = Tab(house, signed_in(house, viewer))
        shown = tab.open("calendar", view="list", interview=key)
        assert not shown.broken
        return shown

    tab = Tab(house, signed_in(house, people.recruiter))
    assert "Open the candidate" in tab.open("calendar", view="list", interview=planned[0]).words
    assert "Open the candidate" in tab.again().words
    elsewhere = tab.open("candidate", id=people.maryana)  # as that very link does
    assert "Open the candidate" not in elsewhere.words
    for_staff = opened(people.recruiter, planned[0])
    assert all(code in for_staff.words for code in (CODES[0], CODES[2]))
    assert CODES[2] in opened(people.pavlo, planned[0]).words
    hidden = opened(people.iryna, planned[0])
    assert "By phone" in hidden.words
    assert not any(code in hidden.markup for code in CODES)
    for key in (*planned[1:], people.acme_vacancy):
        foreign = opened(people.iryna, key)
        assert "This does not exist, or it is not yours." in foreign.words
        assert not any(code in foreign.markup for code in CODES)


def test_one_press_leads_into_the_call(house, people):
    room = "https://meet.example.com/one"
    key = scheduled(house, people, location=room)
    house.clock.pass_by(minutes=1)
    for viewer in (people.recruiter, people.iryna):
        shown = Tab(house, signed_in(house, viewer)).open("calendar", view="list", interview=key)
        assert f'<a href="{room}" target="_blank" rel="noopener noreferrer">' in shown.markup


def test_from_the_calendar_leads_a_way_to_ones_own_calendar_program(house, people):
    for viewer in (people.recruiter, people.iryna):
        tab = Tab(house, signed_in(house, viewer))
        assert '<a data-go href="/settings#feed">' in tab.open("calendar").markup
        assert 'id="feed"' in tab.open("settings").markup


@pytest.mark.parametrize("address", ["vacancies", "candidate"])
def test_what_is_ahead_stands_on_the_start_page_and_beside_the_candidate(
    house, people, planned, address
):
    for viewer in (people.recruiter, people.iryna):
        tab = Tab(house, signed_in(house, viewer))
        query = {"id": people.maryana, "app": people.maryana_at_acme}
        shown = tab.open(address, **(query if address == "candidate" else {}))
        assert not shown.broken
        assert f"interview={key_text(planned[0])}" in shown.markup
        assert CODES[0] not in shown.markup
        if viewer is people.iryna:
            assert f"interview={key_text(planned[1])}" not in shown.markup


def test_staff_read_on_a_customers_page_what_is_ahead_of_him(house, people, planned):
    tab = Tab(house, signed_in(house, people.recruiter))
    shown = tab.open("customers", id=people.iryna.user_id)
    found = [f"interview={key_text(key)}" in shown.markup for key in planned]
    assert (shown.broken, found) == ((), [True, False, False])


def begin(house, viewer, people, application=None):
    """The form of a new interview of Maryana's, as the candidate's page opens it."""
    tab = Tab(house, signed_in(house, viewer))
    tab.open("candidate", id=people.maryana, app=application or people.maryana_at_acme)
    tab.test.button(key="interview_new").click()
    shown = tab.again()
    assert not shown.broken
    return tab


def field(tab, kind, ending):
    """A widget of the form by the end of its key."""
    return next(one for one in getattr(tab.test, kind) if one.key and one.key.endswith(ending))


def press(tab):
    field(tab, "button", "_go").click()
    shown = tab.again()
    assert not shown.broken
    return shown


def test_scheduled_as_the_form_begins_it_is_told_to_every_customer(house, people):
    tab = begin(house, people.recruiter, people)
    ticks = [one for one in tab.test.checkbox if one.key.endswith("_copy")]
    assert {one.label for one in ticks} == {"Notify the customer by email about this interview"}
    assert [one.value for one in ticks] == [True, True, True]
    shown = press(tab)
    assert "Interview scheduled" in shown.words
    (made,) = stored(house, Interview)
    assert (made.staff_only, made.kind) == (False, "video")
    told = {one.person_id for one in stored(house, InterviewPerson) if one.copy}
    assert told == {people.iryna.user_id, people.pavlo.user_id, people.leo.user_id}
    tab.test.button(key="undo_go").click()
    assert f"interview={key_text(made.id)}" not in tab.again().markup
    assert stored(house, Interview)[0].state == "undone"


def test_whoever_ticks_copies_only_when_needed_begins_without_them(house, people):
    tab = Tab(house, signed_in(house, people.recruiter))
    tab.open("settings")
    tab.test.radio(key="copies_ticked").set_value(False)
    field(tab, "button", "copies_save").click()
    assert "Saved" in tab.again().words
    tab = begin(house, people.recruiter, people)
    ticks = [one for one in tab.test.checkbox if one.key.endswith("_copy")]
    assert [one.value for one in ticks] == [False, False, False]
    ticks[0].check()
    tab.again()
    press(tab)
    assert len([one for one in stored(house, InterviewPerson) if one.copy]) == 1
    others = begin(house, people.admin, people)
    assert all(one.value for one in others.test.checkbox if one.key.endswith("_copy"))


def test_the_candidates_own_zone_is_offered_and_said(house, people):
    alter(house, Candidate, people.maryana, time_zone="America/New_York")
    tab = begin(house, people.recruiter, people)
    offered = field(tab, "selectbox", "_zone").options
    assert "New York (UTC−5, in summer UTC−4) – Maryana Tkachenko" in offered
    assert not [one for one in offered if "/New_York" in one]
    assert "(New York)" in tab.shown().words


def test_what_of_the_place_a_customer_will_not_read_is_said_before_it_is_sent(house, people):
    tab = begin(house, people.recruiter, people)
    cut = "Contacts are hidden from Iryna. Of the place they read only: “Zoom: …”"
    for typed, said in (
        ("https://meet.google.com/abc-defg-hij", False),
        (f"Zoom: {CODES[2]}", True),
        ("", False),
        ("Zoom: https://zoom.us/my/somebody", True),
    ):
        field(tab, "text_input", "_location").set_value(typed)
        shown = tab.again()
        assert not shown.broken
        assert (cut in shown.words) == said
    alter(house, Candidate, people.maryana, without_surname=True)
    field(tab, "text_input", "_location").set_value("https://meet.jit.si/tkachenko-maryana")
    assert "The link tells the surname to Iryna" in tab.again().words
    alter(house, Candidate, people.maryana, without_surname=False)
    assert "The link tells the surname" not in tab.again().words
    field(tab, "text_input", "_location").set_value("Zoom: https://zoom.us/my/somebody")
    field(tab, "checkbox", "_staff_only").check()
    assert "Contacts are hidden" not in tab.again().words
    field(tab, "checkbox", "_staff_only").uncheck()
    tab.again()
    press(tab)
    (made,) = stored(house, Interview)
    house.clock.pass_by(seconds=11)
    assert house.ask(people.iryna, interview, interview_id=made.id).location == "Zoom: …"


def test_that_the_candidate_is_refused_stands_above_the_form(house, people):
    words = "The candidate is refused in this vacancy."
    assert words not in begin(house, people.recruiter, people).shown().words
    refused = stored(house, Stage, vacancy_id=people.acme_vacancy, outcome="refused")[0]
    alter(house, Application, people.maryana_at_acme, stage_id=refused.id)
    assert words in begin(house, people.recruiter, people).shown().words


def test_while_customers_do_not_see_the_candidate_it_is_for_staff_only(house, people):
    tab = Tab(house, signed_in(house, people.recruiter))
    dark = stored(house, Application, id=people.kyrylo_at_acme)[0]
    tab.open("candidate", id=dark.candidate_id, app=dark.id)
    tab.test.button(key="interview_new").click()
    tab.again()
    assert field(tab, "checkbox", "_staff_only").value
    assert not [one for one in tab.test.checkbox if one.key.endswith("_copy")]
    press(tab)
    assert stored(house, Interview)[0].staff_only


def test_what_is_typed_stays_when_it_is_refused_and_an_overlap_is_confirmed(house, people):
    busy = scheduled(house, people, people.yurii_at_acme, days=1)
    tab = begin(house, people.recruiter, people)
    field(tab, "date_input", "_day").set_value(house.clock.now.date() + timedelta(days=1))
    field(tab, "text_area", "_comment").set_value("Ask about Kafka")
    field(tab, "multiselect", "_staff").set_value([])
    press(tab)
    shown = tab.shown()
    assert "Who takes part: please fill this in." in shown.words
    assert field(tab, "text_area", "_comment").value == "Ask about Kafka"
    field(tab, "multiselect", "_staff").set_value([people.recruiter.user_id])
    shown = tab.again()
    assert "Yurii" in shown.words
    assert (
        shown.words.index("Time zone")
        < shown.words.index("Somebody is busy at that time:")
        < shown.words.index("Place, number or link")
    )
    assert field(tab, "button", "_go").label == "Schedule nevertheless"
    press(tab)
    made = [one for one in stored(house, Interview) if one.id != busy]
    assert [one.comment for one in made] == ["Ask about Kafka"]


def test_an_overlap_that_nobody_has_read_yet_is_not_confirmed_by_the_way(house, people):
    tab = begin(house, people.recruiter, people)
    field(tab, "date_input", "_day").set_value(house.clock.now.date() + timedelta(days=1))
    assert "Somebody is busy" not in tab.again().words
    scheduled(house, people, people.yurii_at_acme, days=1)
    assert "Please read with what it overlaps, then confirm it." in press(tab).words
    assert len(stored(house, Interview)) == 1
    press(tab)
    assert len(stored(house, Interview)) == 2


def test_where_the_clock_is_set_one_is_asked_and_told(house, people):
    year = house.clock.now.year + 1
    tab = begin(house, people.recruiter, people)
    field(tab, "selectbox", "_zone").set_value("Europe/Kyiv")
    field(tab, "date_input", "_day").set_value(last_sunday(year, 3))
    field(tab, "time_input", "_clock").set_value(time(3, 30))
    assert "the clock is set forward" in tab.again().words
    refused = press(tab).words
    assert refused.count("the clock is set forward") == 1  # and once it is pressed, not twice
    assert "Please mend the time first" in refused
    field(tab, "date_input", "_day").set_value(last_sunday(year, 10))
    assert "Please say which is meant." in tab.again().words
    field(tab, "radio", "_which").set_value("second")
    tab.again()
    press(tab)
    when = WallTime(last_sunday(year, 10), time(3, 30), "Europe/Kyiv", 60, "second")
    assert stored(house, Interview)[0].starts_at == slot_of(when, now=house.clock.now).starts_at


def last_sunday(year, month):
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def opened_to(house, people, key, button):
    tab = Tab(house, signed_in(house, people.recruiter))
    tab.open("calendar", view="list", interview=key)
    tab.test.button(key=button).click()
    assert not tab.again().broken
    return tab


def test_rescheduled_with_the_same_form_and_called_off_only_when_meant(house, people, planned):
    tab = opened_to(house, people, planned[0], "interview_move")
    assert field(tab, "text_area", "_comment").value == CODES[0]
    field(tab, "time_input", "_clock").set_value(time(17))
    tab.again()
    press(tab)
    moved = house.ask(people.recruiter, interview, interview_id=planned[0])
    assert (moved.sequence, moved.location) == (1, CODES[2])
    tab = opened_to(house, people, planned[0], "interview_cancel")
    tab.test.button(key="interview_leave").click()
    assert "Cancel the interview" not in tab.again().words
    assert stored(house, Interview, id=planned[0])[0].state == "scheduled"
    tab = opened_to(house, people, planned[0], "interview_cancel")
    tab.test.button(key="interview_cancel_go").click()
    assert "Cancelled" in tab.again().words
    assert stored(house, Interview, id=planned[0])[0].state == "cancelled"


def test_what_was_rescheduled_is_put_back_while_nobody_was_told(house, people, planned):
    tab = opened_to(house, people, planned[0], "interview_move")
    before = the(house, Interview, planned[0]).starts_at
    field(tab, "time_input", "_clock").set_value(time(15))
    tab.again()
    shown = press(tab)
    assert "Interview rescheduled; nobody has been written to yet" in shown.words
    assert the(house, Interview, planned[0]).starts_at != before
    tab.test.button(key="undo_go").click()
    assert not tab.again().broken
    assert the(house, Interview, planned[0]).starts_at == before


def test_two_who_move_it_at_once_lose_nothing(house, people, planned):
    tab = opened_to(house, people, planned[0], "interview_move")
    field(tab, "text_input", "_location").set_value("https://meet.example/mine")
    tab.again()
    alter(house, Interview, planned[0], location="https://meet.example/theirs")
    shown = press(tab)
    assert "Somebody else has saved this meanwhile." in shown.words
    assert "https://meet.example/theirs" in shown.words
    tab.test.button(key=f"interview_{key_text(planned[0])}_mine").click()
    assert not tab.again().broken
    assert stored(house, Interview, id=planned[0])[0].location == "https://meet.example/mine"


def test_afterwards_one_says_what_came_of_it(house, people, planned):
    house.clock.pass_by(minutes=60 * 24 * 2)
    tab = opened_to(house, people, planned[0], "interview_held")
    assert stored(house, Interview, id=planned[0])[0].state == "held"
    assert not tab.shown().broken
    opened_to(house, people, planned[0], "interview_no_show")  # pressed by mistake
    assert stored(house, Interview, id=planned[0])[0].state == "no_show"


def test_a_stage_that_customers_do_not_see_hides_its_interviews(house, people, planned):
    longlist = stored(house, Stage, vacancy_id=people.acme_vacancy, key="longlist")[0].id
    alter(house, Application, people.maryana_at_acme, stage_id=longlist)
    assert f"interview={key_text(planned[0])}" not in listed(house, people.pavlo).markup


def test_an_address_is_read_with_care_and_leads_back_to_itself():
    today = date(2026, 11, 22)
    odd = {"view": "year", "on": "9999-99-99", "vacancy": "no-key.", "state": "lost"}
    assert place_in(odd, today=today, narrow=False) == Place("week", today)
    assert place_in({}, today=today, narrow=True).view == "list"
    assert place_in({"on": "0001-01-01"}, today=today, narrow=False).on == today
    only = CalendarFilter(vacancies=frozenset({7, 9}), states=frozenset({"held"}), mine=True)
    place = Place("month", today, only)
    query = dict(part.split("=") for part in address_of(place, page="").strip("?").split("&"))
    assert place_in(query, today=today, narrow=True) == place
    assert place_in({}, today=today, narrow=True, usual=only) == Place("list", today, only)
    assert place_in({"view": "week"}, today=today, narrow=True, usual=only).only == CalendarFilter()


@pytest.mark.parametrize(("view", "first", "after"), [
    ("day", date(2026, 11, 22), date(2026, 11, 23)),
    ("week", date(2026, 11, 16), date(2026, 11, 23)),
    ("list", date(2026, 11, 22), date(2026, 12, 22)),
    ("month", date(2026, 10, 26), date(2026, 12, 7)),
])  # fmt: skip
def test_each_view_has_its_stretch_and_turns_there_and_back(view, first, after):
    place = Place(view, date(2026, 11, 22))
    assert days(place, first_weekday=0) == (first, after)
    there = turned(place, forward=True)
    assert days(there, first_weekday=0)[0] > first
    assert days(turned(there, forward=False), first_weekday=0) == (first, after)
    december = Place("month", date(2026, 12, 31))
    assert turned(december, forward=True).on == date(2027, 1, 1)
    since, until = instants(date(2026, 10, 25), date(2026, 10, 26), "Europe/Kyiv")
    assert until - since == timedelta(hours=25)


def test_both_zones_are_said_where_they_differ(monkeypatch, house):
    monkeypatch.setattr(session, "language", lambda: "en")
    monkeypatch.setattr(text, "installation", lambda: house.installation)
    monkeypatch.setattr(session, "time_zone", lambda: "Europe/Kyiv")
    when = WallTime(date(2027, 1, 15), time(10), "Europe/Kyiv", 60)
    slot = slot_of(when, now=house.clock.now)
    assert isinstance(slot, Slot)
    alone = both_zones(slot, "Europe/Kyiv")
    assert alone.endswith("10:00–11:00")
    both = both_zones(slot, "America/New_York")
    assert both.startswith(alone)
    assert "03:00–04:00 (New York)" in both
