"""Two people on one form: the second one is told who saved what; a customer is told nothing."""

from dataclasses import dataclass, replace

import pytest

from db.models import AuditEntry, Correction, Note, NoteReader
from services.candidates.corrections import accept, correct, undo
from services.candidates.forms import CandidateForm, ContactForm, edit
from services.candidates.particulars import particulars
from services.candidates.several import add_words
from services.candidates.updating import as_form
from services.candidates.views import candidate
from services.candidates.vocabulary import Terms
from services.conflicts import Change, Clash, saved_since, three_ways
from services.errors import Conflict
from services.notes.changing import edit_note
from services.notes.opening import hide_note, open_note
from services.notes.readers import possible_readers
from services.notes.writing import write
from tests.factories import stored, the

pytestmark = pytest.mark.thorough


def page_of(house, people, candidate_id):
    """What the edit page opens with: the form and its version."""

    def read(work):
        view = candidate(work, candidate_id=candidate_id)
        return as_form(view, particulars(work, candidate_id=candidate_id)), view.version

    return house.ask(people.recruiter, read)


def save(house, viewer, candidate_id, form, version):
    house.do(viewer, edit, candidate_id=candidate_id, form=form, version=version)


def test_the_second_one_is_told_who_changed_what_and_when(house, people):
    form, version = page_of(house, people, people.maryana)
    save(house, people.admin, people.maryana, replace(form, headline="Head", city="Lviv"), version)
    first_at = house.clock.now
    house.clock.pass_by(minutes=1)
    again, newer = page_of(house, people, people.maryana)
    save(house, people.admin, people.maryana, replace(again, city="Odesa"), newer)
    with pytest.raises(Conflict) as refused:
        save(house, people.recruiter, people.maryana, replace(form, headline="Mine"), version)
    latest, first = refused.value.fields["saved"]
    assert (latest.by, latest.changes) == (people.admin.name, (Change("city", "Lviv", "Odesa"),))
    assert first.at == first_at
    assert set(first.changes) == {
        Change("headline", form.headline, "Head"),
        Change("city", form.city, "Lviv"),
    }
    with pytest.raises(Conflict) as refused:
        save(house, people.recruiter, people.maryana, replace(form, headline="Mine"), newer)
    assert [one.at for one in refused.value.fields["saved"]] == [latest.at]


def test_the_trail_keeps_no_contact(house, people):
    form, version = page_of(house, people, people.maryana)
    way = ContactForm("email", "secret.way@mail.example")
    save(house, people.admin, people.maryana, replace(form, contacts=(way,)), version)
    assert "secret.way" not in "".join(one.details for one in stored(house, AuditEntry))


def test_what_only_one_touched_stays_and_what_both_touched_is_shown(house, people):
    base = CandidateForm("Ada", "Byron", headline="Analyst", city="London", skills=("a",))
    mine = replace(base, headline="Head", city="Paris", last_name="Lovelace")
    theirs = replace(base, headline="Lead", city="Paris", skills=("a", "b"))
    merge = three_ways(base, mine, theirs)
    assert merge.clashes == (Clash("headline", "Head", "Lead"),)
    assert merge.adopted == ("skills",)
    assert merge.mine_on_top == replace(mine, skills=("a", "b"))
    assert merge.theirs_kept == replace(mine, skills=("a", "b"), headline="Lead")


def test_forms_within_forms_are_put_together_field_by_field():
    @dataclass(frozen=True)
    class Inner:
        one: str
        two: str

    @dataclass(frozen=True)
    class Outer:
        inner: Inner

    base = Outer(Inner("1", "2"))
    merge = three_ways(base, Outer(Inner("mine", "2")), Outer(Inner("theirs", "changed")))
    assert merge.mine_on_top == Outer(Inner("mine", "changed"))
    assert merge.theirs_kept == Outer(Inner("theirs", "changed"))
    assert (merge.clashes, merge.adopted) == ((Clash("one", "mine", "theirs"),), ("two",))


def test_words_given_to_several_are_a_save_like_any_other(house, people):
    form, version = page_of(house, people, people.maryana)
    house.do(people.admin, add_words, candidate_ids=[people.maryana], categories=["Remote"])
    with pytest.raises(Conflict) as refused:
        save(house, people.recruiter, people.maryana, form, version)
    (saved,) = refused.value.fields["saved"]
    (change,) = saved.changes
    assert (saved.by, change.field) == (people.admin.name, "categories")
    assert "Remote" in change.after
    assert "Remote" not in change.before


def test_a_customer_learns_nothing_from_a_conflict(house, people):
    """Whatever staff changed meanwhile, his correction holds, and nothing tells him of it."""
    form, version = page_of(house, people, people.maryana)
    secret = ContactForm("phone", "+380 67 000 99 88")
    save(house, people.admin, people.maryana, replace(form, contacts=(secret,)), version)
    for viewer in people.customers:
        told = house.ask(
            viewer, saved_since, kind="candidate", object_id=people.maryana, version=version
        )
        assert told == ()
    batch = house.do(
        people.iryna,
        correct,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        added=Terms(("Haskell",), ()),
        removed=Terms(form.skills[:1]),
    )
    assert batch
    waiting = house.do(
        people.iryna,
        correct,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
        added=Terms(("Erlang",), ()),
        removed=Terms(()),
    )
    keys = corrections_of(house, waiting)
    house.do(people.recruiter, accept, correction_ids=keys)
    with pytest.raises(Conflict) as refused:
        house.do(people.iryna, undo, correction_ids=keys)
    assert refused.value.fields == {}
    newer = version + 1
    with pytest.raises(Conflict) as refused:  # staff read who accepted which word meanwhile
        save(house, people.admin, people.maryana, form, newer)
    (saved,) = refused.value.fields["saved"]
    assert (saved.by, saved.changes) == (people.recruiter.name, (Change("skills", "", "Erlang"),))


def corrections_of(house, batch):
    return [one.id for one in stored(house, Correction, batch=batch)]


def test_two_of_a_customers_own_tabs_tell_no_name(house, people):
    note_id = house.do(
        people.iryna, write, candidate_id=people.maryana, body="Good",
        application_id=people.maryana_at_acme,
    )  # fmt: skip
    version = the(house, Note, note_id).version
    house.do(people.iryna, edit_note, note_id=note_id, body="Better", version=version)
    with pytest.raises(Conflict) as refused:
        house.do(people.iryna, edit_note, note_id=note_id, body="Best", version=version)
    assert refused.value.fields["saved"] == ()


@pytest.fixture
def hidden(house, people):
    """A note of the recruiter's that only staff read, and Acme as its possible reader."""
    about = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    offered = house.ask(people.recruiter, possible_readers, **about)
    acme = next(one for one in offered if one.name == "Acme")
    return house.do(people.recruiter, write, body="Asks for 5000", **about), acme


def open_to(house, viewer, note_id, reader, version):
    house.do(viewer, open_note, note_id=note_id, version=version, open_for=[reader])


def test_who_edits_a_note_is_told_who_reads_it_by_now(house, people, hidden):
    """Nothing is written for staff alone that a customer then reads."""
    note_id, acme = hidden
    open_to(house, people.admin, note_id, acme, version=1)
    with pytest.raises(Conflict) as refused:
        house.do(people.recruiter, edit_note, note_id=note_id, body="Takes 4000", version=1)
    (saved,) = refused.value.fields["saved"]
    assert (saved.by, saved.changes) == (people.admin.name, (Change("readers", "", "Acme"),))
    stands = refused.value.fields["stands"]
    house.do(people.admin, hide_note, note_id=note_id)
    with pytest.raises(Conflict) as refused:
        house.do(people.recruiter, edit_note, note_id=note_id, body="For you", version=stands)
    (saved,) = refused.value.fields["saved"]
    assert saved.changes == (Change("readers", "Acme", ""),)
    assert the(house, Note, note_id).body == "Asks for 5000"


def test_who_opens_a_note_has_read_what_it_says(house, people, hidden):
    note_id, acme = hidden
    house.do(people.recruiter, edit_note, note_id=note_id, body="Takes 4000", version=1)
    with pytest.raises(Conflict) as refused:
        open_to(house, people.admin, note_id, acme, version=1)
    (saved,) = refused.value.fields["saved"]
    assert saved.by == people.recruiter.name
    assert stored(house, NoteReader, note_id=note_id) == []
    open_to(house, people.admin, note_id, acme, version=refused.value.fields["stands"])
    assert len(stored(house, NoteReader, note_id=note_id)) == 1
