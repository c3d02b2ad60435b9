"""A full disk: acts are refused in words, reading goes on, nothing acknowledged is lost."""

import multiprocessing

import pytest

from db.models import Candidate
from tests.factories import stored
from tests.house import open_house, prepare
from tests.people import move_in
from tests.services.full_disk.working import work_on_a_full_disk

pytestmark = pytest.mark.thorough


@pytest.mark.only_on("duckdb")
@pytest.mark.usefixtures("_no_main_program")
def test_a_full_disk_refuses_acts_stops_no_reader_and_loses_nothing(database_url, tmp_path):
    prepare(database_url)
    house = open_house(database_url, tmp_path)
    people = move_in(house)
    files = house.installation.files.names()
    before = {one.first_name for one in stored(house, Candidate)}
    house.installation.database.close()

    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    process = context.Process(
        target=work_on_a_full_disk,
        args=(database_url, str(tmp_path), people.recruiter, answers),
    )
    process.start()
    taken, refused, file, left, read = answers.get(timeout=120)
    process.join(60)

    assert process.exitcode == 0
    assert refused == 3
    assert file == "refused"
    assert left == files
    assert read > 0
    again = open_house(database_url, tmp_path)
    assert {one.first_name for one in stored(again, Candidate)} == {*before, *taken, "After"}
    again.installation.database.close()
