"""A candidate's history: everything that happened to him, for staff alone."""

from dataclasses import replace

import pytest

from db.models import AuditEntry, Correction
from services.applications.moving import move, undo_move
from services.applications.opening import (
    open_for_the_first_time,
    tell_of_attachment,
    tell_of_version,
)
from services.candidates.attachments import (
    ReadFile,
    attach,
    hide_attachment,
    open_attachment,
    take_away_attachment,
)
from services.candidates.corrections import accept, correct, unaccept, undo
from services.candidates.forms import CandidateForm, ContactForm, edit
from services.candidates.happened import Change
from services.candidates.history import KINDS, history_of
from services.candidates.resumes import save_version
from services.candidates.views import candidate
from services.candidates.vocabulary import Terms
from services.errors import Invalid, NotAllowed, NotFound
from services.notes.changing import edit_note, undo_note, withdraw_note
from services.notes.opening import hide_note, open_note
from services.notes.readers import possible_readers
from services.notes.writing import write
from tests.factories import stage_id, stored

pytestmark = pytest.mark.thorough


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


def lines(house, people, kind):
    """Oldest first, of one kind: what, by whom, and what is told of it."""
    found = house.ask(people.recruiter, history_of, candidate_id=people.maryana, kind=kind)
    return [
        (one.what, one.by, one.text or (one.added, one.removed))
        for one in reversed(found)
        if one.happened_at > house.began
    ]


@pytest.fixture
def later(house):
    """Do one thing after the other, a minute between them."""
    house.began = house.clock.now

    def did(who, act, **named):
        house.clock.pass_by(minutes=1)
        return house.do(who, act, **named)

    return did


def test_a_customers_corrections_and_what_became_of_them(house, people, later):
    at = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    later(people.iryna, correct, **at, added=Terms(("Go", "SQL", "C")), removed=Terms())
    go, sql, c = (one.id for one in stored(house, Correction))
    later(people.recruiter, accept, correction_ids=[go, sql])
    later(people.admin, undo, correction_ids=[sql])
    later(people.pavlo, undo, correction_ids=[c])
    assert lines(house, people, "corrections") == [
        ("corrected", "Iryna", (("Go", "SQL", "C"), ())),
        ("accepted", "Oksana Lytvyn", (("Go", "SQL"), ())),
        ("undone", "Anna Admin", (("SQL",), ())),
        ("unsaid", "Pavlo", (("C",), ())),
    ]


def test_an_acceptance_that_was_taken_back_at_once_never_happened(house, people, later):
    at = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    later(people.iryna, correct, **at, added=Terms(("Go",)), removed=Terms())
    (go,) = stored(house, Correction)
    later(people.recruiter, accept, correction_ids=[go.id])
    later(people.recruiter, unaccept, batch=go.batch)
    assert [what for what, *_ in lines(house, people, "corrections")] == ["corrected"]
    later(people.recruiter, undo, correction_ids=[go.id])
    assert [what for what, *_ in lines(house, people, "corrections")] == ["corrected", "undone"]


def test_of_contacts_the_kinds_that_were_replaced_and_no_contact(house, people, later):
    named = {"candidate_id": people.sofia}
    form = CandidateForm(
        "Sofia", "Kovalenko", contacts=(ContactForm("phone", "+380 67 111 11 11"),)
    )
    version = house.ask(people.recruiter, candidate, **named).version
    later(people.recruiter, edit, **named, form=form, version=version)
    other = ContactForm("phone", "+380 67 222 22 22"), ContactForm("email", "s@sofia.example")
    later(people.recruiter, edit, **named, form=replace(form, contacts=other), version=version + 1)
    told = house.ask(people.recruiter, history_of, **named, kind="profile")[0]
    assert told.changes == (Change("contacts", "phone", "email, phone"),)
    for entry in stored(house, AuditEntry, object_id=people.sofia):
        assert "67" not in entry.details
        assert "sofia.example" not in entry.details


def test_what_became_of_notes(house, people, later):
    at = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    note = later(people.recruiter, write, **at, body="Salary is fine")
    readers = house.ask(people.recruiter, possible_readers, **at)
    later(people.admin, open_note, note_id=note, version=1, open_for=readers)
    later(people.recruiter, hide_note, note_id=note)
    later(people.recruiter, edit_note, note_id=note, body="Salary is not fine", version=3)
    later(people.recruiter, withdraw_note, note_id=note)
    assert [(what, by, text) for what, by, text in lines(house, people, "notes")] == [
        ("written", "Oksana Lytvyn", ((), ())),
        ("note_opened", "Anna Admin", "Acme, Leo"),
        ("note_hidden", "Oksana Lytvyn", ((), ())),
        ("note_edited", "Oksana Lytvyn", ((), ())),
        ("note_withdrawn", "Oksana Lytvyn", ((), ())),
    ]
    undone = later(people.recruiter, write, **at, body="A slip")
    house.do(people.recruiter, undo_note, note_id=undone)
    assert len(lines(house, people, "notes")) == 5


def test_attachments_and_what_customers_took_along(house, people, later):
    file = ReadFile("task.txt", b"x", "text/plain", "<p>Solved</p>", "Solved")
    key = later(people.recruiter, attach, candidate_id=people.maryana, file=file)
    where = {"attachment_id": key, "vacancy_id": people.acme_vacancy}
    later(people.recruiter, open_attachment, **where)
    later(people.pavlo, tell_of_attachment, attachment_id=key)
    later(people.pavlo, tell_of_version, application_id=people.maryana_at_acme)
    later(people.admin, hide_attachment, **where)
    later(people.recruiter, open_attachment, **where)
    later(people.admin, take_away_attachment, attachment_id=key)
    assert [(what, by) for what, by, _ in lines(house, people, "attachments")] == [
        ("attached", "Oksana Lytvyn"),
        ("attachment_opened", "Oksana Lytvyn"),
        ("attachment_hidden", "Anna Admin"),
        ("attachment_opened", "Oksana Lytvyn"),
        ("attachment_gone", "Anna Admin"),
    ]
    assert {text for *_, text in lines(house, people, "attachments")} == {"task.txt"}
    assert [(what, by) for what, by, _ in lines(house, people, "opened")] == [
        ("downloaded_attachment", "Pavlo"), ("downloaded_version", "Pavlo"),
    ]  # fmt: skip


def test_a_move_says_from_where_to_where(house, people, later):
    to = stage_id(house, people.acme_vacancy, "interview")
    later(people.recruiter, move, application_id=people.maryana_at_acme, to_stage_id=to)
    last = house.ask(people.recruiter, history_of, candidate_id=people.maryana, kind="stages")[0]
    assert (last.from_stage.key, last.stage.key) == ("new", "interview")


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
