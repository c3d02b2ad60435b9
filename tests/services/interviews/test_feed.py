"""The calendar feed: each reads his own, as his scope is now; dead means dead."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from db.models import Agency, CalendarFeed, User, Vacancy
from services.errors import NotAllowed
from services.interviews import views
from services.interviews.calendar_file import uid_of
from services.interviews.feed import (
    end_feed,
    feed,
    feed_made_at,
    feed_owner,
    new_feed,
    remember_feed,
)
from services.interviews.scheduling import cancel
from services.interviews.views import interview
from services.viewer import DOORKEEPER, POSTMAN
from tests.factories import alter, stored
from tests.services.interviews.test_scheduling import scheduled

pytestmark = pytest.mark.thorough


def events(house, viewer):
    found = Calendar.from_ical(house.ask(viewer, feed).text)
    return {str(event["uid"]): event for event in found.walk("VEVENT")}


def owner(house, secret):
    return house.ask(DOORKEEPER, feed_owner, secret=secret)


def test_each_reads_his_own_and_contacts_stay_hidden(house, people):
    scheduled(house, people, location="ring +380 67 123 45 67", comment="private words")
    scheduled(house, people, staff_only=True, days=3)
    assert len(events(house, people.recruiter)) == 2
    (hers,) = events(house, people.iryna).values()
    assert events(house, people.greta) == {}
    text = house.ask(people.iryna, feed).text
    assert "123 45 67" not in text
    assert "private words" not in house.ask(people.recruiter, feed).text
    assert "ATTENDEE" not in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in text  # else some ask once a week
    assert str(hers["summary"]).startswith("Interview: Maryana")


def test_of_staff_each_reads_what_is_his_and_what_is_ahead_before_what_was(
    house, people, monkeypatch
):
    both = frozenset({people.recruiter.user_id, people.admin.user_id})
    first, hers, last = (
        scheduled(house, people, days=day, staff=who)
        for day, who in ((1, both), (2, both - {people.admin.user_id}), (3, both))
    )
    ids = {key: uid_of(key, stored(house, Agency)[0].id) for key in (first, hers, last)}
    assert set(events(house, people.recruiter)) == {*ids.values()}
    assert set(events(house, people.admin)) == {ids[first], ids[last]}
    alter(house, Vacancy, people.acme_vacancy, recruiter_id=people.admin.user_id)
    assert set(events(house, people.admin)) == {*ids.values()}
    monkeypatch.setattr(views, "MOST_IN_VIEW", 2)
    assert list(events(house, people.admin)) == [ids[hers], ids[last]]


def test_the_mark_changes_with_what_is_told_alone(house, people):
    key = scheduled(house, people)
    before = house.ask(people.iryna, feed)
    house.clock.pass_by(seconds=60)
    again = house.ask(people.iryna, feed)
    assert (again.mark, again.text != before.text) == (before.mark, True)
    version = house.ask(people.recruiter, interview, interview_id=key).version
    house.do(people.recruiter, cancel, interview_id=key, version=version)
    after = house.ask(people.iryna, feed)
    assert after.mark != before.mark
    (event,) = events(house, people.iryna).values()
    assert (str(event["status"]), int(event["sequence"])) == ("CANCELLED", 1)


def test_since_when_it_tells_that_is_kept_and_never_two_changes_within_one_second(house, people):
    house.do(people.iryna, new_feed)
    first = house.ask(people.iryna, feed)
    assert first.is_new
    house.do(people.iryna, remember_feed, told=first)
    again = house.ask(people.iryna, feed)
    assert (again.is_new, again.changed_at) == (False, first.changed_at)
    alter(house, Agency, stored(house, Agency)[0].id, name="Another name")
    changed = house.ask(people.iryna, feed)
    assert changed.is_new
    assert changed.changed_at - first.changed_at == timedelta(seconds=1)
    house.do(people.iryna, remember_feed, told=changed)
    house.clock.pass_by(minutes=5)
    assert house.ask(people.iryna, feed).changed_at == changed.changed_at


def test_an_address_opens_its_owners_calendar_until_it_ends(house, people):
    assert house.ask(people.iryna, feed_made_at) is None
    first = house.do(people.iryna, new_feed)
    assert owner(house, first).user_id == people.iryna.user_id
    assert first not in {one.digest for one in stored(house, CalendarFeed)}
    second = house.do(people.iryna, new_feed)
    assert owner(house, first) is None
    assert owner(house, second).user_id == people.iryna.user_id
    alter(house, User, people.iryna.user_id, blocked_at=house.clock.now)
    assert owner(house, second) is None
    alter(house, User, people.iryna.user_id, blocked_at=None)
    house.do(people.iryna, end_feed)
    assert owner(house, second) is None
    assert owner(house, "") is None


def test_an_archived_vacancy_leaves_the_calendar(house, people):
    scheduled(house, people)
    assert events(house, people.iryna)
    alter(house, Vacancy, people.acme_vacancy, archived_at=house.clock.now)
    assert events(house, people.iryna) == events(house, people.recruiter) == {}


def test_nobody_makes_an_address_for_another(house, people):
    def plant_one(work):
        work.add(CalendarFeed(user_id=people.pavlo.user_id, digest="d", made_at=work.now))

    for viewer in (people.iryna, people.recruiter, people.admin):
        with pytest.raises(NotAllowed):
            house.do(viewer, plant_one)
    for principal in (POSTMAN, DOORKEEPER):
        with pytest.raises(NotAllowed):
            house.do(principal, new_feed)
