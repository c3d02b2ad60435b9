"""A clock that jumps back an hour, and rows dated tomorrow: pages open, nobody is told twice."""

import pytest

from db.models import Application, Candidate, Note, Vacancy
from services.notes.writing import write
from services.notifications import notifications
from tests.factories import alter, stored
from tests.pages.tab import Tab, signed_in

pytestmark = [pytest.mark.thorough, pytest.mark.only_on("duckdb")]


def opened(house, viewer, people):
    tab = Tab(house, signed_in(house, viewer))
    pages = {
        "candidates": {},
        "candidate": {"id": people.maryana, "app": people.maryana_at_acme},
        "vacancies": {},
        "vacancy": {"id": people.acme_vacancy},
        "notifications": {},
    }
    shown = {page: tab.open(page, **query) for page, query in pages.items()}
    assert {page: one.broken for page, one in shown.items() if one.broken} == {}
    return shown


def test_an_hour_back_nothing_is_lost_and_nobody_told_twice(house, people):
    about = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    told = house.ask(people.recruiter, notifications)
    before = [one.kind for one in told].count("note")
    tab = Tab(house, signed_in(house, people.iryna))
    house.do(people.iryna, write, body="Before the jump", **about)
    house.clock.pass_by(seconds=10)
    house.clock.pass_by(hours=-1)
    assert tab.open("vacancies").title != ""  # who was signed in stays so
    assert "Before the jump" in opened(house, people.recruiter, people)["candidate"].words
    house.clock.pass_by(hours=2)
    told = house.ask(people.recruiter, notifications)
    assert [one.kind for one in told].count("note") == before + 1


def test_what_is_dated_tomorrow_is_shown_like_the_rest(house, people):
    tomorrow = house.clock.now.replace(day=house.clock.now.day + 1)
    alter(house, Candidate, people.maryana, created_at=tomorrow)
    alter(house, Vacancy, people.acme_vacancy, opened_at=tomorrow)
    for one in stored(house, Application, candidate_id=people.maryana):
        alter(house, Application, one.id, created_at=tomorrow, moved_at=tomorrow)
    for one in stored(house, Note):
        alter(house, Note, one.id, written_at=tomorrow)
    shown = opened(house, people.recruiter, people)
    assert "Maryana Tkachenko" in shown["candidates"].words
    assert "Maryana Tkachenko" in shown["vacancy"].words
    assert "Maryana Tkachenko" in opened(house, people.iryna, people)["vacancy"].words
