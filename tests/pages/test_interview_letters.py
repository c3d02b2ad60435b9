"""What a change of an interview writes to its candidate, as the form says it."""

from datetime import time

import pytest

from db.models import Interview, Letter
from services.ids import key_text
from services.interviews.scheduling import schedule
from tests.factories import alter, stored, the
from tests.pages.tab import Tab, signed_in
from tests.pages.test_interviews import field, opened_to, press
from tests.services.interviews.post import address, letter  # noqa: F401 - a fixture
from tests.services.interviews.test_scheduling import form

pytestmark = [pytest.mark.thorough, pytest.mark.only_on("duckdb")]


@pytest.fixture
def invited(house, people, address):  # noqa: F811 - the fixture
    """An interview to which the candidate was invited: the letter has left."""
    key = house.do(
        people.recruiter, schedule, application_id=people.maryana_at_acme,
        form=form(house, people), letter=letter(),
    )  # fmt: skip
    house.clock.pass_by(seconds=11)
    (sent,) = to_candidate(house, people)
    alter(house, Letter, sent.id, state="sent")
    return key


def to_candidate(house, people):
    return sorted(stored(house, Letter, candidate_id=people.maryana), key=lambda one: one.id)


def box(tab):
    """Whether the letter is left to whoever saves, and ticked; None where it goes out anyway."""
    return next((one.value for one in tab.test.checkbox if one.key.endswith("_letter")), None)


def test_he_is_written_to_of_what_he_was_told_and_not_of_what_he_does_not_know(
    house, people, invited
):
    tab = Tab(house, signed_in(house, people.recruiter))
    shown = tab.open("calendar", view="list", interview=invited)
    assert "Invitation letter · Sent" in shown.words
    assert f"/mail?id={key_text(to_candidate(house, people)[0].id)}" in shown.markup
    tab = opened_to(house, people, invited, "interview_move")
    field(tab, "text_area", "_comment").set_value("Ask about Kafka")
    assert "Nothing of what the candidate was told changes." in tab.again().words
    assert box(tab) is False
    press(tab)
    assert the(house, Interview, invited).comment == "Ask about Kafka"
    assert len(to_candidate(house, people)) == 1

    tab = opened_to(house, people, invited, "interview_move")
    field(tab, "multiselect", "_staff").set_value([people.recruiter.user_id, people.admin.user_id])
    tab.again()
    assert box(tab) is True  # whom he meets
    field(tab, "time_input", "_clock").set_value(time(17))
    tab.again()
    assert box(tab) is None
    press(tab)
    kinds = [one.kind for one in to_candidate(house, people)]
    assert kinds == ["interview_invitation", "interview_moved"]
    told = tab.open("calendar", view="list", interview=invited).words
    assert "Anna" in told
    assert "Copy to the customer" not in told  # she is a colleague


def test_over_while_the_letter_was_being_written_it_is_said_and_called_off_without_it(
    house, people, invited
):
    tab = opened_to(house, people, invited, "interview_cancel")
    assert "Letter to the candidate" in tab.shown().words
    house.clock.now = the(house, Interview, invited).ends_at
    tab.test.button(key="interview_cancel_go").click()
    words = tab.again().words
    assert "The interview is over meanwhile: the letter would not be sent." in words
    assert the(house, Interview, invited).state == "scheduled"
    tab.test.button(key="interview_leave").click()
    tab.again()

    tab.open("calendar", view="list", interview=invited)
    tab.test.button(key="interview_cancel").click()
    words = tab.again().words
    assert "It is over: nobody is written to." in words
    assert not [one for one in tab.test.selectbox if one.key.endswith("_letter_language")]
    tab.test.button(key="interview_cancel_go").click()
    assert not tab.again().broken
    assert the(house, Interview, invited).state == "cancelled"
    assert len(to_candidate(house, people)) == 1


def test_what_holds_stands_above_what_is_to_hold_and_what_a_letter_will_lack_below_the_place(
    house, people, invited
):
    tab = opened_to(house, people, invited, "interview_move")
    words = tab.shown().words
    assert "Scheduled now: " in words
    lacking = "Without a link whoever is invited will not know how to join."
    assert lacking in words
    field(tab, "text_input", "_location").set_value("https://meet.example/room")
    assert lacking not in tab.again().words


def test_nobody_is_chosen_before_somebody_chooses(house, people):
    tab = Tab(house, signed_in(house, people.recruiter))
    tab.open("calendar", view="list")
    tab.test.button(key="calendar_new").click()
    tab.again()
    tab.test.selectbox(key="interview_vacancy").set_value(people.acme_vacancy)
    tab.again()
    assert tab.test.selectbox(key="interview_candidate").value is None
    tab.test.selectbox(key="interview_candidate").set_value(people.maryana_at_acme)
    tab.again()
    tab.test.button(key="interview_whom_go").click()
    assert "Maryana Tkachenko" in tab.again().words


def test_whoever_closes_a_vacancy_reads_that_an_interview_is_still_ahead(house, people, invited):
    tab = Tab(house, signed_in(house, people.recruiter))
    tab.open("vacancy", id=people.acme_vacancy, section="edit")
    tab.test.button(key="vacancy_close").click()
    assert "1 interview is still ahead: it stays until somebody cancels it." in tab.again().words
