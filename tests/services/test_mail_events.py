"""What SendGrid tells: signed, once, in any order; states only move forward."""

import base64
import itertools
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from db.keys import key_text, new_key
from db.models import Letter, LetterEvent
from services.errors import Invalid
from services.mail.archive import letter as letter_view
from services.mail.dispatch import dispatch
from services.mail.events import read_events, take_events
from services.mail.signature import bare_key, check_public_key, in_window, is_signed
from services.mail.trouble import troubles
from services.viewer import POSTMAN
from tests.factories import alter, plant, stored, the
from tests.services.post import Hands

pytestmark = pytest.mark.thorough

_numbers = itertools.count(1)


def public_text(private):
    """The public half as SendGrid shows it: base64 without a frame."""
    return base64.b64encode(
        private.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    ).decode()


def signed(private, timestamp, body):
    return base64.b64encode(
        private.sign(timestamp.encode() + body, ec.ECDSA(hashes.SHA256()))
    ).decode()


@pytest.fixture(scope="module")
def private():
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def sent(house, people):
    """A letter that a sender has taken."""
    dispatch(house.installation, Hands())
    return stored(house, Letter, recipient_id=people.iryna.user_id)[0].id


def event(house, letter_id, kind, seconds=0, **more):
    return {
        "event": kind,
        "sg_event_id": f"event-{next(_numbers)}",
        "timestamp": int(house.clock.now.timestamp()) + seconds,
        "candela_letter": key_text(letter_id),
        "email": "iryna@acme.example",
        **more,
    }


def take(house, *said):
    return house.do(POSTMAN, take_events, events=read_events(list(said)))


def state(house, letter_id):
    letter = the(house, Letter, letter_id)
    return letter.state, letter.problem


def test_only_the_holder_of_the_key_is_believed(private):
    body, moment = '[{"event": "delivered", "name": "Їжак"}]'.encode(), "1763631000"
    key, signature = public_text(private), signed(private, moment, body)
    assert is_signed(key, signature, moment, body)
    other = ec.generate_private_key(ec.SECP256R1())
    for wrong in (
        (public_text(other), signature, moment, body),
        (key, signed(other, moment, body), moment, body),
        (key, signature, "1763631001", body),
        (key, signature, moment, body + b" "),
        (key, signature, moment, body.replace(b"delivered", b"bounce")),
        (key, "", moment, body),
        (key, "not base64!", moment, body),
        (key, signature[:-8], moment, body),
        (key, "A" * 1000, moment, body),
        (key, signature, moment, b"\xff\xfe"),
        ("", signature, moment, body),
        ("nonsense", signature, moment, body),
    ):
        assert not is_signed(*wrong)


def test_the_moment_must_be_within_five_minutes(house):
    now = house.clock.now
    for apart, within in ((0, True), (300, True), (-300, True), (301, False), (-301, False)):
        assert in_window(str(int(now.timestamp()) + apart), now) is within
    for nonsense in ("", "now", "-1", "1e9", "9" * 40, "１７６３６３１０００", " 1763631000"):
        assert not in_window(nonsense, now)


def test_only_a_public_key_on_a_curve_is_a_key(private):
    pem = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    assert check_public_key("key", pem.decode()) == public_text(private) == bare_key(pem.decode())
    assert check_public_key("key", "") == ""
    another_kind = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    for wrong in ("x", public_text(private)[:-10], public_text(another_kind), "A" * 5000, "ключ"):
        with pytest.raises(Invalid):
            check_public_key("key", wrong)


def test_each_event_counts_once(house, people, sent):
    delivered = event(house, sent, "delivered", response="250 OK")
    assert take(house, delivered, delivered) == 1
    assert take(house, delivered) == 0
    assert state(house, sent) == ("delivered", "")
    assert len(stored(house, LetterEvent)) == 1
    view = house.ask(people.recruiter, letter_view, letter_id=sent)
    assert [(one.kind, one.said) for one in view.events] == [("delivered", "250 OK")]


STORY = ("processed", "deferred", "delivered", "bounce")


def test_whatever_the_order_the_end_is_the_same(house, people, sent):
    (one,) = stored(house, Letter, id=sent)
    columns = ("kind", "recipient_id", "to_name", "to_email", "language", "subject", "text", "html",
               "state", "created_at", "send_after")  # fmt: skip
    orders = {new_key(): order for order in itertools.permutations(range(len(STORY)))}
    plant(
        house,
        *(Letter(id=key, **{name: getattr(one, name) for name in columns}) for key in orders),
    )
    for number in range(len(STORY)):
        now = [
            event(house, key, STORY[order[number]], order[number]) for key, order in orders.items()
        ]
        take(house, *now)
        take(house, *now)
    for key in orders:
        assert state(house, key) == ("bounced", "bounced")
        kinds = [one.kind for one in house.ask(people.recruiter, letter_view, letter_id=key).events]
        assert kinds == list(STORY)


@pytest.mark.parametrize(
    ("kind", "more", "ends_as"),
    [
        ("processed", {}, ("sent", "")),
        ("deferred", {"response": "450"}, ("sent", "")),
        ("delivered", {}, ("delivered", "")),
        ("bounce", {"type": "bounce", "reason": "550 no such user"}, ("bounced", "bounced")),
        ("bounce", {"type": "blocked", "reason": "554 no"}, ("bounced", "blocked_there")),
        ("dropped", {"reason": "Bounced Address"}, ("failed", "dropped")),
        ("spamreport", {}, ("delivered", "")),
    ],
)
def test_what_each_event_means(house, people, sent, kind, more, ends_as):
    take(house, event(house, sent, kind, **more))
    assert state(house, sent) == ends_as
    letter = the(house, Letter, sent)
    assert (letter.complained_at is not None) == (kind == "spamreport")
    if ends_as[1]:
        assert letter.said == more["reason"]


def test_an_unknown_letter_turns_out_to_have_left(house, people, sent):
    alter(house, Letter, sent, state="unknown", problem="interrupted")
    take(house, event(house, sent, "processed"))
    assert state(house, sent) == ("sent", "")


def test_one_that_waits_and_has_arrived_is_not_sent_again(house, people):
    (waiting,) = stored(house, Letter, recipient_id=people.iryna.user_id)
    assert waiting.state == "queued"
    take(house, event(house, waiting.id, "delivered"))
    hands = Hands()
    dispatch(house.installation, hands)
    assert waiting.id not in hands.taken


def test_what_is_not_ours_is_left_out(house, people, sent):
    good = event(house, sent, "delivered")
    for wrong in (
        {},
        {**good, "event": "open"},
        {**good, "event": "click"},
        {**good, "event": ["delivered"]},
        {**good, "event": None},
        {**good, "sg_event_id": None},
        {**good, "sg_event_id": ""},
        {**good, "sg_event_id": "x" * 400},
        {**good, "candela_letter": "another program's"},
        {**good, "candela_letter": None},
        {**good, "candela_letter": key_text(5)},
        {name: value for name, value in good.items() if name != "candela_letter"},
        {**good, "timestamp": "yesterday"},
        {**good, "timestamp": -5},
        {**good, "timestamp": True},
        {**good, "timestamp": 10**18},
    ):
        assert take(house, wrong) == 0
    for nonsense in ({}, "text", None, 5, [None, 1, "x", []], [[good]]):
        assert read_events(nonsense) == []
    assert state(house, sent) == ("sent", "")
    assert take(house, {**good, "reason": "a\x00b\r\nc\udcff" + "x" * 9000}) == 1  # control


def test_a_thousand_events_at_once(house, people, sent):
    many = [event(house, sent, "deferred", number) for number in range(999)]
    assert take(house, *many, event(house, sent, "delivered")) == 1000
    assert state(house, sent) == ("delivered", "")


def test_staff_see_at_the_person_that_letters_do_not_arrive(house, people, sent):
    def trouble():
        found = house.ask(people.recruiter, troubles, person_ids=[people.iryna.user_id])
        return found.get(people.iryna.user_id)

    assert trouble() is None
    take(house, event(house, sent, "bounce", reason="550 no such user"))
    assert (trouble().problem, trouble().said, trouble().letter_id) == (
        "bounced", "550 no such user", sent,
    )  # fmt: skip
    (letter,) = stored(house, Letter, id=sent)
    alter(house, Letter, sent, to_email="iryna@former.example")
    assert trouble() is None  # her e-mail is another one now
    alter(house, Letter, sent, to_email=letter.to_email, state="sent", problem="")
    take(house, event(house, sent, "spamreport", 60))
    assert trouble().complained
    assert trouble().happened_at == house.clock.now + timedelta(seconds=60)
