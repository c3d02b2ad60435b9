"""Rescheduling taken back: whoever was told of the interview hears nothing, and it stands as before."""

from datetime import timedelta

import pytest

from db.models import Interview, InterviewPerson, Letter, Notification
from services.errors import TooLate
from services.interviews.putting_back import put_back
from services.interviews.scheduling import reschedule
from services.interviews.sight import follow_sight
from services.interviews.views import interview
from services.vacancies.customers import untie
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from tests.factories import stored, the
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    called_off,
    event,
    leave,
    moved,
    post,
    scheduled,
    to,
    to_one,
)
from tests.services.interviews.test_scheduling import form

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

IRYNA, PAVLO = "iryna@acme.example", "pavlo@acme.example"


@pytest.fixture
def told(house, people, post):  # noqa: F811
    """Iryna and Maryana have it in their calendars."""
    key = scheduled(
        house, people, days=3, copies=frozenset({people.iryna.user_id}), location="Room 7"
    )
    leave(house, post)
    assert to(post) == [IRYNA, MARYANAS]
    post.letters.clear()
    return key


def rescheduled(house, people, key, **columns):
    version = house.ask(people.recruiter, interview, interview_id=key).version
    letter = CandidateLetter("en", Wording("Moved", "<p>Sorry.</p>"))
    return house.do(
        people.recruiter, reschedule, interview_id=key, version=version, letter=letter,
        form=form(house, people, **{"days": 5, "location": "Room 8"} | columns),
    )  # fmt: skip


def stands(house, key):
    one = the(house, Interview, key)
    people = {
        (row.person_id, row.takes_part, row.copy)
        for row in stored(house, InterviewPerson, interview_id=key)
        if row.left_at is None
    }
    return (one.starts_at, one.ends_at, one.kind, one.location, one.comment, one.staff_only, people)


def back(house, people, stood):
    house.do(people.recruiter, put_back, stood=stood)


def test_it_stands_as_it_stood_and_nobody_hears_of_it(house, people, post, told):  # noqa: F811
    before, rang = stands(house, told), len(stored(house, Notification))
    pavlo = frozenset({people.pavlo.user_id})
    stood = rescheduled(house, people, told, copies=pavlo, comment="Ask", kind="in_person")
    assert stands(house, told) != before
    house.clock.pass_by(seconds=9)
    back(house, people, stood)
    assert stands(house, told) == before
    assert len(stored(house, Notification)) == rang
    leave(house, post)
    follow_sight(house.installation)
    leave(house, post, seconds=30)
    assert post.letters == []


def test_what_is_told_later_is_believed_and_told_to_those_who_were_told_before(
    house, people, post, told  # noqa: F811
):  # fmt: skip
    back(house, people, rescheduled(house, people, told, copies=frozenset({people.pavlo.user_id})))
    moved(house, people, told, days=6, copies=frozenset({people.iryna.user_id}))
    leave(house, post)
    assert to(post) == [IRYNA, MARYANAS]
    assert {int(event(one)[0]["sequence"]) for one in post.letters} == {3}
    post.letters.clear()
    called_off(house, people, told)
    leave(house, post)
    assert to(post) == [IRYNA, MARYANAS]


def test_not_undone_everybody_is_told_once_the_moment_has_passed(
    house, people, post, told  # noqa: F811
):  # fmt: skip
    stood = rescheduled(house, people, told, copies=frozenset({people.iryna.user_id}))
    leave(house, post, seconds=9)
    assert post.letters == []
    leave(house, post, seconds=2)
    assert to(post) == [IRYNA, MARYANAS]
    with pytest.raises(TooLate):
        back(house, people, stood)


def test_what_was_changed_since_or_waits_to_be_told_is_not_put_back(house, people, told):
    first = rescheduled(house, people, told)
    second = rescheduled(house, people, told, days=6)
    assert second.undone_until is None  # what the first one tells still waits
    for stood in (first, second):
        with pytest.raises(TooLate):
            back(house, people, stood)
    house.clock.pass_by(seconds=11)
    called_off(house, people, told)
    with pytest.raises(TooLate):
        back(house, people, second)


def test_within_the_time_in_which_scheduling_is_undone_that_is_what_is_undone(house, people):
    key = scheduled(house, people, days=3)
    assert rescheduled(house, people, key).undone_until is None


def test_who_lost_sight_meanwhile_is_told_that_alone(house, people, post, told):  # noqa: F811
    stood = rescheduled(house, people, told, copies=frozenset({people.iryna.user_id}))
    named = {"vacancy_id": people.acme_vacancy, "customer_id": people.iryna.user_id}
    house.do(people.recruiter, untie, **named)
    follow_sight(house.installation)
    back(house, people, stood)
    follow_sight(house.installation)
    leave(house, post, seconds=30)
    assert [(to_one(one), event(one)[1]) for one in post.letters] == [(IRYNA, "CANCEL")]
    assert {one.state for one in stored(house, Letter, candidate_id=people.maryana)} <= {
        "sent", "failed",
    }  # fmt: skip
    assert house.clock.now < the(house, Interview, told).starts_at - timedelta(days=2)
