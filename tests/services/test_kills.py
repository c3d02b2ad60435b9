"""Killed at random moments while it sends: no letter twice, none lost, the unknown ones listed.

Eight kills every day. The whole measure takes long (an hour and a half on two busy cores):
`CANDELA_TEST_KILLS=1000 python -m pytest -s -o faulthandler_timeout=0 tests/services/test_kills.py`.
"""

import multiprocessing
import os
import random
from collections import Counter

import pytest

from db.keys import new_key
from db.models import Letter
from services.mail.archive import LetterFilter, letters
from services.mail.queue import queue_now
from tests.factories import plant, stored
from tests.house import open_house
from tests.people import move_in
from tests.services.conftest import prepare
from tests.services.kills import sending

pytestmark = pytest.mark.thorough

KILLS = int(os.environ.get("CANDELA_TEST_KILLS", "8"))
MOST_SECONDS = 60


@pytest.fixture(scope="module")
def nursery():
    """Processes born ready: what they import was imported once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.kills.sending"])
    return context


def post_letters(house, people, count):
    texts = {"kind": "x", "to_name": "Iryna", "language": "en", "subject": "x", "text": "x"}
    rows = [
        Letter(
            id=new_key(),
            recipient_id=people.iryna.user_id,
            to_email="iryna@acme.example",
            html="x",
            state="queued",
            created_at=house.clock.now,
            send_after=house.clock.now,
            **texts,
        )
        for _ in range(count)
    ]
    plant(house, *rows)


@pytest.mark.usefixtures("_no_main_program")
def test_no_letter_twice_and_none_lost(prepared_database, tmp_path, nursery):
    url = prepared_database(prepare)
    house = open_house(url, tmp_path)
    people = move_in(house)
    post_letters(house, people, KILLS * 16)
    house.installation.database.close()

    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")  # noqa: T201 - shown with -s, and when the test fails
    chance, killed = random.Random(seed), 0  # noqa: S311 - deaths need no secrecy
    while killed < KILLS:
        child = nursery.Process(
            target=sending.send_until_killed, args=(url, str(tmp_path), chance.randrange(10**9))
        )
        child.start()
        # Half of them die in the provider's hands, half wherever they happen to be.
        child.join(chance.uniform(0.02, 0.6) if killed % 2 else MOST_SECONDS)
        if child.exitcode is None:
            child.kill()
            child.join()
        if child.exitcode == 0:
            break  # nothing is left to send
        assert child.exitcode == -9
        killed += 1
        child.close()
    last = nursery.Process(
        target=sending.send_until_killed,
        args=(url, str(tmp_path), 0),
        kwargs={"immortal": True},
    )
    last.start()
    last.join()
    assert last.exitcode == 0

    taken = Counter((tmp_path / sending.TAKEN).read_text().split())
    assert [key for key, times in taken.items() if times > 1] == []
    house = open_house(url, tmp_path)
    try:
        found = [one for one in stored(house, Letter) if one.problem != "recipient_blocked"]
        by_state = Counter(letter.state for letter in found)
        print(f"{killed} kills: {dict(by_state)}, {len(taken)} taken")  # noqa: T201 - the same
        assert set(by_state) <= {"sent", "unknown"}
        assert all(str(one.id) in taken for one in found if one.state == "sent")
        unknown = {one.id for one in found if one.state == "unknown"}
        assert {one.id for one in found if one.state != "sent"} == unknown
        assert len(unknown) <= killed
        assert killed == KILLS
        assert unknown  # or the kills have all missed
        now = house.ask(people.recruiter, queue_now)
        assert (now.unknown, now.waiting) == (len(unknown), 0)
        assert listed(house, people) == unknown
    finally:
        house.installation.database.close()


def listed(house, people):
    """The letters of unknown fate as the mail page lists them, page by page."""
    found, before = set(), None
    while True:
        only = LetterFilter(state="unknown")
        page = house.ask(people.recruiter, letters, before=before, only=only)
        found |= {row.id for row in page.rows}
        before = page.next_before
        if before is None:
            return found
