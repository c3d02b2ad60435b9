"""What becomes of a note: undone, edited, withdrawn, answered, and whom it names."""

import pytest

from db.models import Note, NoteChange, NoteReader
from services.applications.moving import move
from services.errors import Conflict, Invalid, NotFound, TooLate, VacancyClosed
from services.notes.changing import edit_note, undo_note, withdraw_note
from services.notes.opening import hide_note, open_note
from services.notes.readers import Reader, possible_readers
from services.notes.views import in_threads, notes
from services.notes.writing import write
from services.notifications import notifications
from services.staff import block
from services.vacancies.closing import close
from tests.factories import a_user, plant, stage_id, stored, the

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


@pytest.fixture
def say(house, people):
    """Write a note on Maryana at Acme (at Globex for Greta); the undo window is still open."""

    def written(who, body, *, general=False, to=(), reply_to=None, application_id=None):
        at = people.maryana_at_globex if who == people.greta else people.maryana_at_acme
        chosen = None if general else application_id or at
        found = house.ask(
            people.recruiter,
            possible_readers,
            candidate_id=people.maryana,
            application_id=chosen,
        )
        return house.do(
            who,
            write,
            candidate_id=people.maryana,
            application_id=chosen,
            body=body,
            open_for=[reader for reader in found if reader.name in to],
            reply_to_id=reply_to,
        )

    return written


@pytest.fixture
def later(house):
    """Let the undo window pass."""
    return lambda seconds=10: house.clock.pass_by(seconds=seconds)


def read(house, viewer, people):
    return {note.body for note in house.ask(viewer, notes, candidate_id=people.maryana)}


def told(house, viewer):
    kinds = {"note", "answered", "mentioned"}
    return [one.kind for one in house.ask(viewer, notifications) if one.kind in kinds]


# ---------------------------------------------------------------- undo


def test_opened_it_is_read_and_told_of_when_it_can_no_longer_be_undone(house, people, say, later):
    say(people.recruiter, "For Acme", to=("Acme",))
    say(people.iryna, "From Acme")
    later(9)
    assert read(house, people.pavlo, people) == {"From Acme"}
    for viewer in (people.iryna, people.pavlo, people.recruiter):
        assert told(house, viewer) == []
    later(1)
    assert read(house, people.pavlo, people) == {"From Acme", "For Acme"}
    assert told(house, people.recruiter) == ["note"]
    assert sorted(told(house, people.pavlo)) == ["note", "note"]
    assert told(house, people.iryna) == ["note"]


def test_undone_in_time_nobody_hears_of_it_and_the_words_come_back(house, people, say, later):
    for who, to in ((people.recruiter, ("Acme", "Leo")), (people.iryna, ())):
        note_id = say(who, "Too early", to=to)
        for other in (people.admin, people.pavlo):
            with pytest.raises(NotFound):
                house.do(other, undo_note, note_id=note_id)
        assert house.do(who, undo_note, note_id=note_id) == "Too early"
        later()
        for viewer in (people.admin, people.recruiter, *people.customers):
            assert read(house, viewer, people) == set()
            assert told(house, viewer) == []
        with pytest.raises(NotFound):
            house.do(who, undo_note, note_id=note_id)
    note_id = say(people.iryna, "Said is said")
    later()
    with pytest.raises(TooLate):
        house.do(people.iryna, undo_note, note_id=note_id)
    assert read(house, people.recruiter, people) == {"Said is said"}


def test_what_was_answered_is_not_undone(house, people, say):
    note_id = say(people.iryna, "Question")
    say(people.pavlo, "Answer", reply_to=note_id)
    with pytest.raises(TooLate):
        house.do(people.iryna, undo_note, note_id=note_id)


# ---------------------------------------------------------------- edit


def test_edited_for_a_quarter_of_an_hour_what_it_said_is_kept(house, people, say, later):
    note_id = say(people.recruiter, "Asks 5000", to=("Acme",))
    later()
    version = the(house, Note, note_id).version
    house.do(people.recruiter, edit_note, note_id=note_id, body="Asks for more", version=version)
    assert read(house, people.iryna, people) == {"Asks for more"}
    (seen,) = house.ask(people.iryna, notes, candidate_id=people.maryana)
    assert seen.edited_at is not None
    assert "5000" not in repr(seen)
    (own,) = house.ask(people.recruiter, notes, candidate_id=people.maryana)
    assert [(one.kind, one.body, one.by) for one in own.changes] == [
        ("edited", "Asks 5000", "Oksana Lytvyn")
    ]
    with pytest.raises(Conflict):  # another tab
        house.do(people.recruiter, edit_note, note_id=note_id, body="Else", version=version)
    assert own.may_edit
    house.clock.pass_by(minutes=15)
    (own,) = house.ask(people.recruiter, notes, candidate_id=people.maryana)
    assert not own.may_edit
    with pytest.raises(TooLate):
        house.do(people.recruiter, edit_note, note_id=note_id, body="Else", version=own.version)
    assert read(house, people.iryna, people) == {"Asks for more"}


def test_nobody_edits_or_withdraws_anothers_note(house, people, say, later):
    for who in (people.iryna, people.recruiter):
        note_id = say(who, "Mine", to=("Acme",))
        later()
        for other in {people.admin, people.recruiter, *people.customers} - {who}:
            for act, named in (
                (edit_note, {"body": "Yours", "version": 1}),
                (withdraw_note, {}),
            ):
                with pytest.raises(NotFound):
                    house.do(other, act, note_id=note_id, **named)
    assert {note.body for note in stored(house, Note)} == {"Mine"}


def test_in_a_closed_vacancy_words_stay_as_they_are(house, people, say):
    note_id = say(people.iryna, "Final")
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled")
    for act, named in (
        (edit_note, {"body": "Other", "version": 1}),
        (withdraw_note, {}),
        (undo_note, {}),
    ):
        with pytest.raises(VacancyClosed):
            house.do(people.iryna, act, note_id=note_id, **named)
    assert read(house, people.recruiter, people) == {"Final"}


@pytest.mark.parametrize("body", ["", " \n", "\x00", "x" * 20_001])
def test_an_empty_or_endless_edit_is_refused(house, people, say, body):
    for who in (people.recruiter, people.iryna):
        note_id = say(who, "Short")
        with pytest.raises(Invalid):
            house.do(who, edit_note, note_id=note_id, body=body, version=1)
        assert the(house, Note, note_id).body == "Short"


# ---------------------------------------------------------------- withdraw


def test_withdrawn_it_is_gone_for_customers_and_a_stub_for_staff(house, people, say, later):
    for who in (people.recruiter, people.iryna):
        note_id = say(who, "Regretted", to=("Acme",))
        later()
        assert read(house, people.pavlo, people) == {"Regretted"}
        house.do(who, withdraw_note, note_id=note_id)
        for customer in people.customers:
            assert read(house, customer, people) == set()
            assert told(house, customer) == []
        stub = house.ask(people.admin, notes, candidate_id=people.maryana)[-1]
        assert (stub.body, stub.withdrawn_at) == ("", house.clock.now)
        assert [one.kind for one in stub.changes] == ["withdrawn"]
        with pytest.raises(NotFound):
            house.do(who, withdraw_note, note_id=note_id)
    for act, named in ((open_note, {"open_for": (), "version": 1}), (hide_note, {})):
        with pytest.raises(NotFound):
            house.do(people.recruiter, act, note_id=note_id, **named)
    assert told(house, people.recruiter) == []


# ---------------------------------------------------------------- open and hide


def test_opening_and_hiding_are_kept_with_their_readers(house, people, say, later):
    note_id = say(people.recruiter, "Between")
    acme = [
        one
        for one in house.ask(
            people.recruiter,
            possible_readers,
            candidate_id=people.maryana,
            application_id=people.maryana_at_acme,
        )
        if one.name == "Acme"
    ]
    as_named = [Reader(one.company_id, one.customer_id, "", ()) for one in acme]
    house.do(people.admin, open_note, note_id=note_id, version=1, open_for=as_named)
    assert read(house, people.iryna, people) == set()
    later()
    assert read(house, people.iryna, people) == {"Between"}
    house.do(people.recruiter, hide_note, note_id=note_id)
    house.do(people.recruiter, hide_note, note_id=note_id)  # a double click
    (note,) = house.ask(people.recruiter, notes, candidate_id=people.maryana)
    assert [(one.kind, one.by, one.readers) for one in note.changes] == [
        ("opened", "Anna Admin", "Acme"),
        ("hidden", "Oksana Lytvyn", ""),
    ]
    version = the(house, Note, note_id).version
    house.do(people.recruiter, open_note, note_id=note_id, version=version, open_for=acme)
    house.do(people.recruiter, hide_note, note_id=note_id)  # undone in time
    later()
    assert told(house, people.iryna) == []


# ---------------------------------------------------------------- answers


def test_an_answer_is_never_read_more_widely_than_what_it_answers(house, people, say, later):
    hidden = say(people.recruiter, "Hidden")
    for_acme = say(people.recruiter, "For Acme", to=("Acme",))
    later()
    with pytest.raises(Invalid) as refused:
        say(people.recruiter, "Wider than hidden", to=("Acme",), reply_to=hidden)
    assert refused.value.problems == {"readers": "changed"}
    with pytest.raises(Invalid):
        say(people.recruiter, "Wider than Acme", to=("Acme", "Leo"), reply_to=for_acme)
    answer = say(people.recruiter, "Also for Acme", to=("Acme",), reply_to=for_acme)
    say(people.recruiter, "For us alone", reply_to=for_acme)
    later()
    assert read(house, people.iryna, people) == {"For Acme", "Also for Acme"}
    assert read(house, people.leo, people) == set()
    further = say(people.recruiter, "Answer to the answer", to=("Acme",), reply_to=answer)
    later()
    assert read(house, people.iryna, people) == {
        "For Acme",
        "Also for Acme",
        "Answer to the answer",
    }
    house.do(people.recruiter, hide_note, note_id=for_acme)
    assert read(house, people.iryna, people) == set()
    assert stored(house, NoteReader, note_id=further) == []
    named = house.ask(
        people.recruiter,
        possible_readers,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
    )
    with pytest.raises(Invalid):
        house.do(people.recruiter, open_note, note_id=answer, version=1, open_for=named[:1])


def test_answers_to_a_customer_reach_his_side_and_his_reach_whom_he_answers(
    house, people, say, later
):
    asked = say(people.iryna, "When can she start?")
    later()
    with pytest.raises(Invalid):
        say(people.admin, "To everybody", to=("Acme", "Leo"), reply_to=asked)
    answer = say(people.admin, "In May", to=("Acme",), reply_to=asked)
    later()
    assert told(house, people.iryna) == ["answered"]
    assert read(house, people.leo, people) == set()
    say(people.pavlo, "Good", reply_to=answer)
    later()
    assert told(house, people.admin) == ["note"]  # whom he answers
    assert told(house, people.recruiter) == ["note", "note"]  # S29: whatever customers do
    threads = in_threads(house.ask(people.recruiter, notes, candidate_id=people.maryana))
    assert [(note.body, is_answer) for note, is_answer in threads] == [
        ("When can she start?", False),
        ("In May", True),
        ("Good", True),
    ]


def test_nobody_answers_what_he_does_not_read_or_what_is_gone(house, people, say, later):
    hidden = say(people.recruiter, "Hidden")
    own = say(people.iryna, "Iryna’s")
    at_globex = say(people.greta, "Greta’s")
    later()
    for who, note_id in (
        (people.iryna, hidden),
        (people.iryna, at_globex),
        (people.greta, own),
        (people.leo, own),
        (people.iryna, 1),
        (people.recruiter, at_globex),  # of another vacancy than the answer
    ):
        with pytest.raises(NotFound):
            say(who, "Answer", reply_to=note_id)
    house.do(people.iryna, withdraw_note, note_id=own)
    for who in (people.recruiter, people.pavlo):
        with pytest.raises(NotFound):
            say(who, "Answer", reply_to=own)


def test_an_answer_to_a_note_in_general_stays_with_its_application(house, people, say, later):
    general = say(people.recruiter, "On her", general=True, to=("Acme", "Globex"))
    later()
    say(people.iryna, "Acme’s answer", reply_to=general)
    later()
    assert read(house, people.greta, people) == {"On her"}
    assert read(house, people.pavlo, people) == {"On her", "Acme’s answer"}
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    house.do(people.recruiter, move, application_id=people.maryana_at_acme, to_stage_id=longlist)
    with pytest.raises(NotFound):
        house.ask(people.iryna, notes, candidate_id=people.maryana)
    assert read(house, people.greta, people) == {"On her"}


# ---------------------------------------------------------------- named with @


def test_staff_named_in_a_note_are_told_once(house, people, say, later):
    say(people.recruiter, "@Anna Admin please call her; @anna, really. me@anna.example")
    say(people.iryna, "@Oksana Lytvyn and @Anna: when? @Pavlo @Nobody")
    later()
    assert told(house, people.admin) == ["mentioned", "mentioned"]
    assert told(house, people.recruiter) == ["mentioned"]  # not a second time as the recruiter
    assert told(house, people.pavlo) == ["note"]
    say(people.admin, "@Anna Admin is myself")
    later()
    assert told(house, people.admin) == ["mentioned", "mentioned"]


def test_who_shares_a_first_name_or_is_gone_is_named_in_full_or_not_at_all(
    house, people, say, later
):
    plant(house, a_user(house, "Anna Other", role="recruiter"))
    say(people.recruiter, "@Anna call")
    later()
    assert told(house, people.admin) == []
    say(people.admin, "@Oksana Lytvynenko is somebody else")
    later()
    assert told(house, people.recruiter) == ["mentioned"]  # by the first name, which is hers alone
    house.do(people.admin, block, user_id=people.recruiter.user_id)
    before = len(stored(house, NoteChange))
    say(people.admin, "@Oksana Lytvyn has left")
    assert len(stored(house, NoteChange)) == before


def test_named_only_by_an_edit_she_is_told_then(house, people, say, later):
    note_id = say(people.recruiter, "Please call")
    version = the(house, Note, note_id).version
    body = "@Anna please call"
    house.do(people.recruiter, edit_note, note_id=note_id, body=body, version=version)
    house.do(people.recruiter, edit_note, note_id=note_id, body=f"{body} her", version=version + 1)
    later()
    assert told(house, people.admin) == ["mentioned"]


def test_in_a_note_on_somebody_without_a_vacancy_nobody_is_named(house, people):
    named = {"candidate_id": people.sofia, "application_id": None}
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, write, body="@Anna look", **named)
    assert refused.value.problems == {"body": "nobody_to_name"}
    house.do(people.recruiter, write, body="Look", **named)


def test_notes_of_one_author(house, people, say, later):
    say(people.recruiter, "Mine")
    say(people.iryna, "Hers")
    later()
    named = {"candidate_id": people.maryana, "author_id": people.iryna.user_id}
    assert [note.body for note in house.ask(people.recruiter, notes, **named)] == ["Hers"]
    named["author_id"] = people.recruiter.user_id
    assert house.ask(people.iryna, notes, **named) == []
