"""Requests for feedback after interviews: of whom, once, taken back and asked again."""
# ruff: noqa: F811 - fixtures

import pytest

from db.models import Interview, InterviewRing, Vacancy
from services.interviews.scheduling import settle
from services.interviews.views import interview
from services.mail.news import queue_news
from tests.factories import alter, stored
from tests.services.interviews.post import address, leave, post, to  # noqa: F401 - fixtures
from tests.services.test_interview_bells import (  # noqa: F401 - a fixture
    after_it,
    at,
    planned,
    rung,
)

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]


def test_feedback_is_asked_for_after_the_end_once_of_who_took_part(house, people, planned):
    assert at(house, after_it(house, planned, minutes=29)) == 0
    assert at(house, after_it(house, planned, minutes=30)) == 1
    assert at(house, after_it(house, planned, minutes=31)) == 0
    asked = sorted([people.recruiter.user_id, people.iryna.user_id])
    assert rung(house, "feedback") == asked
    assert len(stored(house, InterviewRing, kind="feedback")) == 1


def settled(house, people, key, outcome):
    now = house.ask(people.recruiter, interview, interview_id=key)
    house.do(
        people.recruiter, settle, interview_id=key, outcome=outcome, version=now.version
    )  # fmt: skip


def test_said_to_be_held_it_is_asked_at_once(house, people, planned):
    house.clock.now = after_it(house, planned)
    settled(house, people, planned, "held")
    assert at(house, house.clock.now) == 1


def test_never_before_its_end_whatever_stands_in_the_row(house, people, planned):
    alter(house, Interview, planned, state="held")
    assert at(house, after_it(house, planned, seconds=-1)) == 0
    assert at(house, after_it(house, planned)) == 1


def test_nobody_is_asked_where_nobody_came_or_it_was_called_off(house, people, planned):
    house.clock.now = after_it(house, planned)
    settled(house, people, planned, "no_show")
    assert at(house, after_it(house, planned, hours=1)) == 0


def test_said_later_that_nobody_came_the_request_is_taken_back(house, people, planned):
    at(house, after_it(house, planned, hours=1))
    assert rung(house, "feedback")
    settled(house, people, planned, "no_show")
    assert rung(house, "feedback") == []


def test_said_after_all_to_be_held_they_are_asked_again_once(house, people, planned):
    at(house, after_it(house, planned, hours=1))
    asked = rung(house, "feedback")
    for outcome, told in (("no_show", []), ("held", asked), ("held", asked)):
        settled(house, people, planned, outcome)
        assert rung(house, "feedback") == told
    assert at(house, after_it(house, planned, hours=2)) == 0


@pytest.mark.parametrize("left", [True, False])
def test_said_after_all_to_be_held_nobody_is_asked_by_a_second_letter(
    house, people, post, planned, left
):  # fmt: skip
    house.clock.now = after_it(house, planned)
    queue_news(house.installation)
    leave(house, post)  # what else there was to tell
    post.letters.clear()
    at(house, after_it(house, planned, hours=1))
    asked = rung(house, "feedback")
    house.clock.pass_by(minutes=15)
    queue_news(house.installation)
    if left:
        leave(house, post)
    for outcome in ("no_show", "held"):
        settled(house, people, planned, outcome)
    assert rung(house, "feedback") == asked
    for _ in range(2):
        house.clock.pass_by(minutes=15)
        queue_news(house.installation)
        leave(house, post)
    assert to(post) == ["iryna@acme.example", "oksana@clear.example"]


def test_who_was_not_asked_yet_is_asked_by_the_bell_alone(house, people, planned):
    house.clock.now = after_it(house, planned)
    settled(house, people, planned, "no_show")
    settled(house, people, planned, "held")
    assert rung(house, "feedback") == []
    assert at(house, house.clock.now) == 1
    assert rung(house, "feedback") == sorted([people.recruiter.user_id, people.iryna.user_id])


@pytest.mark.parametrize("later", ["days", "archived"])
def test_of_what_was_long_ago_or_is_archived_nobody_is_asked_again(house, people, planned, later):
    at(house, after_it(house, planned, hours=1))
    settled(house, people, planned, "no_show")
    if later == "days":
        house.clock.now = after_it(house, planned, days=8)
    else:
        alter(house, Vacancy, people.acme_vacancy, archived_at=house.clock.now)
    settled(house, people, planned, "held")
    assert rung(house, "feedback") == []


def test_the_request_comes_by_letter_and_leads_to_the_notes(house, people, post, planned):
    house.clock.now = after_it(house, planned)
    queue_news(house.installation)
    leave(house, post)  # what else there was to tell
    post.letters.clear()
    at(house, after_it(house, planned, hours=1))
    house.clock.pass_by(minutes=15)
    queue_news(house.installation)
    leave(house, post)
    assert to(post) == ["iryna@acme.example", "oksana@clear.example"]
    for message in post.letters:
        assert "#notes" in message.get_body(("plain",)).get_content()


def test_what_was_over_long_ago_is_asked_about_no_more(house, people, planned):
    assert at(house, after_it(house, planned, days=8)) == 0
