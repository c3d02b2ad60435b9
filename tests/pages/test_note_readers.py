"""A note is opened to those whom the form has named, whatever changes while it is being written."""

import pytest

from services.ids import key_text
from services.notes.changing import edit_note
from services.notes.opening import open_note
from services.notes.readers import possible_readers
from services.notes.views import notes
from services.notes.writing import write as write_note
from services.vacancies.customers import tie, untie

pytestmark = pytest.mark.thorough


@pytest.fixture
def desk(open_tab, people):
    """A recruiter's tab with a candidate of Acme's vacancy before him."""
    tab = open_tab(people.recruiter)
    shown = tab.open("candidate", id=people.maryana, app=people.maryana_at_acme)
    assert not shown.broken
    assert "Without the tick it will be read by Acme" in shown.words
    return tab


def write(tab, words):
    """Type a note and open it; not sent yet."""
    next(one for one in tab.test.text_area if one.key.endswith("_body")).set_value(words)
    box = next(one for one in tab.test.checkbox if one.key.startswith("note_"))
    box.uncheck()
    return next(one for one in tab.test.button if "note_" in one.key and one.key.endswith("_save"))


def globex_comes(house, people):
    """A colleague ties another company to the vacancy meanwhile."""
    house.do(
        people.admin, tie, vacancy_id=people.acme_vacancy, customer_id=people.greta.user_id,
        across_companies=True,
    )  # fmt: skip


def read_by(house, people, viewer):
    return [one.body for one in house.ask(viewer, notes, candidate_id=people.maryana)]


def readers_at_acme(house, people):
    return house.ask(
        people.admin, possible_readers, candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
    )  # fmt: skip


def press(tab, key):
    """Press the newest button whose key begins so."""
    [*_, button] = [one for one in tab.test.button if one.key.startswith(key)]
    button.click()
    return tab.again()


def test_a_company_tied_meanwhile_does_not_read_it(house, people, desk):
    write(desk, "For Acme alone.").click()
    globex_comes(house, people)
    assert not desk.again().broken
    house.clock.pass_by(seconds=11)  # until then it can be undone, and nobody reads it
    assert "For Acme alone." in read_by(house, people, people.iryna)
    assert "For Acme alone." not in read_by(house, people, people.greta)
    assert "Globex" in desk.shown().words  # now it is named, and the next note is for it, too
    write(desk, "For both.").click()
    assert not desk.again().broken
    house.clock.pass_by(seconds=11)
    assert "For both." in read_by(house, people, people.greta)


def test_a_hidden_one_is_opened_to_those_on_its_button(house, people, desk):
    next(one for one in desk.test.text_area if one.key.endswith("_body")).set_value("Hidden.")
    next(one for one in desk.test.button if one.key.endswith("_save")).click()
    desk.again()
    assert not any("Hidden." in read_by(house, people, one) for one in people.customers[:3])
    globex_comes(house, people)
    assert not press(desk, "note_open_").broken
    house.clock.pass_by(seconds=11)
    assert "Hidden." in read_by(house, people, people.iryna)
    assert "Hidden." not in read_by(house, people, people.greta)


def test_where_the_named_are_gone_nothing_is_opened_to_others(house, people, desk):
    write(desk, "For nobody any more.").click()
    globex_comes(house, people)
    for customer in (people.iryna, people.pavlo, people.leo):
        house.do(people.admin, untie, vacancy_id=people.acme_vacancy, customer_id=customer.user_id)
    said = desk.again()
    assert not said.broken
    assert "For nobody any more." not in read_by(house, people, people.recruiter)
    assert "readers" in said.words.lower()


@pytest.fixture
def editing(house, people, desk):
    """The recruiter has a hidden note of his open to edit; returns its key."""
    note_id = house.do(
        people.recruiter, write_note, candidate_id=people.maryana,
        application_id=people.maryana_at_acme, body="Asks for 5000",
    )  # fmt: skip
    shown = desk.open(
        "candidate", id=people.maryana, app=people.maryana_at_acme, note=note_id, do="edit"
    )
    assert not shown.broken
    assert "Only staff read this" in shown.words
    return note_id


def type_and_save(desk, note_id, words):
    key = f"note_edit_{key_text(note_id)}"
    next(one for one in desk.test.text_area if one.key.startswith(key)).set_value(words)
    desk.test.button(key="note_edit_go").click()
    shown = desk.again()
    assert not shown.broken
    return shown


def test_what_is_edited_while_a_colleague_opens_it_waits_for_the_author(
    house, people, desk, editing
):
    """He is told who opened it to whom, keeps what he typed, and decides."""
    acme = next(one for one in readers_at_acme(house, people) if one.name == "Acme")
    house.do(people.admin, open_note, note_id=editing, version=1, open_for=[acme])
    shown = type_and_save(desk, editing, "Would take 4000")
    for words in (f"{people.admin.name} has saved this meanwhile", "Customers who read it: Acme",
                  "Readers: – → Acme", "Would take 4000"):  # fmt: skip
        assert words in shown.words
    house.clock.pass_by(seconds=11)
    assert "Asks for 5000" in read_by(house, people, people.iryna)
    desk.test.button(key=f"note_edit_{key_text(editing)}_mine").click()
    assert not desk.again().broken
    assert "Would take 4000" in read_by(house, people, people.iryna)


def test_edited_in_another_tab_both_texts_are_seen(house, people, desk, editing):
    house.do(people.recruiter, edit_note, note_id=editing, body="From the phone", version=1)
    shown = type_and_save(desk, editing, "From the desk")
    for words in ("Both of you changed", "From the phone", "From the desk"):
        assert words in shown.words
    desk.test.button(key=f"note_edit_{key_text(editing)}_mine").click()
    assert not desk.again().broken
    assert "From the desk" in read_by(house, people, people.recruiter)


def test_what_is_opened_is_what_was_read(house, people, desk):
    note_id = house.do(
        people.admin, write_note, candidate_id=people.maryana,
        application_id=people.maryana_at_acme, body="Strong.",
    )  # fmt: skip
    desk.again()
    house.do(people.admin, edit_note, note_id=note_id, body="Strong, but asks 5000", version=1)
    shown = press(desk, "note_open_")
    assert not shown.broken
    assert "It says something else by now" in shown.words
    house.clock.pass_by(seconds=11)
    assert not any("Strong" in body for body in read_by(house, people, people.iryna))
    assert not press(desk, "note_open_").broken
    house.clock.pass_by(seconds=11)
    assert "Strong, but asks 5000" in read_by(house, people, people.iryna)


def test_notes_of_the_other_vacancies_are_one_choice_away_however_few_there_are(
    house, people, open_tab
):
    house.do(
        people.recruiter, write_note,
        candidate_id=people.maryana, application_id=people.maryana_at_globex, body="Likes Kyiv",
    )  # fmt: skip
    tab = open_tab(people.recruiter)
    here = {"id": people.maryana, "app": people.maryana_at_acme}
    assert "Likes Kyiv" not in tab.open("candidate", **here).words
    (where,) = [one for one in tab.test.selectbox if one.key.endswith("_where")]
    where.select("all")
    assert "Likes Kyiv" in tab.again().words
    # Of whom nothing stands elsewhere there is nothing to choose.
    assert not tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme).broken
    assert not [one for one in tab.test.selectbox if one.key and one.key.endswith("_where")]
