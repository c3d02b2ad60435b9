"""The calendar of one's own interviews, and the form of one that has begun."""

from datetime import timedelta

import pytest

from services.interviews.views import interview
from tests.pages.tab import Tab, signed_in
from tests.pages.test_interviews import field, opened_to, planned, press  # noqa: F401 - fixtures

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]


def test_mine_and_what_is_filtered_by_hold_at_the_next_visit(house, people, planned):  # noqa: F811
    tab = Tab(house, signed_in(house, people.admin))
    assert "Maryana" in tab.open("calendar", view="list").words
    mine = tab.open("calendar", view="list", mine="1")
    assert (mine.broken, "Maryana" in mine.words) == ((), False)
    again = tab.open("calendar")
    assert 'mine=1" aria-current="page"' in again.markup.replace("&amp;", "&")
    tab.open("calendar", view="list")
    assert 'mine=1" aria-current="page"' not in tab.open("calendar").markup


def test_once_it_has_begun_the_form_takes_another_place(house, people, planned):  # noqa: F811
    stood = house.ask(people.recruiter, interview, interview_id=planned[0])
    house.clock.now = stood.slot.starts_at + timedelta(minutes=1)
    tab = opened_to(house, people, planned[0], "interview_move")
    assert "this has passed already" not in tab.shown().words
    field(tab, "text_input", "_location").set_value("Room 5")
    tab.again()
    press(tab)
    after = house.ask(people.recruiter, interview, interview_id=planned[0])
    assert (after.location, after.slot) == ("Room 5", stood.slot)


def test_the_form_is_not_a_customers(house, people, planned):  # noqa: F811
    tab = Tab(house, signed_in(house, people.pavlo))
    tab.open("candidate", id=people.maryana)
    assert "interview_new" not in {one.key for one in tab.test.button}
    tab.open("calendar")
    assert "calendar_new" not in {one.key for one in tab.test.button}
