"""What was typed and not saved is found again by whoever typed it, and by nobody else."""

from dataclasses import replace

import pytest

from db.models import Draft, User
from services.drafts import (
    FORMS,
    draft,
    forget_draft,
    form_place,
    keep_draft,
    note_place,
    rescue_draft,
)
from services.errors import NotAllowed
from services.notes.writing import write
from services.permissions import allows
from services.viewer import Role
from tests.factories import alter, stored

pytestmark = pytest.mark.thorough


def test_a_draft_is_its_typists_alone(house, people):
    place = note_place(people.maryana, people.maryana_at_acme, None)
    for who, words in ((people.recruiter, "Mine"), (people.iryna, "Hers")):
        house.do(who, keep_draft, place=place, body=words)
        house.do(who, keep_draft, place=place, body=f"{words}, longer")
    assert house.ask(people.recruiter, draft, place=place) == "Mine, longer"
    assert house.ask(people.iryna, draft, place=place) == "Hers, longer"
    for other in (people.admin, people.pavlo, people.greta, people.leo):
        assert house.ask(other, draft, place=place) == ""
    house.do(people.admin, forget_draft, place=place)
    assert len(stored(house, Draft)) == 2


def test_nothing_typed_keeps_nothing_and_saving_the_note_forgets_it(house, people):
    place = note_place(people.maryana, people.maryana_at_acme, None)
    house.do(people.iryna, keep_draft, place=place, body="Soon")
    house.do(people.iryna, keep_draft, place=place, body=" \n")
    assert stored(house, Draft) == []
    house.do(people.iryna, keep_draft, place=place, body="Soon")
    house.do(people.iryna, keep_draft, place=f"{place} elsewhere", body="Other")
    named = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    house.do(people.iryna, write, body="Now", **named)
    assert [one.body for one in stored(house, Draft)] == ["Other"]


@pytest.mark.parametrize("who", ["recruiter", "iryna", "bohdan"])
def test_typed_when_the_session_ended_it_is_there_after_the_next_sign_in(house, people, who):
    """Also of one who was blocked meanwhile: should he come back, his words are there."""
    typist = getattr(people, who)
    place = note_place(people.maryana, people.maryana_at_acme, None)
    rescue_draft(
        house.installation, person_id=typist.user_id, place=place, body="Half a sen\x00\ud800"
    )
    assert house.ask(typist, draft, place=place) == "Half a sen"
    assert house.ask(people.admin, draft, place=place) == ""
    rescue_draft(house.installation, person_id=1, place=place, body="Nobody’s")
    assert len(stored(house, Draft)) == 1


def test_what_is_too_long_is_kept_as_far_as_a_note_goes_and_old_ones_give_way(house, people):
    house.do(people.iryna, keep_draft, place="long", body="x" * 30_000)
    assert len(house.ask(people.iryna, draft, place="long")) == 20_000
    for number in range(100):
        house.clock.pass_by(seconds=1)
        house.do(people.iryna, keep_draft, place=f"place {number}", body="x")
    assert len(stored(house, Draft)) == 100
    assert house.ask(people.iryna, draft, place="long") == ""


def test_a_form_gives_back_its_words_only_to_whoever_may_still_do_its_act(house, people):
    everybody = (people.admin, people.recruiter, people.iryna, people.leo)
    for form, permission in FORMS.items():
        place = form_place(form, people.maryana)
        for who in everybody:
            if allows(who, permission):
                assert house.ask(who, draft, place=place) == ""
            else:
                with pytest.raises(NotAllowed):
                    house.ask(who, draft, place=place)


def test_with_the_role_the_words_of_its_forms_are_gone(house, people):
    """Also those that are to be kept in the moment in which the role has changed."""
    place, admin = form_place("template", "refusal_en"), people.admin
    rescue_draft(house.installation, person_id=admin.user_id, place=place, body="My words")
    assert house.ask(admin, draft, place=place) == "My words"
    alter(house, User, admin.user_id, role="recruiter")
    with pytest.raises(NotAllowed):
        rescue_draft(house.installation, person_id=admin.user_id, place=place, body="More")
    with pytest.raises(NotAllowed):
        house.ask(replace(admin, role=Role.RECRUITER), draft, place=place)
    assert [one.body for one in stored(house, Draft)] == ["My words"]
