"""No note is opened with contacts in it to those from whom they are hidden."""

import pytest

from db.models import Draft, Note, NoteReader, User
from services.drafts import draft, keep_draft, note_place
from services.errors import ContactsFound
from services.leaks.settling import settle, words_without
from services.notes.changing import edit_note
from services.notes.opening import open_note
from services.notes.readers import possible_readers
from services.notes.views import notes
from services.notes.writing import write
from tests.factories import alter, stored, the

NUMBER = "+380 50 111 22 33"
BODY = f"Speaks well; her husband answers {NUMBER}"


@pytest.fixture
def about(people):
    return {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}


def readers(house, people, about, *names):
    found = house.ask(people.recruiter, possible_readers, **about)
    return tuple(reader for reader in found if not names or reader.name in names)


def read_by(house, viewer, people):
    house.clock.pass_by(minutes=1)
    return [note.body for note in house.ask(viewer, notes, candidate_id=people.maryana)]


def refused(house, viewer, act, **named):
    with pytest.raises(ContactsFound) as found:
        house.do(viewer, act, **named)
    return found.value.leaks


def test_written_as_opened_it_is_refused_and_what_was_typed_stays(house, people, about):
    place = note_place(about["candidate_id"], about["application_id"], None)
    house.do(people.recruiter, keep_draft, place=place, body=BODY)
    wanted = {**about, "open_for": readers(house, people, about)}
    (leak,) = refused(house, people.recruiter, write, **wanted, body=BODY)

    assert (leak.source, leak.kind, leak.text) == ("note", "phone", NUMBER)
    assert leak.before == "Speaks well; her husband answers "
    assert stored(house, Note, body=BODY) == []
    assert stored(house, NoteReader, note_id=leak.key) == []
    assert house.ask(people.recruiter, draft, place=place) == BODY
    cleaned = house.ask(people.recruiter, words_without, words=BODY, remove=[leak])
    house.do(people.recruiter, write, **wanted, body=cleaned)
    assert read_by(house, people.iryna, people)[-1] == "Speaks well; her husband answers …"
    assert stored(house, Draft) == []


def test_hidden_from_customers_it_is_saved_and_stopped_when_it_is_opened(house, people, about):
    note_id = house.do(people.recruiter, write, **about, body=BODY)
    note = the(house, Note, note_id)
    opening = {"note_id": note_id, "open_for": readers(house, people, about)}
    (leak,) = refused(house, people.recruiter, open_note, **opening, version=note.version)
    assert leak.key == note_id
    assert BODY not in read_by(house, people.pavlo, people)

    house.do(people.admin, settle, remove=[leak], keep=[])
    mended = the(house, Note, note_id)
    house.do(people.recruiter, open_note, **opening, version=mended.version)
    assert read_by(house, people.iryna, people)[-1] == "Speaks well; her husband answers …"
    (view,) = house.ask(people.recruiter, notes, candidate_id=people.maryana)
    assert [(one.kind, one.by, one.body) for one in view.changes] == [
        ("edited", people.admin.name, BODY),
        ("opened", people.recruiter.name, ""),
    ]


def test_said_to_be_no_contact_it_is_opened_and_read_whole(house, people, about):
    wanted = {**about, "body": BODY, "open_for": readers(house, people, about)}
    found = refused(house, people.recruiter, write, **wanted)
    house.do(people.recruiter, settle, remove=[], keep=found)
    house.do(people.recruiter, write, **wanted)
    assert read_by(house, people.iryna, people)[-1] == BODY


def test_to_those_who_see_contacts_it_is_opened_as_it_is(house, people, about):
    leo = readers(house, people, about, "Leo")
    house.do(people.recruiter, write, **about, body=BODY, open_for=leo)
    assert read_by(house, people.leo, people)[-1] == BODY

    acme = readers(house, people, about, "Acme")
    refused(house, people.recruiter, write, **about, body=BODY, open_for=acme)
    alter(house, User, people.iryna.user_id, contacts_hidden=False)
    house.do(people.recruiter, write, **about, body=BODY, open_for=acme)
    assert read_by(house, people.pavlo, people)[-1] == BODY


def test_a_general_note_is_looked_through_for_all_who_would_read_it(house, people):
    about = {"candidate_id": people.maryana, "application_id": None}
    globex = readers(house, people, about, "Globex")
    house.do(people.recruiter, write, **about, body=BODY, open_for=globex)
    everybody = readers(house, people, about)
    refused(house, people.recruiter, write, **about, body=BODY, open_for=everybody)


def test_an_answer_is_looked_through_like_any_note(house, people, about):
    asked = house.do(people.iryna, write, **about, body="How do I reach her?")
    answer = {**about, "reply_to_id": asked, "open_for": readers(house, people, about, "Acme")}
    refused(house, people.recruiter, write, **answer, body=f"Call {NUMBER}")


def test_a_customers_own_words_are_stopped_by_nobody(house, people, about):
    house.do(people.pavlo, write, **about, body=BODY)
    assert read_by(house, people.pavlo, people)[-1] == BODY
    assert read_by(house, people.iryna, people)[-1] == "Speaks well; her husband answers …"


def test_editing_an_opened_note_always_saves_and_is_cut_on_the_way_out(house, people, about):
    wanted = {**about, "open_for": readers(house, people, about)}
    note_id = house.do(people.recruiter, write, **wanted, body="Speaks well")
    note = the(house, Note, note_id)
    house.do(people.recruiter, edit_note, note_id=note_id, body=BODY, version=note.version)
    assert the(house, Note, note_id).body == BODY
    assert read_by(house, people.iryna, people)[-1] == "Speaks well; her husband answers …"
