"""Contacts that stop a showing, on the pages: named, removed or said to be none, then shown."""

import pytest

from db.models import (
    Application,
    AttachmentOpening,
    Interview,
    Note,
    NoteReader,
    ResumeVersion,
    SparedContact,
)
from services.applications.moving import link
from services.candidates.attachments import ReadFile, attach
from services.candidates.resumes import save_version
from services.candidates.spared import spare
from services.ids import key_text
from services.notes.writing import write
from tests.factories import an_interview, plant, stored, the

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

NUMBER, HOTLINE = "+380 50 111 22 33", "0 800 500 309"
WAITS = "would be seen: presenting waits for you"


@pytest.fixture
def desk(people, open_tab):
    """A recruiter's tab, Kyrylo before him: he is not presented yet."""
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme)
    return tab


def kyrylo_has(house, people, html):
    house.do(people.recruiter, save_version, candidate_id=people.kyrylo, html=html)


def button(tab, key):
    return next(one for one in tab.test.button if one.key.startswith(key))


def boxes(tab):
    return [one for one in tab.test.checkbox if "_keep_" in one.key]


def in_the_dialog(tab, *pressed):
    """A test has no fragments: the dialog is opened anew by every run."""
    for key in ("stand_present", *pressed):
        button(tab, key).click()
    shown = tab.again()
    assert not shown.broken
    return shown


def test_presenting_waits_until_each_is_removed_or_said_to_be_none(house, people, desk):
    kyrylo_has(house, people, f"<p>Call {NUMBER}</p><p>Ran the hotline {HOTLINE}</p>")
    shown = in_the_dialog(desk)
    assert f"2 contacts {WAITS}" in shown.words
    way = f"/candidate-edit?id={key_text(people.kyrylo)}&amp;prepare=1#resume"
    assert f'href="{way}"' in shown.markup
    assert button(desk, "present_go").disabled
    desk.test.text_area(
        key=f"present_words_{key_text(people.acme_vacancy)}_{key_text(people.kyrylo)}"
    ).set_value(NUMBER)
    assert f"3 contacts {WAITS}" in in_the_dialog(desk).words
    assert the(house, Application, people.kyrylo_at_acme).presented_at is None

    boxes(desk)[1].check()
    in_the_dialog(desk)
    assert button(desk, "present_leaks_settle").label == "Remove 2, keep what is ticked"
    shown = in_the_dialog(desk, "present_leaks_settle")
    assert WAITS not in shown.words
    assert "Said to be no contact" in [one.label for one in desk.test.expander]
    assert [row.text for row in stored(house, SparedContact)] == [HOTLINE]
    html = stored(house, ResumeVersion, candidate_id=people.kyrylo)[-1].html
    assert html == f"<p>Call …</p><p>Ran the hotline {HOTLINE}</p>"

    in_the_dialog(desk, "present_go")
    assert the(house, Application, people.kyrylo_at_acme).presented_at is not None
    assert [note.body for note in stored(house, Note, candidate_id=people.kyrylo)] == ["…"]


def test_what_comes_between_reading_and_pressing_is_neither_shown_nor_removed(house, people, desk):
    kyrylo_has(house, people, f"<p>Call {NUMBER}</p>")
    in_the_dialog(desk)
    newer = f"<p>Call {NUMBER}, write to him@mail.example</p>"
    kyrylo_has(house, people, newer)
    shown = in_the_dialog(desk, "present_leaks_settle")
    assert f"2 contacts {WAITS}" in shown.words
    assert stored(house, ResumeVersion, candidate_id=people.kyrylo)[-1].html == newer
    in_the_dialog(desk, "present_leaks_settle")
    kyrylo_has(house, people, newer)
    shown = in_the_dialog(desk, "present_go")
    assert f"2 contacts {WAITS}" in shown.words
    assert the(house, Application, people.kyrylo_at_acme).presented_at is None


def test_what_may_be_a_contact_stands_apart_and_is_kept_by_one_press(house, people, desk):
    doubt = "harrietosborne"
    kyrylo_has(house, people, f"<p>Call {NUMBER}</p><p>On outlook I am {doubt}, mail me there</p>")
    shown = in_the_dialog(desk)
    assert f"2 contacts {WAITS}" in shown.words
    assert shown.words.index(NUMBER) < shown.words.index("May be a contact")
    assert shown.words.index("May be a contact") < shown.words.index(doubt)
    shown = in_the_dialog(desk, "present_leaks_doubts")
    assert f"1 contact {WAITS}" in shown.words
    assert "May be a contact" not in shown.words
    (kept,) = stored(house, SparedContact)
    assert doubt in kept.text
    assert WAITS not in in_the_dialog(desk, "present_leaks_settle").words
    html = stored(house, ResumeVersion, candidate_id=people.kyrylo)[-1].html
    assert (doubt in html, NUMBER in html) == (True, False)


def test_what_was_said_to_be_none_is_taken_back_where_it_is_read(house, people, desk):
    kyrylo_has(house, people, f"<p>Ran the hotline {HOTLINE}</p>")
    house.do(people.recruiter, spare, candidate_id=people.kyrylo, texts=[HOTLINE])
    assert WAITS not in in_the_dialog(desk).words
    assert f"1 contact {WAITS}" in in_the_dialog(desk, "present_leaks_back_").words
    assert stored(house, SparedContact) == []


def test_a_stored_contact_has_no_box_and_what_people_wrote_is_no_markup(house, people, desk):
    evil = "<img src=x onerror=alert(1)>"
    kyrylo_has(house, people, f"<p>{'{x} **b** '}&lt;img src=x&gt; +380 67 123 45 02</p>")
    shown = in_the_dialog(desk)
    assert "stored with the candidate" in shown.words
    assert boxes(desk) == []
    assert "<img" not in shown.markup
    assert evil not in shown.markup


def test_what_comes_along_is_taken_out_for_customers_alone(house, people, desk):
    file = ReadFile("task.txt", b"x", "text/plain", f"<p>Ask {NUMBER}</p>", "Ask")
    key = house.do(people.recruiter, attach, candidate_id=people.kyrylo, file=file)
    by = people.recruiter.user_id
    opening = AttachmentOpening(
        attachment_id=key,
        vacancy_id=people.acme_vacancy,
        opened_at=house.clock.now,
        opened_by_id=by,
    )
    meeting = an_interview(house, people.kyrylo_at_acme, by, kind="phone", location=NUMBER)
    plant(house, opening, meeting)
    shown = in_the_dialog(desk)
    assert f"2 contacts {WAITS}" in shown.words
    assert "taken out for customers alone" in shown.words
    assert "1 opened attachment" in shown.words
    way = f"/candidate?id={key_text(people.kyrylo)}&amp;interview={key_text(meeting.id)}"
    assert f'href="{way}"' in shown.markup
    way = f"/candidate?id={key_text(people.kyrylo)}&amp;paper=attachments"
    assert f'href="{way}"' in shown.markup
    assert WAITS not in in_the_dialog(desk, "present_leaks_settle").words
    assert the(house, Interview, meeting.id).location == NUMBER
    assert "Add a file, up to 15 MB" not in [one.label for one in desk.test.get("file_uploader")]
    shown = desk.open("candidate", id=people.kyrylo, paper="attachments")
    assert (shown.broken, "A portfolio, a test task" in shown.words) == ((), True)
    assert "A portfolio, a test task" in desk.again().words


def test_what_is_too_long_to_be_remembered_has_no_box(house, people, desk):
    kyrylo_has(house, people, f"<p><a href='https://x.example/?{'y' * 500}'>Shop</a></p>")
    assert f"1 contact {WAITS}" in in_the_dialog(desk).words
    assert boxes(desk) == []
    assert WAITS not in in_the_dialog(desk, "present_leaks_settle").words


def test_an_opened_note_waits_in_its_form_and_is_saved_by_the_second_press(house, people, open_tab):
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.maryana, app=people.maryana_at_acme)
    field = next(one for one in tab.test.text_area if one.key.endswith("_body"))
    key = field.key.removesuffix("_body")
    field.set_value(f"Her husband answers {NUMBER}")
    tab.test.checkbox(key=f"{key}_hidden").uncheck()
    tab.test.button(key=f"{key}_save").click()
    shown = tab.again()
    assert not shown.broken
    assert "1 contact would be seen: the note is not saved yet" in shown.words
    assert stored(house, Note, candidate_id=people.maryana) == []

    tab.test.button(key=f"{key}_leaks_settle").click()
    shown = tab.again()
    assert not shown.broken
    assert "would be seen" not in shown.words
    assert tab.test.text_area(key=f"{key}_body").value == "Her husband answers …"
    tab.test.button(key=f"{key}_save").click()
    assert not tab.again().broken
    (note,) = stored(house, Note, candidate_id=people.maryana)
    assert note.body == "Her husband answers …"
    assert stored(house, NoteReader, note_id=note.id)


def test_a_hidden_note_is_settled_in_a_dialog_and_then_opened(house, people, open_tab):
    about = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    note_id = house.do(people.recruiter, write, **about, body=f"Her husband answers {NUMBER}")
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.maryana, app=people.maryana_at_acme)
    button(tab, "note_open_").click()
    shown = tab.again()
    assert not shown.broken
    assert "1 contact would be seen: the note stays hidden" in shown.words

    for key in ("note_open_", "note_leaks_settle"):  # the dialog is opened anew by every run
        button(tab, key).click()
    assert not tab.again().broken
    assert the(house, Note, note_id).body == "Her husband answers …"
    assert not tab.again().broken
    button(tab, "note_open_").click()
    assert not tab.again().broken
    assert len(stored(house, NoteReader, note_id=note_id)) == 2


def test_where_all_see_contacts_it_is_said_and_stops_nothing(house, people, open_tab):
    kyrylo_has(house, people, f"<p>Call {NUMBER}</p>")
    at_globex = house.do(
        people.recruiter, link, candidate_id=people.kyrylo, vacancy_id=people.globex_vacancy
    )
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.kyrylo, app=at_globex)
    shown = in_the_dialog(tab)
    assert "1 contact stands in the texts: all who see them may" in shown.words
    in_the_dialog(tab, "present_go")
    assert the(house, Application, at_globex).presented_at is not None
