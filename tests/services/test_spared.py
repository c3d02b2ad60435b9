"""What staff have said to be no contact is read where it stands; a stored contact never is."""

import json

import pytest

from db.models import AuditEntry, Candidate, CandidateContact, SparedContact
from services.applications.to_present import preview
from services.candidates.resumes import save_version
from services.candidates.spared import spare, spared_of, take_back
from services.candidates.views import candidate
from services.disclosure import CUT
from services.errors import Invalid, NotAllowed, NotFound
from services.interviews.views import of_application
from services.notes.views import notes
from tests.factories import a_contact, a_note, a_reader, alter, an_interview, plant, stored

pytestmark = [pytest.mark.few_on_duckdb, pytest.mark.thorough]

HOTLINE = "0 800 500 309"
WORDS = f"Answered the hotline {HOTLINE} for two years"


@pytest.fixture
def maryana(house, people):
    """Presented to Iryna, from whom contacts are hidden; the hotline stands in all her texts."""
    alter(house, Candidate, people.maryana, headline=WORDS)
    html = f"<p>Answered the hotline <strong>0 800</strong> 500 309 for two years</p><p>{HOTLINE}"
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html=html)
    note = a_note(house, WORDS, people.maryana, people.recruiter.user_id)
    plant(house, note)
    plant(house, a_reader(note, company_id=people.iryna.company_id))
    plant(
        house,
        an_interview(
            house, people.maryana_at_acme, people.recruiter.user_id, kind="phone", location=WORDS
        ),
    )
    house.clock.pass_by(minutes=1)
    return people.maryana


def told(house, people, candidate_id):
    """What Iryna reads of her, by where it stands."""
    card = house.ask(people.iryna, candidate, candidate_id=candidate_id)
    return {
        "headline": card.headline,
        "résumé": card.resume.html,
        "note": house.ask(people.iryna, notes, candidate_id=candidate_id)[-1].body,
        "interview": _meetings(house, people)[0].location,
    }


def _meetings(house, people):
    return house.ask(people.iryna, of_application, application_id=people.maryana_at_acme)


def shows(text):
    return "309" in text.replace("<strong>", "").replace("</strong>", "") and CUT not in text


def test_spared_by_staff_it_is_read_everywhere_and_taken_back_nowhere(house, people, maryana):
    assert not [place for place, text in told(house, people, maryana).items() if shows(text)]

    house.do(people.recruiter, spare, candidate_id=maryana, texts=[HOTLINE])
    assert [place for place, text in told(house, people, maryana).items() if not shows(text)] == []
    assert house.ask(people.recruiter, spared_of, [maryana, people.yurii]) == {maryana: (HOTLINE,)}

    house.do(people.recruiter, take_back, candidate_id=maryana, texts=["0  800 500\u00a0309"])
    assert not [place for place, text in told(house, people, maryana).items() if shows(text)]
    assert house.ask(people.recruiter, spared_of, [maryana]) == {}


def test_what_was_folded_otherwise_once_is_taken_back_too(house, people, maryana):
    link = "https://bit.ly/AbC"
    house.do(people.recruiter, spare, candidate_id=maryana, texts=[link])
    (row,) = stored(house, SparedContact)
    alter(house, SparedContact, row.id, folded_text=link.casefold())
    house.do(people.recruiter, take_back, candidate_id=maryana, texts=[link])
    assert stored(house, SparedContact) == []


def test_it_holds_for_that_candidate_alone(house, people, maryana):
    alter(house, Candidate, people.yurii, headline=WORDS)
    house.do(people.recruiter, spare, candidate_id=maryana, texts=[HOTLINE])

    card = house.ask(people.iryna, candidate, candidate_id=people.yurii)
    assert card.headline == f"Answered the hotline {CUT} for two years"


def test_a_stored_contact_is_never_spared_whichever_came_first(house, people, maryana):
    (phone, *_) = stored(house, CandidateContact, candidate_id=maryana, kind="phone")
    for spelled in (phone.value, phone.value.replace(" ", ""), f"tel. {phone.value}"):
        with pytest.raises(Invalid) as refused:
            house.do(people.recruiter, spare, candidate_id=maryana, texts=["x@y.com", spelled])
        assert refused.value.problems == {"spared": "stored"}
    assert stored(house, SparedContact) == []

    house.do(people.recruiter, spare, candidate_id=maryana, texts=[HOTLINE])
    plant(house, a_contact(maryana, "phone", HOTLINE))
    assert not [place for place, text in told(house, people, maryana).items() if shows(text)]


def test_said_twice_it_is_written_once_and_who_said_it_is_known(house, people, maryana):
    for texts in ([HOTLINE, HOTLINE.upper()], [f" {HOTLINE}", "next.js"]):
        house.do(people.recruiter, spare, candidate_id=maryana, texts=texts)
    house.do(people.admin, take_back, candidate_id=maryana, texts=["NEXT.js", "never said"])

    rows = stored(house, SparedContact)
    assert [(row.text, row.spared_by_id) for row in rows] == [(HOTLINE, people.recruiter.user_id)]
    trail = [
        (entry.act, entry.actor_id, json.loads(entry.details)["text"])
        for entry in stored(house, AuditEntry, object_id=maryana)
        if entry.act.startswith("spare")
    ]
    recruiter, admin = people.recruiter.user_id, people.admin.user_id
    assert trail == [
        ("spare", recruiter, HOTLINE),
        ("spare", recruiter, "next.js"),
        ("spare_no_more", admin, "next.js"),
    ]


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ([], "required"),
        (["", " \u00a0 ", "\x00"], "required"),
        (["x" * 501], "too_long"),
        ([f"site{number}.com" for number in range(201)], "too_many"),
    ],
)
def test_nothing_too_much_and_too_long_is_refused(house, people, texts, problem):
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, spare, candidate_id=people.maryana, texts=texts)
    assert refused.value.problems == {"spared": problem}


def test_customers_say_and_read_none_of_it(house, people, maryana):
    named = {"candidate_id": maryana, "texts": [HOTLINE]}
    for viewer in (people.iryna, people.pavlo):
        for act in (spare, take_back):
            with pytest.raises(NotAllowed):
                house.do(viewer, act, **named)
        with pytest.raises(NotAllowed):
            house.ask(viewer, spared_of, [maryana])
    with pytest.raises(NotFound):
        house.do(people.recruiter, spare, candidate_id=1, texts=[HOTLINE])


def test_an_account_made_of_his_name_is_cut_and_his_name_is_not(house, people):
    texts = {"headline": "Python, maryana.tkachenko", "city": "Kyiv (mtkachenko90)"}
    alter(house, Candidate, people.maryana, **texts)
    card = house.ask(people.iryna, candidate, candidate_id=people.maryana)
    assert (card.headline, card.city) == (f"Python, {CUT}", f"Kyiv ({CUT})")

    for first, last, shown in (
        ("anna-maria", "o’connor-maria", "anna-maria o’connor-maria"),
        ("Maryana", "Tkachenko (maryana_tk)", f"Maryana Tkachenko ({CUT})"),
    ):
        alter(house, Candidate, people.maryana, first_name=first, last_name=last)
        card = house.ask(people.iryna, candidate, candidate_id=people.maryana)
        assert card.name == shown


@pytest.mark.parametrize(
    ("first", "last", "value", "shown"),
    [
        ("Anna", "Kovalenko", "Facebook: Anna Kovalenko", "Anna Kovalenko"),
        ("anna", "kovalenko", "ANNA KOVALENKO", "anna kovalenko"),
        ("Anna Maria", "Koval", "Facebook: Anna Maria", "Anna Maria Koval"),
        ("Anna", "(anna_k90)", "Telegram: @anna_k90", f"Anna ({CUT})"),
        ("annakovalenko", "", "@annakovalenko", CUT),
        ("Anna", "+380671112233", "+380671112233", f"Anna {CUT}"),
    ],
)
def test_a_contact_that_is_only_his_name_is_read_in_it_and_stops_nothing(
    house, people, first, last, value, shown
):
    alter(house, Candidate, people.maryana, first_name=first, last_name=last, headline=value)
    plant(house, a_contact(people.maryana, "other", value))
    card = house.ask(people.iryna, candidate, candidate_id=people.maryana)
    assert card.name == shown
    assert CUT in card.headline
    asked = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.maryana]}
    leaks = house.ask(people.recruiter, preview, **asked).leaks
    assert any(leak.source == "name" for leak in leaks) is (CUT in shown)


def test_a_room_named_by_him_leads_to_the_interview_and_stays(house, people):
    room = "https://meet.acme.example/maryana-tkachenko"
    plant(
        house, an_interview(house, people.maryana_at_acme, people.recruiter.user_id, location=room)
    )
    house.clock.pass_by(minutes=1)
    (meeting,) = _meetings(house, people)
    assert meeting.location == room
