"""What was typed in a form when the session ended stands there again, for its typist alone."""

import json

import pytest

from db.models import Draft, ResumeVersion, SignInSession
from services.candidates.resumes import save_version
from services.ids import key_text
from services.notes.drafts import form_place
from tests.factories import alter, plant, stored
from tests.pages.tab import Tab, signed_in

SAID = "You were signed out while you were typing."


@pytest.fixture
def ends(house):
    """Every session ends in this moment."""

    def end():
        for one in stored(house, SignInSession):
            alter(house, SignInSession, one.id, ended_at=house.clock.now)

    return end


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


@pytest.mark.thorough
def test_so_does_a_new_candidate_and_a_vacancy(house, people, ends):
    key = f"vacancy_{key_text(people.acme_vacancy)}_1"
    asked = {
        "candidate-edit": ({}, "candidate_new_last_name", "Bondar"),
        "vacancy": ({"id": people.acme_vacancy, "section": "edit"}, f"{key}_title", "Half a title"),
    }
    for page, (query, field, words) in asked.items():
        tab = Tab(house, signed_in(house, people.recruiter))
        assert tab.open(page, **query).broken == ()
        tab.test.text_input(key=field).set_value(words)
        ends()
        for button in tab.test.button:
            if button.key == f"{key}_save":
                button.click()
        tab.again()
        again = Tab(house, signed_in(house, people.recruiter))
        shown = again.open(page, **query)
        assert shown.broken == ()
        assert SAID in shown.words
        assert typed(again, field) == words
        assert SAID not in Tab(house, signed_in(house, people.recruiter)).open(page, **query).words


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
