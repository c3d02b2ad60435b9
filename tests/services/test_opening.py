"""A customer opens a candidate for the first time: written down and told once."""

import pytest

from db.models import Opening
from services.applications.opening import open_for_the_first_time, opened
from services.applications.views import of_vacancy
from services.errors import NotFound
from services.notifications import notifications
from services.vacancies.views import vacancies
from tests.factories import stored


def unopened(house, viewer):
    return [row.unopened for row in house.ask(viewer, vacancies).rows]


def test_told_once_per_customer_and_counted_for_him_alone(house, people):
    at_acme = {"application_id": people.maryana_at_acme}
    assert unopened(house, people.iryna) == unopened(house, people.pavlo) == [2]
    assert house.ask(people.iryna, opened, **at_acme) is False
    house.do(people.iryna, open_for_the_first_time, **at_acme)
    house.do(people.iryna, open_for_the_first_time, **at_acme)
    assert house.ask(people.iryna, opened, **at_acme) is True
    assert unopened(house, people.iryna) == [1]
    assert unopened(house, people.pavlo) == [2]
    house.do(people.pavlo, open_for_the_first_time, **at_acme)
    told = [(one.kind, one.actor) for one in house.ask(people.recruiter, notifications)]
    assert sorted(told) == [("opened", "Iryna"), ("opened", "Pavlo")]
    assert len(stored(house, Opening)) == 2
    for viewer, marks in ((people.iryna, [False, True]), (people.leo, [False, False])):
        rows = house.ask(viewer, of_vacancy, vacancy_id=people.acme_vacancy).rows
        assert sorted(row.opened for row in rows) == marks
    rows = house.ask(people.recruiter, of_vacancy, vacancy_id=people.acme_vacancy).rows
    assert {row.name.split()[0]: row.opened for row in rows} == {
        "Maryana": True,
        "Yurii": False,
        "Kyrylo": False,
    }


def test_staff_open_without_a_trace_and_strangers_not_at_all(house, people):
    assert house.ask(people.recruiter, opened, application_id=people.maryana_at_acme) is True
    house.do(people.recruiter, open_for_the_first_time, application_id=people.maryana_at_acme)
    for application_id in (people.maryana_at_globex, people.kyrylo_at_acme, 1):
        for act in (opened, open_for_the_first_time):
            with pytest.raises(NotFound):
                house.do(people.iryna, act, application_id=application_id)
    assert stored(house, Opening) == []
    assert house.ask(people.recruiter, notifications) == []
