"""Writing to candidates on the pages: the dialog, its preview, what is sent, who may."""

import pytest

from db.models import Application, CandidateContact, Letter, LetterFile, Stage
from pages.ui import rich
from pages.ui.components import rows
from services.ids import key_text
from tests.factories import a_letter, alter, plant, stage_id, stored
from tests.pages.tab import Tab, signed_in
from tests.services.interviews.test_scheduling import scheduled

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


@pytest.fixture
def typed(monkeypatch):
    """What stands in the editor: AppTest draws no component."""
    words = {}
    monkeypatch.setattr(rich, "st_quill", lambda value, key, **_: words.get("text", value))
    return words


@pytest.fixture
def tab(house, people, typed):
    plant(
        house,
        CandidateContact(
            candidate_id=people.kyrylo, kind="email", value="k@candidates.example", position=0
        ),
    )
    return Tab(house, signed_in(house, people.recruiter))


def widget(tab, kind, ending):
    """A widget of the form by the end of its key."""
    return next(one for one in getattr(tab.test, kind) if one.key and one.key.endswith(ending))


def press(tab):
    widget(tab, "button", "_go").click()
    shown = tab.again()
    assert shown.broken == ()
    return shown


def test_what_stands_in_the_editor_is_what_is_read_and_what_goes_out(house, people, tab, typed):
    tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme)
    tab.test.button(key="letter_new").click()
    assert tab.again().broken == ()
    typed["text"] = "<p>Dear <strong>Kyrylo</strong></p><p><br></p><script>x</script><p>See you</p>"
    widget(tab, "text_input", "_subject").set_value("Soon, {frist_name}")
    assert "{frist_name}. Did you mean {first_name}?" in press(tab).words
    assert stored(house, Letter, candidate_id=people.kyrylo) == []
    widget(tab, "text_input", "_subject").set_value("Soon, {name}")
    widget(tab, "toggle", "_letter_preview").set_value(True)
    preview = tab.again()
    assert preview.broken == ()
    assert "Letter on its way" in press(tab).words
    (sent,) = stored(house, Letter, candidate_id=people.kyrylo)
    assert "<p>Dear <strong>Kyrylo</strong></p><p>See you</p>" in sent.html
    assert "Dear Kyrylo" in sent.text
    assert "script" not in sent.html
    assert " ".join(sent.text.split()) in preview.words
    tab.test.button(key="undo_go").click()
    tab.again()
    assert stored(house, Letter, candidate_id=people.kyrylo)[0].state == "failed"


def test_a_file_of_a_wrong_kind_is_refused_in_our_own_words(people, tab):
    tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme)
    tab.test.button(key="letter_new").click()
    tab.again()
    (place,) = (one for one in tab.test.file_uploader if one.key.endswith("_files"))
    assert list(place.proto.type) == []  # else the framework refuses first, in English
    place.set_value([("setup.exe", b"MZ\x90\x00" + b"\x00" * 99, "application/x-msdownload")])
    words = tab.again().words
    assert ("only documents can be attached" in words, "setup.exe" in words) == (True, True)


def test_what_is_typed_stays_while_another_language_is_looked_at(house, people, tab, typed):
    tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme, letter="refusal")
    begun = widget(tab, "text_input", "_subject").value
    widget(tab, "text_input", "_subject").set_value("Soon, {name}")
    typed["text"] = "<p>My words</p>"
    tab.again()
    del typed["text"]
    widget(tab, "text_input", "_subject").set_value("Very soon, {name}")
    widget(tab, "selectbox", "_letter_language").set_value("uk")
    assert tab.again().broken == ()
    assert widget(tab, "text_input", "_subject").value not in {begun, "Very soon, {name}"}
    widget(tab, "selectbox", "_letter_language").set_value("en")
    tab.again()
    assert widget(tab, "text_input", "_subject").value == "Very soon, {name}"
    press(tab)
    (sent,) = stored(house, Letter, candidate_id=people.kyrylo)
    assert sent.subject.startswith("Very soon, ")
    assert "My words" in sent.text
    tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme, letter="refusal")
    assert widget(tab, "text_input", "_subject").value == begun  # another letter begins anew


def test_a_link_begins_a_letter_of_its_kind_for_staff_alone(house, people, tab):
    shown = tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme, letter="refusal")
    assert shown.broken == ()
    assert widget(tab, "radio", "_kind").value == "refusal"
    assert widget(tab, "text_input", "_subject").value.startswith("Your application:")
    customer = Tab(house, signed_in(house, people.iryna))
    shown = customer.open("candidate", id=people.maryana, letter="refusal")
    assert shown.broken == ()
    assert not [one for one in customer.test.text_input if one.key.endswith("_subject")]


def test_whoever_is_refused_may_be_written_to_and_is_not_by_itself(house, people, tab):
    offer = "Write the refusal letter"
    where = {"id": people.kyrylo, "app": people.kyrylo_at_acme}
    assert offer not in tab.open("candidate", **where).words
    refused = stage_id(house, people.acme_vacancy, "refused")
    (one,) = stored(house, Application, id=people.kyrylo_at_acme)
    ahead = "An interview is still ahead. Cancel it if it is not to take place."
    scheduled(house, people, one.id)
    assert ahead not in tab.open("candidate", **where).words
    alter(house, Application, one.id, stage_id=refused)
    shown = tab.open("candidate", **where)
    assert offer in shown.words
    assert ahead in shown.words
    assert "letter=refusal" in shown.markup
    assert stored(house, Letter, candidate_id=people.kyrylo) == []
    tab.open("candidate", letter="refusal", **where)
    press(tab)
    assert offer not in tab.open("candidate", **where).words


def test_refused_in_the_list_offers_the_letter_until_it_is_taken_back(
    house, people, tab, monkeypatch
):
    offer = "is refused. A letter about it is written only if you want it."
    where = {"id": people.acme_vacancy}
    refused = stage_id(house, people.acme_vacancy, "refused")
    ahead = "is refused, but an interview is still ahead: "
    key = scheduled(house, people, people.yurii_at_acme)
    assert offer not in tab.open("vacancy", **where).words
    moved = rows.Move(key_text(people.yurii_at_acme), key_text(refused))
    answers = iter([rows.Answer((), moved)])
    monkeypatch.setattr(rows, "wired", lambda *_, **__: next(answers, rows.Answer((), None)))
    shown = tab.again()
    assert shown.broken == ()
    assert offer in shown.words
    assert ahead in shown.words
    assert f"interview={key_text(key)}" in shown.markup
    assert stored(house, Letter, candidate_id=people.yurii) == []
    tab.test.button(key="undo_go").click()
    tab.again()
    assert offer not in tab.again().words
    assert ahead not in tab.again().words


def choose(tab, monkeypatch, *keys):
    """Tick these rows of the vacancy's candidates and begin to write."""
    ticked = rows.Answer(tuple(map(key_text, keys)), None)
    monkeypatch.setattr(rows, "wired", lambda *_, **__: ticked)
    tab.again()
    tab.test.button(key="selection_letter").click()
    shown = tab.again()
    assert shown.broken == ()
    return shown


def test_several_are_written_to_each_alone_and_who_cannot_be_is_named(
    house, people, tab, typed, monkeypatch
):
    (contact,) = stored(house, CandidateContact, candidate_id=people.yurii, kind="email")
    alter(house, CandidateContact, contact.id, kind="other")
    tab.open("vacancy", id=people.acme_vacancy)
    three = (people.maryana_at_acme, people.kyrylo_at_acme, people.yurii_at_acme)
    shown = choose(tab, monkeypatch, *three)
    assert "Without an e-mail, so without a letter: Yurii" in shown.words
    assert widget(tab, "button", "_go").label == "Send 2 letters"
    assert "{vacancy}" in widget(tab, "text_input", "_subject").value
    typed["text"] = "<p>Dear {first_name}</p>"
    widget(tab, "toggle", "_letter_preview").set_value(True)
    assert "Dear Kyrylo" in tab.again().words
    monkeypatch.setattr(rows, "wired", lambda *_, **__: rows.Answer((), None))
    assert "2 letters on their way" in press(tab).words
    said = {one.candidate_id: one.text.split("\n")[0] for one in stored(house, Letter)
            if one.batch_id}  # fmt: skip
    assert said == {people.maryana: "Dear Maryana", people.kyrylo: "Dear Kyrylo"}
    tab.test.button(key="undo_go").click()
    tab.again()
    assert {one.state for one in stored(house, Letter) if one.batch_id} == {"failed"}


def test_a_file_of_the_candidates_goes_along_and_stands_at_the_letter(house, people, tab):
    tab.open("candidate", id=people.maryana, app=people.maryana_at_acme, letter="offer")
    originals = widget(tab, "multiselect", "_originals")
    name = originals.options[0].split(" · ")[0].replace("\\", "")
    originals.select(originals.options[0])
    assert "Letter on its way" in press(tab).words
    (kept,) = stored(house, LetterFile)
    shown = tab.open("mail", id=kept.letter_id)
    assert shown.broken == ()
    assert f"/files/letters/{key_text(kept.id)}" in shown.markup
    assert name in shown.words


def test_a_customer_is_written_to_from_his_page(house, people, tab, typed):
    tab.open("customers", id=people.iryna.user_id)
    tab.test.button(key="customer_letter").click()
    shown = tab.again()
    assert shown.broken == ()
    typed["text"] = "<p>Call Maryana: maryana@mail.example</p>"
    assert "there is a contact in it" in press(tab).words
    typed["text"] = "<p>Dear {name}</p>"
    assert "Letter on its way" in press(tab).words
    (sent,) = stored(house, Letter, kind="customer")
    assert sent.text.startswith(f"Dear {people.iryna.name}")
    tab.test.button(key="undo_go").click()
    tab.again()
    assert stored(house, Letter, kind="customer")[0].state == "failed"


def refuse(tab, monkeypatch, *keys, to):
    """Choose this stage in the rows of the vacancy's candidates, one after the other."""
    for key in keys:
        moved = rows.Move(key_text(key), key_text(to))
        answers = iter([rows.Answer((), moved)])
        monkeypatch.setattr(
            rows, "wired", lambda *_, answers=answers, **__: next(answers, rows.Answer((), None))
        )
        assert tab.again().broken == ()


def test_several_refused_one_after_the_other_are_offered_one_letter_each(
    house, people, tab, monkeypatch
):
    refused = stage_id(house, people.acme_vacancy, "refused")
    tab.open("vacancy", id=people.acme_vacancy)
    refuse(tab, monkeypatch, people.maryana_at_acme, people.yurii_at_acme, to=refused)
    shown = tab.shown()
    assert "Maryana Tkachenko, Yurii Yizhakevych" in shown.words
    assert stored(house, Letter, kind="refusal") == []
    tab.test.button(key="refusal_letters").click()
    assert tab.again().broken == ()
    assert widget(tab, "radio", "_kind").value == "refusal"
    next(one for one in tab.test.button if one.label == "Send 2 letters").click()
    assert tab.again().broken == ()
    assert len(stored(house, Letter, kind="refusal")) == 2
    assert "Refused: " not in tab.again().words
    choose(tab, monkeypatch, people.maryana_at_acme, people.yurii_at_acme)
    assert widget(tab, "radio", "_kind").value == "refusal"


def test_taken_back_into_a_stage_that_refuses_offers_the_letter_once_it_is_done(
    house, people, tab, monkeypatch
):
    offer = "is refused. A letter about it is written only if you want it."
    refused = stage_id(house, people.acme_vacancy, "refused")
    alter(house, Stage, refused, seen_by_customers=False, open_to_customers=False)
    tab.open("vacancy", id=people.acme_vacancy)
    moved = rows.Move(key_text(people.yurii_at_acme), key_text(refused))
    monkeypatch.setattr(rows, "wired", lambda *_, **__: rows.Answer((), moved))
    assert offer not in tab.again().words
    tab.test.button(key="back_go").click()
    shown = tab.again()
    assert shown.broken == ()
    assert offer in shown.words


def test_a_stage_taken_out_whose_candidates_are_refused_offers_the_letters(house, people, tab):
    where = {"id": people.acme_vacancy, "section": "stages", "stage": "1"}  # New
    tab.open("vacancy", **where)
    remove = widget(tab, "button", "_remove").key
    tab.test.button(key=remove).click()
    tab.again()
    refused = stage_id(house, people.acme_vacancy, "refused")
    tab.test.button(key=remove).click()
    tab.test.selectbox(key="stage_remove_to").set_value(refused)
    tab.test.button(key="stage_remove_go").click()
    shown = tab.again()
    assert shown.broken == ()
    assert "Maryana Tkachenko" in shown.words
    assert "Yurii Yizhakevych" in shown.words
    tab.test.button(key="refusal_letters").click()
    assert tab.again().broken == ()
    assert widget(tab, "radio", "_kind").value == "refusal"
    assert stored(house, Letter, kind="refusal") == []


def test_the_candidates_letters_say_what_to_whom_and_how_far_and_lead_to_all(house, people, tab):
    for number in range(7):
        plant(house, a_letter(house, people.kyrylo, f"Words {number}"))
    plant(house, a_letter(house, people.kyrylo, "", kind="interview_reminder", state="queued"))
    plant(house, a_letter(house, people.yurii, "To somebody else"))
    shown = tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme)
    assert shown.broken == ()
    assert "Refusal · k@candidates.example · Sent" in shown.words
    assert ">Reminder of an interview</a>" in shown.markup
    assert "Words 6" in shown.words
    assert "Words 1" not in shown.words
    assert f"/mail?candidate={key_text(people.kyrylo)}" in shown.markup
    found = tab.open("mail", candidate=people.kyrylo)
    assert found.broken == ()
    assert all(f"Words {number}" in found.words for number in range(7))
    assert "To somebody else" not in found.words
