"""Two of the staff on one form that is sent at once: nothing typed is lost, both values are seen."""

from dataclasses import replace
from datetime import date

import pytest

from db.models import User, Vacancy
from pages.ui.staff.stage_form import form_of
from services.conflicts import as_form
from services.customers import CustomerForm
from services.customers import card as customer_card
from services.customers import edit as edit_customer
from services.ids import key_text
from services.staff import StaffForm
from services.staff import card as colleague_card
from services.staff import edit as edit_colleague
from services.vacancies import forms
from services.vacancies.stage_changes import save_stage
from services.vacancies.template import save_template_stage, template
from services.vacancies.views import followers, vacancy
from tests.factories import the
from tests.pages.tab import Tab, signed_in

pytestmark = pytest.mark.thorough


@pytest.fixture
def tab(house, people):
    return Tab(house, signed_in(house, people.recruiter))


def vacancy_now(house, people):
    def read(work):
        one = vacancy(work, vacancy_id=people.acme_vacancy)
        return forms.as_form(one, followers(work, vacancy_id=one.id)), one.version

    return house.ask(people.recruiter, read)


def they_save(house, people, **changes):
    form, version = vacancy_now(house, people)
    house.do(
        people.admin,
        forms.edit,
        vacancy_id=people.acme_vacancy,
        form=replace(form, **changes),
        version=version,
    )


@pytest.fixture
def typed(house, people, tab):
    """The recruiter is in Edit Job; the administrator saves, the page redraws, the recruiter too."""
    _, version = vacancy_now(house, people)
    key = f"vacancy_{key_text(people.acme_vacancy)}"
    tab.open("vacancy", id=people.acme_vacancy, section="edit")
    they_save(house, people, title="Theirs", city="Odesa")
    shown = tab.again()
    assert "Somebody else has saved this since you opened it" in shown.words
    # The very same fields: whatever the browser holds of them stays there.
    tab.test.text_input(key=f"{key}_{version}_title").set_value("Mine")
    tab.test.text_area(key=f"{key}_{version}_notes").set_value("Call first")
    tab.test.button(key=f"{key}_{version}_save").click()
    return key, tab.again()


def test_both_values_of_a_vacancy_are_seen_and_ones_own_is_saved_over_it(house, people, tab, typed):
    key, shown = typed
    assert shown.broken == ()
    for words in (f"{people.admin.name} has saved this meanwhile", "Both of you changed", "Mine",
                  "Theirs", "Stays as saved meanwhile: City"):  # fmt: skip
        assert words in shown.words
    assert the(house, Vacancy, people.acme_vacancy).title == "Theirs"
    tab.test.button(key=f"{key}_mine").click()
    shown = tab.again()
    assert shown.broken == ()
    assert "Both of you changed" not in shown.words
    saved = the(house, Vacancy, people.acme_vacancy)
    assert (saved.title, saved.city, saved.private_notes) == ("Mine", "Odesa", "Call first")


def test_what_they_chose_is_said_in_words(house, people, tab):
    _, version = vacancy_now(house, people)
    key = f"vacancy_{key_text(people.acme_vacancy)}"
    tab.open("vacancy", id=people.acme_vacancy, section="edit")
    chosen = {"employment": "part", "priority": "high", "deadline_on": date(2031, 5, 4)}
    they_save(house, people, title="Theirs", shows_age=True, **chosen)
    tab.again()
    tab.test.text_input(key=f"{key}_{version}_title").set_value("Mine")
    tab.test.button(key=f"{key}_{version}_save").click()
    words = tab.again().words
    for said in ("– → Part time", "Ordinary → High", "– → 4 May 2031", "no → yes"):
        assert said in words


def test_theirs_is_kept_and_the_rest_is_saved(house, people, tab, typed):
    key, _ = typed
    tab.test.button(key=f"{key}_theirs").click()
    assert tab.again().broken == ()
    saved = the(house, Vacancy, people.acme_vacancy)
    assert (saved.title, saved.city, saved.private_notes) == ("Theirs", "Odesa", "Call first")


def test_a_third_one_who_saves_meanwhile_is_seen_before_anything_is_saved(
    house, people, tab, typed
):
    key, _ = typed
    they_save(house, people, title="Newest")
    tab.test.button(key=f"{key}_mine").click()
    shown = tab.again()
    assert shown.broken == ()
    assert "Newest" in shown.words
    assert the(house, Vacancy, people.acme_vacancy).title == "Newest"


def test_a_stage_that_was_edited_is_no_conflict_of_the_form(house, people, tab):
    _, version = vacancy_now(house, people)
    key = f"vacancy_{key_text(people.acme_vacancy)}"
    tab.open("vacancy", id=people.acme_vacancy, section="edit")
    tab.test.text_input(key=f"{key}_{version}_title").set_value("Mine")
    they_save(house, people)
    tab.test.button(key=f"{key}_{version}_save").click()
    assert tab.again().broken == ()
    assert the(house, Vacancy, people.acme_vacancy).title == "Mine"


def test_a_customer_and_a_colleague_are_edited_by_two(house, people):
    tab = Tab(house, signed_in(house, people.admin))
    for person, page, name, kind, card, edit in (
        (people.iryna, "customers", "customer", CustomerForm, customer_card, edit_customer),
        (people.recruiter, "staff", "colleague", StaffForm, colleague_card, edit_colleague),
    ):
        whose = {f"{'customer' if name == 'customer' else 'user'}_id": person.user_id}
        one = house.ask(people.admin, card, **whose)
        key = f"{name}_{key_text(person.user_id)}"
        tab.open(page, id=person.user_id)
        tab.test.text_input(key=f"{key}_{one.version}_position").set_value("Mine")
        theirs = replace(as_form(kind, one), position="Theirs", phone="+380 44 000")
        house.do(people.admin, edit, form=theirs, version=one.version, **whose)
        tab.test.button(key=f"{key}_{one.version}_save").click()
        shown = tab.again()
        assert shown.broken == ()
        assert "Both of you changed" in shown.words
        assert "Theirs" in shown.words
        tab.test.button(key=f"{key}_mine").click()
        assert tab.again().broken == ()
        saved = the(house, User, person.user_id)
        assert (saved.position, saved.phone) == ("Mine", "+380 44 000")


def test_a_stage_that_is_typed_stays_while_a_colleague_changes_the_stages(house, people, tab):
    """Of a vacancy, whatever place the stage has by then."""

    def stages():
        return house.ask(people.admin, vacancy, vacancy_id=people.acme_vacancy)

    def they_change(number, **changes):
        one = stages()
        form = replace(form_of(one.stages, one.stages[number]), **changes)
        key = one.stages[number].id
        house.do(people.admin, save_stage, vacancy_id=one.id, stage_id=key, form=form, version=one.version)  # fmt: skip

    stage, version = stages().stages[3], stages().version
    key = f"stage_{key_text(stage.id)}"
    tab.open("vacancy", id=people.acme_vacancy, section="stages", stage=stage.id)
    they_change(1, place=4)
    assert "Somebody else has saved" in tab.again().words  # its place is another one by now
    tab.test.text_input(key=f"{key}_{version}_en").set_value("Mine")
    they_change(2, name_en="Theirs", name_ru="Их", name_uk="Їхній")
    submit(tab, f"{key}_{version}_save")
    shown = tab.again()
    assert shown.broken == ()
    for words in (f"{people.admin.name} has saved this meanwhile", "Both of you changed", "Theirs"):
        assert words in shown.words
    tab.test.button(key=f"{key}_mine").click()
    assert tab.again().broken == ()
    saved = next(one for one in stages().stages if one.id == stage.id)
    assert (dict(saved.names)["en"], dict(saved.names)["ru"]) == ("Mine", "Их")


def submit(tab, key):
    next(one for one in tab.test.button if one.key == key).click()


def test_a_usual_stage_that_is_typed_stays_while_a_colleague_makes_the_stages_the_agencys_own(
    house, people
):
    tab = Tab(house, signed_in(house, people.admin))
    now = house.ask(people.admin, template)
    assert not now.own
    tab.open("stages", stage="2")
    tab.test.text_input(key=f"template_2_{now.version}_en").set_value("Mine")
    theirs = replace(form_of(now.stages, now.stages[2]), name_en="Theirs")
    house.do(people.admin, save_template_stage, form=theirs, version=now.version, place=2)
    submit(tab, f"template_2_{now.version}_save")
    shown = tab.again()
    assert shown.broken == ()
    assert "Both of you changed" in shown.words
    assert "Mine" in shown.words
    tab.test.button(key="template_2_mine").click()
    assert tab.again().broken == ()
    assert house.ask(people.admin, template).stages[2].names[0] == ("en", "Mine")


def test_a_stage_of_the_template_is_edited_by_two(house, people):
    tab = Tab(house, signed_in(house, people.admin))
    now = house.ask(people.admin, template)
    first = replace(form_of(now.stages, now.stages[2]), name_en="Own", name_ru="Свой", name_uk="Свій")  # fmt: skip
    house.do(people.admin, save_template_stage, form=first, version=now.version, place=2)
    now = house.ask(people.admin, template)
    stage = now.stages[2]
    key = f"template_{key_text(stage.id)}"
    tab.open("stages", stage=stage.id)
    tab.test.text_input(key=f"{key}_{now.version}_en").set_value("Mine")
    theirs = replace(first, name_en="Theirs")
    house.do(people.admin, save_template_stage, form=theirs, version=now.version, place=2)
    submit(tab, f"{key}_{now.version}_save")
    shown = tab.again()
    assert shown.broken == ()
    assert "Both of you changed" in shown.words
    tab.test.button(key=f"{key}_theirs").click()
    assert tab.again().broken == ()
    assert house.ask(people.admin, template).stages[2].names[0] == ("en", "Theirs")
