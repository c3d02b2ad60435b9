"""Who is in the base already is said before saving; two on one page lose nothing."""

from dataclasses import replace

import pytest

from db.models import Application, Candidate, CandidateContact, ResumeOriginal
from services.applications.moving import link
from services.candidates.forms import CandidateForm, ContactForm, add, edit
from services.ids import key_text
from tests.factories import alter, stored, the
from tests.pages.tab import Tab, signed_in
from tests.services.test_conflicts import page_of

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

OLENA = CandidateForm(
    "Олена",
    "Бондар",
    headline="Accountant",
    city="Київ",
    contacts=(ContactForm("phone", "+380 67 123-45-67"),),
    skills=("IFRS",),
)
RESUME = """Olena Bondar
Chief accountant
Kyiv
Phone: 067 123 45 67, olena.bondar@mail.example
"""


@pytest.fixture
def olena(house, people):
    return house.do(people.recruiter, add, form=OLENA)


@pytest.fixture
def tab(house, people):
    return Tab(house, signed_in(house, people.recruiter))


def of(house, last_name="Bondar"):
    return stored(house, Candidate, last_name=last_name)


def type_in(tab, prefix="candidate_new", **fields):
    for field, value in fields.items():
        tab.test.text_input(key=f"{prefix}_{field}").set_value(value)
    return tab.again()


def keys_of_buttons(tab):
    return {one.key for one in tab.test.button}


def press(tab, key):
    tab.test.button(key=key).click()
    return tab.again()


def paste(tab, text):
    tab.test.text_area(key="candidate_new_pasted").set_value(text)
    return press(tab, "candidate_new_read_pasted")


def test_a_twin_is_shown_side_by_side_before_anything_is_saved(house, people, tab, olena):
    house.do(people.recruiter, link, candidate_id=olena, vacancy_id=people.acme_vacancy)
    tab.open("candidate-edit")
    assert "Perhaps in the base already" not in tab.shown().words
    shown = type_in(tab, first_name="Olena", last_name="Bondar", value_0="0671234567")
    assert shown.broken == ()
    for words in (
        "Perhaps in the base already",
        "Олена Бондар",
        "Accountant",
        "same phone",
        "IFRS",
    ):
        assert words in shown.words
    assert "Longlist" in shown.words
    assert "candidate_new_save" not in keys_of_buttons(tab)
    press(tab, "candidate_new_anyway")
    assert [one.first_name for one in of(house)] == ["Olena"]


def test_a_twin_whom_the_company_of_the_vacancy_was_shown_is_said_to_be(house, people, tab):
    said = "This company was shown the candidate already: “Backend Lead”"
    for place, seen in (({"vacancy": people.acme_vacancy}, True), ({}, False)):
        tab.open("candidate-edit", **place)
        shown = type_in(tab, first_name="Maryana", value_0="maryana@mail.example")
        assert "Perhaps in the base already" in shown.words
        assert (said in shown.words) is seen
    tab.open("candidate-edit", vacancy=people.acme_vacancy)
    type_in(tab, first_name="Maryana", value_0="maryana@mail.example")
    shown = press(tab, f"candidate_new_update_{key_text(people.maryana)}")
    assert (shown.broken, shown.title) == ((), "Edit applicant’s profile")
    assert said in shown.words


def test_a_press_meant_before_the_twin_came_into_view_adds_nobody(house, tab, olena):
    tab.open("candidate-edit")
    type_in(tab, first_name="Olena", last_name="Bondar")
    tab.test.text_input(key="candidate_new_value_0").set_value("067 123 45 67")
    shown = press(tab, "candidate_new_save")
    assert "Perhaps in the base already" in shown.words
    assert of(house) == []
    assert tab.test.text_input(key="candidate_new_first_name").value == "Olena"


def test_two_recruiters_add_the_same_one_at_once(house, people, tab, monkeypatch):
    """The other one was quicker by a moment: the page shows him instead of a second one."""
    tab.open("candidate-edit")
    type_in(tab, first_name="Olena", last_name="Bondar", value_0="0671234567")

    def looked_too_early(_viewer, _form):
        monkeypatch.undo()
        house.do(people.admin, add, form=OLENA)
        return []

    monkeypatch.setattr("pages.ui.staff.candidate_new.like_new", looked_too_early)
    shown = press(tab, "candidate_new_save")
    assert shown.broken == ()
    assert "Perhaps in the base already" in shown.words
    assert of(house) == []
    assert len(of(house, "Бондар")) == 1
    press(tab, "candidate_new_anyway")
    assert len(of(house)) == 1


def test_updating_him_adds_what_came_in_and_overwrites_nothing(house, people, tab, olena):
    alter(house, Candidate, olena, archived_at=house.clock.now)
    tab.open("candidate-edit", vacancy=people.acme_vacancy)
    shown = paste(tab, RESUME)
    assert "Perhaps in the base already: Олена Бондар" in shown.words
    assert "archived" in shown.words
    tab.test.text_input(key="candidate_new_headline").set_value("Chief accountant")
    tab.test.text_input(key="candidate_new_patronymic").set_value("Петрівна")
    tab.again()
    shown = press(tab, f"candidate_new_update_{key_text(olena)}")
    assert shown.broken == ()
    assert shown.title == "Edit applicant’s profile"
    prefix = f"candidate_{key_text(olena)}"
    value = {one.key: one.value for one in tab.test.text_input}
    assert value[f"{prefix}_first_name"] == "Олена"
    assert value[f"{prefix}_headline"] == "Accountant"
    assert value[f"{prefix}_patronymic"] == "Петрівна"
    assert value[f"{prefix}_value_1"] == "olena.bondar@mail.example"
    assert "Filled differently" in shown.words
    assert stored(house, ResumeOriginal, candidate_id=olena) == []
    press(tab, f"{prefix}_take_headline")
    assert tab.test.text_input(key=f"{prefix}_headline").value == "Chief accountant"

    shown = press(tab, "candidate_edit_save")
    assert shown.broken == ()
    saved = the(house, Candidate, olena)
    assert (saved.first_name, saved.headline) == ("Олена", "Chief accountant")
    assert (saved.patronymic, saved.archived_at) == ("Петрівна", None)
    ways = [one.value for one in stored(house, CandidateContact, candidate_id=olena)]
    assert ways == ["+380 67 123-45-67", "olena.bondar@mail.example"]
    (original,) = stored(house, ResumeOriginal, candidate_id=olena)
    assert house.installation.files.read(original.stored_as).decode() == RESUME
    (linked,) = stored(house, Application, candidate_id=olena)
    assert linked.vacancy_id == people.acme_vacancy
    assert of(house) == []


def test_skipping_adds_nobody(house, tab, olena):
    tab.open("candidate-edit")
    type_in(tab, first_name="Olena", last_name="Bondar", city="Kyiv")
    shown = press(tab, "candidate_new_skip")
    assert shown.broken == ()
    assert of(house) == []


def test_a_contact_of_somebody_else_is_said_before_it_is_saved(house, people, tab, olena):
    prefix = f"candidate_{key_text(people.sofia)}"
    tab.open("candidate-edit", id=people.sofia)
    assert "Perhaps in the base already" not in tab.shown().words
    number = len([one for one in tab.test.text_input if one.key.startswith(f"{prefix}_value_")]) - 1
    tab.test.text_input(key=f"{prefix}_value_{number}").set_value("067 123 45 67")
    shown = press(tab, "candidate_edit_save")
    assert shown.broken == ()
    assert "please compare, then press once more" in shown.words
    assert "Олена Бондар" in shown.words
    before = len(stored(house, CandidateContact, candidate_id=people.sofia))
    press(tab, "candidate_edit_save")
    assert len(stored(house, CandidateContact, candidate_id=people.sofia)) == before + 1


def test_the_second_one_sees_both_values_and_saves_over_it(house, people, tab):
    conflict(house, people, tab)
    prefix = f"candidate_{key_text(people.maryana)}"
    shown = press(tab, "candidate_edit_save")
    assert shown.broken == ()
    for words in (f"{people.admin.name} has saved this meanwhile", "Both of you changed", "Theirs",
                  "Mine", "Stays as saved meanwhile: City"):  # fmt: skip
        assert words in shown.words
    assert tab.test.text_input(key=f"{prefix}_headline").value == "Mine"
    press(tab, f"{prefix}_mine")
    saved = the(house, Candidate, people.maryana)
    assert (saved.headline, saved.city, saved.patronymic) == ("Mine", "Odesa", "Ivanivna")


def test_the_second_one_keeps_theirs_and_saves_the_rest(house, people, tab):
    conflict(house, people, tab)
    press(tab, "candidate_edit_save")
    shown = press(tab, f"candidate_{key_text(people.maryana)}_theirs")
    assert shown.broken == ()
    saved = the(house, Candidate, people.maryana)
    assert (saved.headline, saved.city, saved.patronymic) == ("Theirs", "Odesa", "Ivanivna")


def test_a_third_save_while_one_decides_is_told_again(house, people, tab):
    conflict(house, people, tab)
    press(tab, "candidate_edit_save")
    form, version = page_of(house, people, people.maryana)
    newest = replace(form, headline="Newest")
    house.do(people.admin, edit, candidate_id=people.maryana, form=newest, version=version)
    shown = press(tab, f"candidate_{key_text(people.maryana)}_mine")
    assert "Newest" in shown.words
    assert the(house, Candidate, people.maryana).headline == "Newest"
    press(tab, f"candidate_{key_text(people.maryana)}_mine")
    assert the(house, Candidate, people.maryana).headline == "Mine"


def conflict(house, people, tab):
    """The page is open and typed in; meanwhile the administrator saves another headline."""
    prefix = f"candidate_{key_text(people.maryana)}"
    tab.open("candidate-edit", id=people.maryana)
    tab.test.text_input(key=f"{prefix}_headline").set_value("Mine")
    tab.test.text_input(key=f"{prefix}_patronymic").set_value("Ivanivna")
    tab.again()
    form, version = page_of(house, people, people.maryana)
    theirs = replace(form, headline="Theirs", city="Odesa")
    house.do(people.admin, edit, candidate_id=people.maryana, form=theirs, version=version)
