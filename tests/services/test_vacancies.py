"""Vacancies: the form, the list with its counts, and what only staff read."""

from dataclasses import replace
from datetime import date

import pytest

from db.models import Candidate, Notification, Stage, User, Vacancy
from services.amounts import Salary
from services.applications.moving import move
from services.applications.presenting import present, undo_presenting
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.vacancies.closing import close, reopen
from services.vacancies.customers import tie
from services.vacancies.forms import VacancyForm, add, edit, recruiters
from services.vacancies.stages import DEFAULT_KEYS, stages_of
from services.vacancies.story import story
from services.vacancies.views import VacancyTerms, followers, vacancies, vacancy
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


def test_considered_are_those_presented_and_not_refused_for_staff_and_customers_alike(
    house, people
):
    def counts(viewer):
        row = next(
            row for row in house.ask(viewer, vacancies).rows if row.id == people.acme_vacancy
        )
        per_stage = {one.stage.key: one.candidates for one in row.stages if one.candidates}
        return per_stage, row.considered, row.unopened

    assert counts(people.iryna) == ({"new": 2}, 2, 2)
    assert counts(people.recruiter) == ({"longlist": 1, "new": 2}, 2, 0)
    several = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.kyrylo]}
    batch = house.do(people.recruiter, present, **several).batch  # not seen yet, can be undone
    assert counts(people.recruiter)[1] == counts(people.iryna)[1] == 2
    house.do(people.recruiter, undo_presenting, batch=batch)
    house.do(
        people.iryna,
        move,
        application_id=people.yurii_at_acme,
        to_stage_id=stage_id(house, people.acme_vacancy, "refused"),
    )
    assert counts(people.iryna) == ({"new": 1, "refused": 1}, 1, 2)
    assert counts(people.recruiter) == ({"longlist": 1, "new": 1, "refused": 1}, 1, 0)
    alter(house, Candidate, people.maryana, archived_at=house.clock.now)
    assert counts(people.iryna) == ({"refused": 1}, 0, 1)
    assert counts(people.recruiter) == ({"longlist": 1, "refused": 1}, 0, 0)


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


TERMS = replace(
    FORM,
    employment="full",
    employment_words=" three days  in the office",
    salary_from="45 000",
    salary_to="60\u00a0000",
    salary_currency="UAH",
    hires_wanted=2,
    deadline_on=date(2026, 12, 24),
    priority="high",
    requirements="SQL, no SAP",
    project="A bank",
    shows_age=True,
    gives_originals=True,
)


def test_terms_are_staffs_but_for_what_the_job_is(house, people):
    vacancy_id = house.do(people.recruiter, add, form=replace(TERMS, company="Acme"))
    house.do(people.recruiter, tie, vacancy_id=vacancy_id, customer_id=people.iryna.user_id)
    terms = house.ask(people.recruiter, vacancy, vacancy_id=vacancy_id).terms
    assert terms.salary == Salary(45_000, 60_000, "UAH")
    assert (terms.deadline_on, terms.priority) == (date(2026, 12, 24), "high")
    assert (terms.requirements, terms.project) == ("SQL, no SAP", "A bank")
    assert (terms.shows_salary, terms.shows_age, terms.gives_originals) == (False, True, True)
    hers = house.ask(people.iryna, vacancy, vacancy_id=vacancy_id).terms
    assert hers == VacancyTerms("full", "three days in the office", 2)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"salary_from": "-1"}, {"salary": "not_an_amount"}),
        ({"salary_from": "100 000,50"}, {"salary": "not_an_amount"}),
        ({"salary_to": "1e308"}, {"salary": "not_an_amount"}),
        ({"salary_to": "NaN"}, {"salary": "not_an_amount"}),
        ({"salary_to": "9" * 20}, {"salary": "not_an_amount"}),
        ({"salary_from": "70 000"}, {"salary": "ends_before"}),
        ({"salary_currency": "BTC"}, {"salary_currency": "unknown"}),
        ({"employment": "slave"}, {"employment": "unknown"}),
        ({"priority": "!"}, {"priority": "unknown"}),
        ({"hires_wanted": 0}, {"hires_wanted": "not_an_amount"}),
        ({"deadline_on": date(1, 1, 1)}, {"deadline_on": "not_a_day"}),
        ({"deadline_on": date(9999, 12, 31)}, {"deadline_on": "not_a_day"}),
    ],
)
def test_terms_that_cannot_be(house, people, changes, problems):
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, add, form=replace(TERMS, **changes))
    assert refused.value.problems == problems


def test_who_follows_is_told_beside_the_recruiter(house, people):
    one = house.ask(people.recruiter, vacancy, vacancy_id=people.acme_vacancy)
    form = VacancyForm(one.title, "Acme", recruiter_id=one.recruiter.id)
    named = {"vacancy_id": people.acme_vacancy}
    follow = replace(form, followers=(people.admin.user_id, people.recruiter.user_id))
    house.do(people.recruiter, edit, **named, form=follow, version=one.version)
    names = [person.name for person in house.ask(people.recruiter, followers, **named)]
    assert names == ["Anna Admin", "Oksana Lytvyn"]
    moved = {"application_id": people.yurii_at_acme}
    to = stage_id(house, people.acme_vacancy, "review")
    house.do(people.iryna, move, **moved, to_stage_id=to)
    told = [row.recipient_id for row in stored(house, Notification, kind="moved")]
    assert sorted(told) == sorted([people.admin.user_id, people.recruiter.user_id])
    alter(house, User, people.admin.user_id, blocked_at=house.clock.now)
    to = stage_id(house, people.acme_vacancy, "interview")
    house.do(people.iryna, move, **moved, to_stage_id=to)
    assert len(stored(house, Notification, kind="moved")) == 3
    house.do(people.recruiter, edit, **named, form=form, version=one.version + 1)
    assert house.ask(people.recruiter, followers, **named) == ()
    for nobody in (people.iryna.user_id, people.admin.user_id, 1):
        with pytest.raises(Invalid) as refused:
            house.do(people.recruiter, add, form=replace(form, followers=(nobody,)))
        assert refused.value.problems == {"followers": "unknown"}


def test_the_story_of_a_vacancy(house, people):
    named = {"vacancy_id": people.acme_vacancy}
    house.clock.pass_by(minutes=60)
    house.do(people.admin, close, **named, reason="cancelled")
    house.do(people.admin, close, **named, reason="filled")  # closed already
    house.clock.pass_by(minutes=60)
    house.do(people.recruiter, reopen, **named)
    house.do(people.recruiter, close, **named, reason="filled")
    told = house.ask(people.recruiter, story, **named)
    assert [(one.kind, one.by, one.closed_as) for one in told] == [
        ("closed", "Oksana Lytvyn", "filled"),
        ("reopened", "Oksana Lytvyn", ""),
        ("closed", "Anna Admin", "cancelled"),
        ("opened", "Oksana Lytvyn", ""),
    ]
    assert [one.happened_at for one in told] == sorted(
        (one.happened_at for one in told), reverse=True
    )
