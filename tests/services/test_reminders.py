"""Own reminders, and the dates of who was hired: each rings once, for whom it is meant."""

from datetime import UTC, date, datetime, timedelta

import pytest

from db.models import Hiring, Notification, Reminder, User
from services.applications.hiring import HiringView, hiring_of, set_hiring
from services.applications.moving import move
from services.errors import Conflict, Invalid, NotAllowed, NotFound, StageNotReachable
from services.i18n import translator
from services.notifications import notifications, unread_count
from services.notifications.wording import what_happened
from services.reminders.own import (
    ReminderForm,
    add_reminder,
    my_reminders,
    settle_reminder,
)
from services.reminders.ringing import ring_due
from tests.factories import alter, stage_id, stored, the
from tests.house import open_house
from tests.services.conftest import prepare


def today(house):
    return house.clock.now.date()


def remind_me(house, viewer, candidate_id, days=2, text="Call about the offer", **named):
    form = ReminderForm(today(house) + timedelta(days=days), text)
    return house.do(viewer, add_reminder, candidate_id=candidate_id, form=form, **named)


def rings(house):
    return ring_due(house.installation)


def days_pass(house, days):
    house.clock.pass_by(minutes=60 * 24 * days)


def test_it_rings_on_its_day_once_and_only_for_its_owner(house, people):
    remind_me(house, people.recruiter, people.sofia)
    before = house.ask(people.recruiter, unread_count)
    assert rings(house) == 0
    days_pass(house, 2)
    assert (rings(house), rings(house)) == (1, 0)
    assert house.ask(people.recruiter, unread_count) == before + 1
    told = house.ask(people.recruiter, notifications)[0]
    assert (told.kind, told.candidate, told.vacancy_id) == ("reminder", "Sofia Lindqvist", None)
    said = what_happened(told, translator("en"), zone="UTC", now=house.clock.now)
    assert said == "Reminder: Sofia Lindqvist – Call about the offer"
    assert [one.kind for one in house.ask(people.admin, notifications)] == []
    assert len(stored(house, Notification, kind="reminder")) == 1


def test_nobody_else_reads_or_settles_it(house, people):
    reminder_id = remind_me(house, people.recruiter, people.maryana)
    (mine,) = house.ask(people.recruiter, my_reminders, candidate_id=people.maryana)
    assert (mine.text, mine.due, mine.candidate) == (
        "Call about the offer", False, "Maryana Tkachenko",
    )  # fmt: skip
    assert house.ask(people.recruiter, my_reminders, candidate_id=people.sofia) == []
    assert house.ask(people.admin, my_reminders) == []
    with pytest.raises(NotFound):
        house.do(people.admin, settle_reminder, reminder_id=reminder_id)
    with pytest.raises(NotAllowed):
        house.ask(people.iryna, my_reminders)
    with pytest.raises(NotAllowed):
        remind_me(house, people.iryna, people.maryana)


def test_what_is_settled_does_not_ring_and_what_rang_is_read_with_it(house, people):
    early, late = (remind_me(house, people.recruiter, people.sofia, days) for days in (2, 4))
    house.do(people.recruiter, settle_reminder, reminder_id=early)
    days_pass(house, 3)
    assert rings(house) == 0
    days_pass(house, 1)
    assert rings(house) == 1
    unread = house.ask(people.recruiter, unread_count)
    house.do(people.recruiter, settle_reminder, reminder_id=late)
    house.do(people.recruiter, settle_reminder, reminder_id=late)
    assert house.ask(people.recruiter, unread_count) == unread - 1
    assert house.ask(people.recruiter, my_reminders) == []


def test_the_day_begins_where_its_owner_is(house, people):
    house.clock.now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    reminder_id = remind_me(house, people.recruiter, people.sofia, days=1)
    zone = people.recruiter.time_zone
    assert zone == "Europe/Kyiv"
    due_at = the(house, Reminder, reminder_id).due_at
    assert due_at == datetime(2026, 11, 25, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (ReminderForm(None), {"due_on": "required"}),
        (ReminderForm(date(2020, 1, 1)), {"due_on": "past"}),
        (ReminderForm(date(9999, 12, 31)), {"due_on": "not_a_day"}),
        (ReminderForm(date(2030, 1, 1), "x" * 501), {"reminder": "too_long"}),
    ],
)
def test_what_cannot_be(house, people, form, problem):
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, add_reminder, candidate_id=people.sofia, form=form)
    assert refused.value.problems == problem


def test_who_works_here_no_more_is_not_told(house, people):
    remind_me(house, people.recruiter, people.sofia)
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    days_pass(house, 3)
    assert rings(house) == 0


def test_a_restart_between_ringing_and_the_next_look_changes_nothing(house, people):
    """What has rung stands in the row and is unique: looked at twice it is told once."""
    reminder_id = remind_me(house, people.recruiter, people.sofia)
    days_pass(house, 2)
    rings(house)
    alter(house, Reminder, reminder_id, told_at=None)  # as if it had been forgotten
    with pytest.raises(Exception):  # noqa: B017, PT011 - the database refuses the second one
        rings(house)
    assert len(stored(house, Notification, kind="reminder")) == 1


@pytest.fixture
def hired(house, people):
    to = stage_id(house, people.acme_vacancy, "hired")
    house.do(people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=to)
    return {"application_id": people.yurii_at_acme}


def test_the_recruiter_is_reminded_of_both_dates_each_once(house, people, hired):
    start, end = (today(house) + timedelta(days=days) for days in (5, 95))
    named = {"starts_on": start, "guarantee_until": end, "version": 0}
    house.do(people.admin, set_hiring, **hired, **named)
    assert house.ask(people.recruiter, hiring_of, **hired) == HiringView(start, end, 1)
    assert rings(house) == 0
    days_pass(house, 5)
    assert (rings(house), rings(house)) == (1, 0)
    told = house.ask(people.recruiter, notifications)[0]
    said = what_happened(told, translator("en"), zone="UTC", now=house.clock.now)
    assert said == "Yurii Yizhakevych: the first day at work"
    assert told.vacancy == "Backend Lead"
    assert house.ask(people.admin, notifications) == []
    days_pass(house, 90)
    assert (rings(house), rings(house)) == (1, 0)
    assert house.ask(people.recruiter, notifications)[0].kind == "guarantee"


def test_a_date_that_was_moved_rings_again_and_only_then(house, people, hired):
    first, second = (today(house) + timedelta(days=days) for days in (1, 3))
    house.do(
        people.recruiter, set_hiring, **hired, starts_on=first, guarantee_until=None, version=0
    )
    days_pass(house, 1)
    assert rings(house) == 1
    again = {"starts_on": second, "guarantee_until": None}
    version = house.ask(people.recruiter, hiring_of, **hired).version
    with pytest.raises(Conflict):
        house.do(people.recruiter, set_hiring, **hired, **again, version=0)
    house.do(people.recruiter, set_hiring, **hired, **again, version=version)
    assert rings(house) == 0
    days_pass(house, 2)
    assert (rings(house), rings(house)) == (1, 0)
    assert len(stored(house, Notification, kind="starts")) == 2


def test_only_of_who_is_hired_and_only_staff(house, people, hired):
    dates = {"starts_on": today(house), "guarantee_until": None, "version": 0}
    with pytest.raises(StageNotReachable):
        house.do(people.recruiter, set_hiring, application_id=people.maryana_at_acme, **dates)
    with pytest.raises(Invalid) as refused:
        house.do(
            people.recruiter, set_hiring, **hired,
            **dates | {"guarantee_until": today(house) - timedelta(days=1)},
        )  # fmt: skip
    assert refused.value.problems == {"guarantee_until": "before_start"}
    for act in (hiring_of, set_hiring):
        with pytest.raises(NotAllowed):
            house.do(people.iryna, act, **hired, **({} if act is hiring_of else dates))
    house.do(people.recruiter, set_hiring, **hired, **dates)
    back = stage_id(house, people.acme_vacancy, "refused")
    house.do(people.recruiter, move, **hired, to_stage_id=back)
    rings(house)
    assert stored(house, Notification, kind="starts") == []
    assert stored(house, Hiring)[0].start_told_on == today(house)


def test_if_the_recruiter_is_gone_who_follows_is_reminded_else_an_administrator(
    house, people, hired
):
    dates = {"starts_on": today(house), "guarantee_until": None, "version": 0}
    house.do(people.recruiter, set_hiring, **hired, **dates)
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    assert rings(house) == 1
    (told,) = stored(house, Notification, kind="starts")
    assert told.recipient_id == people.admin.user_id


def test_it_stands_in_the_daily_letter_of_its_day(house, people, post):
    post()
    remind_me(house, people.recruiter, people.sofia)
    remind_me(house, people.recruiter, people.maryana, application_id=people.maryana_at_acme)
    days_pass(house, 2)
    rings(house)
    days_pass(house, 1)
    (letter, *more) = post().to(people.recruiter)[::-1]
    assert "Reminder: Sofia Lindqvist – Call about the offer\n" in letter
    assert "Reminder: Maryana Tkachenko – Call about the offer\n" in letter
    assert not any("Reminder" in other for other in more)
    days_pass(house, 1)
    assert len(post().to(people.recruiter)) == 1 + len(more)


def test_before_the_set_up_nothing_rings_and_nothing_fails(prepared_database, tmp_path):
    house = open_house(prepared_database(prepare), tmp_path)
    try:
        assert ring_due(house.installation) == 0
    finally:
        house.installation.database.close()
