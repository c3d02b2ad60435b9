"""What the form of an interview and the filters of the calendar offer, and to whom."""

import pytest

from db.models import Application, Stage, User, Vacancy
from services.customers import block
from services.errors import NotAllowed, NotFound
from services.interviews.choosing import calendar_choices, candidates_to_invite, form_choices
from services.interviews.views import next_of_customer
from tests.factories import alter, stored
from tests.services.interviews.test_scheduling import scheduled


def test_the_form_offers_active_staff_and_the_vacancys_active_customers(house, people):
    asked = {"application_id": people.maryana_at_acme}
    found = house.ask(people.recruiter, form_choices, **asked)
    assert (found.candidate, found.vacancy, found.company) == (
        "Maryana Tkachenko", "Backend Lead", "Acme",
    )  # fmt: skip
    assert {one.id for one in found.staff} == {people.admin.user_id, people.recruiter.user_id}
    customers = {one.id for one in found.customers}
    assert customers == {people.iryna.user_id, people.pavlo.user_id, people.leo.user_id}
    assert (found.shown, found.closed) == (True, False)
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    alter(house, User, people.admin.user_id, blocked_at=house.clock.now)
    alter(house, Vacancy, people.acme_vacancy, closed_at=house.clock.now, closed_as="filled")
    found = house.ask(people.recruiter, form_choices, **asked)
    assert {one.id for one in found.customers} == customers - {people.iryna.user_id}
    assert [one.id for one in found.staff] == [people.recruiter.user_id]
    assert found.closed
    with pytest.raises(NotAllowed):
        house.ask(people.pavlo, form_choices, **asked)


def test_who_is_behind_the_curtain_is_staffs_alone(house, people):
    found = house.ask(people.recruiter, form_choices, application_id=people.kyrylo_at_acme)
    assert not found.shown


def test_whoever_is_refused_is_not_invited(house, people):
    asked = {"vacancy_id": people.acme_vacancy}
    before = {
        one.application_id for one in house.ask(people.recruiter, candidates_to_invite, **asked)
    }
    assert {people.maryana_at_acme, people.yurii_at_acme, people.kyrylo_at_acme} <= before
    refused = stored(house, Stage, vacancy_id=people.acme_vacancy, key="refused")[0].id
    alter(house, Application, people.yurii_at_acme, stage_id=refused)
    after = {
        one.application_id for one in house.ask(people.recruiter, candidates_to_invite, **asked)
    }
    assert before - after == {people.yurii_at_acme}


def test_a_customer_filters_by_his_own_vacancies_only(house, people):
    mine = house.ask(people.recruiter, calendar_choices)
    assert {one.id for one in mine.recruiters} == {people.recruiter.user_id}
    assert {"Acme", "Globex"} <= {one.name for one in mine.companies}
    his = house.ask(people.iryna, calendar_choices)
    assert [one.id for one in his.vacancies] == [people.acme_vacancy]
    assert (his.recruiters, his.companies) == ((), ())


def test_what_is_ahead_of_a_customer_is_what_he_sees_himself(house, people):
    key = scheduled(house, people)
    scheduled(house, people, days=2, staff_only=True)
    scheduled(house, people, people.maryana_at_globex, days=3)
    dark = scheduled(house, people, people.kyrylo_at_acme, days=4)
    asked = {"customer_id": people.iryna.user_id}
    assert [one.id for one in house.ask(people.recruiter, next_of_customer, **asked)] == [key]
    late = scheduled(house, people, days=5, undone=True)
    assert [one.id for one in house.ask(people.recruiter, next_of_customer, **asked)] == [key]
    house.clock.pass_by(seconds=11)
    found = [one.id for one in house.ask(people.recruiter, next_of_customer, **asked)]
    assert found == [key, late]
    assert dark not in found
    for nobody in (people.admin.user_id, people.acme_vacancy):
        with pytest.raises(NotFound):
            house.ask(people.recruiter, next_of_customer, customer_id=nobody)
