"""A unit of work: all or nothing, run again when it lost a race, told of only when it is done."""

import pytest

from db import transactions
from db.errors import DuplicateKey, StaleVersion, WriteConflict
from db.keys import new_key
from db.models import Company, Vacancy
from services.errors import Busy, CandelaError, Conflict, Duplicate, NotFound
from services.work import perform
from tests.factories import stored, the


def found_company(work, name):
    work.add(Company(id=new_key(), name=name, folded_name=name, created_at=work.now))
    work.flush()


def test_what_an_act_raises_takes_everything_back_and_wakes_nobody(house, people):
    woken = []
    house.installation.live.subscribe(people.iryna.user_id, lambda: woken.append(1))

    def half(work):
        found_company(work, "initech")
        work.wake(people.iryna.user_id)
        raise NotFound(model="Vacancy")

    with pytest.raises(NotFound):
        house.do(people.recruiter, half)
    assert not stored(house, Company, folded_name="initech")
    assert woken == []
    house.do(people.recruiter, found_company, "initech")
    assert stored(house, Company, folded_name="initech")


@pytest.fixture
def no_pause(monkeypatch):
    pauses = []
    monkeypatch.setattr(transactions, "pause_before_retry", pauses.append)
    return pauses


def test_a_lost_race_is_run_again_from_the_beginning(house, people, no_pause):
    runs = []

    def act(work):
        runs.append(work)
        found_company(work, "initech")
        if len(runs) < 3:
            raise WriteConflict
        return "done"

    assert perform(house.installation, people.recruiter, act) == "done"
    assert len({id(work) for work in runs}) == 3
    assert len(no_pause) == 2
    assert len(stored(house, Company, folded_name="initech")) == 1


@pytest.mark.parametrize(
    ("refusal", "said"),
    [(WriteConflict, Busy), (StaleVersion, Conflict), (DuplicateKey, Duplicate)],
)
def test_the_databases_refusals_in_the_words_of_the_trade(house, people, no_pause, refusal, said):
    def act(work):
        raise refusal

    with pytest.raises(CandelaError) as refused:
        house.do(people.recruiter, act)
    assert type(refused.value) is said


def test_something_unique_twice(house, people):
    with pytest.raises(Duplicate):
        house.do(people.recruiter, found_company, "acme")
    assert len(stored(house, Company)) == 2


def test_two_who_write_the_same_row_at_once(house, people):
    """The second one's unit is run again on what the first has written."""
    attempts = []

    def rename(work):
        row = work.one(Vacancy, people.acme_vacancy)
        if not attempts:
            meanwhile()
        attempts.append(row.title)
        row.title += " and more"

    def meanwhile():
        with house.installation.database.new_session() as session:
            session.get_one(Vacancy, people.acme_vacancy).title = "Renamed"
            session.commit()

    house.do(people.recruiter, rename)
    assert attempts == ["Backend Lead", "Renamed"]
    assert the(house, Vacancy, people.acme_vacancy).title == "Renamed and more"
