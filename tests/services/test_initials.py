"""A surname that is left out is an initial wherever a customer without contacts meets its owner."""

import dataclasses

import pytest

from db.models import Agency, Candidate, Note, User
from services.applications.moving import move
from services.applications.to_present import preview
from services.applications.views import of_vacancy
from services.candidates.corrections import correct
from services.candidates.forms import CandidateForm
from services.candidates.forms import edit as edit_candidate
from services.candidates.history import history_of
from services.candidates.listing import candidates
from services.candidates.particulars import particulars, photo
from services.candidates.resumes import save_version
from services.candidates.views import candidate
from services.candidates.vocabulary import Terms
from services.contacts.surname_forms import Person
from services.disclosure import Disclosure
from services.errors import NotFound
from services.notes.changing import edit_note
from services.notes.views import notes
from services.notes.writing import write
from services.resumes.leaving_out import (
    LeftOut,
    SafeDefaults,
    choose_safe_defaults,
    leave_out,
    safe_choices,
    safe_defaults,
)
from services.resumes.paper.asked import sheet_for_application
from services.rules import Rule
from tests.factories import alter, stage_id, stored, the
from tests.services.test_disclosure import everything_on
from tests.services.test_receipt import receipt

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

FORMS = ("Tkachenk", "Ткаченк", "TKACHENK")


@pytest.fixture
def maryana(house, people):
    """Her surname was written wherever there is room, before it was to be left out."""
    named = {"candidate_id": people.maryana}
    form = CandidateForm(
        first_name="Maryana",
        last_name="Tkachenko",
        headline="Engineer Tkachenko, payments",
        city="Lviv (Ткаченко)",
        skills=("Python",),
    )
    version = the(house, Candidate, people.maryana).version
    house.do(people.recruiter, edit_candidate, form=form, version=version, **named)
    html = "<h2>MARYANA TKACHENKO</h2><p>Про <b>Ткач</b>енко, резюме Ткаченка</p>"
    house.do(people.recruiter, save_version, html=html, **named)
    note = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    house.do(people.recruiter, write, body="Tkachenko is strong", **note)
    return people.maryana


def leave(house, people, candidate_id, **what):
    house.do(people.recruiter, leave_out, candidate_id=candidate_id, wanted=LeftOut(**what))


def told(house, people, viewer, candidate_id):
    return everything_on(house, viewer, people.acme_vacancy, candidate_id) | {
        "the sheet": house.ask(
            viewer, sheet_for_application, application_id=people.maryana_at_acme
        ),
    }


def test_it_is_an_initial_for_whom_contacts_are_hidden_and_for_nobody_else(house, people, maryana):
    body = {"body": "<p>Tkachenko</p>"}
    for one in stored(house, Note, candidate_id=maryana):
        alter(house, Note, one.id, **body)
    before = told(house, people, people.iryna, maryana)
    assert "Tkachenko" in before["the card"].name
    leave(house, people, maryana, surname=True)
    hers, his = (told(house, people, one, maryana) for one in (people.iryna, people.pavlo))
    for place, shown in hers.items():
        assert not any(form in repr(shown) for form in FORMS), place
    for place in ("the vacancy's list", "the list", "the card", "the sheet"):
        assert "Tkachenko" in repr(his[place]), place
    card = hers["the card"]
    assert (card.name, card.first_name, card.last_name) == ("Maryana T.", "Maryana", "T.")
    assert (card.headline, card.city) == ("Engineer T., payments", "Lviv (Т.)")
    assert card.resume.html == "<h2>MARYANA T.</h2><p>Про <strong>Т.</strong>, резюме Т.</p>"
    assert (hers["the sheet"].name, hers["the sheet"].file_name[:9]) == ("Maryana T.", "Resume MT")
    assert "Tkachenko" in repr(told(house, people, people.recruiter, maryana))


def test_who_he_is_cannot_be_found_out_by_searching(house, people, maryana):
    leave(house, people, maryana, surname=True)
    for guess, finds in (
        ("tkachenko", False),
        ("ткаченко", False),
        ("tka", False),
        ("maryana", True),
    ):
        page = house.ask(people.iryna, candidates, search=guess)
        assert (maryana in {row.id for row in page.rows}) is finds, guess
        assert page.found == len(page.rows)
    page = house.ask(people.pavlo, candidates, search="tkachenko")
    assert [row.id for row in page.rows] == [maryana]


PAIRS = [
    ("Teslenko", "Tymoshenko-Tatarchuk"),
    ("Тимчук", "Ткаченко"),
    ("To", "Tan"),
    ("Oz", "O'Toole"),
]


@pytest.mark.parametrize("pair", PAIRS)
def test_nothing_depends_on_what_the_surname_is(house, people, maryana, pair):
    """Of two surnames with one initial the customer is told the same, and finds the same."""

    def world(last):
        alter(
            house, Candidate, maryana, last_name=last, folded_name=f"{last} maryana {last}".lower(),
            headline=f"Maryana {last}, engineer", city="Lviv", without_surname=True,
        )  # fmt: skip
        for html in ("<p>between</p>", f"<p>Maryana {last}</p><p>{last}</p>"):
            house.do(people.recruiter, save_version, candidate_id=maryana, html=html)
        card = house.ask(people.iryna, candidate, candidate_id=maryana)
        asked = ("t", "to", "tes", "o", "toole", "тимчук", *map(str.lower, pair), "maryana", "")
        rows = [house.ask(people.iryna, candidates, search=one) for one in asked]
        return rows, (card.name, card.headline, card.resume.html)

    assert world(pair[0]) == world(pair[1])


def test_nobody_learns_that_he_guessed_it(house, people, maryana):
    """What one wrote who is not told it is given back as he wrote it, to his colleague as well."""
    leave(house, people, maryana, surname=True)
    alter(house, User, people.pavlo.user_id, contacts_hidden=True)
    named = {"candidate_id": maryana, "application_id": people.maryana_at_acme}
    house.do(people.iryna, write, body="Is she Tkachenko? Or Bondarenko?", **named)
    words = {"added": Terms(("Tkachenko",), ()), "removed": Terms((), ())}
    house.do(people.iryna, correct, **named, **words)
    for viewer in (people.iryna, hidden(people.pavlo)):
        bodies = [one.body for one in house.ask(viewer, notes, **named)]
        assert "Is she Tkachenko? Or Bondarenko?" in bodies
        card = house.ask(viewer, candidate, candidate_id=maryana)
        assert "Tkachenko" in card.terms.skills
        rows = house.ask(viewer, of_vacancy, vacancy_id=people.acme_vacancy).rows
        assert "Maryana T." in {row.name for row in rows}
    reason = {"reason": "Tkachenko was late", "application_id": people.maryana_at_acme}
    refused = stage_id(house, people.acme_vacancy, "refused")
    house.do(people.iryna, move, to_stage_id=refused, **reason)
    assert "Tkachenko was late" in repr(
        everything_on(house, hidden(people.pavlo), people.acme_vacancy, maryana)["history"]
    )


def test_what_was_written_by_one_who_was_told_it_is_shortened_once_it_is_hidden(
    house, people, maryana
):
    """Contacts were open to him when he wrote, or the surname was: he guessed nothing."""
    named = {"candidate_id": maryana, "application_id": people.maryana_at_acme}
    house.do(people.pavlo, write, body="Tkachenko, contacts open", **named)
    house.do(people.iryna, write, body="Tkachenko, name open", **named)
    reason = {"reason": "Tkachenko was late", "application_id": people.maryana_at_acme}
    refused = stage_id(house, people.acme_vacancy, "refused")
    house.do(people.pavlo, move, to_stage_id=refused, **reason)
    leave(house, people, maryana, surname=True)
    alter(house, User, people.pavlo.user_id, contacts_hidden=True)
    for viewer, other in ((people.iryna, "contacts"), (hidden(people.pavlo), "name")):
        bodies = [one.body for one in house.ask(viewer, notes, **named)]
        assert f"T., {other} open" in bodies
    shown = repr(everything_on(house, people.iryna, people.acme_vacancy, maryana)["history"])
    assert "T. was late" in shown
    # Who is not told it any more gives it away by no guess; who was told it once made none.
    (own,) = [one for one in house.ask(people.iryna, notes, **named) if "name open" in one.body]
    changed = {"note_id": own.id, "version": own.version, "body": "Tkachenko, name open. Strong"}
    house.do(people.iryna, edit_note, **changed)
    bodies = [one.body for one in house.ask(hidden(people.pavlo), notes, **named)]
    assert "T., name open. Strong" in bodies


def hidden(viewer):
    return dataclasses.replace(viewer, contacts_hidden=True)


def test_the_agencys_default_holds_until_something_else_is_chosen(house, people, maryana):
    assert house.ask(people.recruiter, safe_defaults) == SafeDefaults()
    default = LeftOut(surname=True, birth=True)
    house.do(people.admin, choose_safe_defaults, defaults=SafeDefaults(default, own_contacts=False))
    assert house.ask(people.recruiter, safe_defaults) == SafeDefaults(default, own_contacts=False)
    assert house.ask(people.recruiter, safe_choices, candidate_id=maryana).left_out == default
    assert house.ask(people.iryna, candidate, candidate_id=maryana).name == "Maryana T."
    leave(house, people, maryana, birth=True)
    assert house.ask(people.iryna, candidate, candidate_id=maryana).name == "Maryana Tkachenko"
    assert house.ask(people.iryna, candidate, candidate_id=people.yurii).name == "Yurii Y."
    row = the(house, Candidate, maryana)
    assert (row.without_surname, row.without_birth, row.without_photo) == (False, None, None)


def test_whoever_presents_is_told_that_the_initial_stands_in_the_text(house, people, maryana):
    """The version is one for all: whoever may read the full name reads the initial in it, too."""

    def told():
        asked = {"vacancy_id": people.acme_vacancy, "candidate_ids": [maryana]}
        (one,) = house.ask(people.recruiter, preview, **asked).candidates
        return one.has_initial

    assert not told()
    leave(house, people, maryana, surname=True)
    assert not told()  # the text has the whole surname, shortened for whom it is hidden from
    html = "<p>Maryana T., Python</p>"
    house.do(people.recruiter, save_version, candidate_id=maryana, html=html)
    assert told()
    leave(house, people, maryana)
    assert not told()


def test_a_photo_that_is_left_out_is_not_there(house, people, maryana):
    house.do(
        people.recruiter,
        lambda work: setattr(work.one(Candidate, maryana), "photo", work.files.put(b"face")),
    )
    named = {"candidate_id": maryana}
    assert house.ask(people.iryna, photo, **named) == b"face"
    leave(house, people, maryana, photo=True)
    with pytest.raises(NotFound):
        house.ask(people.iryna, photo, **named)
    assert house.ask(people.iryna, particulars, **named).photo == 0
    for viewer in (people.pavlo, people.recruiter):
        assert house.ask(viewer, photo, **named) == b"face"
        assert house.ask(viewer, particulars, **named).photo
    leave(house, people, maryana)
    alter(house, Agency, stored(house, Agency)[0].id, without_photo=True)
    assert house.ask(people.iryna, photo, **named) == b"face"  # his own choice goes before
    alter(house, Candidate, maryana, without_photo=None)
    with pytest.raises(NotFound):
        house.ask(people.iryna, photo, **named)


def test_the_receipt_names_the_switches_and_calls_no_surname_a_contact(house, people, maryana):
    before = receipt(house, people, people.iryna)
    house.do(
        people.recruiter,
        lambda work: setattr(work.one(Candidate, maryana), "photo", work.files.put(b"face")),
    )
    leave(house, people, maryana, surname=True, photo=True)
    after, open_ = (receipt(house, people, one) for one in (people.iryna, people.pavlo))
    rules = {(one.what, one.rule) for one in after} - {(one.what, one.rule) for one in before}
    assert rules == {("surname", Rule.SURNAME_LEFT_OUT), ("photo", Rule.PHOTO_LEFT_OUT)}
    assert {one.rule for one in after if one.cuts} == {one.rule for one in before if one.cuts}
    assert not {Rule.SURNAME_LEFT_OUT, Rule.PHOTO_LEFT_OUT} & {one.rule for one in open_}
    (event, *_) = house.ask(people.recruiter, history_of, candidate_id=maryana, kind="profile")
    assert (event.what, event.chosen) == ("left_out", (("surname", True), ("photo", True)))


def test_whether_the_surname_is_left_in_an_address_is_known():
    rules = Disclosure({1: ()}, initials={1: Person("Maryana", "Tkachenko")})
    for place, named in (
        ("https://meet.jit.si/MaryanaTkachenko", True),
        ("https://zoom.us/j/77?name=%D0%A2%D0%BA%D0%B0%D1%87%D0%B5%D0%BD%D0%BA%D0%BE", True),
        ("Tkachenko: https://zoom.us/j/77", False),
    ):
        assert rules.names_in(1, rules.place(1, "video", place)) is named
        assert rules.names_in(2, place) is False


def test_a_stroke_between_words_of_a_place_hides_no_surname():
    rules = Disclosure({1: ()}, initials={1: Person("Maryana", "Tkachenko")})
    said = "Tkachenko/Zoom: https://zoom.us/j/77?name=Tkachenko, ask for M. Tkachenko / 2nd floor"
    read = "T./Zoom: https://zoom.us/j/77?name=Tkachenko, ask for M. T. / 2nd floor"
    assert rules.place(1, "video", said) == read
