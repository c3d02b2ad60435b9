"""A safe copy on the edit page: in one press, with what was taken out beside it; its versions."""

import pytest

from db.models import Candidate, ResumeVersion, SparedContact
from pages.ui.staff import safe_panel
from pages.ui.words import left_out_names
from services.candidates.resumes import receive, save_version
from services.ids import key_text
from tests.factories import stored, the
from tests.pages.tab import Tab, signed_in
from tests.people import text_file

pytestmark = pytest.mark.thorough

TEXT = (
    "Yurii Yizhakevych</p><p>Phone: +380 67 123 45 01</p><p>Desk 067 777 66 55 was closed</p>"
    "<p>Date of birth: 12.03.1990</p><p>Nova Pay, Kyiv"
)
OURS = "<p>Clear People · +380 44 555 01 00 · hello@clear.example</p>"


@pytest.fixture
def tab(house, people):
    file = text_file("y.txt", TEXT)
    house.do(people.recruiter, receive, candidate_id=people.yurii, file=file)
    return Tab(house, signed_in(house, people.recruiter))


@pytest.fixture
def prefix(people):
    return f"candidate_{key_text(people.yurii)}"


def press(tab, key):
    tab.test.button(key=key).click()
    shown = tab.again()
    assert shown.broken == ()
    return shown


def current(house, candidate_id):
    return {
        row.vacancy_id: row.html
        for row in stored(house, ResumeVersion, candidate_id=candidate_id, superseded_at=None)
    }


def test_what_is_too_much_for_the_page_is_counted(people, tab, monkeypatch):
    monkeypatch.setattr(safe_panel, "_MOST_SHOWN", 1)
    shown = tab.open("candidate-edit", id=people.yurii, prepare="1")
    assert "Taken out 2" in shown.words
    assert "1 more is marked in the original below." in shown.words


def test_the_link_that_prepares_makes_it_safe_at_once(house, people, tab, prefix):
    shown = tab.open("candidate-edit", id=people.yurii, prepare="1")
    assert shown.broken == ()
    assert "Taken out 2" in shown.words
    assert '<mark class="out">+380 67 123 45 01</mark>' in shown.markup
    press(tab, "candidate_edit_save")
    (html,) = current(house, people.yurii).values()
    assert html == (
        f"<p>Yurii Yizhakevych</p>{OURS}<p>Desk … was closed</p><p>Date of birth: 12.03.1990</p>"
        "<p>Nova Pay, Kyiv</p>"
    )
    assert stored(house, SparedContact) == []


def test_what_is_wished_comes_into_the_text_and_is_remembered(house, people, tab, prefix):
    tab.open("candidate-edit", id=people.yurii)
    shown = press(tab, f"{prefix}_copy_safe")
    assert ">+380 67 123 45 01</del>" in shown.markup
    shown = press(tab, f"{prefix}_taken_1")
    assert "put back" in shown.words
    tab.test.text_input(key=f"{prefix}_more_2").set_value("nova  pay")
    tab.test.text_input(key=f"{prefix}_instead_2").set_value("a bank")
    shown = press(tab, f"{prefix}_more_go")
    assert "Replaced" in shown.words
    tab.test.toggle(key=f"{prefix}_birth").set_value(True)
    assert tab.again().broken == ()
    tab.test.toggle(key=f"{prefix}_agency_4").set_value(False)
    assert tab.again().broken == ()
    tab.test.toggle(key=f"{prefix}_surname").set_value(True)
    shown = tab.again()
    assert "reads “Y.”" in shown.words
    switches = [one.label for one in tab.test.toggle]
    assert switches == [*left_out_names().values(), "Our contacts in the text"]  # each once
    assert "Customers see the photo" in shown.words
    tab.test.toggle(key=f"{prefix}_face").set_value(True)
    assert "Customers from whom contacts are hidden do not see it" in tab.again().words
    tab.test.toggle(key=f"{prefix}_face").set_value(False)
    assert "Customers see the photo" in tab.again().words
    press(tab, "candidate_edit_save")
    (html,) = current(house, people.yurii).values()
    assert html == "<p>Yurii Y.</p><p>Desk 067 777 66 55 was closed</p><p>a bank, Kyiv</p>"
    row = the(house, Candidate, people.yurii)
    assert (row.without_surname, row.without_birth, row.without_photo) == (True, True, None)
    assert [row.text for row in stored(house, SparedContact)] == ["067 777 66 55"]


def test_one_for_a_vacancy_is_made_beside_the_general_one(house, people, tab, prefix):
    house.do(people.recruiter, save_version, candidate_id=people.yurii, html="<p>General</p>")
    acme = people.acme_vacancy
    shown = tab.open("candidate-edit", **{"id": people.yurii, "for": acme})
    assert "Customers of this vacancy read the general version" in shown.words
    press(tab, f"{prefix}_copy_general")
    press(tab, f"{prefix}_copy_safe")
    press(tab, "candidate_edit_save")
    assert current(house, people.yurii)[None] == "<p>General</p>"
    assert "Desk …" in current(house, people.yurii)[acme]
    shown = tab.open("candidate", id=people.yurii)
    assert "made for “Backend Lead”" in shown.words
    house.do(
        people.recruiter, receive, candidate_id=people.yurii, file=text_file("new.txt", "Newer")
    )
    assert "outdated: the original has changed since" in tab.again().words
    customer = Tab(house, signed_in(house, people.iryna))
    words = customer.open("candidate", id=people.yurii).words
    assert "Desk …" in words
    assert "General" not in words
    assert "outdated" not in words


def test_an_earlier_version_is_compared_and_brought_back(house, people, tab):
    for html in ("<p>One</p><p>Two</p>", "<p>One</p><p>Three</p>"):
        house.do(people.recruiter, save_version, candidate_id=people.yurii, html=html)
        house.clock.pass_by(minutes=1)
    tab.open("candidate", id=people.yurii)
    tab.test.segmented_control(key="candidate_paper").set_value("history")
    tab.again()
    choice = f"versions_{key_text(people.yurii)}"
    tab.test.selectbox(key=choice).select_index(1)
    shown = tab.again()
    assert shown.broken == ()
    assert '<li class="same">1 line is the same</li>' in shown.markup
    assert "<del>Three</del>" in shown.markup
    assert "<ins>Two</ins>" in shown.markup
    # Somebody saves after the reader has read: his press is about what he saw.
    house.do(people.recruiter, save_version, candidate_id=people.yurii, html="<p>Four</p>")
    tab.test.selectbox(key=choice).select_index(1)
    shown = press(tab, "version_restore")
    assert current(house, people.yurii)[None] == "<p>Four</p>"
    tab.test.selectbox(key=choice).select_index(2)
    press(tab, "version_restore")
    assert current(house, people.yurii)[None] == "<p>One</p><p>Two</p>"


def test_an_administrator_chooses_what_resumes_begin_with(house, people, prefix):
    admin = Tab(house, signed_in(house, people.admin))
    admin.open("settings")
    admin.test.toggle(key="safe_defaults_surname").set_value(True)
    admin.test.toggle(key="safe_defaults_own").set_value(False)
    press(admin, "safe_defaults_save")
    file = text_file("y.txt", TEXT)
    house.do(people.recruiter, receive, candidate_id=people.yurii, file=file)
    tab = Tab(house, signed_in(house, people.recruiter))
    shown = tab.open("candidate-edit", id=people.yurii, prepare="1")
    assert shown.broken == ()
    assert tab.test.toggle(key=f"{prefix}_surname").value
    press(tab, "candidate_edit_save")
    (html,) = current(house, people.yurii).values()
    assert html.startswith("<p>Yurii Y.</p><p>Desk … was closed</p>")
    assert the(house, Candidate, people.yurii).without_surname is None  # the default still holds
