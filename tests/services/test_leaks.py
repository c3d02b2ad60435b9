"""Nobody is shown with contacts in his texts to whom they are hidden from: it is said, and mended."""

import pytest

from db.models import (
    Application,
    AuditEntry,
    Candidate,
    CandidateTerm,
    Note,
    NoteChange,
    ResumeVersion,
    SparedContact,
    User,
)
from services.applications.moving import link, move, undo_move
from services.applications.presenting import present, undo_presenting
from services.applications.to_present import preview
from services.candidates.forms import CandidateForm, ContactForm
from services.candidates.forms import add as add_candidate
from services.candidates.listing import candidates
from services.candidates.resumes import save_version
from services.candidates.spared import spare
from services.customers import block
from services.disclosure import CUT
from services.errors import ContactsFound, Invalid, NotAllowed
from services.leaks.checking import refuse_leaks
from services.leaks.settling import settle, words_without
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from tests.factories import a_note, a_reader, alter, plant, stage_id, stored, the

pytestmark = [pytest.mark.few_on_duckdb, pytest.mark.thorough]

PHONE, OTHER, SITE = "+380 67 555 12 34", "+380 50 111 22 33", "https://olena.example/cv"
RESUME = f"<h2>Olena</h2><p>Ring +38<strong>0 67 555</strong> 12 34, <a href='{SITE}'>more</a></p>"


@pytest.fixture
def olena(house, people):
    """Shown to nobody yet; contacts wherever there is room for one, and a note Acme would read."""
    form = CandidateForm(
        first_name="Olena",
        last_name=f"H. {OTHER}",
        headline="Data engineer, olena@mail.example",
        city="Lviv, t.me/olena_h",
        contacts=(ContactForm("phone", PHONE),),
        skills=("Python", f"call {OTHER}"),
        categories=("Data", "ask olena@mail.example"),
    )
    olena = house.do(people.recruiter, add_candidate, form=form)
    house.do(people.recruiter, save_version, candidate_id=olena, html=RESUME)
    opened_note(house, people, olena, f"She prefers\n{OTHER} in the evening", people.recruiter)
    return olena


def opened_note(house, people, candidate_id, body, author):
    """A note that Acme reads, opened past every check."""
    note = a_note(house, body, candidate_id, author.user_id)
    plant(house, note)
    plant(house, a_reader(note, company_id=people.iryna.company_id))
    return note.id


def present_at_acme(house, people, *candidate_ids, **named):
    return house.do(
        people.recruiter,
        present,
        vacancy_id=people.acme_vacancy,
        candidate_ids=candidate_ids,
        **named,
    )


def found(house, people, *candidate_ids, vacancy_id=None, words=""):
    named = {"vacancy_id": vacancy_id or people.acme_vacancy, "candidate_ids": candidate_ids}
    return house.ask(people.recruiter, preview, **named, message=words).leaks


def told(some):
    return {(leak.source, leak.kind, leak.text) for leak in some}


def nobody_is_hidden_from(house):
    for user in stored(house, User, contacts_hidden=True):
        alter(house, User, user.id, contacts_hidden=False)


def test_presenting_is_stopped_and_every_place_is_named(house, people, olena):
    with pytest.raises(ContactsFound) as refused:
        present_at_acme(house, people, olena, message=f"Ring her: {PHONE}")

    assert told(refused.value.leaks) == {
        ("resume", "phone", PHONE),
        ("resume", "url", SITE),
        ("note", "phone", OTHER),
        ("words", "phone", PHONE),
        ("name", "phone", OTHER),
        ("headline", "email", "olena@mail.example"),
        ("city", "url", "t.me/olena_h"),
        ("skill", "phone", OTHER),
        ("category", "email", "olena@mail.example"),
    }
    around = {leak.source: (leak.before, leak.after) for leak in refused.value.leaks}
    assert around["note"] == ("", " in the evening")
    assert around["words"] == ("Ring her: ", "")
    assert {leak.text for leak in refused.value.leaks if leak.stored} == {PHONE}
    assert {leak.source for leak in refused.value.leaks if leak.by_hand} == {"name"}
    house.clock.pass_by(days=1)
    assert "Olena" not in repr(house.ask(people.iryna, candidates))
    assert stored(house, Application, candidate_id=olena) == []  # nothing of it is left


def test_removed_and_kept_one_more_press_presents(house, people, olena):
    words = f"Ring her: {PHONE}, or {OTHER}"
    seen = found(house, people, olena, words=words)
    of_name = [leak for leak in seen if leak.source == "name"]
    keep = [leak for leak in seen if leak.text == SITE]
    house.do(people.recruiter, settle, remove=[one for one in seen if one not in keep], keep=keep)
    words = house.ask(people.recruiter, words_without, words=words, remove=seen)

    assert words == f"Ring her: {CUT}, or {CUT}"
    assert found(house, people, olena, words=words) == tuple(of_name)  # nobody else mends a name
    alter(house, Candidate, olena, last_name="H.")
    present_at_acme(house, people, olena, message=words)
    house.clock.pass_by(minutes=1)
    assert "Olena H." in repr(house.ask(people.iryna, candidates))

    stands = the(house, Candidate, olena)
    assert (stands.headline, stands.city) == (f"Data engineer, {CUT}", f"Lviv, {CUT}")
    versions = stored(house, ResumeVersion, candidate_id=olena)
    assert [version.superseded_at is None for version in versions] == [False, True]
    assert f"Ring {CUT}" in versions[-1].html
    assert f'href="{SITE}"' in versions[-1].html
    assert [row.text for row in stored(house, SparedContact)] == [SITE]
    assert len(stored(house, CandidateTerm, candidate_id=olena)) == 2
    note = stored(house, Note, candidate_id=olena)[0]
    assert note.body == f"She prefers\n{CUT} in the evening"
    (change,) = stored(house, NoteChange, note_id=note.id)
    assert (change.kind, OTHER in change.body) == ("edited", True)
    edits = [row.details for row in stored(house, AuditEntry, act="edit", object_id=olena)]
    assert [name in edits[-1] for name in ("headline", "city", "skills")] == [True, True, True]


@pytest.mark.parametrize("who", ["all see contacts", "nobody is tied", "only one who is blocked"])
def test_who_it_is_hidden_from_decides(house, people, olena, who):
    """Where all see contacts, it is told and stops nothing; where nobody is tied, all may come."""
    vacancy_id = house.do(people.recruiter, add_vacancy, form=VacancyForm("Analyst", company=""))
    if who == "all see contacts":
        nobody_is_hidden_from(house)
        vacancy_id = people.acme_vacancy
    elif who == "only one who is blocked":
        house.do(people.recruiter, block, customer_id=people.greta.user_id)
        vacancy_id = people.globex_vacancy
    shown = house.ask(
        people.recruiter, preview, vacancy_id=vacancy_id, candidate_ids=[olena], message=PHONE
    )
    assert {leak.source for leak in shown.leaks} >= {"resume", "words", "headline", "skill"}
    assert shown.stopped == (who != "all see contacts")
    act = {"vacancy_id": vacancy_id, "candidate_ids": [olena], "message": PHONE}
    if not shown.stopped:
        assert house.do(people.recruiter, present, **act).candidates == 1
        return
    with pytest.raises(ContactsFound):
        house.do(people.recruiter, present, **act)


def test_the_vacancys_own_version_is_the_one_that_counts(house, people):
    html = f"<p>Payments. {OTHER}</p>"
    place = {"candidate_id": people.kyrylo, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, save_version, candidate_id=people.kyrylo, html=html)
    assert [leak.source for leak in found(house, people, people.kyrylo)] == ["resume"]

    house.do(people.recruiter, save_version, **place, html="<p>Payments.</p>")
    assert found(house, people, people.kyrylo) == ()
    assert found(house, people, people.kyrylo, vacancy_id=people.globex_vacancy)

    house.do(people.recruiter, save_version, **place, html="<p>Payments. a@b.example</p>")
    (leak,) = found(house, people, people.kyrylo)
    begun = the(house, Candidate, leak.candidate_id).version
    house.do(people.recruiter, settle, remove=[leak], keep=[])
    # Whoever has his edit page open began with another version by now.
    assert the(house, Candidate, leak.candidate_id).version > begun
    own = stored(house, ResumeVersion, **place, superseded_at=None)
    assert [version.html for version in own] == [f"<p>Payments. {CUT}</p>"]
    general = stored(
        house, ResumeVersion, candidate_id=people.kyrylo, vacancy_id=None, superseded_at=None
    )
    assert OTHER in general[0].html


def test_what_others_wrote_or_wrote_elsewhere_is_not_looked_at(house, people):
    """A customer's own note, a hidden one, a withdrawn one, one of another vacancy or company."""
    kyrylo = people.kyrylo
    opened_note(house, people, kyrylo, f"Our own number is {OTHER}", people.pavlo)
    note = a_note(house, OTHER, kyrylo, people.recruiter.user_id)
    gone = opened_note(house, people, kyrylo, OTHER, people.recruiter)
    alter(house, Note, gone, withdrawn_at=house.clock.now)
    elsewhere = house.do(
        people.recruiter, link, candidate_id=kyrylo, vacancy_id=people.globex_vacancy
    )
    there = opened_note(house, people, kyrylo, OTHER, people.recruiter)
    alter(house, Note, there, application_id=elsewhere)
    globex = a_note(house, OTHER, kyrylo, people.recruiter.user_id)
    plant(house, note, globex)
    plant(house, a_reader(globex, company_id=people.greta.company_id))
    assert found(house, people, kyrylo) == ()

    here = opened_note(house, people, kyrylo, OTHER, people.recruiter)
    assert [leak.key for leak in found(house, people, kyrylo)] == [here]


def test_what_has_come_since_the_dialog_was_read_stops_it_too(house, people):
    asked = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.kyrylo]}
    assert house.ask(people.recruiter, preview, **asked).leaks == ()
    html = f"<p>Call {OTHER}</p>"
    house.do(people.admin, save_version, candidate_id=people.kyrylo, html=html)
    with pytest.raises(ContactsFound):
        present_at_acme(house, people, people.kyrylo)


def test_only_what_was_seen_is_removed(house, people):
    """Somebody else saves between reading and pressing: his words are not touched unseen."""
    house.do(people.recruiter, save_version, candidate_id=people.kyrylo, html=f"<p>{OTHER}</p>")
    note = opened_note(house, people, people.kyrylo, OTHER, people.recruiter)
    seen = found(house, people, people.kyrylo)
    newer = f"<p>{OTHER}, also a@b.example</p>"
    house.do(people.admin, save_version, candidate_id=people.kyrylo, html=newer)
    alter(house, Note, note, body=f"{OTHER}, also a@b.example")

    house.do(people.recruiter, settle, remove=seen, keep=[])
    assert stored(house, ResumeVersion, candidate_id=people.kyrylo)[-1].html == newer
    assert the(house, Note, note).body == f"{CUT}, also a@b.example"
    left = found(house, people, people.kyrylo)
    assert [leak.source for leak in left] == ["resume", "resume", "note"]
    house.do(people.recruiter, settle, remove=left, keep=[])
    house.do(people.recruiter, settle, remove=left, keep=[])  # a second press changes nothing
    assert found(house, people, people.kyrylo) == ()


def test_a_stored_contact_cannot_be_kept(house, people, olena):
    stored_ones = [leak for leak in found(house, people, olena) if leak.stored]
    assert stored_ones
    with pytest.raises(Invalid) as refused:
        house.do(people.recruiter, settle, remove=[], keep=stored_ones)
    assert refused.value.problems == {"spared": "stored"}
    assert stored(house, SparedContact) == []


def test_what_was_said_to_be_no_contact_is_found_no_more(house, people):
    html = f"<p>Ran the hotline {OTHER}</p>"
    house.do(people.recruiter, save_version, candidate_id=people.kyrylo, html=html)
    house.do(people.recruiter, spare, candidate_id=people.kyrylo, texts=[OTHER])
    assert found(house, people, people.kyrylo) == ()
    assert present_at_acme(house, people, people.kyrylo).candidates == 1
    assert found(house, people, people.sofia) == ()
    house.do(people.recruiter, save_version, candidate_id=people.sofia, html=html)
    assert found(house, people, people.sofia)  # of him nobody has said it


def test_of_several_each_is_checked_and_all_wait(house, people, olena):
    seen = found(house, people, people.kyrylo, olena, words=f"Both: {PHONE}")
    assert {leak.candidate_id for leak in seen if leak.source == "words"} == {people.kyrylo, olena}
    assert [leak.stored for leak in seen if leak.source == "words"] == [
        leak.candidate_id == olena for leak in seen if leak.source == "words"
    ]
    with pytest.raises(ContactsFound):
        present_at_acme(house, people, people.kyrylo, olena)
    application = the(house, Application, people.kyrylo_at_acme)
    assert application.presented_at is None


def test_who_is_seen_already_stops_nobody_else(house, people):
    """Saving always saves; what slipped in is cut on the way out, and the others are presented."""
    html = f"<p>Call {OTHER}</p>"
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html=html)
    assert present_at_acme(house, people, people.maryana, people.kyrylo).candidates == 1
    interview = stage_id(house, people.acme_vacancy, "interview")
    house.do(people.recruiter, move, application_id=people.maryana_at_acme, to_stage_id=interview)


def test_into_the_light_again_by_undoing_is_looked_through_as_well(house, people):
    longlist = stage_id(house, people.acme_vacancy, "longlist")
    maryana = {"application_id": people.maryana_at_acme}
    moved = house.do(people.recruiter, move, **maryana, to_stage_id=longlist)
    house.do(people.admin, save_version, candidate_id=people.maryana, html=f"<p>Call {OTHER}</p>")
    with pytest.raises(ContactsFound):
        house.do(people.recruiter, undo_move, change_id=moved.change_id)
    assert the(house, Application, people.maryana_at_acme).presented_at is None

    house.do(people.admin, save_version, candidate_id=people.maryana, html="<p>Payments.</p>")
    house.do(people.recruiter, undo_move, change_id=moved.change_id)
    assert the(house, Application, people.maryana_at_acme).presented_at is not None


def test_taking_an_act_of_presenting_back_is_never_stopped(house, people):
    presented = present_at_acme(house, people, people.kyrylo, message="Look at him")
    html = f"<p>Call {OTHER}</p>"
    house.do(people.admin, save_version, candidate_id=people.kyrylo, html=html)
    house.do(people.recruiter, undo_presenting, batch=presented.batch)
    assert the(house, Application, people.kyrylo_at_acme).presented_at is None


def test_no_customer_is_told_of_it_or_settles_anything(house, people, olena):
    seen = found(house, people, olena)
    asked = {"vacancy_id": people.acme_vacancy, "candidate_ids": [people.maryana]}
    for viewer in (people.iryna, people.pavlo):
        for act in (
            lambda viewer=viewer: house.ask(viewer, preview, **asked),
            lambda viewer=viewer: house.do(viewer, refuse_leaks, **asked),
            lambda viewer=viewer: house.do(viewer, settle, remove=seen, keep=[]),
            lambda viewer=viewer: house.do(viewer, settle, remove=[], keep=seen),
            lambda viewer=viewer: house.ask(viewer, words_without, words=PHONE, remove=seen),
        ):
            with pytest.raises(NotAllowed):
                act()


HOSTILE = [
    "",
    "\x00\ud800",
    f"{OTHER}, " * 500,
    "a@b.example " * 5_000,
    "<script>alert('+380501112233')</script>",
    "０５０１１１２２３３",
    "+38\u200b050\u00a0111\u20042233",
    "ivan (at) mail dot ru",
    "e\u0301" * 3_000 + OTHER,
    "x" * 60_000,
    "{0}{words}%s\\1",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_is_looked_through_and_can_be_removed(house, people, text):
    house.do(people.recruiter, save_version, candidate_id=people.kyrylo, html=f"<p>{text}</p>")
    body = text.replace("\x00", "").replace("\ud800", "") or "-"
    note = opened_note(house, people, people.kyrylo, body, people.recruiter)
    for _ in range(4):  # what shows only once others are gone is named in its turn
        if not (seen := found(house, people, people.kyrylo)):
            break
        house.do(people.recruiter, settle, remove=seen, keep=[])
    assert found(house, people, people.kyrylo) == ()
    assert present_at_acme(house, people, people.kyrylo).candidates == 1
    assert the(house, Note, note).body
