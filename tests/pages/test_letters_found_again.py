"""A letter being written when the session ended is offered again: once, to its writer, unsent."""

from datetime import time

import pytest

from db.models import Draft, Interview, Letter, LetterTemplate, User
from pages.ui.components import rows
from services.ids import key_text
from services.interviews.scheduling import reschedule
from services.interviews.views import interview
from services.writing.defaults import Wording
from services.writing.templates import save_template
from tests.factories import alter, stored
from tests.pages.tab import Tab, signed_in
from tests.services.interviews.test_scheduling import form, scheduled

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.only_on("duckdb"),
]  # drafts: services/test_drafts.py

SAID = "You were signed out while you were typing."


@pytest.fixture
def ticked(people, monkeypatch):
    """Two candidates of a vacancy are ticked in its list."""
    two = tuple(map(key_text, (people.maryana_at_acme, people.yurii_at_acme)))
    monkeypatch.setattr(rows, "wired", lambda *_, **__: rows.Answer(two, None))


def widget(tab, kind, ending):
    """A widget of the form by the end of its key."""
    return next(one for one in getattr(tab.test, kind) if one.key and one.key.endswith(ending))


def opened(tab, people, which):
    """The form of this letter, opened as its writer does it."""
    page, query, button = {
        "letter": ("candidate", {"id": people.maryana, "app": people.maryana_at_acme},
                   "letter_new"),
        "several": ("vacancy", {"id": people.acme_vacancy}, "selection_letter"),
        "customer": ("customers", {"id": people.iryna.user_id}, "customer_letter"),
        "interview": ("candidate", {"id": people.maryana, "app": people.maryana_at_acme},
                      "interview_new"),
    }[which]  # fmt: skip
    assert tab.open(page, **query).broken == ()
    tab.test.button(key=button).click()
    shown = tab.again()
    assert shown.broken == ()
    return shown


def write_in(tab, subject, body):
    """Both fields; the editor's word stands in the state, where its component puts it."""
    field = widget(tab, "text_input", "_subject")
    field.set_value(subject)
    tab.test.session_state[field.key.removesuffix("subject") + "body"] = body


def ended_at(tab, ends):
    """The run that finds the session ended."""
    ends()
    tab.again()
    return stored(tab.house, Draft)


def test_a_letter_stands_there_again_for_its_writer_alone_and_leaves_once(house, people, ends):
    tab = Tab(house, signed_in(house, people.recruiter))
    opened(tab, people, "letter")
    write_in(tab, "Half a sub", "<p>Half a <strong>let</strong></p><script>x</script>")
    tab.again()
    widget(tab, "radio", "_kind").set_value("offer")
    tab.again()
    write_in(tab, "An offer", "<p>Half an offer</p>")
    (kept,) = ended_at(tab, ends)
    assert kept.person_id == people.recruiter.user_id
    assert "script" not in kept.body

    other = Tab(house, signed_in(house, people.admin))
    assert SAID not in opened(other, people, "letter").words

    again = Tab(house, signed_in(house, people.recruiter))
    assert SAID in opened(again, people, "letter").words
    assert stored(house, Draft) == []
    assert widget(again, "radio", "_kind").value == "offer"
    assert widget(again, "text_input", "_subject").value == "An offer"
    widget(again, "radio", "_kind").set_value("free")
    again.again()
    assert stored(house, Letter, candidate_id=people.maryana) == []
    widget(again, "button", "_go").click()
    assert again.again().broken == ()
    (sent,) = stored(house, Letter, candidate_id=people.maryana)
    assert sent.subject == "Half a sub"
    assert "Half a <strong>let</strong>" in sent.html
    assert ended_at(again, ends) == []


@pytest.mark.wide
@pytest.mark.parametrize("which", ["several", "customer"])
def test_so_does_any_other_letter(house, people, ends, ticked, which):
    tab = Tab(house, signed_in(house, people.recruiter))
    opened(tab, people, which)
    write_in(tab, "Half a sub", "<p>Half</p>")
    assert len(ended_at(tab, ends)) == 1
    again = Tab(house, signed_in(house, people.recruiter))
    assert SAID in opened(again, people, which).words
    assert widget(again, "text_input", "_subject").value == "Half a sub"
    assert len(ended_at(again, ends)) == 1  # once more, with nothing typed since


def test_so_does_an_interview_with_its_time_its_ticks_and_its_letter(house, people, ends):
    tab = Tab(house, signed_in(house, people.recruiter))
    opened(tab, people, "interview")
    assert ended_at(tab, ends) == []  # nothing has been typed
    tab = Tab(house, signed_in(house, people.recruiter))
    opened(tab, people, "interview")
    write_in(tab, "Half a sub", "<p>Half</p>")
    widget(tab, "text_input", "_location").set_value("Room 5")
    widget(tab, "time_input", "_clock").set_value(time(15, 30))
    widget(tab, "checkbox", "_staff_only").check()
    assert len(ended_at(tab, ends)) == 2
    again = Tab(house, signed_in(house, people.recruiter))
    assert SAID in opened(again, people, "interview").words
    assert widget(again, "text_input", "_subject").value == "Half a sub"
    assert widget(again, "text_input", "_location").value == "Room 5"
    assert widget(again, "time_input", "_clock").value == time(15, 30)
    assert widget(again, "checkbox", "_staff_only").value
    assert stored(house, Draft) == []
    assert stored(house, Interview, application_id=people.maryana_at_acme) == []
    assert len(ended_at(again, ends)) == 2


@pytest.mark.wide
def test_so_does_one_that_is_moved_and_says_who_was_quicker(house, people, ends):
    key = scheduled(house, people)

    def opened_to_move():
        tab = Tab(house, signed_in(house, people.recruiter))
        tab.open("calendar", view="list", interview=key)
        tab.test.button(key="interview_move").click()
        return tab, tab.again()

    tab, shown = opened_to_move()
    assert shown.broken == ()
    widget(tab, "text_area", "_comment").set_value("Half a thought")
    assert len(ended_at(tab, ends)) == 1
    tab, shown = opened_to_move()
    assert widget(tab, "text_area", "_comment").value == "Half a thought"
    assert "Somebody else has saved" not in shown.words
    assert len(ended_at(tab, ends)) == 1
    moved = form(house, people, location="Room 7")
    version = house.ask(people.admin, interview, interview_id=key).version
    house.do(people.admin, reschedule, interview_id=key, form=moved, version=version)
    tab, shown = opened_to_move()
    assert "Somebody else has saved" in shown.words
    assert widget(tab, "text_area", "_comment").value == "Half a thought"
    assert widget(tab, "text_input", "_location").value == "Room 7"


def test_a_template_goes_on_where_it_was_left_and_replaces_no_newer_one_unseen(house, people, ends):
    place = {"kind": "refusal", "language": "en"}
    field = "template_refusal_en_0_subject"
    tab = Tab(house, signed_in(house, people.admin))
    tab.open("letter-templates", **place)
    tab.again()
    write_in(tab, "About {vacancy}", "<p>Half a wording</p>")
    ends()
    tab.again()
    (kept,) = stored(house, Draft)
    theirs = Wording("Theirs", "<p>Their words</p>")
    house.do(people.admin, save_template, wording=theirs, seen=None, **place)

    recruiter = Tab(house, signed_in(house, people.recruiter))
    assert "Half a wording" not in recruiter.open("letter-templates", **place).markup
    alter(house, User, people.admin.user_id, role="recruiter")
    his = Tab(house, signed_in(house, people.admin))
    assert "About" not in his.open("letter-templates", **place).markup
    assert [one.id for one in stored(house, Draft)] == [kept.id]
    alter(house, User, people.admin.user_id, role="administrator")

    again = Tab(house, signed_in(house, people.admin))
    shown = again.open("letter-templates", **place)
    assert "You were signed out while you were typing." in shown.words
    assert again.test.text_input(key=field).value == "About {vacancy}"
    assert stored(house, Draft) == []
    again.test.button(key="template_refusal_en_save").click()
    shown = again.again()
    assert "has saved this meanwhile" in shown.words
    assert "Half a wording" in shown.words
    assert len(stored(house, LetterTemplate)) == 1
    again.test.button(key="template_refusal_en_mine").click()
    assert "Saved" in again.again().words
    (now,) = stored(house, LetterTemplate, subject="About {vacancy}")
    assert now.body == "<p>Half a wording</p>"
    ends()
    again.again()
    assert stored(house, Draft) == []
