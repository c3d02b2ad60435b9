"""Companies: the list, renaming, merging; and what merging shows to whom."""

import pytest

from db.integrity import orphans
from db.models import AuditEntry, Company, NoteReader, User, Vacancy
from services.companies import (
    card,
    choices,
    companies,
    merge,
    merge_preview,
    named,
    rename,
)
from services.customers import CustomerForm, edit
from services.customers import card as customer_card
from services.errors import Conflict, Duplicate, Invalid, NotFound
from services.notes.readers import readers_of_vacancy
from services.notes.views import notes
from services.notes.writing import write
from services.vacancies.customers import tie
from tests.factories import a_note, a_reader, plant, stored, the
from tests.people import viewer


@pytest.fixture
def acme(people):
    return people.iryna.company_id


@pytest.fixture
def globex(people):
    return people.greta.company_id


def opened_note(house, people, body, vacancy_id, application_id):
    readers = house.ask(people.recruiter, readers_of_vacancy, vacancy_id=vacancy_id)
    house.do(
        people.recruiter,
        write,
        candidate_id=people.maryana,
        application_id=application_id,
        body=body,
        open_for=readers,
    )
    house.clock.pass_by(seconds=10)


def read_by(house, email, people):
    found = house.ask(viewer(house, email), notes, candidate_id=people.maryana)
    return {note.body for note in found}


def merged(house, people, company_id, into_id):
    house.do(people.recruiter, merge, company_id=company_id, into_id=into_id)


def test_the_list_counts_customers_and_vacancies(house, people, acme, globex):
    house.do(people.recruiter, named, "Zeta")
    found = house.ask(people.recruiter, companies)
    assert [(one.name, one.customers, one.vacancies) for one in found] == [
        ("Acme", 3, 1), ("Globex", 1, 1), ("Zeta", 0, 0),
    ]  # fmt: skip
    one = house.ask(people.recruiter, card, company_id=acme)
    assert [(who.name, who.active) for who in one.customers] == [
        ("Iryna", True), ("Pavlo", True), ("Bohdan", False),
    ]  # fmt: skip
    assert [what.name for what in one.vacancies] == ["Backend Lead"]
    with pytest.raises(NotFound):
        house.ask(people.recruiter, card, company_id=1)


def test_renamed_its_customers_read_the_new_name(house, people, acme):
    house.do(people.recruiter, rename, company_id=acme, name="  Acme \u200b Group ")
    row = the(house, Company, acme)
    assert (row.name, row.folded_name) == ("Acme Group", "acme group")
    house.do(people.recruiter, rename, company_id=acme, name="ACME GROUP")  # another spelling
    assert the(house, Company, acme).name == "ACME GROUP"
    assert stored(house, AuditEntry, act="rename", object_id=acme)
    for bad in ("", " \u200b", "x" * 201):
        with pytest.raises(Invalid):
            house.do(people.recruiter, rename, company_id=acme, name=bad)


def test_a_name_that_is_taken_says_by_whom(house, people, acme, globex):
    with pytest.raises(Duplicate) as refused:
        house.do(people.recruiter, rename, company_id=acme, name="GLOBEX")
    assert refused.value.fields == {"what": "company", "company_id": globex, "name": "Globex"}
    assert the(house, Company, acme).name == "Acme"


def test_merged_everything_that_named_the_one_names_the_other(house, people, acme, globex):
    opened_note(house, people, "to Acme", people.acme_vacancy, people.maryana_at_acme)
    version = the(house, User, people.iryna.user_id).version
    merged(house, people, acme, globex)
    assert not stored(house, User, company_id=acme)
    assert not stored(house, Vacancy, company_id=acme)
    assert not stored(house, NoteReader, company_id=acme)
    assert the(house, User, people.iryna.user_id).version == version + 1
    assert [one.name for one in house.ask(people.recruiter, companies)] == ["Globex"]
    assert [one.name for one in house.ask(people.recruiter, choices)] == ["Globex"]
    assert house.ask(people.recruiter, card, company_id=globex).also_known_as == ("Acme",)
    with pytest.raises(NotFound):
        house.ask(people.recruiter, card, company_id=acme)
    entry = stored(house, AuditEntry, act="merge")[0]
    assert (entry.object_id, entry.actor_id) == (acme, people.recruiter.user_id)
    with house.installation.database.new_session() as session:
        assert orphans(session) == []


def test_every_column_that_names_a_company_is_moved():
    """A new one must be moved by `merge`, too: say so here once it is."""
    naming = {
        f"{table.name}.{key.parent.name}"
        for table in Company.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "companies"
    }
    assert naming == {
        "companies.merged_into_id", "users.company_id", "vacancies.company_id",
        "note_readers.company_id", "corrections.company_id",
    }  # fmt: skip


def test_merged_they_are_colleagues_and_only_on_what_each_sees(house, people, acme, globex):
    opened_note(house, people, "to Acme", people.acme_vacancy, people.maryana_at_acme)
    opened_note(house, people, "to Globex", people.globex_vacancy, people.maryana_at_globex)
    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.greta.user_id,
        across_companies=True,
    )
    assert read_by(house, "greta@globex.example", people) == {"to Globex"}
    assert read_by(house, "pavlo@acme.example", people) == {"to Acme"}
    merged(house, people, acme, globex)
    assert read_by(house, "greta@globex.example", people) == {"to Globex", "to Acme"}
    # Pavlo is tied to Acme's vacancy alone: the note of the other vacancy is not his
    assert read_by(house, "pavlo@acme.example", people) == {"to Acme"}
    assert read_by(house, "leo@alone.example", people) == {"to Acme"}  # he stood alone, named


def test_a_note_opened_to_both_is_opened_once(house, people, acme, globex):
    note = a_note(house, "to both", people.maryana, people.recruiter.user_id)
    plant(house, note, a_reader(note, company_id=acme), a_reader(note, company_id=globex))
    merged(house, people, acme, globex)
    assert [one.company_id for one in stored(house, NoteReader, note_id=note.id)] == [globex]
    assert "to both" in read_by(house, "pavlo@acme.example", people)


def test_the_preview_says_what_it_will_do_and_does_nothing(house, people, acme, globex):
    opened_note(house, people, "to Acme", people.acme_vacancy, people.maryana_at_acme)
    found = house.ask(people.recruiter, merge_preview, company_id=acme, into_id=globex)
    assert (found.name, found.into) == ("Acme", "Globex")
    assert (found.customers, found.customers_of_into) == (("Iryna", "Pavlo"), ("Greta",))
    assert (found.vacancies, found.notes, found.notes_of_into) == (1, 1, 0)


def test_with_itself_or_one_that_is_gone_nothing_is_merged(house, people, acme, globex):
    for act in (merge, merge_preview):
        with pytest.raises(Invalid):
            house.do(people.recruiter, act, company_id=acme, into_id=acme)
        with pytest.raises(NotFound):
            house.do(people.recruiter, act, company_id=acme, into_id=1)
    merged(house, people, acme, globex)
    for pair in ((acme, globex), (globex, acme)):
        with pytest.raises(NotFound):
            merged(house, people, *pair)


def test_the_former_name_leads_to_the_other(house, people, acme, globex):
    merged(house, people, acme, globex)
    assert house.do(people.recruiter, named, "ACME") == globex
    third = house.do(people.recruiter, named, "Initech")
    with pytest.raises(Duplicate) as refused:
        house.do(people.recruiter, rename, company_id=third, name="acme")
    assert refused.value.fields["company_id"] == globex
    merged(house, people, globex, third)
    assert house.do(people.recruiter, named, "Acme") == third  # and on
    house.do(people.recruiter, rename, company_id=third, name="Acme")
    assert house.ask(people.recruiter, card, company_id=third).name == "Acme"
    assert house.ask(people.recruiter, card, company_id=third).also_known_as == (
        "Globex", "Initech",
    )  # fmt: skip
    assert {house.do(people.recruiter, named, name) for name in ("Acme", "Initech")} == {third}


def test_a_form_opened_before_does_not_bring_the_company_back(house, people, acme, globex):
    before = house.ask(people.recruiter, customer_card, customer_id=people.pavlo.user_id)
    form = CustomerForm(
        **{name: getattr(before, name) for name in CustomerForm.__dataclass_fields__}
    )
    merged(house, people, acme, globex)
    with pytest.raises(Conflict):
        house.do(
            people.recruiter,
            edit,
            customer_id=people.pavlo.user_id,
            form=form,
            version=before.version,
        )


def test_customers_of_both_look_again(house, people, acme, globex):
    woken = set()
    for customer in people.customers:
        house.installation.live.subscribe(
            customer.user_id, lambda name=customer.name: woken.add(name)
        )
    merged(house, people, acme, globex)
    assert woken == {"Iryna", "Pavlo", "Greta"}
