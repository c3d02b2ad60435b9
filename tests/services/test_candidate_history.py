"""A candidate's history: everything that happened to him, for staff alone."""

from dataclasses import replace

import pytest

from services.applications.moving import move, undo_move
from services.applications.opening import open_for_the_first_time
from services.candidates.forms import CandidateForm, edit
from services.candidates.history import KINDS, Change, history_of
from services.candidates.resumes import save_version
from services.candidates.views import candidate
from services.errors import Invalid, NotAllowed, NotFound
from services.notes.writing import write
from tests.factories import stage_id


def whats(house, people, kind=""):
    named = {"candidate_id": people.yurii, "kind": kind}
    return [one.what for one in house.ask(people.recruiter, history_of, **named)]


def test_everything_that_happened_newest_first(house, people):
    named = {"candidate_id": people.yurii}
    form = CandidateForm("Yurii", "Yizhakevych", headline="Lead", city="Lviv")
    version = house.ask(people.recruiter, candidate, **named).version
    house.clock.pass_by(minutes=1)
    house.do(people.admin, edit, **named, form=form, version=version)
    house.clock.pass_by(minutes=1)
    house.do(people.recruiter, save_version, **named, html="<p>x</p>")
    house.clock.pass_by(minutes=1)
    house.do(people.iryna, open_for_the_first_time, application_id=people.yurii_at_acme)
    house.clock.pass_by(minutes=1)
    house.do(
        people.iryna, write,
        candidate_id=people.yurii, application_id=people.yurii_at_acme, body="Nice",
    )  # fmt: skip
    house.clock.pass_by(minutes=1)
    to = stage_id(house, people.acme_vacancy, "refused")
    house.do(
        people.iryna, move,
        application_id=people.yurii_at_acme, to_stage_id=to, reason="Too dear",
    )  # fmt: skip
    told = house.ask(people.recruiter, history_of, **named)
    assert [one.what for one in told][:5] == ["moved", "written", "opened", "version", "edited"]
    assert sorted(one.what for one in told[5:]) == sorted(
        ["presented", "moved", "moved", "original", "added"]
    )
    assert (told[0].by, told[0].text, told[0].vacancy) == ("Iryna", "Too dear", "Backend Lead")
    assert told[4].by == "Anna Admin"
    assert Change("headline", "Engineer", "Lead") in told[4].changes or any(
        one.field == "headline" and one.after == "Lead" for one in told[4].changes
    )
    assert [one.happened_at for one in told] == sorted(
        (one.happened_at for one in told), reverse=True
    )
    by_kind = [what for kind in KINDS for what in whats(house, people, kind)]
    assert sorted(by_kind) == sorted(one.what for one in told)
    assert whats(house, people, "notes") == ["written"]


def test_what_was_taken_back_never_happened_and_going_dark_did(house, people):
    at = {"application_id": people.yurii_at_acme}
    before = whats(house, people)
    dark = stage_id(house, people.acme_vacancy, "longlist")
    moved = house.do(people.recruiter, move, **at, to_stage_id=dark)
    assert sorted(whats(house, people)) == sorted([*before, "moved", "taken_back"])
    house.do(people.recruiter, undo_move, change_id=moved.change_id)
    assert sorted(whats(house, people)) == sorted(before)


def test_a_save_that_changed_nothing_is_no_event(house, people):
    named = {"candidate_id": people.sofia}
    sofia = house.ask(people.recruiter, candidate, **named)
    form = CandidateForm(sofia.first_name, sofia.last_name, sofia.headline, sofia.city)
    house.do(people.recruiter, edit, **named, form=form, version=sofia.version)
    saved = house.ask(people.recruiter, history_of, **named, kind="profile")
    emptied = replace(form, headline="")
    house.do(people.recruiter, edit, **named, form=emptied, version=sofia.version + 1)
    house.do(people.recruiter, edit, **named, form=emptied, version=sofia.version + 2)
    again = house.ask(people.recruiter, history_of, **named, kind="profile")
    assert len(again) - len(saved) <= 1


def test_staff_alone_read_it(house, people):
    with pytest.raises(NotAllowed):
        house.ask(people.iryna, history_of, candidate_id=people.yurii)
    with pytest.raises(NotFound):
        house.ask(people.recruiter, history_of, candidate_id=1)
    with pytest.raises(Invalid):
        house.ask(people.recruiter, history_of, candidate_id=people.yurii, kind="secrets")
