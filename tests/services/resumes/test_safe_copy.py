"""The safe copy of a stored original, what is remembered of it, and versions that hold again."""

from types import SimpleNamespace

import pytest

from db.models import ResumeVersion, SparedContact
from services.candidates.intake import update
from services.candidates.particulars import particulars
from services.candidates.resumes import receive, save_version, versions
from services.candidates.updating import as_form
from services.candidates.views import candidate
from services.errors import Conflict, NotAllowed, NotFound
from services.resumes.removals import Wishes
from services.resumes.safe_copy import safe_copy
from services.resumes.versions import made_for, restore
from tests.factories import stored
from tests.people import text_file

pytestmark = pytest.mark.thorough

TEXT = (
    "Maryana Tkachenko</p><p>Phone: +380 67 123 45 00</p><p>mtkachenko90 on boards</p>"
    "<p>Desk 067 777 66 55 was closed"
)


@pytest.fixture
def maryana(house, people):
    file = text_file("m.txt", TEXT)
    house.do(people.recruiter, receive, candidate_id=people.maryana, file=file)
    return people.maryana


def safe(house, people, candidate_id, **wishes):
    return house.ask(
        people.recruiter, safe_copy, candidate_id=candidate_id, wishes=Wishes(**wishes)
    )


def save(house, people, candidate_id, made, **more):
    def act(work, **named):
        view = candidate(work, candidate_id=candidate_id)
        form = as_form(view, particulars(work, candidate_id=candidate_id))
        update(work, candidate_id=candidate_id, form=form, version=view.version, **named)

    house.do(
        people.recruiter, act, resume_html=made.html, copied_from=made.original_id,
        not_contacts=made.not_contacts, **more,
    )  # fmt: skip


def test_stored_contacts_and_accounts_of_his_name_go(house, people, maryana):
    made = safe(house, people, maryana)
    assert made.html == ("<p>Maryana Tkachenko</p><p>… on boards</p><p>Desk … was closed</p>")
    assert [(one.kind, one.stored) for one in made.removals] == [
        ("phone", True), ("handle", False), ("phone", False),
    ]  # fmt: skip
    assert made.not_contacts == ()


def test_saving_saves_whatever_was_put_back(house, people, maryana):
    original_id = safe(house, people, maryana).original_id
    link = f"https://safelinks.example/?url={'x' * 500}"
    many = [f"site{number}.example" for number in range(201)]
    put_back = (link, " ", "\x00", *many, "SITE0.example")
    made = SimpleNamespace(html="<p>Saved</p>", original_id=original_id, not_contacts=put_back)
    save(house, people, maryana, made)
    assert stored(house, ResumeVersion, candidate_id=maryana)[-1].html == "<p>Saved</p>"
    assert {row.text for row in stored(house, SparedContact)} == set(many[:200])


def test_what_was_put_back_is_no_contact_from_when_it_is_saved(house, people, maryana):
    keys = frozenset(one.key for one in safe(house, people, maryana).removals)
    made = safe(house, people, maryana, put_back=keys)
    assert made.not_contacts == ("mtkachenko90", "067 777 66 55")
    save(house, people, maryana, made)
    assert {row.text for row in stored(house, SparedContact)} == set(made.not_contacts)
    read = house.ask(people.iryna, candidate, candidate_id=maryana).resume.html
    assert "Desk 067 777 66 55 was closed" in read
    assert "mtkachenko90" in read
    assert "123 45 00" not in read, "a stored contact is one, whoever puts it back"
    assert [one.text for one in safe(house, people, maryana).removals] == ["+380 67 123 45 00"]


def test_it_is_made_of_a_readable_original_and_by_staff(house, people, maryana):
    with pytest.raises(NotFound):
        other = house.ask(people.recruiter, candidate, candidate_id=people.yurii).original.id
        house.ask(people.recruiter, safe_copy, candidate_id=maryana, original_id=other)
    for customer in people.customers:
        with pytest.raises(NotAllowed):
            house.ask(customer, safe_copy, candidate_id=maryana)


def test_it_is_saved_for_one_vacancy_when_that_is_asked_for(house, people, maryana):
    save(house, people, maryana, safe(house, people, maryana), resume_for=people.acme_vacancy)
    places = house.ask(people.recruiter, made_for, candidate_id=maryana)
    assert [(one.vacancy, one.version.html[:11]) for one in places if one.version] == [
        ("", "<p>Payments"),
        ("Backend Lead · Acme", "<p>Maryana "),
    ]
    assert {one.vacancy_id for one in places} == {
        None, people.acme_vacancy, people.globex_vacancy,
    }  # fmt: skip


def test_an_earlier_version_holds_again_unless_somebody_saved_meanwhile(house, people, maryana):
    named = {"candidate_id": maryana}
    first = house.ask(people.recruiter, versions, **named)[0].id
    second = house.do(people.recruiter, save_version, html="<p>Second</p>", **named)
    third = house.do(people.recruiter, save_version, html="<p>Third</p>", **named)
    with pytest.raises(Conflict):
        house.do(people.recruiter, restore, version_id=first, seen=second)
    begun = house.ask(people.recruiter, candidate, **named)
    assert house.do(people.recruiter, restore, version_id=first, seen=third)
    with pytest.raises(Conflict):  # whoever had his page open does not undo it unseen
        form = as_form(begun, house.ask(people.recruiter, particulars, **named))
        house.do(people.recruiter, update, form=form, version=begun.version, **named)
    now, *_ = house.ask(people.recruiter, versions, **named)
    assert (now.html, now.current) == ("<p>Payments, nine years.</p>", True)
    assert house.do(people.recruiter, restore, version_id=now.id, seen=now.id) is None


def test_one_that_holds_again_is_of_what_it_was_of_and_as_old(house, people):
    """It claims neither the newer original nor that its words came after it."""
    named = {"candidate_id": people.maryana}
    first = house.ask(people.recruiter, versions, **named)[0].id
    house.clock.pass_by(minutes=1)
    house.do(people.recruiter, receive, file=text_file("m.txt", TEXT), **named)
    made = safe(house, people, people.maryana)
    copied = {"html": made.html, "copied_from": made.original_id, **named}
    second = house.do(people.recruiter, save_version, **copied)
    assert not house.ask(people.recruiter, candidate, **named).resume_outdated
    house.clock.pass_by(minutes=1)
    third = house.do(people.recruiter, restore, version_id=first, seen=second)
    again = house.ask(people.recruiter, candidate, **named)
    assert (again.resume_outdated, again.resume_original_id) == (True, None)
    house.clock.pass_by(minutes=1)
    fourth = house.do(people.recruiter, restore, version_id=second, seen=third)
    again = house.ask(people.recruiter, candidate, **named)
    assert (again.resume_outdated, again.resume_original_id) == (False, made.original_id)
    assert house.do(people.recruiter, restore, version_id=third, seen=fourth)
    assert house.ask(people.recruiter, candidate, **named).resume_outdated
