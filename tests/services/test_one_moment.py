"""One moment: what a page asks while it is drawn is one reading, until somebody writes."""

import pytest
from sqlalchemy import event, select

from db.models import Candidate, User, Vacancy
from services.customers import block
from services.errors import NotFound
from services.statements import DetourRefused
from services.vacancies.customers import untie
from services.work import one_moment, perform, reading
from tests.factories import alter


@pytest.fixture
def sent(house):
    """The statements sent to the house's database from now on."""
    found = []
    event.listen(
        house.installation.database.engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: found.append(statement),
    )
    return found


def name_of(house, viewer, candidate_id):
    with reading(house.installation, viewer) as work:
        return work.one(Candidate, candidate_id).first_name


def test_readings_of_one_viewer_are_one_and_ask_once(house, people, sent):
    with one_moment():
        with reading(house.installation, people.iryna) as first:
            first.one(Candidate, people.maryana)
        before = len(sent)
        with reading(house.installation, people.iryna) as second:
            assert second is first
            assert second.one(Candidate, people.maryana).first_name == "Maryana"
        assert len(sent) == before  # neither the reach nor the row again
    with reading(house.installation, people.iryna) as third:
        assert third is not first
        third.one(Candidate, people.maryana)
    assert len(sent) == before + 3  # his vacancies, what is shown in them, the row


def test_each_viewer_has_his_own(house, people):
    with one_moment():
        assert name_of(house, people.recruiter, people.kyrylo) == "Kyrylo"
        with pytest.raises(NotFound):
            name_of(house, people.iryna, people.kyrylo)


def test_nothing_outlives_it(house, people):
    with one_moment():
        assert name_of(house, people.iryna, people.maryana) == "Maryana"
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    with one_moment(), pytest.raises(NotFound):
        name_of(house, people.iryna, people.maryana)


def test_whoever_writes_reads_what_was_written(house, people):
    def rename(work):
        work.one(Candidate, people.maryana).first_name = "Marichka"

    with one_moment():
        assert name_of(house, people.recruiter, people.maryana) == "Maryana"
        perform(house.installation, people.recruiter, rename)
        assert name_of(house, people.recruiter, people.maryana) == "Marichka"
        perform(
            house.installation,
            people.recruiter,
            untie,
            vacancy_id=people.acme_vacancy,
            customer_id=people.iryna.user_id,
        )
        with pytest.raises(NotFound):
            name_of(house, people.iryna, people.maryana)


def test_it_shows_one_state_of_the_data_from_beginning_to_end(house, people):
    with one_moment():
        assert name_of(house, people.recruiter, people.maryana) == "Maryana"
        alter(house, Candidate, people.yurii, first_name="Yura")  # by somebody else, meanwhile
        assert name_of(house, people.recruiter, people.yurii) == "Yurii"
    assert name_of(house, people.recruiter, people.yurii) == "Yura"


def test_inside_another_one_it_is_the_same(house, people):
    with one_moment():
        with reading(house.installation, people.recruiter) as outer:
            pass
        with one_moment(), reading(house.installation, people.recruiter) as inner:
            assert inner is outer
        with reading(house.installation, people.recruiter) as after:
            assert after is outer


def test_a_reading_that_failed_is_not_used_again(house, people):
    with one_moment():
        with (
            pytest.raises(DetourRefused),
            reading(house.installation, people.recruiter) as broken,
        ):
            broken.rows(select(User.__table__))
        with reading(house.installation, people.recruiter) as work:
            assert work is not broken
            assert work.one(Vacancy, people.acme_vacancy).title == "Backend Lead"


def test_connections_go_back_whatever_happens(house, people):
    pool = house.installation.database.engine.pool
    with pytest.raises(KeyError), one_moment():
        name_of(house, people.recruiter, people.maryana)
        name_of(house, people.iryna, people.maryana)
        raise KeyError
    assert pool.checkedout() == 0


def test_one_transaction_is_enough_for_all_who_ask(house, people):
    begun = []
    event.listen(house.installation.database.engine, "begin", begun.append)
    with one_moment():
        name_of(house, people.recruiter, people.maryana)
        name_of(house, people.iryna, people.maryana)
        assert len(begun) == 1
    name_of(house, people.recruiter, people.maryana)
    name_of(house, people.iryna, people.maryana)
    assert len(begun) == 3
