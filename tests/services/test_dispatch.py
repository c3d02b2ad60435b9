"""The outbox: sent once, tried again later, and what cannot be known is never sent by itself."""

from datetime import timedelta

import pytest

from db.models import Agency, Letter
from services.mail.backoff import JITTER, pause_after
from services.mail.configuration import MailForm, save_way
from services.mail.dispatch import BATCH, LOST_AFTER, Taken, claim, dispatch, due, find_lost, settle
from services.mail.queue import oldest_wait, queue_now
from services.mail.senders import Unanswered
from services.mail.senders.files import FileSender
from services.viewer import POSTMAN
from tests.factories import alter, plant, stored, the
from tests.services.post import Hands, busy, closed, never

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


@pytest.fixture
def one(house, people):
    """One letter that waits; the cast’s others are out of the way."""
    ids = [letter.id for letter in stored(house, Letter)]
    for letter_id in ids[1:]:
        alter(house, Letter, letter_id, state="sent")
    alter(house, Letter, ids[0], state="queued")
    return ids[0]


@pytest.fixture
def two(house, people, one):
    """Two letters that wait, the older first."""
    other = stored(house, Letter)[1].id
    alter(house, Letter, other, state="queued")
    return one, other


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
            assert letter.sender == "hands"


def test_a_letter_refused_for_now_is_tried_again_later_and_given_up_after_five(house, one):
    hands = Hands(*(busy() for _ in range(9)))
    for attempt in range(1, 6):
        assert dispatch(house.installation, hands) == 0
        assert dispatch(house.installation, hands) == 0  # not its turn yet
        (letter,) = stored(house, Letter, id=one)
        assert letter.attempts == attempt
        assert letter.said == "450 later"
        if attempt < 5:
            pause = pause_after(attempt, way_is_closed=False)
            wait = letter.send_after - house.clock.now
            assert pause <= wait <= pause * (1 + JITTER)
            house.clock.now = letter.send_after
    assert pause_after(1, way_is_closed=False) == timedelta(minutes=2)
    pauses = [pause_after(attempt, way_is_closed=False) for attempt in range(1, 5)]
    assert pauses == sorted(set(pauses))
    assert state(house, one) == ("failed", "recipient_busy", 5)
    house.clock.pass_by(days=30)
    assert dispatch(house.installation, Hands()) == 0


def test_failed_once_it_leaves_the_second_time(house, one):
    hands = Hands(busy())
    dispatch(house.installation, hands)
    assert state(house, one) == ("queued", "recipient_busy", 1)
    house.clock.pass_by(minutes=3)
    assert dispatch(house.installation, hands) == 1
    assert state(house, one) == ("sent", "", 2)
    assert the(house, Letter, one).said == ""


def test_refused_for_good_it_is_not_tried_again_and_the_next_one_leaves(house, two):
    first, second = two
    hands = Hands(never())
    assert dispatch(house.installation, hands) == 1
    assert state(house, first) == ("failed", "recipient_refused", 1)
    assert hands.taken == [second]


def test_while_the_way_is_closed_every_letter_waits_and_none_fails(house, people, two):
    first, second = two
    for attempt in range(1, 13):
        hands = Hands(closed())
        assert dispatch(house.installation, hands) == 0
        assert hands.fates == []  # one call, and no second one for the second letter
        letter = the(house, Letter, first)
        assert (letter.state, letter.problem, letter.attempts) == (
            "queued",
            "connection_refused",
            attempt,
        )
        assert house.ask(POSTMAN, due) == []
        wait = letter.send_after - house.clock.now
        pause = pause_after(attempt, way_is_closed=True)
        assert pause <= wait <= pause * (1 + JITTER)
        assert wait <= timedelta(minutes=20)
        house.clock.now = letter.send_after
    now = house.ask(people.recruiter, queue_now)
    assert (now.problem, now.waiting, now.unknown) == ("connection_refused", 2, 0)
    hands = Hands()
    assert dispatch(house.installation, hands) == 2
    assert hands.taken == [first, second]


def test_what_the_way_cost_is_not_the_letters_fault(house, one):
    hands = Hands(*(closed() for _ in range(8)), busy())
    for _ in range(9):
        dispatch(house.installation, hands)
        house.clock.pass_by(hours=1)
    assert state(house, one) == ("queued", "recipient_busy", 1)


@pytest.mark.parametrize("address", ["", "nobody", "a@x.example\r\nBcc: b@x.example"])
def test_without_a_senders_address_letters_wait(house, people, two, address):
    (agency,) = stored(house, Agency)
    alter(house, Agency, agency.id, email=address)
    hands = Hands()
    assert dispatch(house.installation, hands) == 0
    assert house.ask(people.recruiter, queue_now).problem == "from_missing"
    assert house.ask(people.recruiter, queue_now).waiting == 2
    alter(house, Agency, agency.id, email="hello@clear.example")
    house.clock.pass_by(hours=1)
    assert dispatch(house.installation, hands) == 2
    assert hands.taken == list(two)


def test_the_providers_own_pause_is_kept_by_all(house, two):
    first, second = two
    dispatch(house.installation, Hands(closed(after=timedelta(minutes=7))))
    wait = the(house, Letter, first).send_after - house.clock.now
    assert timedelta(minutes=7) <= wait <= timedelta(minutes=7) * (1 + JITTER)
    house.clock.pass_by(minutes=6)
    assert dispatch(house.installation, Hands()) == 0
    house.clock.pass_by(minutes=4)
    assert dispatch(house.installation, Hands()) == 2


def test_a_mended_way_is_tried_at_once(house, people, one):
    hands = Hands(*(closed() for _ in range(3)))
    for _ in range(3):
        dispatch(house.installation, hands)
        house.clock.now = the(house, Letter, one).send_after
    house.clock.pass_by(seconds=-1)
    assert dispatch(house.installation, Hands()) == 0
    house.do(people.admin, save_way, form=MailForm(), version=0)
    assert dispatch(house.installation, Hands()) == 1


def test_a_crash_in_between_leaves_it_unknown_and_never_sent_by_itself(house, people, one):
    with pytest.raises(KeyboardInterrupt):
        dispatch(house.installation, Hands(KeyboardInterrupt()))
    assert state(house, one) == ("sending", "", 1)
    hands = Hands()
    assert dispatch(house.installation, hands) == 0
    assert house.do(POSTMAN, find_lost, older_than=LOST_AFTER) == 0  # it may be on its way now
    assert house.do(POSTMAN, find_lost) == 1
    assert state(house, one) == ("unknown", "interrupted", 1)
    assert house.do(POSTMAN, find_lost) == 0
    house.clock.pass_by(days=30)
    assert dispatch(house.installation, hands) == 0
    assert hands.taken == []
    assert house.ask(people.recruiter, queue_now).unknown == 1


def test_what_was_claimed_long_ago_is_lost_without_a_new_start(house, one):
    house.do(POSTMAN, claim, letter_id=one)
    house.clock.now += LOST_AFTER
    assert house.do(POSTMAN, find_lost, older_than=LOST_AFTER) == 1
    assert state(house, one)[0] == "unknown"


@pytest.mark.parametrize("fate", [Unanswered("Connection reset"), ZeroDivisionError(), OSError()])
def test_a_call_without_an_answer_is_unknown(house, one, fate):
    hands = Hands(fate)
    assert dispatch(house.installation, hands) == 0
    assert state(house, one) == ("unknown", "no_answer", 1)
    house.clock.pass_by(days=30)
    assert dispatch(house.installation, hands) == 0


def test_an_answer_that_comes_after_all_settles_it(house, one):
    house.do(POSTMAN, claim, letter_id=one)
    house.do(POSTMAN, find_lost)
    house.do(POSTMAN, settle, letter_id=one, outcome=Taken("hands", "here"))
    assert state(house, one) == ("sent", "", 1)
    house.do(POSTMAN, settle, letter_id=one, outcome=closed())
    assert state(house, one) == ("sent", "", 1)  # and nothing takes it back


def test_claimed_twice_it_is_given_once(house, one):
    assert house.do(POSTMAN, claim, letter_id=one) is not None
    assert house.do(POSTMAN, claim, letter_id=one) is None
    house.do(POSTMAN, settle, letter_id=one, outcome=Taken("hands", "here"))
    assert house.do(POSTMAN, claim, letter_id=one) is None
    assert state(house, one) == ("sent", "", 1)


def test_before_its_time_it_waits(house, one):
    alter(house, Letter, one, send_after=house.clock.now + timedelta(seconds=1))
    assert house.ask(POSTMAN, due) == []
    house.clock.pass_by(seconds=1)
    assert house.ask(POSTMAN, due) == [one]


def test_stopped_it_ends_after_the_letter_under_way(house, two):
    first, second = two
    hands = Hands()
    assert dispatch(house.installation, hands, stopped=lambda: bool(hands.taken)) == 1
    assert (state(house, first)[0], state(house, second)[0]) == ("sent", "queued")


def test_it_rests_after_each_letter_for_what_that_letter_took(house, two):
    hands, rested = Hands(), []
    dispatch(house.installation, hands, rest=lambda spent: rested.append((spent, len(hands.taken))))
    assert [taken for _, taken in rested] == [1, 2]
    assert all(spent > 0 for spent, _ in rested)


def test_a_batch_has_an_end_and_the_order_is_kept(house, people, one):
    (letter,) = stored(house, Letter, id=one)
    texts = {"kind": "x", "to_name": "", "language": "en", "subject": "x", "text": "", "html": ""}
    plant(
        house,
        *(
            Letter(
                recipient_id=letter.recipient_id,
                to_email=letter.to_email,
                state="queued",
                created_at=house.clock.now,
                send_after=house.clock.now,
                **texts,
            )
            for _ in range(2 * BATCH)
        ),
    )
    hands = Hands()
    assert [dispatch(house.installation, hands) for _ in range(4)] == [BATCH, BATCH, 1, 0]
    assert hands.taken == sorted(hands.taken)


def test_the_queues_age_is_that_of_its_oldest_letter(house, people, one):
    now = house.clock.now
    alter(house, Letter, one, created_at=now - timedelta(seconds=90))
    assert house.ask(POSTMAN, oldest_wait) == 90
    assert house.ask(people.recruiter, queue_now).oldest_at == now - timedelta(seconds=90)
    dispatch(house.installation, Hands())
    assert house.ask(POSTMAN, oldest_wait) == 0
    assert house.ask(people.recruiter, queue_now).oldest_at is None


def test_sent_again_by_hand_the_same_letter_is_the_same_file(house, one, tmp_path):
    sender = FileSender(tmp_path / "letters")
    dispatch(house.installation, sender)
    (file,) = (tmp_path / "letters").iterdir()
    first = file.read_bytes()
    alter(house, Letter, one, state="queued")
    dispatch(house.installation, sender)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == [file.name]
    assert file.read_bytes().split(b"boundary=")[0] == first.split(b"boundary=")[0]
    assert (tmp_path / "letters").stat().st_mode & 0o777 == 0o700
    assert not file.name.startswith("-")


def test_a_folder_that_cannot_be_written_closes_the_way(house, one, tmp_path):
    (tmp_path / "letters").write_text("in the way")
    assert dispatch(house.installation, FileSender(tmp_path / "letters")) == 0
    assert state(house, one) == ("queued", "cannot_write", 1)
