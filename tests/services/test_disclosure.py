"""Decision 3: what is hidden is hidden everywhere, in whatever text it was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models import Candidate, Note
from services.applications.moving import move
from services.applications.presenting import present
from services.applications.views import history, of_vacancy
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.forms import add as add_candidate
from services.candidates.forms import edit as edit_candidate
from services.candidates.listing import candidates
from services.candidates.own import own_matching
from services.candidates.resumes import save_version
from services.candidates.views import candidate
from services.candidates.vocabulary import vocabulary
from services.disclosure import CUT, Disclosure, disclosure
from services.notes.views import notes
from services.notes.writing import write
from services.notifications import notifications
from services.search.words import question
from tests.factories import alter, stage_id, stored, the
from tests.services.test_query_budgets import counted

PHONE, EMAIL, HANDLE = "+380 67 555 12 34", "olena.h@mail.example", "@olena_dev"
SECRETS = ("555 12 34", "5551234", "olena.h", "olena_dev")


@pytest.fixture
def olena(house, people):
    """Presented to Acme; then her contacts were written wherever there is room."""
    candidate_id = house.do(people.recruiter, add_candidate, form=CandidateForm("Olena"))
    act = {"vacancy_id": people.acme_vacancy, "candidate_ids": [candidate_id]}
    house.do(people.recruiter, present, **act, message="Her number")
    form = CandidateForm(
        first_name=f"Olena {PHONE}",
        last_name=f"H. {HANDLE}",
        headline=f"Data engineer, write to {EMAIL}",
        city=f"Lviv (tg {HANDLE})",
        contacts=(
            ContactForm("phone", PHONE),
            ContactForm("email", EMAIL),
            ContactForm("telegram", HANDLE),
        ),
        skills=("Python", f"call {PHONE}"),
        categories=(f"Data {EMAIL}",),
    )
    named = {"candidate_id": candidate_id, "version": the(house, Candidate, candidate_id).version}
    house.do(people.recruiter, edit_candidate, form=form, **named)
    (note,) = stored(house, Note, candidate_id=candidate_id)
    alter(house, Note, note.id, body=f"Her number is {PHONE}")
    html = f"<h2>Olena</h2><p>Ring +38<b>0 67 555</b> 12 34 or {EMAIL}</p>"
    house.do(people.recruiter, save_version, candidate_id=candidate_id, html=html)
    house.clock.pass_by(minutes=1)
    return candidate_id


def everything_on(house, viewer, vacancy_id, candidate_id):
    """All that a viewer is told of a candidate, by where it stands."""
    rows = house.ask(viewer, of_vacancy, vacancy_id=vacancy_id).rows
    (application,) = (row for row in rows if row.candidate_id == candidate_id)
    return {
        "the vacancy's list": application,
        "the list": house.ask(viewer, candidates),
        "the card": house.ask(viewer, candidate, candidate_id=candidate_id),
        "notes": house.ask(viewer, notes, candidate_id=candidate_id),
        "history": house.ask(viewer, history, application_id=application.id),
        "notifications": house.ask(viewer, notifications),
        "vocabulary": house.ask(viewer, vocabulary),
    }


def test_contacts_written_anywhere_are_cut_for_whom_they_are_hidden(house, people, olena):
    (application_id,) = {
        row.id
        for row in house.ask(people.pavlo, of_vacancy, vacancy_id=people.acme_vacancy).rows
        if row.candidate_id == olena
    }
    house.do(
        people.pavlo,
        move,
        application_id=application_id,
        to_stage_id=stage_id(house, people.acme_vacancy, "refused"),
        reason=f"Did not answer at {PHONE} nor {EMAIL}",
    )
    house.do(
        people.pavlo,
        write,
        candidate_id=olena,
        application_id=application_id,
        body=f"I wrote to {HANDLE}",
    )
    open_to_pavlo = everything_on(house, people.pavlo, people.acme_vacancy, olena)
    hidden_from_iryna = everything_on(house, people.iryna, people.acme_vacancy, olena)
    for place, shown in open_to_pavlo.items():
        assert any(secret in repr(shown) for secret in SECRETS), f"nothing to hide in {place}"
    for place, shown in hidden_from_iryna.items():
        for secret in SECRETS:
            assert secret not in repr(shown), f"{secret} in {place}"
    card = hidden_from_iryna["the card"]
    assert card.contacts_hidden
    assert card.contacts == ()
    assert card.headline == f"Data engineer, write to {CUT}"
    assert f"Ring {CUT}" in card.resume.html
    assert "<h2>Olena</h2>" in card.resume.html
    assert card.name.startswith("Olena")


def test_ones_own_words_are_given_back_as_typed(house, people, olena):
    (application_id,) = {
        row.id
        for row in house.ask(people.iryna, of_vacancy, vacancy_id=people.acme_vacancy).rows
        if row.candidate_id == olena
    }
    body = "Our own number is +380 44 111 22 33"
    house.do(people.iryna, write, candidate_id=olena, application_id=application_id, body=body)
    hers = house.ask(people.iryna, notes, candidate_id=olena)[-1]
    assert hers.body == body


def test_a_contact_split_between_two_fields_is_cut_in_both(house, people):
    alter(house, Candidate, people.maryana, first_name="Maryana +380 67", last_name="555 12 34")
    card = house.ask(people.iryna, candidate, candidate_id=people.maryana)
    assert "555 12 34" not in repr(card)
    open_card = house.ask(people.pavlo, candidate, candidate_id=people.maryana)
    assert (open_card.first_name, open_card.last_name) == ("Maryana +380 67", "555 12 34")


def test_a_hidden_contact_is_not_found_by_searching(house, people, olena):
    """Threat 3: the search must not answer «does his number begin with 0675?»."""

    def found(viewer, search):
        page = house.ask(viewer, candidates, search=search)
        assert page.found == len(page.rows)
        return page.found

    for piece in ("+380 67 555", "067", "555", "olena_dev", "@", "_dev"):
        assert found(people.iryna, piece) == 0, piece
    for piece in ("+380 67 555", "555", "olena_dev"):
        assert found(people.pavlo, piece) == found(people.recruiter, piece) == 1, piece
    assert found(people.iryna, "olena") == 1
    assert found(people.iryna, "OLENA") == 1
    assert found(people.iryna, "") == found(people.pavlo, "") == 3


def test_pages_of_a_search_with_contacts_hidden(house, people, olena, page_size):
    page_size(1)
    first = house.ask(people.iryna, candidates, search="engin")
    assert (first.found, len(first.rows)) == (3, 1)
    second = house.ask(people.iryna, candidates, search="engin", before=first.next_before)
    third = house.ask(people.iryna, candidates, search="engin", before=second.next_before)
    ids = [page.rows[0].id for page in (first, second, third)]
    assert ids == sorted({olena, people.yurii, people.maryana}, reverse=True)
    assert third.next_before is None


def test_the_redactor_reads_for_one_purpose_only(house, people):
    """Nothing is asked in the redactor's name for a viewer who sees contacts."""
    with_contacts = house.ask(people.pavlo, disclosure, [people.maryana])
    assert with_contacts.known is None
    without = house.ask(people.iryna, disclosure, [people.maryana])
    assert without.known == {people.maryana: ("+380 67 123 45 00", "maryana@mail.example")}
    assert house.ask(people.iryna, disclosure, []).known == {}
    assert without.text(people.maryana, "") == ""
    assert without.html(people.maryana, "") == ""
    assert without.text(people.maryana, "call +380 67 123 45 00") == f"call {CUT}"


@settings(max_examples=25)
@given(number=st.integers(10_000_000, 99_999_999))
def test_what_a_customer_gets_is_the_same_for_any_two_numbers(number):
    """Threat 3, as a property: replaced by another, the number changes nothing that is told."""
    digits = f"{number:08}"
    phone = f"+380 9{digits[0]} {digits[1:4]} {digits[4:6]} {digits[6:]}"

    texts = (f"Call {phone} today", f"Olena {phone}", f"{phone}", f"ring {phone.replace(' ', '')}")
    rules = Disclosure({1: (phone,)})
    assert [rules.text(1, text) for text in texts] == [
        f"Call {CUT} today",
        f"Olena {CUT}",
        CUT,
        f"ring {CUT}",
    ]


def test_readers_of_a_note_are_asked_by_name(house, people, olena):
    """A customer is told of his own side alone, whoever else reads the note."""
    (note,) = house.ask(people.iryna, notes, candidate_id=olena)
    assert note.readers == ("Acme",)
    (note,) = house.ask(people.leo, notes, candidate_id=olena)
    assert note.readers == ("Leo",)
    (note,) = house.ask(people.recruiter, notes, candidate_id=olena)
    assert set(note.readers) == {"Acme", "Leo"}


def test_a_search_does_the_same_work_whatever_of_it_was_cut_out(house, people, monkeypatch):
    """Else the time that an answer takes tells him what is hidden from him."""
    alter(house, Candidate, people.maryana, headline="Ask zebra77@mail.example", city="Kyiv")
    cut = []
    for name in ("text", "without_contacts", "name", "html"):
        real = getattr(Disclosure, name)

        def noted(rules, *what, real=real, name=name):
            cut.append((name, *(getattr(one, "id", one) for one in what)))
            return real(rules, *what)

        monkeypatch.setattr(Disclosure, name, noted)

    def work_for(typed):
        cut.clear()
        with counted(house.installation.database.engine) as sent:
            found = house.ask(people.iryna, own_matching, asked=question(typed))
        return found, [*sent], [*cut]

    nowhere = work_for("walrus88")
    assert nowhere[0] == []
    assert work_for("zebra77") == nowhere
    found, *work = work_for("kyiv")
    assert people.maryana in found
    assert work == [*nowhere[1:]]
