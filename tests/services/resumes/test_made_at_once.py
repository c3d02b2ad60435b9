"""The missing version for customers, made of the original in one act."""

from dataclasses import replace

import pytest

from db.models import ResumeVersion
from services.candidates.intake import update
from services.candidates.particulars import particulars
from services.candidates.resumes import receive, save_version, versions
from services.candidates.updating import as_form
from services.candidates.views import candidate
from services.errors import Conflict, NotFound
from services.resumes.leaving_out import LeftOut, leave_out
from services.resumes.versions import make_safe_version
from tests.factories import stored
from tests.people import text_file

pytestmark = pytest.mark.thorough


@pytest.fixture
def maryana(house, people):
    """She has an original with a phone in it, and no version for customers any more."""
    file = text_file("m.txt", "Maryana Tkachenko</p><p>Phone: +380 67 123 45 00</p><p>Nine years")
    house.do(people.recruiter, receive, candidate_id=people.maryana, file=file)
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html="")
    return people.maryana


def made(house, people, candidate_id):
    return house.do(people.recruiter, make_safe_version, candidate_id=candidate_id)


def holds(house, people, candidate_id):
    found = house.ask(people.recruiter, versions, candidate_id=candidate_id, now=True)
    return [(one.vacancy_id, one.html) for one in found]


def test_it_is_the_original_without_contacts_and_without_what_the_switches_say(
    house, people, maryana
):
    wanted = LeftOut(surname=True)
    house.do(people.recruiter, leave_out, candidate_id=maryana, wanted=wanted)
    key = made(house, people, maryana)
    (html,) = [html for vacancy_id, html in holds(house, people, maryana) if vacancy_id is None]
    assert "67 123" not in html
    assert "Maryana T." in html
    assert "Tkachenko" not in html
    assert "Nine years" in html
    (row,) = [one for one in stored(house, ResumeVersion, candidate_id=maryana) if one.id == key]
    assert row.original_id is not None


def test_one_that_holds_is_left_as_it_is(house, people, maryana):
    house.do(people.recruiter, save_version, candidate_id=maryana, html="<p>By hand</p>")
    assert made(house, people, maryana) is None
    assert holds(house, people, maryana) == [(None, "<p>By hand</p>")]


def test_an_original_without_text_makes_none(house, people, maryana):
    scan = text_file("scan.txt", "")
    scan = replace(scan, document=replace(scan.document, readable=False, html="", text=""))
    house.do(people.recruiter, receive, candidate_id=maryana, file=scan)
    with pytest.raises(NotFound):
        made(house, people, maryana)
    assert holds(house, people, maryana) == []


def test_whoever_has_the_profile_open_is_told_of_it(house, people, maryana):
    def begun(work):
        view = candidate(work, candidate_id=maryana)
        return as_form(view, particulars(work, candidate_id=maryana)), view.version

    form, version = house.ask(people.recruiter, begun)
    made(house, people, maryana)
    with pytest.raises(Conflict):
        house.do(
            people.recruiter, update, candidate_id=maryana, form=form, version=version,
            resume_html="<p>Typed meanwhile</p>",
        )  # fmt: skip
