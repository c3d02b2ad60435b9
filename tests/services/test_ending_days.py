"""After how many days access ends with a closed vacancy: an administrator's choice."""

import pytest

from db.models import Agency, AuditEntry, Letter, User
from services.access.ending_days import EndingDays, choose_ending_days, ending_days
from services.customers.endings import end_access
from services.errors import Invalid, NotAllowed
from services.vacancies.closing import close, reopen
from tests.factories import stored, the

pytestmark = pytest.mark.thorough


def choose(house, people, after, before):
    house.do(people.admin, choose_ending_days, ends_after=after, warned_before=before)


def close_for_iryna(house, people):
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled",
             ending=[people.iryna.user_id])  # fmt: skip


def ends_in(house, people):
    return (the(house, User, people.iryna.user_id).access_ends_at - house.clock.now).days


def look(house, **duration):
    house.clock.pass_by(**duration)
    return end_access(house.installation)


def warnings(house):
    return stored(house, Letter, kind="access_ends")


def test_until_somebody_chooses_the_configuration_holds(house, people):
    access = house.installation.settings.access
    found = house.ask(people.recruiter, ending_days)
    assert found == EndingDays(access.ends_after_days, access.warned_days_before)
    choose(house, people, 30, 10)
    assert house.ask(people.recruiter, ending_days) == EndingDays(30, 10)
    (entry,) = stored(house, AuditEntry, act="choose_ending_days")
    assert entry.actor_id == people.admin.user_id


def test_closing_and_the_warning_keep_to_what_was_chosen(house, people):
    choose(house, people, 30, 10)
    close_for_iryna(house, people)
    assert ends_in(house, people) == 30
    assert look(house, days=19, hours=23) == 0
    assert look(house, hours=2) == 1
    assert len(warnings(house)) == 1
    assert look(house, days=9) == 0
    assert look(house, days=1) == 1
    assert the(house, User, people.iryna.user_id).blocked_at is not None


@pytest.mark.parametrize(("after", "before"), [(90, 60), (2, 1)])
def test_what_was_decided_before_keeps_its_dates(house, people, after, before):
    """Neither the end nor the warning moves, however the days are chosen later."""
    close_for_iryna(house, people)
    choose(house, people, after, before)
    assert look(house, days=10, hours=23) == 0
    assert ends_in(house, people) == 3
    assert look(house, hours=2) == 1
    assert len(warnings(house)) == 1
    assert look(house, days=2) == 0
    assert look(house, days=1) == 1
    assert the(house, User, people.iryna.user_id).blocked_at is not None


def test_the_next_closing_takes_the_new_days(house, people):
    close_for_iryna(house, people)
    choose(house, people, 5, 5)
    house.do(people.recruiter, reopen, vacancy_id=people.acme_vacancy)
    close_for_iryna(house, people)
    assert ends_in(house, people) == 5
    assert look(house) == 1  # warned at once: there is no more notice than that
    assert ends_in(house, people) == 5


def test_warned_late_as_many_days_are_put_on_as_the_notice_had(house, people):
    choose(house, people, 30, 10)
    close_for_iryna(house, people)
    choose(house, people, 30, 1)
    assert look(house, days=40) == 1  # the server was off
    assert ends_in(house, people) == 10


@pytest.mark.parametrize(
    ("after", "before", "problems"),
    [
        (0, 1, {"ends_after": "not_days"}),
        (None, 3, {"ends_after": "not_days"}),
        (366, 3, {"ends_after": "not_days"}),
        (14, 0, {"warned_before": "not_days"}),
        (14, None, {"warned_before": "not_days"}),
        (-1, -1, {"ends_after": "not_days", "warned_before": "not_days"}),
        (3, 4, {"warned_before": "longer_than_access"}),
    ],
)
def test_what_makes_no_sense_is_refused_by_field(house, people, after, before, problems):
    with pytest.raises(Invalid) as refused:
        choose(house, people, after, before)
    assert refused.value.problems == problems
    (agency,) = stored(house, Agency)
    assert agency.access_ends_after_days is None
    choose(house, people, 365, 365)


def test_only_administrators_choose_and_customers_do_not_ask(house, people):
    for viewer in (people.recruiter, people.iryna):
        with pytest.raises(NotAllowed):
            house.do(viewer, choose_ending_days, ends_after=5, warned_before=1)
    with pytest.raises(NotAllowed):
        house.ask(people.iryna, ending_days)
