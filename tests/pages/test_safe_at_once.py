"""Presenting somebody whose résumé for customers is missing or outdated, on the page."""

import pytest

from db.models import Application, ResumeVersion
from services.candidates.resumes import receive
from tests.factories import stored, the
from tests.pages.test_leaks import NUMBER, in_the_dialog
from tests.people import text_file

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


def received(house, people, name):
    file = text_file(name, f"Ran a shop, call {NUMBER}")
    house.do(people.recruiter, receive, candidate_id=people.kyrylo, file=file)


@pytest.fixture
def desk(house, people, open_tab):
    """Kyrylo is not presented yet; he has an original and no version for customers."""
    received(house, people, "k.txt")
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.kyrylo, app=people.kyrylo_at_acme)
    return tab


def to_make(tab):
    return [one.label for one in tab.test.button if one.key == "present_missing_make"]


def test_three_presses_show_a_safe_resume(house, people, desk):
    assert "No version for customers" in in_the_dialog(desk).words
    assert to_make(desk) == ["Make 1 resume without contacts"]
    shown = in_the_dialog(desk, "present_missing_make")
    assert "Resume for customers of" in shown.words
    assert to_make(desk) == []
    assert NUMBER not in stored(house, ResumeVersion, candidate_id=people.kyrylo)[-1].html
    in_the_dialog(desk, "present_go")
    assert the(house, Application, people.kyrylo_at_acme).presented_at is not None


def test_the_dialog_says_that_the_original_has_changed_since(house, people, desk):
    in_the_dialog(desk)
    assert "outdated" not in in_the_dialog(desk, "present_missing_make").words
    received(house, people, "newer.txt")
    assert "outdated: the original has changed since" in in_the_dialog(desk).words
