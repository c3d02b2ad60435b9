"""What was typed in a form when the session ended stands there again, for its typist alone."""

import json

import pytest
from streamlit.elements.lib import policies

from db.models import Draft, ResumeVersion
from services.candidates.resumes import save_version
from services.drafts import form_place
from services.ids import key_text
from services.notes.writing import write
from tests.factories import plant, stage_id, stored
from tests.pages.tab import Tab, signed_in

SAID = "You were signed out while you were typing."


def typed(tab, key):
    return tab.test.text_input(key=key).value


@pytest.mark.thorough
def test_a_profile_typed_as_the_session_ends_stands_there_again(house, people, ends):
    prefix = f"candidate_{key_text(people.maryana)}"
    tab = Tab(house, signed_in(house, people.recruiter))
    tab.open("candidate-edit", id=people.maryana)
    tab.test.text_input(key=f"{prefix}_headline").set_value("Half a head")
    tab.test.text_input(key=f"{prefix}_value_2").set_value("+380671112233")
    tab.again()
    assert stored(house, Draft) == []
    ends()
    tab.test.text_input(key=f"{prefix}_city").set_value("Odesa")
    tab.again()
    (kept,) = stored(house, Draft)
    assert kept.person_id == people.recruiter.user_id
    assert "Maryana" not in kept.body  # what he has not touched is not kept

    other = Tab(house, signed_in(house, people.admin))
    shown = other.open("candidate-edit", id=people.maryana)
    assert SAID not in shown.words
    assert "Odesa" not in typed(other, f"{prefix}_city")

    again = Tab(house, signed_in(house, people.recruiter))
    shown = again.open("candidate-edit", id=people.maryana)
    assert shown.broken == ()
    assert SAID in shown.words
    assert "Somebody else has saved" not in shown.words
    assert typed(again, f"{prefix}_headline") == "Half a head"
    assert typed(again, f"{prefix}_city") == "Odesa"
    assert typed(again, f"{prefix}_value_2") == "+380671112233"
    assert stored(house, Draft) == []
    ends()  # once more, with nothing typed since
    again.again()
    assert len(stored(house, Draft)) == 1


def refuses(tab, people):
    refused = stage_id(tab.house, people.acme_vacancy, "refused")
    key = f"stage_{key_text(people.maryana_at_acme)}"
    choice = next(one for one in tab.test.selectbox if one.key and one.key.startswith(key))
    choice.set_value(refused)


#: Page and query, what opens the form there, the field, its kind.
TYPED = {
    "a new candidate": ("candidate-edit", {}, None, "candidate_new_last_name", "text_input"),
    "a vacancy": ("vacancy", {"section": "edit"}, None, "_1_notes", "text_area"),
    "a new vacancy": ("vacancies", {}, "vacancies_new", "new_vacancy_title", "text_input"),
    "a signature": ("settings", {}, None, "own_signature", "text_area"),
    "a reminder": ("candidate", {}, "remind_me", "remind_", "text_area"),
    "why he is refused": ("candidate", {}, refuses, "refuse_", "text_area"),
    "words while presenting": ("candidate", {}, "stand_present", "present_words_", "text_area"),
    "a note one edits": ("candidate", {"do": "edit"}, None, "note_edit_", "text_area"),
}
#: Told every day.
OFTEN = {"a vacancy", "why he is refused", "a note one edits"}


@pytest.mark.thorough
@pytest.mark.only_on("duckdb")
@pytest.mark.parametrize(
    "which", [pytest.param(one, marks=() if one in OFTEN else pytest.mark.wide) for one in TYPED]
)
def test_so_does_whatever_else_is_typed_at_length(house, people, ends, which, monkeypatch):
    """And the framework has nothing to say about two values for one field, which it logs once."""
    monkeypatch.setattr(policies, "_shown_default_value_warning", False)
    page, query, opens, key, kind = TYPED[which]
    whom = "kyrylo" if opens == "stand_present" else "maryana"
    candidate = {"id": getattr(people, whom), "app": getattr(people, f"{whom}_at_acme")}
    about = {"vacancy": {"id": people.acme_vacancy}, "candidate": candidate}
    query = {**query, **about.get(page, {})}
    if "do" in query:
        place = {"candidate_id": query["id"], "application_id": query["app"]}
        query["note"] = house.do(people.recruiter, write, body="At first", **place)

    def opened():
        tab = Tab(house, signed_in(house, people.recruiter))
        shown = tab.open(page, **query)
        if callable(opens):
            opens(tab, people)
            shown = tab.again()
        elif opens:
            tab.test.button(key=opens).click()
            shown = tab.again()
        assert shown.broken == ()
        mine = next(one for one in getattr(tab.test, kind) if key in (one.key or ""))
        return tab, shown, mine

    tab, _, mine = opened()
    mine.set_value("Half a thought")
    ends()
    tab.again()
    (kept,) = stored(house, Draft)
    assert kept.person_id == people.recruiter.user_id
    _, shown, mine = opened()
    assert SAID in shown.words
    assert mine.value == "Half a thought"
    assert stored(house, Draft) == []
    assert not policies._shown_default_value_warning


@pytest.mark.thorough
@pytest.mark.only_on("duckdb")
def test_what_is_typed_about_one_candidate_is_offered_at_no_other(house, people, ends):
    tab = Tab(house, signed_in(house, people.recruiter))

    def asked(whom):
        tab.open("candidate", id=whom)
        tab.test.button(key="remind_me").click()
        tab.again()
        return next(one for one in tab.test.text_area if (one.key or "").startswith("remind_"))

    asked(people.maryana)
    asked(people.sofia).set_value("Sofia asks for 5000")
    ends()
    tab.again()
    (kept,) = stored(house, Draft)
    assert kept.place == form_place("reminder", people.sofia)
    tab = Tab(house, signed_in(house, people.recruiter))
    assert asked(people.maryana).value == ""
    assert asked(people.sofia).value == "Sofia asks for 5000"


@pytest.mark.thorough
@pytest.mark.parametrize("meanwhile", [True, False])
def test_a_resume_found_again_replaces_no_newer_version_unseen(house, people, meanwhile):
    """What was typed into an older version is asked about as any other lost race is."""
    general = {"candidate_id": people.maryana, "vacancy_id": None, "superseded_at": None}
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html="<p>At first</p>")
    (began,) = stored(house, ResumeVersion, **general)
    prefix = f"candidate_{key_text(people.maryana)}_"
    typed_in = {f"quill__{began.id}_0": [began.html, "<p>Typed before the end</p>"]}
    plant(
        house,
        Draft(
            person_id=people.recruiter.user_id,
            place=form_place("candidate", people.maryana),
            body=json.dumps([prefix, typed_in]),
            saved_at=house.clock.now,
        ),
    )
    if meanwhile:
        html = "<p>By a colleague</p>"
        house.do(people.admin, save_version, candidate_id=people.maryana, html=html)
    tab = Tab(house, signed_in(house, people.recruiter))
    assert SAID in tab.open("candidate-edit", id=people.maryana).words
    tab.test.button(key="candidate_edit_save").click()
    assert tab.again().broken == ()
    (now,) = stored(house, ResumeVersion, **general)
    assert now.html == ("<p>By a colleague</p>" if meanwhile else "<p>Typed before the end</p>")
