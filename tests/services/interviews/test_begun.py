"""What of an interview may still change once it has begun, and who is told."""

from dataclasses import replace

import pytest

from services.errors import Invalid
from services.interviews.scheduling import reschedule
from services.interviews.slots import wall_time
from services.interviews.views import interview
from tests.services.interviews.post import (  # noqa: F401 - fixtures
    MARYANAS,
    address,
    event,
    leave,
    letter,
    post,
    scheduled,
    to,
)
from tests.services.interviews.test_scheduling import form

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]


def test_once_it_has_begun_its_place_may_change_and_before_its_end_it_is_told(house, people, post):  # noqa: F811
    iryna = frozenset({people.iryna.user_id})
    key = scheduled(house, people, copies=iryna, location="Room 4")
    leave(house, post)
    post.letters.clear()
    stands = house.ask(people.recruiter, interview, interview_id=key)
    when = wall_time(stands.slot, stands.zone)

    def change(letter=None, when=when, **columns):
        version = house.ask(people.recruiter, interview, interview_id=key).version
        act = {"interview_id": key, "version": version, "letter": letter}
        entered = replace(form(house, people, copies=iryna, **columns), when=when)
        house.do(people.recruiter, reschedule, **act, form=entered)
        return house.ask(people.iryna, interview, interview_id=key)

    house.clock.now = stands.slot.starts_at
    longer = replace(when, minutes=when.minutes + 15)
    for earlier in (longer, replace(when, zone="Asia/Tokyo")):
        with pytest.raises(Invalid) as caught:
            change(when=earlier, location="Room 4")
        assert caught.value.problems == {"day": "past"}
    found = change(location="Room 5", comment="He waits downstairs")
    assert (found.location, found.slot, found.sequence) == ("Room 5", stands.slot, 1)
    leave(house, post)
    assert to(post) == ["iryna@acme.example", MARYANAS]
    assert all("Room 5" in str(event(message)[0]["LOCATION"]) for message in post.letters)

    post.letters.clear()
    house.clock.now = stands.slot.ends_at
    with pytest.raises(Invalid) as caught:
        change(letter(), location="Room 6")
    assert caught.value.problems == {"letter": "over"}
    assert change(location="Room 6").location == "Room 6"
    leave(house, post)
    assert post.letters == []
