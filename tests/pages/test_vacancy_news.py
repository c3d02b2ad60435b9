"""The pages that tell of vacancies and of how letters look, without a browser."""

import re

import pytest

from db.models import Agency, Notification
from services.ids import key_text
from services.vacancies.closing import close
from services.vacancies.customers import tie
from tests.factories import stored
from tests.pages.tab import Tab, signed_in


@pytest.fixture
def told(house, people):
    globex = {"vacancy_id": people.globex_vacancy, "customer_id": people.iryna.user_id}
    house.do(people.recruiter, tie, **globex, across_companies=True)
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled")
    return {
        one.kind: one
        for one in stored(house, Notification, recipient_id=people.iryna.user_id)
        if one.application_id is None
    }


def test_a_customer_comes_from_the_notification_to_the_vacancy_and_has_read_it(house, people, told):
    tab = Tab(house, signed_in(house, people.iryna))
    shown = tab.open("notifications")
    assert shown.broken == ()
    assert "A vacancy was added for you · Site Engineer" in shown.words
    assert "The vacancy was closed · Backend Lead" in shown.words
    added = told["vacancy_added"]
    place = f"/vacancy?id={key_text(people.globex_vacancy)}&told={key_text(added.id)}"
    assert place in re.sub("&amp;", "&", shown.markup)
    opened = tab.open("vacancy", id=people.globex_vacancy, told=added.id)
    assert (opened.broken, opened.title) == ((), "Site Engineer")
    (read,) = stored(house, Notification, id=added.id)
    assert read.read_at is not None


def test_a_colour_too_light_is_said_to_be_darkened(house, people):
    tab = Tab(house, signed_in(house, people.admin))
    assert "shade of it" not in tab.open("settings").words
    tab.test.color_picker(key="letterhead_colour").set_value("#ffd700")
    tab.test.button(key="letterhead_save").click()
    shown = tab.again()
    assert shown.broken == ()
    assert "White words on this colour would be hard to read" in shown.words
    assert stored(house, Agency)[0].colour == "#ffd700"
