"""Interviews: staff schedule, move and call them off; who learns of which."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from db.models import AuditEntry, Interview, InterviewPerson, Vacancy
from services.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    Overlapping,
    TooLate,
    VacancyClosed,
)
from services.interviews.entries import entries
from services.interviews.forms import InterviewForm
from services.interviews.scheduling import cancel, reschedule, schedule, settle, undo_scheduling
from services.interviews.slots import WallTime
from services.interviews.views import (
    CalendarFilter,
    calendar,
    interview,
    next_interviews,
    of_application,
)
from tests.factories import alter, stored, the

pytestmark = pytest.mark.thorough

ZONE = "Europe/Kyiv"


def form(house, people, *, days=1, at=time(10), minutes=60, **columns):
    when = WallTime(house.clock.now.date() + timedelta(days=days), at, ZONE, minutes)
    columns.setdefault("staff", frozenset({people.recruiter.user_id}))
    return InterviewForm(when, **columns)


def scheduled(house, people, application_id=None, *, undone=False, **columns):
    """An interview of Maryana's at Acme, shown unless it can still be `undone`."""
    despite = columns.pop("despite", ())
    key = house.do(
        people.recruiter,
        schedule,
        application_id=application_id or people.maryana_at_acme,
        form=form(house, people, **columns),
        despite=despite,
    )
    if not undone:
        house.clock.pass_by(seconds=11)
    return key


def seen(house, viewer):
    until = house.clock.now + timedelta(days=30)
    asked = {"since": house.clock.now, "until": until}
    keys = [one.id for one in house.ask(viewer, calendar, **asked)]
    assert [one.id for one in house.ask(viewer, entries, **asked)] == keys
    return keys


def problems(house, people, **columns):
    application = columns.pop("application_id", people.maryana_at_acme)
    with pytest.raises(Invalid) as caught:
        house.do(
            people.recruiter,
            schedule,
            application_id=application,
            form=form(house, people, **columns),
        )
    assert stored(house, Interview) == []
    return caught.value.problems


def test_it_stands_in_the_calendars_of_staff_and_of_who_sees_the_application(house, people):
    key = scheduled(
        house, people, location="Khreshchatyk 1", comment="Ask about Kafka", kind="in_person"
    )
    mine = house.ask(people.recruiter, interview, interview_id=key)
    assert (mine.candidate, mine.location, mine.comment) == (
        "Maryana Tkachenko", "Khreshchatyk 1", "Ask about Kafka",
    )  # fmt: skip
    assert [one.id for one in mine.people] == [people.recruiter.user_id]
    for viewer in (people.recruiter, people.admin, people.iryna, people.pavlo, people.leo):
        assert seen(house, viewer) == [key]
    assert seen(house, people.greta) == []
    with pytest.raises(NotFound):
        house.ask(people.greta, interview, interview_id=key)
    his = house.ask(people.iryna, interview, interview_id=key)
    assert (his.comment, his.staff_only) == ("", False)


def test_a_customer_hears_of_it_only_when_it_cannot_be_undone_any_more(house, people):
    key = scheduled(house, people, undone=True)
    assert seen(house, people.iryna) == []
    house.do(people.recruiter, undo_scheduling, interview_id=key)
    house.clock.pass_by(seconds=11)
    assert seen(house, people.iryna) == seen(house, people.recruiter) == []
    key = scheduled(house, people)
    with pytest.raises(TooLate):
        house.do(people.recruiter, undo_scheduling, interview_id=key)
    assert seen(house, people.iryna) == [key]


def test_one_for_staff_alone_exists_for_no_customer(house, people):
    key = scheduled(house, people, staff_only=True)
    assert seen(house, people.recruiter) == [key]
    assert seen(house, people.iryna) == seen(house, people.pavlo) == []
    with pytest.raises(NotFound):
        house.ask(people.pavlo, interview, interview_id=key)
    both = {"staff_only": True, "customers": frozenset({people.iryna.user_id})}
    with pytest.raises(Invalid) as caught:
        scheduled(house, people, days=2, **both)
    assert caught.value.problems == {"customers": "staff_only"}


def test_who_takes_part_is_told_to_a_customer_of_his_own_side_and_staff(house, people):
    customers = frozenset({people.iryna.user_id, people.leo.user_id})
    key = scheduled(house, people, customers=customers, copies=frozenset({people.pavlo.user_id}))
    everybody = {one.id for one in house.ask(people.recruiter, interview, interview_id=key).people}
    assert everybody == customers | {people.recruiter.user_id, people.pavlo.user_id}
    his = {one.id for one in house.ask(people.iryna, interview, interview_id=key).people}
    assert his == {people.recruiter.user_id, people.iryna.user_id}
    assert not any(one.copy for one in house.ask(people.iryna, interview, interview_id=key).people)


def test_a_contact_in_the_location_is_cut_where_contacts_are_hidden(house, people):
    key = scheduled(house, people, kind="phone", location="call +380 67 222 33 44")
    assert "222" in house.ask(people.pavlo, interview, interview_id=key).location
    assert "222" not in house.ask(people.iryna, interview, interview_id=key).location


def test_what_cannot_be_is_named(house, people):
    assert problems(house, people, staff=frozenset()) == {"staff": "required"}
    assert problems(house, people, staff=frozenset({people.iryna.user_id})) == {"staff": "unknown"}
    assert problems(house, people, kind="seance") == {"kind": "unknown"}
    assert problems(house, people, location="x" * 501) == {"location": "too_long"}
    for stranger in (people.greta, people.bohdan, people.admin):
        named = frozenset({stranger.user_id})
        assert problems(house, people, customers=named) == {"customers": "unknown"}
        assert problems(house, people, copies=named) == {"copies": "unknown"}
    dark = {"application_id": people.kyrylo_at_acme, "copies": frozenset({people.iryna.user_id})}
    assert problems(house, people, **dark) == {"copies": "not_presented"}
    assert problems(house, people, days=-1) == {"day": "past"}


def test_customers_schedule_nothing(house, people):
    key = scheduled(house, people)
    acts = [
        (schedule, {"application_id": people.maryana_at_acme, "form": form(house, people, days=3)}),
        (reschedule, {"interview_id": key, "form": form(house, people), "version": 1}),
        (cancel, {"interview_id": key, "version": 1}),
        (settle, {"interview_id": key, "outcome": "held", "version": 1}),
        (undo_scheduling, {"interview_id": key}),
    ]
    for act, named in acts:
        with pytest.raises(NotAllowed):
            house.do(people.pavlo, act, **named)


def test_who_would_be_in_two_at_once_is_said_before(house, people):
    first = scheduled(house, people)
    with pytest.raises(Overlapping) as caught:  # the recruiter
        scheduled(house, people, people.yurii_at_acme, at=time(10, 30))
    assert caught.value.fields == {"interviews": [first]}
    with pytest.raises(Overlapping):  # the candidate, at another company
        scheduled(house, people, people.maryana_at_globex, staff=frozenset({people.admin.user_id}))
    second = scheduled(house, people, people.yurii_at_acme, at=time(10, 30), despite=[first])
    assert seen(house, people.recruiter) == [first, second]
    touching = scheduled(house, people, people.yurii_at_acme, at=time(11, 30), minutes=15)
    house.do(people.recruiter, cancel, interview_id=touching, version=1)
    scheduled(house, people, people.yurii_at_acme, at=time(11, 30), minutes=15)
    assert stored(house, AuditEntry, act="schedule")[1].details.count(str(first)) == 1


def test_moved_it_stays_the_same_entry_and_counts_what_calendars_are_told(house, people):
    key = scheduled(house, people, customers=frozenset({people.iryna.user_id}))
    named = {"interview_id": key, "version": 1}
    later = form(house, people, days=2, customers=frozenset({people.pavlo.user_id}))
    house.do(people.recruiter, reschedule, form=later, **named)
    one = the(house, Interview, key)
    assert (one.sequence, one.version) == (1, 2)
    with pytest.raises(Conflict):
        house.do(people.recruiter, reschedule, form=later, **named)
    house.do(
        people.recruiter, reschedule, form=replace(later, comment="x"), interview_id=key, version=2
    )
    assert the(house, Interview, key).sequence == 1  # a comment of staff's is told to nobody
    left = {one.person_id for one in stored(house, InterviewPerson) if one.left_at is not None}
    assert left == {people.iryna.user_id}
    here = {one.id for one in house.ask(people.recruiter, interview, interview_id=key).people}
    assert here == {people.recruiter.user_id, people.pavlo.user_id}
    house.do(people.recruiter, cancel, interview_id=key, version=3)
    assert (the(house, Interview, key).state, the(house, Interview, key).sequence) == (
        "cancelled",
        2,
    )
    with pytest.raises(NotFound):
        house.do(people.recruiter, reschedule, form=later, interview_id=key, version=4)


def test_the_form_sent_twice_makes_one(house, people):
    key = 7_000_000_000
    named = {"application_id": people.maryana_at_acme, "interview_id": key}
    for _ in range(2):
        assert house.do(people.recruiter, schedule, form=form(house, people), **named) == key
    assert len(stored(house, Interview)) == 1
    with pytest.raises(NotFound):
        house.do(
            people.recruiter,
            schedule,
            application_id=people.yurii_at_acme,
            form=form(house, people, days=4),
            interview_id=key,
        )


def test_what_came_of_it_is_said_after_its_end(house, people):
    key = scheduled(house, people)
    settled = {"interview_id": key, "outcome": "held", "version": 1}
    with pytest.raises(Invalid) as caught:
        house.do(people.recruiter, settle, **settled)
    assert caught.value.problems == {"outcome": "not_over"}
    house.clock.pass_by(minutes=60 * 24 * 2)
    house.do(people.recruiter, settle, **settled)
    assert house.ask(people.iryna, interview, interview_id=key).state == "held"
    assert house.ask(people.recruiter, next_interviews) == []
    house.do(people.recruiter, settle, interview_id=key, outcome="no_show", version=2)
    assert house.ask(people.iryna, interview, interview_id=key).state == "no_show"
    with pytest.raises(Conflict):
        house.do(people.recruiter, settle, interview_id=key, outcome="held", version=2)


def test_in_a_closed_vacancy_nothing_is_scheduled(house, people):
    alter(house, Vacancy, people.acme_vacancy, closed_at=house.clock.now, closed_as="filled")
    with pytest.raises(VacancyClosed):
        scheduled(house, people)


def test_next_ones_are_ones_own(house, people):
    key = scheduled(house, people)
    assert [one.id for one in house.ask(people.recruiter, next_interviews)] == [key]
    assert house.ask(people.admin, next_interviews) == []
    assert [one.id for one in house.ask(people.leo, next_interviews)] == [key]
    of = house.ask(people.leo, of_application, application_id=people.maryana_at_acme)
    assert [one.slot.starts_at > house.clock.now for one in of] == [True]


def test_the_calendar_is_cut_by_time_and_filter(house, people):
    near = scheduled(house, people)
    far = scheduled(house, people, people.maryana_at_globex, days=5)
    now = house.clock.now

    def found(days=30, **only):
        until = now + timedelta(days=days)
        chosen = CalendarFilter(**{name: frozenset(keys) for name, keys in only.items()})
        asked = {"since": now, "until": until, "only": chosen}
        keys = [one.id for one in house.ask(people.admin, calendar, **asked)]
        assert [one.id for one in house.ask(people.admin, entries, **asked)] == keys
        return keys

    assert found() == [near, far]
    assert found(days=3) == [near]
    assert found(vacancies=[people.globex_vacancy]) == [far]
    assert found(companies=[people.iryna.company_id]) == [near]
    assert found(recruiters=[people.recruiter.user_id]) == [near, far]
    assert found(states=["cancelled"]) == []


def test_mine_are_those_one_takes_part_in_and_those_of_ones_vacancies(house, people):
    taken = scheduled(house, people)
    led = scheduled(house, people, people.maryana_at_globex, days=5)
    alter(house, Vacancy, people.globex_vacancy, recruiter_id=people.admin.user_id)
    alter(house, Vacancy, people.acme_vacancy, recruiter_id=people.admin.user_id)
    (part,) = stored(house, InterviewPerson, interview_id=led, person_id=people.recruiter.user_id)
    alter(house, InterviewPerson, part.id, left_at=house.clock.now)

    def mine(viewer):
        now = house.clock.now
        asked = {"since": now, "until": now + timedelta(days=30), "only": CalendarFilter(mine=True)}
        keys = [one.id for one in house.ask(viewer, calendar, **asked)]
        assert [one.id for one in house.ask(viewer, entries, **asked)] == keys
        return keys

    assert mine(people.recruiter) == [taken]
    assert mine(people.admin) == [taken, led]
    assert mine(people.leo) == [taken]  # a customer has his own scope and nothing beside it
