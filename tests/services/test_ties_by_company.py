"""Decision 2 where a company changes: ties that would cross by it are confirmed like new ones."""

from dataclasses import replace

import pytest

from db.models import AuditEntry, Company, User, Vacancy
from services.applications.views import of_vacancy
from services.customers import CustomerForm, block, card
from services.customers import edit as edit_customer
from services.errors import AcrossCompanies, NotAllowed, NotFound
from services.notes.views import notes
from services.vacancies.across import crossed_by_customer, crossed_by_vacancy
from services.vacancies.closing import close
from services.vacancies.customers import tie, untie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from services.vacancies.forms import edit as edit_vacancy
from services.vacancies.views import vacancy
from tests.factories import a_note, a_reader, alter, plant, stored, the
from tests.people import viewer
from tests.services.test_query_budgets import counted

pytestmark = pytest.mark.thorough


def change_customer(house, people, customer_id, *, confirmed=(), **changes):
    """Save his form as it stands, with these changes."""
    found = house.ask(people.recruiter, card, customer_id=customer_id)
    form = CustomerForm(
        **{name: getattr(found, name) for name in CustomerForm.__dataclass_fields__}
    )
    house.do(
        people.recruiter,
        edit_customer,
        customer_id=customer_id,
        form=replace(form, **changes),
        version=found.version,
        across_companies=confirmed,
    )


def change_vacancy(house, people, vacancy_id, company, *, confirmed=(), title="Backend Lead"):
    found = house.ask(people.recruiter, vacancy, vacancy_id=vacancy_id)
    house.do(
        people.recruiter,
        edit_vacancy,
        vacancy_id=vacancy_id,
        form=VacancyForm(title, company=company),
        version=found.version,
        across_companies=confirmed,
    )


def company_of(house, customer_id):
    company_id = the(house, User, customer_id).company_id
    return company_id and the(house, Company, company_id).name


@pytest.mark.parametrize("company", ["Globex", "Initech", ""])
def test_a_customers_company_does_not_change_under_his_vacancies(house, people, company):
    pavlo = people.pavlo.user_id
    with pytest.raises(AcrossCompanies):
        change_customer(house, people, pavlo, company=company, position="CTO")
    assert (company_of(house, pavlo), the(house, User, pavlo).position) == ("Acme", "")
    assert not stored(house, Company, name="Initech")  # nothing is left of it
    with pytest.raises(AcrossCompanies):  # confirmed was something else
        change_customer(house, people, pavlo, company=company, confirmed=[people.globex_vacancy])
    change_customer(house, people, pavlo, company=company, confirmed=[people.acme_vacancy])
    assert company_of(house, pavlo) == (company or None)
    entry = stored(house, AuditEntry, act="edit", object_id=pavlo)[-1]
    assert f'"across_companies": [{people.acme_vacancy}]' in entry.details


def test_where_nothing_is_crossed_nothing_is_asked(house, people):
    pavlo = people.pavlo.user_id
    change_customer(house, people, pavlo, company=" ACME ", position="CTO")  # another spelling
    change_customer(house, people, people.leo.user_id, company="Acme")  # now he is of its own
    assert company_of(house, people.leo.user_id) == "Acme"
    house.do(people.recruiter, untie, vacancy_id=people.acme_vacancy, customer_id=pavlo)
    change_customer(house, people, pavlo, company="Globex")
    nobodys = house.do(people.recruiter, add_vacancy, form=VacancyForm("Anybody"))
    house.do(people.recruiter, tie, vacancy_id=nobodys, customer_id=pavlo)
    change_customer(house, people, pavlo, company="Initech")
    assert company_of(house, pavlo) == "Initech"


def test_what_was_confirmed_once_is_asked_again_only_when_the_company_changes(house, people):
    greta = people.greta.user_id
    house.do(people.recruiter, tie, vacancy_id=people.acme_vacancy, customer_id=greta,
             across_companies=True)  # fmt: skip
    change_customer(house, people, greta, position="CTO")
    for company in ("Initech", ""):
        with pytest.raises(AcrossCompanies):
            change_customer(
                house, people, greta, company=company, confirmed=[people.globex_vacancy]
            )
    both = [people.acme_vacancy, people.globex_vacancy]
    change_customer(house, people, greta, company="Initech", confirmed=both)


@pytest.mark.parametrize("how", ["blocked", "closed"])
def test_the_blocked_and_the_closed_count_too(house, people, how):
    """He reads a closed vacancy, and would see it all once he is re-activated."""
    pavlo = people.pavlo.user_id
    if how == "blocked":
        house.do(people.recruiter, block, customer_id=pavlo)
    else:
        house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled")
    with pytest.raises(AcrossCompanies):
        change_customer(house, people, pavlo, company="Globex")
    with pytest.raises(AcrossCompanies):
        change_vacancy(house, people, people.acme_vacancy, "Globex")


def test_an_archived_vacancy_is_seen_by_nobody_and_asks_nothing(house, people):
    alter(house, Vacancy, people.acme_vacancy, archived_at=house.clock.now)
    change_customer(house, people, people.pavlo.user_id, company="Globex")


def test_a_vacancys_company_does_not_change_over_its_customers(house, people):
    ids = [people.iryna.user_id, people.pavlo.user_id, people.leo.user_id, people.bohdan.user_id]
    for company in ("Globex", "Initech"):
        with pytest.raises(AcrossCompanies):
            change_vacancy(house, people, people.acme_vacancy, company, title="Another")
        with pytest.raises(AcrossCompanies):  # one more than was confirmed
            change_vacancy(house, people, people.acme_vacancy, company, confirmed=ids[1:])
    row = the(house, Vacancy, people.acme_vacancy)
    assert (row.title, row.company_id) == ("Backend Lead", people.iryna.company_id)
    assert not stored(house, Company, name="Initech")
    change_vacancy(house, people, people.acme_vacancy, "ACME", title="Another")
    change_vacancy(house, people, people.acme_vacancy, "")  # nobody's: nothing to cross
    with pytest.raises(AcrossCompanies):  # and back again all but Leo are at home
        change_vacancy(house, people, people.acme_vacancy, "Acme")
    change_vacancy(house, people, people.acme_vacancy, "Acme", confirmed=ids[2:3])
    change_vacancy(house, people, people.acme_vacancy, "Globex", confirmed=ids)
    entry = stored(house, AuditEntry, act="edit", object_id=people.acme_vacancy)[-1]
    assert '"across_companies"' in entry.details


def test_of_a_customer_it_names_each_vacancy_with_what_he_then_sees(house, people):
    """Counted before for staff, and afterwards through his own scope."""
    pavlo, globex = people.pavlo, people.greta.company_id
    opened = [
        a_note(house, "to Globex", people.maryana, people.recruiter.user_id,
               application_id=people.maryana_at_acme),
        a_note(house, "in general", people.yurii, people.recruiter.user_id),
        a_note(house, "to him alone", people.yurii, people.recruiter.user_id),
        a_note(house, "to Acme", people.yurii, people.recruiter.user_id),
    ]  # fmt: skip
    readers = [
        *(a_reader(note, company_id=globex) for note in opened[:2]),
        a_reader(opened[2], customer_id=pavlo.user_id),
        a_reader(opened[3], company_id=pavlo.company_id),
    ]
    plant(house, *opened, *readers)
    asked = {"customer_id": pavlo.user_id}
    (found,) = house.ask(people.recruiter, crossed_by_customer, company="globex", **asked)
    assert (found.customer, found.company, found.vacancy, found.vacancy_company) == (
        "Pavlo", "Globex", "Backend Lead", "Acme",
    )  # fmt: skip
    assert (found.vacancy_id, found.candidates, found.notes) == (people.acme_vacancy, 2, 3)
    (new,) = house.ask(people.recruiter, crossed_by_customer, company="Initech", **asked)
    assert (new.company, new.candidates, new.notes) == ("Initech", 2, 1)
    (alone,) = house.ask(people.recruiter, crossed_by_customer, company=" ", **asked)
    assert (alone.company, alone.candidates, alone.notes) == ("", 2, 1)
    assert house.ask(people.recruiter, crossed_by_customer, company="Acme", **asked) == []

    change_customer(house, people, pavlo.user_id, company="Globex", confirmed=[people.acme_vacancy])
    he = viewer(house, "pavlo@acme.example")
    seen = house.ask(he, of_vacancy, vacancy_id=people.acme_vacancy)
    assert len(seen.rows) == found.candidates
    bodies = {
        note.body
        for candidate_id in (people.maryana, people.yurii)
        for note in house.ask(he, notes, candidate_id=candidate_id)
    }
    assert bodies == {"to Globex", "in general", "to him alone"}


def test_of_a_vacancy_it_names_each_customer_with_his_own_company(house, people):
    note = a_note(house, "to Acme", people.yurii, people.recruiter.user_id)
    plant(house, note, a_reader(note, company_id=people.iryna.company_id))
    asked = {"vacancy_id": people.acme_vacancy}
    found = house.ask(people.recruiter, crossed_by_vacancy, company="Initech", **asked)
    assert [(one.customer, one.company, one.candidates, one.notes) for one in found] == [
        ("Bohdan", "Acme", 2, 1),
        ("Iryna", "Acme", 2, 1),
        ("Leo", "", 2, 0),
        ("Pavlo", "Acme", 2, 1),
    ]
    assert {(one.vacancy, one.vacancy_company) for one in found} == {("Backend Lead", "Initech")}
    assert house.ask(people.recruiter, crossed_by_vacancy, company="", **asked) == []
    # It is Acme's: Leo's tie was confirmed when it was made.
    assert house.ask(people.recruiter, crossed_by_vacancy, company="ACME", **asked) == []


def test_as_many_statements_for_many_vacancies_as_for_one(house, people):
    pavlo = people.pavlo.user_id

    def asked():
        with counted(house.installation.database.engine) as sent:
            house.ask(people.recruiter, crossed_by_customer, customer_id=pavlo, company="Globex")
        return len(sent)

    one = asked()
    for number in range(6):
        form = VacancyForm(f"Another {number}", company="Acme")
        made = house.do(people.recruiter, add_vacancy, form=form)
        house.do(people.recruiter, tie, vacancy_id=made, customer_id=pavlo)
    assert asked() == one


def test_only_staff_are_told_and_only_of_customers(house, people):
    with pytest.raises(NotAllowed):
        house.ask(people.iryna, crossed_by_vacancy, vacancy_id=people.acme_vacancy, company="X")
    for customer_id in (people.recruiter.user_id, 1):
        with pytest.raises(NotFound):
            house.ask(people.recruiter, crossed_by_customer, customer_id=customer_id, company="X")
