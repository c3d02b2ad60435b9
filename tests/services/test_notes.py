"""Decision 5: notes are hidden by default, opened to readers named before, and never wider."""

import pytest

from db.models import Note, NoteReader, User
from services.applications.moving import link, move
from services.applications.presenting import present
from services.applications.views import of_vacancy
from services.errors import Invalid, NotAllowed, NotFound
from services.notes.opening import hide_note, open_note
from services.notes.readers import Reader, open_to, possible_readers
from services.notes.views import notes
from services.notes.writing import write
from services.notifications import notifications, unread_count
from services.vacancies.customers import tie, untie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from tests.factories import alter, stage_id, stored, the
from tests.people import viewer


@pytest.fixture
def say(house, people):
    """Write a note on Maryana, at Acme unless told otherwise; returns its key.

    What follows comes when it can no longer be undone.
    """

    def written(who, body, *, application_id=None, general=False, open_for=()):
        chosen = None if general else application_id or people.maryana_at_acme
        note_id = house.do(
            who,
            write,
            candidate_id=people.maryana,
            application_id=chosen,
            body=body,
            open_for=open_for,
        )
        house.clock.pass_by(seconds=10)
        return note_id

    return written


@pytest.fixture
def readers(house, people):
    """Whom a note on Maryana may be opened to, by name."""

    def asked(application_id=None):
        found = house.ask(
            people.recruiter,
            possible_readers,
            candidate_id=people.maryana,
            application_id=application_id,
        )
        return {reader.name: reader for reader in found}

    return asked


def read(house, viewer, candidate_id):
    try:
        return {note.body for note in house.ask(viewer, notes, candidate_id=candidate_id)}
    except NotFound:
        return None


def open_as_it_is(house, viewer, note_id, open_for):
    version = the(house, Note, note_id).version
    house.do(viewer, open_note, note_id=note_id, version=version, open_for=open_for)


def told(house, viewer):
    return [one for one in house.ask(viewer, notifications) if one.kind == "note"]


def test_staffs_note_is_hidden_from_every_customer(house, people, say):
    say(people.recruiter, "Asks for more than you think")
    for staff in (people.recruiter, people.admin):
        found = house.ask(staff, notes, candidate_id=people.maryana)
        assert [(note.body, note.side) for note in found] == [
            ("Asks for more than you think", "hidden")
        ]
    for customer in people.customers:
        assert read(house, customer, people.maryana) == set()
        assert told(house, customer) == []
    row = house.ask(people.iryna, of_vacancy, vacancy_id=people.acme_vacancy).rows[-1]
    assert (row.name, row.notes) == ("Maryana Tkachenko", 0)
    row = house.ask(people.recruiter, of_vacancy, vacancy_id=people.acme_vacancy).rows[-1]
    assert (row.name, row.notes) == ("Maryana Tkachenko", 1)


def test_opened_to_acme_and_never_to_globex(house, people, say, readers):
    at_acme = readers(people.maryana_at_acme)
    assert {name: reader.people for name, reader in at_acme.items()} == {
        "Acme": ("Iryna", "Pavlo"),  # not Bohdan, who is blocked
        "Leo": ("Leo",),
    }
    say(people.recruiter, "For Acme", open_for=[at_acme["Acme"]])
    for reader in (people.iryna, people.pavlo):
        assert read(house, reader, people.maryana) == {"For Acme"}
        assert len(told(house, reader)) == 1
    for other in (people.greta, people.leo):
        assert read(house, other, people.maryana) == set()
        assert told(house, other) == []
    (note,) = house.ask(people.iryna, notes, candidate_id=people.maryana)
    assert note.readers == ("Acme",)
    (note,) = house.ask(people.recruiter, notes, candidate_id=people.maryana)
    assert (note.side, note.readers) == ("opened", ("Acme",))


def test_later_ties_and_presenting_elsewhere_never_widen_it(house, people, say, readers):
    say(people.recruiter, "For Acme", open_for=[readers(people.maryana_at_acme)["Acme"]])
    general = readers()
    assert set(general) == {"Acme", "Globex", "Leo"}
    say(people.recruiter, "General, for Acme", general=True, open_for=[general["Acme"]])
    assert read(house, people.iryna, people.maryana) == {"For Acme", "General, for Acme"}
    assert read(house, people.greta, people.maryana) == set()

    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.greta.user_id,
        across_companies=True,
    )
    assert read(house, people.greta, people.maryana) == set()
    house.do(
        people.recruiter, present, vacancy_id=people.globex_vacancy, candidate_ids=[people.yurii]
    )
    house.clock.pass_by(minutes=1)
    assert read(house, people.greta, people.maryana) == set()
    assert read(house, people.leo, people.maryana) == set()


def test_a_general_note_follows_its_company_but_not_beyond_what_it_sees(house, people, readers):
    note_id = house.do(
        people.recruiter,
        write,
        candidate_id=people.yurii,
        application_id=None,
        body="About Yurii",
        open_for=house.ask(
            people.recruiter, possible_readers, candidate_id=people.yurii, application_id=None
        ),
    )
    house.clock.pass_by(seconds=10)
    assert read(house, people.iryna, people.yurii) == {"About Yurii"}
    (note,) = (one for one in stored(house, Note) if one.id == note_id)
    assert note.application_id is None
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    house.do(people.recruiter, move, application_id=people.yurii_at_acme, to_stage_id=longlist)
    assert read(house, people.iryna, people.yurii) is None


def test_hidden_notes_stay_hidden_when_the_candidate_is_presented_to_another(house, people, say):
    say(people.recruiter, "Hidden", general=True)
    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.greta.user_id,
        across_companies=True,
    )
    for customer in people.customers:
        assert read(house, customer, people.maryana) == set()


def test_a_customers_note_reaches_staff_and_his_colleagues_on_that_vacancy_only(house, people, say):
    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.greta.user_id,
        across_companies=True,
    )
    say(people.iryna, "Strong, but far away")
    assert read(house, people.iryna, people.maryana) == {"Strong, but far away"}
    assert read(house, people.pavlo, people.maryana) == {"Strong, but far away"}
    for other in (people.greta, people.leo):
        assert read(house, other, people.maryana) == set()
        assert told(house, other) == []
    assert [one.actor for one in told(house, people.recruiter)] == ["Iryna"]
    assert [one.actor for one in told(house, people.pavlo)] == ["Iryna"]
    assert told(house, people.iryna) == []
    (note,) = house.ask(people.recruiter, notes, candidate_id=people.maryana)
    assert (note.side, note.author, note.author_company) == ("customer", "Iryna", "Acme")
    house.do(
        people.recruiter, untie, vacancy_id=people.acme_vacancy, customer_id=people.pavlo.user_id
    )
    assert read(house, people.pavlo, people.maryana) is None


def test_a_colleague_on_another_vacancy_only_does_not_read_it(house, people, say):
    """Maryana stands in two vacancies of Acme's; Pavlo follows the second one."""
    second = house.do(people.recruiter, add_vacancy, form=VacancyForm("Second", company="Acme"))
    house.do(people.recruiter, tie, vacancy_id=second, customer_id=people.pavlo.user_id)
    house.do(
        people.recruiter, untie, vacancy_id=people.acme_vacancy, customer_id=people.pavlo.user_id
    )
    house.do(people.recruiter, present, vacancy_id=second, candidate_ids=[people.maryana])
    house.clock.pass_by(minutes=1)
    say(people.iryna, "Only for the first vacancy")
    assert read(house, people.pavlo, people.maryana) == set()
    assert read(house, people.iryna, people.maryana) == {"Only for the first vacancy"}


def test_one_who_stands_alone_is_read_by_staff_and_himself(house, people, say):
    say(people.leo, "Mine")
    assert read(house, people.leo, people.maryana) == {"Mine"}
    assert read(house, people.recruiter, people.maryana) == {"Mine"}
    for other in (people.iryna, people.pavlo, people.greta):
        assert read(house, other, people.maryana) == set()
    alter(house, User, people.leo.user_id, company_id=people.greta.company_id)
    as_globex = viewer(house, "leo@alone.example")
    assert as_globex.company_id == people.greta.company_id
    assert read(house, as_globex, people.maryana) == {"Mine"}  # he joined a company, kept his words
    assert read(house, people.greta, people.maryana) == set()


def test_a_customer_writes_in_an_application_of_his_and_opens_nothing(house, people, say):
    globex = Reader(people.greta.company_id, None, "Globex", ())
    with pytest.raises(Invalid) as refused:
        say(people.iryna, "To nobody", general=True)
    assert refused.value.problems == {"application": "required"}
    for application_id in (people.maryana_at_globex, people.yurii_at_acme, 1):
        with pytest.raises(NotFound):
            say(people.iryna, "Elsewhere", application_id=application_id)
    say(people.iryna, "Widened?", open_for=[globex])  # what the form cannot offer is not heard
    assert read(house, people.greta, people.maryana) == set()
    for act in (hide_note, open_note):
        named = {"open_for": [globex], "version": 1} if act is open_note else {}
        with pytest.raises(NotAllowed):
            house.do(people.iryna, act, note_id=stored(house, Note)[0].id, **named)
    own = house.ask(
        people.iryna,
        possible_readers,
        candidate_id=people.maryana,
        application_id=people.maryana_at_acme,
    )
    assert [(reader.company_id, reader.customer_id) for reader in own] == [
        (people.iryna.company_id, None)
    ]


def test_no_customer_names_himself_a_reader_of_anothers_note(house, people, say):
    """The belt under the services: a reader's row is only for the note just written."""
    hidden = say(people.recruiter, "Hidden")
    me = [Reader(people.iryna.company_id, None, "", ())]
    with pytest.raises(NotAllowed):
        house.do(people.iryna, open_to, hidden, me)
    assert read(house, people.iryna, people.maryana) == set()
    own = say(people.pavlo, "Pavlo’s own")
    with pytest.raises(NotAllowed):
        house.do(people.iryna, open_to, own, me)
    assert read(house, people.iryna, people.maryana) == {"Pavlo’s own"}


def test_staff_open_only_to_those_who_may_be_named(house, people, say, readers):
    for stranger in (
        Reader(people.greta.company_id, None, "Globex", ()),
        Reader(None, people.iryna.user_id, "Iryna", ()),
        Reader(1, None, "Nobody", ()),
    ):
        with pytest.raises(Invalid) as refused:
            say(people.recruiter, "For strangers", open_for=[stranger])
        assert refused.value.problems == {"readers": "changed"}
    assert stored(house, NoteReader) == []
    assert stored(house, Note) == []
    say(people.recruiter, "For both", general=True, open_for=list(readers().values()))
    assert read(house, people.greta, people.maryana) == {"For both"}


def test_opened_and_hidden_again_at_once(house, people, say, readers):
    note_id = say(people.recruiter, "Now you see it")
    with pytest.raises(Invalid):
        open_as_it_is(house, people.recruiter, note_id, [])
    acme = readers(people.maryana_at_acme)["Acme"]
    open_as_it_is(house, people.recruiter, note_id, [acme])
    house.clock.pass_by(seconds=10)
    assert read(house, people.iryna, people.maryana) == {"Now you see it"}
    assert len(told(house, people.iryna)) == 1
    house.do(people.recruiter, hide_note, note_id=note_id)
    assert read(house, people.iryna, people.maryana) == set()
    assert told(house, people.iryna) == []
    open_as_it_is(house, people.recruiter, note_id, [acme])
    house.clock.pass_by(seconds=10)
    assert len(told(house, people.iryna)) == 1
    for missing in (1, people.maryana):
        with pytest.raises(NotFound):
            house.do(people.recruiter, hide_note, note_id=missing)


def test_hidden_by_another_recruiter_it_is_told_of_no_more(house, people, say, readers):
    acme = readers(people.maryana_at_acme)["Acme"]
    note_id = say(people.recruiter, "Hidden by the administrator", open_for=[acme])
    assert house.ask(people.iryna, unread_count) == len(told(house, people.iryna)) + 2
    house.do(people.admin, hide_note, note_id=note_id)
    assert read(house, people.iryna, people.maryana) == set()
    assert told(house, people.iryna) == []
    open_as_it_is(house, people.admin, note_id, [acme])
    house.clock.pass_by(seconds=10)
    assert len(told(house, people.iryna)) == 1


def test_a_customers_note_is_not_staffs_to_open_or_to_hide(house, people, say, readers):
    """S31: it reaches the recruiter and never another customer."""
    house.do(
        people.recruiter,
        tie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.greta.user_id,
        across_companies=True,
    )
    note_id = say(people.iryna, "Between us")
    named = readers(people.maryana_at_acme)
    assert set(named) == {"Acme", "Globex", "Leo"}
    with pytest.raises(NotFound):
        open_as_it_is(house, people.recruiter, note_id, [named["Globex"]])
    with pytest.raises(NotFound):
        house.do(people.recruiter, hide_note, note_id=note_id)
    assert read(house, people.greta, people.maryana) == set()
    assert read(house, people.iryna, people.maryana) == {"Between us"}


def test_notes_of_one_application_and_the_general_ones(house, people, say):
    say(people.recruiter, "At Acme")
    say(people.recruiter, "At Globex", application_id=people.maryana_at_globex)
    say(people.recruiter, "In general", general=True)

    def asked(application_id):
        named = {"candidate_id": people.maryana, "application_id": application_id}
        return {note.body for note in house.ask(people.recruiter, notes, **named)}

    assert asked(people.maryana_at_acme) == {"At Acme", "In general"}
    assert asked(people.maryana_at_globex) == {"At Globex", "In general"}
    assert asked(None) == {"At Acme", "At Globex", "In general"}


def test_an_opened_note_waits_with_its_candidate(house, people):
    """Opened while presenting can still be undone, it is told of when he is seen."""
    house.do(people.recruiter, link, candidate_id=people.sofia, vacancy_id=people.acme_vacancy)
    house.do(
        people.recruiter, present, vacancy_id=people.acme_vacancy, candidate_ids=[people.sofia]
    )
    application = next(
        row
        for row in house.ask(people.recruiter, of_vacancy, vacancy_id=people.acme_vacancy).rows
        if row.candidate_id == people.sofia
    )
    named = house.ask(
        people.recruiter,
        possible_readers,
        candidate_id=people.sofia,
        application_id=application.id,
    )
    house.do(
        people.recruiter,
        write,
        candidate_id=people.sofia,
        application_id=application.id,
        body="Early",
        open_for=named,
    )
    assert told(house, people.iryna) == []
    assert read(house, people.iryna, people.sofia) is None
    house.clock.pass_by(seconds=10)
    assert len(told(house, people.iryna)) == 1
    assert read(house, people.iryna, people.sofia) == {"Early"}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("", "required"),
        (" \n\t ", "required"),
        ("\x00\x01", "required"),
        ("x" * 20_001, "too_long"),
    ],
)
def test_an_empty_or_endless_note_is_refused(house, people, say, body, problem):
    for viewer in (people.recruiter, people.iryna):
        with pytest.raises(Invalid) as refused:
            say(viewer, body)
        assert refused.value.problems == {"body": problem}
    assert stored(house, Note) == []


def test_what_people_type_is_kept_as_they_typed_it(house, people, say):
    body = "Рядок один\n\n<script>alert(1)</script> {{7*7}} %s 'DROP TABLE 🙂 e\u0301"
    say(people.iryna, body + "\ud800\x00")
    assert read(house, people.recruiter, people.maryana) == {body.replace("e\u0301", "é")}
