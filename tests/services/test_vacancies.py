"""Vacancies: the form, the list with its counts, and what only staff read."""

from dataclasses import replace

import pytest

from db.models import Candidate, Stage, Vacancy
from services.applications.moving import move
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.vacancies.customers import tie
from services.vacancies.forms import VacancyForm, add, edit, recruiters
from services.vacancies.stages import DEFAULT_KEYS, stages_of
from services.vacancies.views import vacancies, vacancy
from tests.factories import alter, stage_id, stored

FORM = VacancyForm(
    " Data  Engineer ",
    company="globex",
    city="Lviv",
    description="First line\r\nSecond line\x00",
    private_notes="They pay late",
)


def test_added_with_the_default_stages_and_whoever_adds_it(house, people):
    vacancy_id = house.do(people.recruiter, add, form=FORM)
    found = house.ask(people.recruiter, vacancy, vacancy_id=vacancy_id)
    assert (found.title, found.company, found.city) == ("Data Engineer", "Globex", "Lviv")
    assert found.description == "First line\nSecond line"
    assert found.recruiter.name == "Oksana Lytvyn"
    stages = [(stage.key, stage.seen_by_customers, stage.outcome) for stage in found.stages]
    assert [key for key, _, _ in stages] == list(DEFAULT_KEYS)
    assert stages[0] == ("longlist", False, "")
    assert all(seen for _, seen, _ in stages[1:])
    assert [outcome for _, _, outcome in stages if outcome] == ["hired", "refused"]


def test_what_is_staffs_is_not_the_customers(house, people):
    vacancy_id = house.do(people.recruiter, add, form=replace(FORM, company="Acme"))
    house.do(people.recruiter, tie, vacancy_id=vacancy_id, customer_id=people.iryna.user_id)
    staffs = house.ask(people.recruiter, vacancy, vacancy_id=vacancy_id)
    assert staffs.private_notes == "They pay late"
    assert [person.name for person in staffs.customers] == ["Iryna"]
    hers = house.ask(people.iryna, vacancy, vacancy_id=vacancy_id)
    assert (hers.private_notes, hers.customers) == ("", ())
    assert hers.description == staffs.description
    assert [stage.key for stage in hers.stages] == list(DEFAULT_KEYS[1:])
    assert house.ask(people.iryna, stages_of, people.globex_vacancy) == {people.globex_vacancy: []}
    for vacancy_id in (people.globex_vacancy, 1):
        with pytest.raises(NotFound) as refused:
            house.ask(people.iryna, vacancy, vacancy_id=vacancy_id)
        assert refused.value.fields == {"model": "Vacancy"}


def test_considered_are_those_presented_and_not_refused(house, people):
    def counts(viewer):
        row = next(
            row for row in house.ask(viewer, vacancies).rows if row.id == people.acme_vacancy
        )
        per_stage = {one.stage.key: one.candidates for one in row.stages if one.candidates}
        return per_stage, row.considered, row.unopened

    assert counts(people.iryna) == ({"new": 2}, 2, 2)
    assert counts(people.recruiter) == ({"longlist": 1, "new": 2}, 3, 0)
    house.do(
        people.iryna,
        move,
        application_id=people.yurii_at_acme,
        to_stage_id=stage_id(house, people.acme_vacancy, "refused"),
    )
    assert counts(people.iryna) == ({"new": 1, "refused": 1}, 1, 2)
    assert counts(people.recruiter) == ({"longlist": 1, "new": 1, "refused": 1}, 2, 0)
    alter(house, Candidate, people.maryana, archived_at=house.clock.now)
    assert counts(people.iryna) == ({"refused": 1}, 0, 1)


def test_each_sees_the_vacancies_that_are_his(house, people):
    def titles(viewer):
        return [row.title for row in house.ask(viewer, vacancies).rows]

    assert titles(people.recruiter) == ["Site Engineer", "Backend Lead"]
    assert titles(people.iryna) == titles(people.leo) == ["Backend Lead"]
    assert titles(people.greta) == ["Site Engineer"]
    assert titles(people.bohdan) == []
    alter(house, Vacancy, people.acme_vacancy, archived_at=house.clock.now)
    assert titles(people.iryna) == []
    assert titles(people.recruiter) == ["Site Engineer"]
    with pytest.raises(NotFound):
        house.ask(people.iryna, vacancy, vacancy_id=people.acme_vacancy)
    assert house.ask(people.recruiter, vacancy, vacancy_id=people.acme_vacancy)


def test_two_who_save_at_once(house, people):
    before = house.ask(people.recruiter, vacancy, vacancy_id=people.acme_vacancy)
    named = {"vacancy_id": people.acme_vacancy, "version": before.version}
    house.do(people.recruiter, edit, form=replace(FORM, company="Acme"), **named)
    with pytest.raises(Conflict):
        house.do(people.admin, edit, form=replace(FORM, title="Second"), **named)
    after = house.ask(people.recruiter, vacancy, vacancy_id=people.acme_vacancy)
    assert (after.title, after.company) == ("Data Engineer", "Acme")
    assert after.version == before.version + 1
    assert len(stored(house, Stage, vacancy_id=people.acme_vacancy)) == len(DEFAULT_KEYS)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"title": " "}, {"title": "required"}),
        ({"title": "x" * 201}, {"title": "too_long"}),
        ({"description": "x" * 50_001}, {"description": "too_long"}),
        ({"title": "", "city": "x" * 201}, {"title": "required", "city": "too_long"}),
    ],
)
def test_every_field_that_is_not_accepted_is_named(house, people, changes, problems):
    for act, named in ((add, {}), (edit, {"vacancy_id": people.acme_vacancy, "version": 1})):
        with pytest.raises(Invalid) as refused:
            house.do(people.recruiter, act, form=replace(FORM, **changes), **named)
        assert refused.value.problems == problems
    assert len(stored(house, Vacancy)) == 2


def test_only_staff_are_responsible(house, people):
    names = [one.name for one in house.ask(people.recruiter, recruiters)]
    assert names == ["Anna Admin", "Oksana Lytvyn"]
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, add, form=replace(FORM, recruiter_id=people.iryna.user_id))
    assert refused.value.problems == {"recruiter_id": "unknown"}
    with pytest.raises(NotFound):
        house.do(people.recruiter, add, form=replace(FORM, recruiter_id=1))
    vacancy_id = house.do(
        people.recruiter, add, form=replace(FORM, recruiter_id=people.admin.user_id)
    )
    found = house.ask(people.recruiter, vacancy, vacancy_id=vacancy_id)
    assert found.recruiter.name == "Anna Admin"
    with pytest.raises(NotAllowed):
        house.do(people.iryna, add, form=FORM)


def test_pages_follow_one_another_without_gap_or_overlap(house, people, page_size):
    page_size(2)
    for number in range(3):
        house.do(people.recruiter, add, form=replace(FORM, title=f"Vacancy {number}"))
    seen, before = [], None
    while True:
        page = house.ask(people.recruiter, vacancies, before=before)
        assert len(page.rows) <= 2
        seen += [row.title for row in page.rows]
        before = page.next_before
        if before is None:
            break
    assert seen == ["Vacancy 2", "Vacancy 1", "Vacancy 0", "Site Engineer", "Backend Lead"]
