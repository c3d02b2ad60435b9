"""Letter templates: edited by administrators, told apart when two save, brought back."""

import pytest

from db.models import LetterTemplate
from pages.ui import rich
from services.writing.defaults import Wording, default_wording
from services.writing.templates import save_template
from tests.factories import stored
from tests.pages.tab import Tab, signed_in

pytestmark = pytest.mark.thorough

PLACE = {"kind": "refusal", "language": "en"}
FORM = "template_refusal_en"


@pytest.fixture
def typed(monkeypatch):
    """What stands in the editor: AppTest draws no component."""
    words = {}
    told = lambda value, key, **_: words.get(key, words.get("text", value))  # noqa: E731
    monkeypatch.setattr(rich, "st_quill", told)
    return words


@pytest.fixture
def tab(house, people, typed):
    return Tab(house, signed_in(house, people.admin))


def press(tab, name="save"):
    tab.test.button(key=f"{FORM}_{name}").click()
    shown = tab.again()
    assert shown.broken == ()
    return shown


def wordings(house):
    return [(one.subject, one.body) for one in stored(house, LetterTemplate)]


def test_what_cannot_be_filled_in_is_named_and_nothing_is_lost(house, tab, typed):
    shown = tab.open("letter-templates", **PLACE)
    assert shown.broken == ()
    assert 'data-insert="{vacancy}"' in shown.markup
    assert 'data-insert="{when}"' not in shown.markup
    typed["text"] = "<p>Dear {frist_name}, {password}.</p>"
    shown = press(tab)
    assert "{frist_name}. Did you mean {first_name}?" in shown.words
    assert "Nothing can be filled in here: {password}." in shown.words
    assert wordings(house) == []
    typed["text"] = "<p>Dear {first_name}.</p><p><br></p><p onclick='x()'>Thanks</p>"
    tab.test.text_input(key=f"{FORM}_0_subject").set_value("About {vacancy}")
    shown = press(tab)
    assert "Saved" in shown.words
    assert wordings(house) == [("About {vacancy}", "<p>Dear {first_name}.</p><p>Thanks</p>")]
    assert "English · today" in tab.open("letter-templates").words


def test_the_preview_is_the_letter_and_its_plain_twin(tab, typed):
    tab.open("letter-templates", **PLACE)
    typed["text"] = "<p>Dear {first_name}, <strong>goodbye</strong></p>"
    tab.test.toggle(key=f"{FORM}_letter_preview").set_value(True)
    shown = tab.again()
    assert shown.broken == ()
    assert "Dear Olena, goodbye" in shown.words


def test_two_who_edit_it_see_both_and_choose(house, people, tab, typed):
    tab.open("letter-templates", **PLACE)
    theirs = Wording("Theirs", "<p>Their words</p>")
    house.do(people.admin, save_template, kind="refusal", language="en", wording=theirs, seen=None)
    typed["text"] = "<p>My words</p>"
    shown = press(tab)
    for words in ("has saved this meanwhile", "Their words", "My words"):
        assert words in shown.words
    assert len(wordings(house)) == 1
    assert "Saved" in press(tab, "mine").words
    assert wordings(house)[-1] == ("Theirs", "<p>My words</p>")


def test_an_earlier_wording_and_the_usual_one_are_brought_back(house, people, tab):
    first = Wording("First", "<p>Once</p>")
    house.do(people.admin, save_template, kind="refusal", language="en", wording=first, seen=None)
    (one,) = stored(house, LetterTemplate)
    second = Wording("Second", "<p>Twice</p>")
    house.do(
        people.admin, save_template, kind="refusal", language="en", wording=second, seen=one.id
    )
    shown = tab.open("letter-templates", version=one.id, **PLACE)
    assert shown.broken == ()
    assert "Once" in shown.words
    tab.test.button(key="template_restore").click()
    shown = tab.again().words
    assert shown.index("Saved") > shown.index("Versions")  # beside what was pressed
    assert [subject for subject, _ in wordings(house)] == ["First", "Second", "First"]
    tab.open("letter-templates", **PLACE)
    tab.test.button(key="template_default").click()
    assert default_wording("refusal", "en").subject in tab.again().words
    tab.test.button(key="template_default").click()
    tab.test.button(key="template_default_go").click()
    assert tab.again().broken == ()
    assert all(one.superseded_at for one in stored(house, LetterTemplate))


def test_recruiters_do_not_have_the_page(house, people):
    shown = Tab(house, signed_in(house, people.recruiter)).open("letter-templates", **PLACE)
    assert "Put in where" not in shown.words


def test_what_is_typed_in_one_language_stays_while_another_is_looked_at(house, tab, typed):
    tab.open("letter-templates", **PLACE)
    typed[f"{FORM}_0_body"] = "<p>My words</p>"
    tab.test.text_input(key=f"{FORM}_0_subject").set_value("Mine, typed last")
    shown = tab.open("letter-templates", kind="refusal", language="uk")
    assert shown.broken == ()
    assert "Typed and not saved yet: English." in shown.words
    assert "Mine" not in shown.markup
    tab.test.text_input(key="template_refusal_uk_0_subject").set_value("Моє")
    shown = tab.open("letter-templates", **PLACE)
    assert "Typed and not saved yet: Українська." in shown.words
    assert tab.test.text_input(key=f"{FORM}_0_subject").value == "Mine, typed last"
    assert "Saved" in press(tab).words
    assert wordings(house) == [("Mine, typed last", "<p>My words</p>")]
    shown = tab.open("letter-templates", kind="refusal", language="uk")
    assert tab.test.text_input(key="template_refusal_uk_0_subject").value == "Моє"
    assert "English." not in shown.words


def test_who_turns_to_another_letter_has_left_what_he_typed(tab):
    tab.open("letter-templates", **PLACE)
    tab.test.text_input(key=f"{FORM}_0_subject").set_value("Mine")
    tab.open("letter-templates", kind="refusal", language="uk")
    tab.open("letter-templates")
    shown = tab.open("letter-templates", **PLACE)
    assert "not saved yet" not in shown.words
    assert tab.test.text_input(key=f"{FORM}_0_subject").value != "Mine"
