"""Shown to: who saw whom from when until when, in which version; what is known after taking back."""

import pytest

from services.applications.moving import move
from services.applications.opening import open_for_the_first_time
from services.applications.presenting import present, undo_presenting
from services.applications.shown import has_seen, seen_before, seen_by, still_known
from services.applications.to_present import preview
from services.candidates.resumes import save_version
from services.errors import NotAllowed, NotFound
from services.notes.writing import write
from services.vacancies.customers import tie, untie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from tests.factories import stage_id

pytestmark = pytest.mark.thorough


def shown(house, people, candidate_id):
    found = house.ask(people.recruiter, seen_by, candidate_id=candidate_id)
    return {(one.customer, one.vacancy): one for one in found}


def behind(house, people, application_id, vacancy_id):
    longlist = stage_id(house, vacancy_id, "longlist")
    house.do(people.recruiter, move, application_id=application_id, to_stage_id=longlist)


def test_to_everybody_tied_from_the_moment_he_is_seen(house, people):
    found = shown(house, people, people.maryana)
    assert {key for key in found if key[0] != "Bohdan"} == {
        ("Iryna", "Backend Lead"),
        ("Pavlo", "Backend Lead"),
        ("Leo", "Backend Lead"),
        ("Greta", "Site Engineer"),
    }
    one = found["Iryna", "Backend Lead"]
    assert (one.company, one.presented_by, one.last_at) == ("Acme", "Oksana Lytvyn", None)
    assert len(one.versions) == 1
    assert one.opened_at is None
    house.do(people.iryna, open_for_the_first_time, application_id=people.maryana_at_acme)
    assert shown(house, people, people.maryana)["Iryna", "Backend Lead"].opened_at is not None
    assert shown(house, people, people.kyrylo) == {}


def test_taken_back_and_shown_again_it_is_one_row_with_first_and_last_time(house, people):
    first = shown(house, people, people.maryana)["Iryna", "Backend Lead"].first_at
    house.clock.pass_by(minutes=5)
    behind(house, people, people.maryana_at_acme, people.acme_vacancy)
    ended = house.clock.now
    assert shown(house, people, people.maryana)["Iryna", "Backend Lead"].last_at == ended
    house.clock.pass_by(minutes=5)
    house.do(
        people.recruiter, save_version, candidate_id=people.maryana, html="<p>Seen by none</p>"
    )
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html="<p>Second</p>")
    house.do(
        people.recruiter, present, vacancy_id=people.acme_vacancy, candidate_ids=[people.maryana]
    )
    assert shown(house, people, people.maryana)["Iryna", "Backend Lead"].last_at == ended
    house.clock.pass_by(minutes=1)
    one = shown(house, people, people.maryana)["Iryna", "Backend Lead"]
    assert (one.first_at, one.last_at, len(one.versions)) == (first, None, 2)


def test_what_was_undone_never_happened(house, people):
    named = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.sofia]}
    batch = house.do(people.recruiter, present, **named).batch
    house.do(people.recruiter, undo_presenting, batch=batch)
    house.clock.pass_by(minutes=1)
    assert shown(house, people, people.sofia) == {}
    assert house.ask(people.recruiter, seen_before, **named) == []


def test_only_while_he_was_tied(house, people):
    pavlo = {"vacancy_id": people.acme_vacancy, "customer_id": people.pavlo.user_id}
    house.clock.pass_by(minutes=1)
    house.do(people.recruiter, untie, **pavlo)
    untied = house.clock.now
    house.clock.pass_by(minutes=1)
    named = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.sofia]}
    house.do(people.recruiter, present, **named)
    house.clock.pass_by(minutes=1)
    assert shown(house, people, people.maryana)["Pavlo", "Backend Lead"].last_at == untied
    assert ("Pavlo", "Backend Lead") not in shown(house, people, people.sofia)
    found = house.ask(people.recruiter, has_seen, customer_id=people.pavlo.user_id)
    assert {one.candidate for one in found} == {"Maryana Tkachenko", "Yurii Yizhakevych"}
    house.do(people.recruiter, tie, **pavlo, across_companies=True)
    tied = house.clock.now
    assert shown(house, people, people.sofia)["Pavlo", "Backend Lead"].first_at == tied


def test_per_customer_and_for_staff_only(house, people):
    found = house.ask(people.recruiter, has_seen, customer_id=people.greta.user_id)
    assert [(one.candidate, one.vacancy) for one in found] == [
        ("Maryana Tkachenko", "Site Engineer")
    ]
    for who in (people.recruiter.user_id, 1):
        with pytest.raises(NotFound):
            house.ask(people.recruiter, has_seen, customer_id=who)
    for customer in people.customers:
        with pytest.raises(NotAllowed):
            house.ask(customer, has_seen, customer_id=customer.user_id)


def test_before_linking_the_recruiter_is_told_where_this_company_saw_him(house, people):
    second = house.do(people.recruiter, add_vacancy, form=VacancyForm("Second", company="Acme"))
    named = {"vacancy_id": second, "candidate_ids": [people.maryana, people.kyrylo]}
    (one,) = house.ask(people.recruiter, seen_before, **named)
    assert (one.candidate, one.vacancy) == ("Maryana Tkachenko", "Backend Lead")
    asked = house.ask(people.recruiter, preview, **named)
    assert asked.before == (one,)
    assert [row.shown_before for row in asked.candidates if row.id == people.maryana] == [True]
    other = house.do(people.recruiter, add_vacancy, form=VacancyForm("Third", company="Initech"))
    named["vacancy_id"] = other
    assert house.ask(people.recruiter, seen_before, **named) == []


def test_what_customers_still_know_once_he_is_taken_back(house, people, post):
    known = house.ask(people.recruiter, still_known, application_id=people.maryana_at_acme)
    assert (known.opened, known.told_by_letter, known.their_notes) == ((), (), 0)
    house.do(people.iryna, open_for_the_first_time, application_id=people.maryana_at_acme)
    named = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    house.do(people.pavlo, write, body="Strong", **named)
    house.do(people.recruiter, write, body="Ours", **named)
    house.clock.pass_by(hours=1)
    post()
    known = house.ask(people.recruiter, still_known, application_id=people.maryana_at_acme)
    assert (known.opened, known.their_notes) == (("Iryna",), 1)
    assert known.told_by_letter == ("Iryna", "Leo", "Pavlo")
