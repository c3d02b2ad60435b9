"""`/hooks/sendgrid` and `/healthz` over ASGI: what is believed, what is refused, what is told."""

import asyncio
import base64
import json
from unittest.mock import patch

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from starlette.applications import Starlette

from db.keys import key_text
from db.models import Letter, LetterEvent
from pages import wiring
from pages.endpoints import sendgrid_events
from pages.ui import installed
from services.mail.configuration import MailForm, save_way
from services.mail.dispatch import dispatch
from tests.factories import alter, stored, the
from tests.services.post import Hands

pytestmark = pytest.mark.thorough


class Endless:
    """A body that goes on and on; whoever reads more than five parts of it is told so."""

    def __init__(self, part):
        self._parts = [part] * 5

    def __iter__(self):
        return iter([*self._parts, None])


class Answer:
    def __init__(self, messages):
        self.status = messages[0]["status"]
        self.body = b"".join(one.get("body", b"") for one in messages[1:])


def ask(house, method, path, body=(b"",), **headers):
    """One request to our routes; the body comes in these parts."""
    sent, parts = [], list(body)
    scope = {
        "type": "http", "method": method, "path": path, "query_string": b"", "http_version": "1.1",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip

    async def receive():
        part = parts.pop(0)
        assert part is not None, "read on and on"
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message):
        sent.append(message)

    with patch.object(installed, "_installed", [house.installation]):
        asyncio.run(Starlette(routes=wiring.routes())(scope, receive, send))
    return Answer(sent)


@pytest.fixture
def private(house, people):
    """SendGrid's half of the key; ours is entered in the settings."""
    key = ec.generate_private_key(ec.SECP256R1())
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    house.do(people.admin, save_way, form=MailForm(webhook_key=public.decode()), version=0)
    return key


@pytest.fixture
def letter_id(house, people):
    dispatch(house.installation, Hands())
    return stored(house, Letter, recipient_id=people.iryna.user_id)[0].id


def tell(house, private, said, *, moment=None, body=None, **changed):
    """Post events as SendGrid does: signed over timestamp and raw body."""
    content = json.dumps(said).encode() if body is None else body
    timestamp = str(int(house.clock.now.timestamp()) + (moment or 0))
    signature = private.sign(timestamp.encode() + content, ec.ECDSA(hashes.SHA256()))
    headers = {
        sendgrid_events.SIGNATURE: base64.b64encode(signature).decode(),
        sendgrid_events.TIMESTAMP: timestamp,
        "content-type": "application/json",
    }
    sent = changed.pop("sent", [content])
    return ask(house, "POST", "/hooks/sendgrid", sent, **headers | changed).status


def bounce(house, letter_id):
    return [
        {
            "event": "bounce",
            "sg_event_id": "event-1",
            "timestamp": int(house.clock.now.timestamp()),
            "candela_letter": key_text(letter_id),
            "reason": "550 no such user",
        }
    ]


def test_signed_events_move_a_letter_once(house, people, private, letter_id):
    said = bounce(house, letter_id)
    assert tell(house, private, said) == 204
    assert tell(house, private, said) == 204
    assert the(house, Letter, letter_id).state == "bounced"
    assert len(stored(house, LetterEvent)) == 1
    content = json.dumps(said).encode()
    assert tell(house, private, said, sent=[content[:10], content[10:]]) == 204


def test_whatever_is_not_sendgrids_changes_nothing(house, people, private, letter_id):
    said = bounce(house, letter_id)
    other = ec.generate_private_key(ec.SECP256R1())
    content = json.dumps(said).encode()
    assert tell(house, other, said) == 403
    assert tell(house, private, said, moment=-301) == 403
    assert tell(house, private, said, moment=301) == 403
    assert tell(house, private, said, sent=[content + b" "]) == 403
    assert tell(house, private, said, **{sendgrid_events.SIGNATURE: ""}) == 403
    assert tell(house, private, said, **{sendgrid_events.TIMESTAMP: "now"}) == 403
    assert ask(house, "POST", "/hooks/sendgrid", [content]).status == 403
    assert ask(house, "GET", "/hooks/sendgrid").status == 405
    assert tell(house, private, None, body=b"{no json") == 400
    assert tell(house, private, None, body=b"[" * 100_000) == 400
    assert the(house, Letter, letter_id).state == "sent"
    assert stored(house, LetterEvent) == []
    assert tell(house, private, said, moment=-299) == 204  # the control


def test_a_body_without_end_is_not_read_to_its_end(house, people, private):
    part = b"x" * (sendgrid_events.MOST_BYTES // 4)
    # A sixth part is never asked for: there is none.
    assert tell(house, private, [], sent=Endless(part)) == 413


def test_while_no_key_is_entered_there_is_no_such_door(house, people, letter_id):
    private = ec.generate_private_key(ec.SECP256R1())
    assert tell(house, private, bounce(house, letter_id)) == 404


def test_before_anybody_has_moved_in_there_is_no_such_door(house):
    assert tell(house, ec.generate_private_key(ec.SECP256R1()), []) == 404


def test_health_tells_the_queues_age_and_nothing_about_anybody(house, people):
    house.clock.pass_by(minutes=2)
    answer = ask(house, "GET", "/healthz")
    waited = json.loads(answer.body)
    assert waited.keys() == {"status", "oldest_letter_seconds"}
    assert (answer.status, waited["status"]) == (200, "ok")
    assert waited["oldest_letter_seconds"] >= 120
    dispatch(house.installation, Hands())
    for one in stored(house, Letter, state="queued"):
        alter(house, Letter, one.id, state="sent")
    assert json.loads(ask(house, "GET", "/healthz").body)["oldest_letter_seconds"] == 0
