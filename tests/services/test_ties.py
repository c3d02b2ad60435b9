"""Decision 2: tying across companies is confirmed, after reading what the customer will see."""

from dataclasses import replace

import pytest

from db.models import AuditEntry, Candidate, User, VacancyCustomer
from services.applications.presenting import present
from services.applications.views import of_vacancy
from services.candidates.listing import candidates
from services.customers import CustomerForm, add
from services.errors import AcrossCompanies, NotFound
from services.notes.readers import readers_of_vacancy
from services.notes.views import notes
from services.notes.writing import write
from services.vacancies.across import preview_of_new, tie_preview
from services.vacancies.customers import tie, untie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from tests.factories import a_note, a_reader, alter, plant, stored
from tests.people import viewer

FORM = CustomerForm("vira@initech.example", "Vira", company="Initech")


@pytest.fixture
def greta_at_acme(people):
    return {"vacancy_id": people.acme_vacancy, "customer_id": people.greta.user_id}


def tied_to(house, vacancy_id):
    return {
        row.customer_id for row in stored(house, VacancyCustomer, vacancy_id=vacancy_id)
        if row.untied_at is None
    }  # fmt: skip


def test_unconfirmed_nobody_of_another_company_is_tied(house, people, greta_at_acme):
    with pytest.raises(AcrossCompanies):
        house.do(people.recruiter, tie, **greta_at_acme)
    assert people.greta.user_id not in tied_to(house, people.acme_vacancy)
    house.do(people.recruiter, tie, **greta_at_acme, across_companies=True)
    assert people.greta.user_id in tied_to(house, people.acme_vacancy)
    entry = stored(house, AuditEntry, act="tie", object_id=people.acme_vacancy)[-1]
    assert '"across_companies": true' in entry.details
    house.do(people.recruiter, tie, **greta_at_acme)  # he is tied: nothing to confirm
    house.do(people.recruiter, untie, **greta_at_acme)
    with pytest.raises(AcrossCompanies):  # once more is asked once more
        house.do(people.recruiter, tie, **greta_at_acme)


def test_whoever_stands_alone_is_not_of_the_company_either(house, people):
    leo = {"vacancy_id": people.acme_vacancy, "customer_id": people.leo.user_id}
    house.do(people.recruiter, untie, **leo)
    assert house.ask(people.recruiter, tie_preview, **leo).crosses
    with pytest.raises(AcrossCompanies):
        house.do(people.recruiter, tie, **leo)


def test_nothing_is_crossed_within_a_company_or_where_there_is_none(house, people):
    second = house.do(people.recruiter, add_vacancy, form=VacancyForm("QA", company="acme"))
    nobodys = house.do(people.recruiter, add_vacancy, form=VacancyForm("Anybody"))
    for vacancy_id in (second, nobodys):
        named = {"vacancy_id": vacancy_id, "customer_id": people.iryna.user_id}
        assert not house.ask(people.recruiter, tie_preview, **named).crosses
        house.do(people.recruiter, tie, **named)
        assert tied_to(house, vacancy_id) == {people.iryna.user_id}


def test_a_new_customer_of_another_company_is_confirmed_too(house, people):
    for form in (FORM, replace(FORM, company="Globex")):
        with pytest.raises(AcrossCompanies):
            house.do(people.recruiter, add, form=form, vacancy_id=people.acme_vacancy)
    assert not stored(house, User, folded_email="vira@initech.example")
    house.do(people.recruiter, add, form=FORM)  # tied to nothing
    silent = replace(FORM, company="", email="silent@acme.example")
    house.do(people.recruiter, add, form=silent, vacancy_id=people.acme_vacancy)
    known = replace(FORM, email="v@initech.example")
    house.do(
        people.recruiter, add, form=known, vacancy_id=people.acme_vacancy, across_companies=True
    )
    assert viewer(house, "v@initech.example").user_id in tied_to(house, people.acme_vacancy)


def test_what_the_preview_names_is_what_he_sees(house, people, greta_at_acme):
    """Candidates and notes, counted before for staff and afterwards through his own scope."""
    globex = people.greta.company_id
    opened = [
        a_note(house, "on this vacancy", people.maryana, people.recruiter.user_id,
               application_id=people.maryana_at_acme),
        a_note(house, "in general", people.yurii, people.recruiter.user_id),
        a_note(house, "twice named", people.yurii, people.recruiter.user_id),
    ]  # fmt: skip
    waiting = a_note(house, "behind the curtain", people.kyrylo, people.recruiter.user_id)
    plant(
        house,
        *(one for note in (*opened, waiting) for one in (note, a_reader(note, company_id=globex))),
        a_reader(opened[2], customer_id=people.greta.user_id),
    )
    readers = house.ask(people.recruiter, readers_of_vacancy, vacancy_id=people.acme_vacancy)
    house.do(
        people.recruiter, write, candidate_id=people.yurii, application_id=people.yurii_at_acme,
        body="to Acme alone", open_for=readers,
    )  # fmt: skip
    found = house.ask(people.recruiter, tie_preview, **greta_at_acme)
    assert (found.crosses, found.customer, found.company) == (True, "Greta", "Globex")
    assert (found.vacancy, found.vacancy_company) == ("Backend Lead", "Acme")
    house.do(people.recruiter, tie, **greta_at_acme, across_companies=True)
    greta = viewer(house, "greta@globex.example")
    seen = house.ask(greta, of_vacancy, vacancy_id=people.acme_vacancy)
    assert found.candidates == len(seen.rows) == 2
    bodies = [
        note.body
        for candidate_id in (people.maryana, people.yurii)
        for note in house.ask(greta, notes, candidate_id=candidate_id)
    ]
    assert found.notes == len(bodies) == 3


def test_of_somebody_new_it_says_the_same(house, people):
    named = {"vacancy_id": people.acme_vacancy, "name": "Vira"}
    new = house.ask(people.recruiter, preview_of_new, company="Initech", **named)
    assert (new.crosses, new.company, new.candidates, new.notes) == (True, "Initech", 2, 0)
    known = house.ask(people.recruiter, preview_of_new, company="GLOBEX", **named)
    assert (known.crosses, known.company, known.candidates) == (True, "Globex", 2)
    own = house.ask(people.recruiter, preview_of_new, company="", **named)
    assert (own.crosses, own.company) == (False, "Acme")


def test_what_is_not_lit_is_not_counted(house, people, greta_at_acme):
    house.do(people.recruiter, present, vacancy_id=people.acme_vacancy,
             candidate_ids=[people.kyrylo])  # fmt: skip
    assert house.ask(people.recruiter, tie_preview, **greta_at_acme).candidates == 2  # undo window
    house.clock.pass_by(minutes=1)
    assert house.ask(people.recruiter, tie_preview, **greta_at_acme).candidates == 3
    alter(house, Candidate, people.kyrylo, archived_at=house.clock.now)
    assert house.ask(people.recruiter, tie_preview, **greta_at_acme).candidates == 2


def test_staff_and_strangers_are_not_previewed(house, people):
    for customer_id in (people.recruiter.user_id, 1):
        with pytest.raises(NotFound):
            house.ask(
                people.recruiter,
                tie_preview,
                vacancy_id=people.acme_vacancy,
                customer_id=customer_id,
            )
    assert house.ask(people.greta, candidates).found == 1
