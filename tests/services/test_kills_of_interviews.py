"""Killed at random moments while interviews are scheduled, moved, called off, undone and told of.

And while they go out of customers' sight and come back into it.

Every calendar is told each thing once, in order, and in the end what holds. A few kills every day;
the whole measure is `CANDELA_TEST_KILLS=1000 python -m pytest -s -o faulthandler_timeout=0
tests/services/test_kills_of_interviews.py`.
"""

import multiprocessing
import random
import time
from collections import Counter, defaultdict

import pytest

from db.keys import key_text
from db.models import (
    Application,
    Interview,
    InterviewPerson,
    Letter,
    Stage,
    User,
    VacancyCustomer,
)
from tests.factories import stored
from tests.house import open_house
from tests.people import move_in
from tests.services.conftest import prepare
from tests.services.interviews.calendars import read
from tests.services.kills import interviewing, sending
from tests.services.test_kills import KILLS

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_postgresql]

MOST_SECONDS = 60
MANY = 100


@pytest.fixture(scope="module")
def nursery():
    """Processes born ready: what they import was imported once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.kills.interviewing"])
    return context


@pytest.mark.usefixtures("_no_main_program")
def test_every_calendar_is_told_each_thing_once_and_what_holds(
    prepared_database, tmp_path, nursery
):
    url = prepared_database(prepare)
    house = open_house(url, tmp_path)
    people = move_in(house)
    house.installation.database.close()
    kills = KILLS if KILLS >= MANY else KILLS // 2
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")  # noqa: T201 - shown with -s, and when the test fails
    chance, began = random.Random(seed), time.time()  # noqa: S311 - deaths need no secrecy
    died, wanted = 0, {"REQUEST", "CANCEL"} if kills >= MANY else {"REQUEST"}
    # On a busy machine lives are too short for a letter: then there are more of them, and longer.
    while died < kills or (died < 10 * kills and wanted - methods_taken(tmp_path).keys()):
        at_work = nursery.Event()
        child = nursery.Process(
            target=interviewing.interview_until_killed,
            args=(url, str(tmp_path), chance.randrange(10**9), people, began, at_work),
        )
        child.start()
        # Every fourth dies as it starts; of the others many in the provider's hands.
        if died % 4:
            at_work.wait(MOST_SECONDS)
        child.join(chance.uniform(0.02, 1.5) * max(1, died // kills) ** 2)
        if child.exitcode is None:
            child.kill()
            child.join()
        assert child.exitcode == -9
        child.close()
        died += 1
    at_work = nursery.Event()
    last = nursery.Process(
        target=interviewing.interview_until_killed,
        args=(url, str(tmp_path), 0, people, began, at_work),
        kwargs={"immortal": True},
    )
    last.start()
    last.join()
    assert last.exitcode == 0

    house = open_house(url, tmp_path)
    try:
        assert_once_and_in_order(tmp_path)
        assert_what_holds_was_told(house)
        told = methods_taken(tmp_path)
        states = Counter(one.state for one in stored(house, Interview))
        letters = Counter(one.state for one in stored(house, Letter))
        unknown = [one for one in stored(house, Letter) if one.state == "unknown"]
        print(f"{died} kills: interviews {dict(states)}, letters {dict(letters)},")  # noqa: T201
        print(f"taken {dict(told)}")  # noqa: T201 - the same
        assert set(letters) <= {"sent", "unknown", "failed"}
        # One letter at most is in the provider's hands; he himself answers each.
        assert {one.problem for one in unknown} <= {"interrupted"}
        assert len(unknown) <= died
        assert told["REQUEST"]
        if kills >= MANY:
            assert {*states} == {"scheduled", "cancelled", "undone"}
            assert unknown  # or the kills have all missed
            assert told["CANCEL"]
    finally:
        house.installation.database.close()


def taken(folder):
    file = folder / sending.TAKEN
    lines = file.read_text().splitlines() if file.exists() else []
    return [line for line in lines if line.count(" ") == 4]


def methods_taken(folder):
    """How many files of each method calendars have taken in."""
    return Counter(line.rsplit(" ", 1)[1] for line in taken(folder))


def assert_once_and_in_order(folder):
    """To one calendar and of one interview: ever higher numbers, nothing taken out unknown."""
    by_letter = Counter(line.split()[0] for line in taken(folder))
    assert [key for key, times in by_letter.items() if times > 1] == []
    heard = defaultdict(list)
    for line in taken(folder):
        _, to, uid, sequence, method = line.split()
        # Invited staff hear of it through their own copy, the candidate through his letter.
        heard[to, uid].append((int(sequence), method))
    for whose, told in heard.items():
        numbers = [number for number, _ in told]
        assert numbers == sorted({*numbers}), (whose, told)


def who_sees(house):
    """By application, the customers who see it now."""
    lit = {one.id for one in stored(house, Stage) if one.seen_by_customers}
    tied = defaultdict(set)
    for tie in stored(house, VacancyCustomer):
        if tie.untied_at is None:
            tied[tie.vacancy_id].add(tie.customer_id)
    return {
        one.id: tied[one.vacancy_id] if one.presented_at and one.stage_id in lit else set()
        for one in stored(house, Application)
    }


def assert_what_holds_was_told(house):
    """Whoever takes part has the entry as it is now; whoever does not, or sees it no more, none."""
    sees = who_sees(house)
    staff = {one.id for one in stored(house, User) if one.role != "customer"}
    told = defaultdict(dict)
    for letter in sorted(stored(house, Letter), key=lambda one: one.id):
        assert letter.state not in {"queued", "sending"}
        if letter.state != "failed" and letter.calendar and letter.recipient_id:
            told[letter.interview_id][letter.recipient_id] = read(letter.calendar)
    interviews = {one.id: one for one in stored(house, Interview)}
    blocked = {one.id for one in stored(house, User) if one.blocked_at}
    for person in stored(house, InterviewPerson):
        one = interviews[person.interview_id]
        last = told[one.id].get(person.person_id)
        in_sight = person.person_id in sees[one.application_id] | staff
        stands = one.state == "scheduled" and person.left_at is None and in_sight
        if last is None:
            assert not (stands and person.copy) or person.person_id in blocked, one.id
            continue
        assert last.uid.startswith(f"{key_text(one.id)}.")
        assert (last.method == "REQUEST") == stands, (one.id, person.person_id, last)
        if stands:
            assert last.sequence >= one.moved_sequence
            assert (last.starts_at, last.ends_at) == (one.starts_at, one.ends_at)
