"""The outbox: sent once, tried again later, and what cannot be known is never sent by itself."""

from datetime import timedelta

import pytest

from db.models import Letter
from services.mail.dispatch import FileSender, claim, dispatch, due, find_lost, settle
from services.viewer import POSTMAN
from tests.factories import alter, stored


class Hands:
    """A sender who takes, refuses, or drops dead, as told."""

    def __init__(self, *fates):
        self.fates = list(fates)
        self.taken = []

    def send(self, letter_id, message):
        fate = self.fates.pop(0) if self.fates else "take"
        if fate == "take":
            self.taken.append(letter_id)
            return "taken"
        raise fate


@pytest.fixture
def one(house, people):
    """One letter that waits; the cast’s others are out of the way."""
    ids = [letter.id for letter in stored(house, Letter)]
    for letter_id in ids[1:]:
        alter(house, Letter, letter_id, state="sent")
    alter(house, Letter, ids[0], state="queued")
    return ids[0]


def state(house, letter_id):
    (letter,) = stored(house, Letter, id=letter_id)
    return letter.state, letter.problem, letter.attempts


def test_each_letter_leaves_once_oldest_first(house, people):
    waiting = [letter.id for letter in stored(house, Letter) if letter.state == "queued"]
    assert len(waiting) == 4
    hands = Hands()
    assert dispatch(house.installation, hands) == 4
    assert hands.taken == waiting
    assert dispatch(house.installation, hands) == 0
    assert hands.taken == waiting
    for letter in stored(house, Letter):
        if letter.id in waiting:
            assert (letter.state, letter.sent_at, letter.stored_as, letter.attempts) == (
                "sent",
                house.clock.now,
                "taken",
                1,
            )


def test_a_failure_is_tried_again_later_and_given_up_after_five(house, one):
    hands = Hands(*(ConnectionRefusedError() for _ in range(9)))
    waits = []
    for attempt in range(1, 6):
        assert dispatch(house.installation, hands) == 0
        assert dispatch(house.installation, hands) == 0  # not its turn yet
        (letter,) = stored(house, Letter, id=one)
        assert letter.attempts == attempt
        waits.append(letter.send_after - house.clock.now)
        house.clock.now = letter.send_after
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=2)
    assert state(house, one) == ("failed", "ConnectionRefusedError", 5)
    house.clock.pass_by(days=30)
    assert dispatch(house.installation, Hands()) == 0


def test_failed_once_it_leaves_the_second_time(house, one):
    hands = Hands(TimeoutError())
    dispatch(house.installation, hands)
    assert state(house, one) == ("queued", "TimeoutError", 1)
    house.clock.pass_by(minutes=2)
    assert dispatch(house.installation, hands) == 1
    assert state(house, one)[0] == "sent"


def test_a_crash_in_between_leaves_it_unknown_and_never_sent_by_itself(house, one):
    with pytest.raises(KeyboardInterrupt):
        dispatch(house.installation, Hands(KeyboardInterrupt()))
    assert state(house, one) == ("sending", "", 1)
    hands = Hands()
    assert dispatch(house.installation, hands) == 0
    assert house.do(POSTMAN, find_lost) == 1
    assert state(house, one) == ("unknown", "interrupted", 1)
    assert house.do(POSTMAN, find_lost) == 0
    house.clock.pass_by(days=30)
    assert dispatch(house.installation, hands) == 0
    assert hands.taken == []


def test_claimed_twice_it_is_given_once(house, one):
    assert house.do(POSTMAN, claim, letter_id=one) is not None
    assert house.do(POSTMAN, claim, letter_id=one) is None
    house.do(POSTMAN, settle, letter_id=one, stored_as="here")
    assert house.do(POSTMAN, claim, letter_id=one) is None
    assert state(house, one) == ("sent", "", 1)


def test_before_its_time_it_waits(house, one):
    alter(house, Letter, one, send_after=house.clock.now + timedelta(seconds=1))
    assert house.ask(POSTMAN, due) == []
    house.clock.pass_by(seconds=1)
    assert house.ask(POSTMAN, due) == [one]


def test_sent_again_by_hand_the_same_letter_is_the_same_file(house, one, tmp_path):
    sender = FileSender(tmp_path / "letters")
    dispatch(house.installation, sender)
    (file,) = (tmp_path / "letters").iterdir()
    first = file.read_bytes()
    alter(house, Letter, one, state="queued")
    dispatch(house.installation, sender)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == [file.name]
    assert file.read_bytes().split(b"Message-ID")[0] == first.split(b"Message-ID")[0]
    assert (tmp_path / "letters").stat().st_mode & 0o777 == 0o700
    assert not file.name.startswith("-")
