"""Every request to SendGrid: valid against Twilio's own description, received by a real server."""

import base64
import json
import logging
import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from db.keys import key_text
from services.mail.message import Logo
from services.mail.senders import NotTaken, Unanswered
from services.mail.senders.send_grid import SendGridSender
from tests.services.local_mail import provider
from tests.services.test_smtp import HTML, TEXT, parcel

pytestmark = pytest.mark.loopback

KEY = "SG.secret-key"
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
# Twilio's description (MIT, its licence beside it), as it is shared between our projects.
DESCRIPTIONS = Path(__file__).parent / "sendgrid"


@pytest.fixture(scope="module")
def description():
    """The schema of a request's body, with everything it refers to."""
    whole = json.loads((DESCRIPTIONS / "tsg_mail_v3.json").read_text("utf-8"))
    *_, kind, name = whole["paths"]["/v3/mail/send"]["post"]["requestBody"]["$ref"].split("/")
    body = whole["components"][kind][name]["content"]["application/json"]["schema"]
    return Draft202012Validator({**body, "components": whole["components"]})


@pytest.fixture
def there():
    """A provider who listens, and a sender who knows him."""
    with provider() as (told, host):
        told.sender = lambda **named: SendGridSender(KEY, host=host, clock=lambda: NOW, **named)
        yield told


@pytest.mark.parametrize("sandbox", [False, True])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"reply_to": ""},
        {"from_name": "", "to_name": ""},
        {"language": "en", "subject": "x" * 300},
    ],
)
def test_each_request_is_as_twilio_describes_it(there, description, changes, sandbox):
    assert there.sender(sandbox=sandbox).send(parcel(7, **changes)) == "sg-1"
    ((path, headers, body),) = there.requests
    assert list(description.iter_errors(body)) == []
    assert (path, headers["Authorization"]) == ("/v3/mail/send", f"Bearer {KEY}")
    assert body["mail_settings"]["sandbox_mode"]["enable"] is sandbox
    assert ("reply_to" in body) == (changes.get("reply_to") is None)


def test_the_description_sees_what_is_wrong(description, there):
    there.sender().send(parcel())
    ((_, _, body),) = there.requests
    for broken in ({"from": {}}, {"content": "text"}, {"personalizations": [{"to": [{}]}]}):
        assert list(description.iter_errors(body | broken)) != []
    assert list(description.iter_errors({**body, "subject": 5})) != []


def test_news_can_be_ended_in_the_readers_settings_by_this_way_too(there, description):
    there.sender().send(parcel(unsubscribe="https://clear.example/settings"))
    ((_, _, body),) = there.requests
    assert list(description.iter_errors(body)) == []
    assert body["headers"]["List-Unsubscribe"] == "<https://clear.example/settings>"


def test_the_logo_travels_inside_the_letter(there, description):
    there.sender().send(parcel(logo=Logo("name@candela", b"\x89PNG picture")))
    ((_, _, body),) = there.requests
    assert list(description.iter_errors(body)) == []
    assert body["attachments"] == [
        {
            "content": base64.b64encode(b"\x89PNG picture").decode(),
            "content_id": "name@candela",
            "disposition": "inline",
            "filename": "logo.png",
            "type": "image/png",
        }
    ]
    assert [one["value"].strip() for one in body["content"]] == [TEXT.strip(), HTML.strip()]


def test_it_says_the_letter_and_nothing_about_anybody_beside_it(there):
    there.sender().send(parcel(7))
    ((_, _, body),) = there.requests
    assert body["from"] == {"email": "hello@xn--80a1acn3a.xn--j1amh", "name": "Агенція, Inc."}
    (only,) = body["personalizations"]
    assert only["to"] == [
        {"email": "vira@acme.example", "name": 'Vira "V" <b@x> Bcc: all@acme.example'}
    ]
    assert body["reply_to"] == {"email": "oksana@clear.example"}
    assert body["subject"] == "Ваш доступ Bcc: all@acme.example – „Ї“"
    assert [(part["type"], part["value"]) for part in body["content"]] == [
        ("text/plain", TEXT),
        ("text/html", HTML),
    ]
    assert sorted(body["categories"]) == ["candela", "invitation"]
    assert only["custom_args"] == {"candela_letter": key_text(7)}
    assert body["headers"] == {"Auto-Submitted": "auto-generated", "Content-Language": "uk"}
    tracking = body["tracking_settings"]
    assert {name: one["enable"] for name, one in tracking.items()} == {
        "click_tracking": False,
        "open_tracking": False,
        "subscription_tracking": False,
        "ganalytics": False,
    }
    assert set(only) <= {"to", "custom_args"}
    beside = json.dumps([only["custom_args"], body["categories"], body["headers"]])
    assert "vira" not in beside.lower()
    assert "acme" not in beside.lower()


def errors(message, field=None):
    return {"errors": [{"message": message, "field": field, "help": None}]}


@pytest.mark.parametrize(
    ("status", "body", "problem", "whose", "again"),
    [
        (401, errors("The provided authorization grant is invalid"), "key_refused", "way", True),
        (403, errors("The from address does not match a verified Sender Identity", "from"),
         "sender_refused", "way", True),
        (403, errors("access forbidden"), "key_not_allowed", "way", True),
        (400, errors("Invalid from email", "from.email"), "sender_refused", "way", True),
        (400, errors("no such", "personalizations.0.to.0.email"), "recipient_refused", "letter",
         False),
        (400, errors("The content value must be a string", "content.0.value"), "content_refused",
         "letter", False),
        (413, errors("too large"), "too_large", "letter", False),
        (429, errors("too many requests"), "rate_limited", "way", True),
        (500, None, "provider_down", "way", True),
        (503, errors("down"), "provider_down", "way", True),
        (404, errors("not found"), "provider_unknown", "way", True),
        (400, None, "content_refused", "letter", False),
    ],
)  # fmt: skip
def test_each_refusal_has_its_name(there, status, body, problem, whose, again):
    there.answer(status, body)
    with pytest.raises(NotTaken) as refused:
        there.sender().send(parcel())
    told = refused.value
    assert (told.problem, told.whose, told.again) == (problem, whose, again)
    if body:
        assert body["errors"][0]["message"] in told.said
    assert KEY not in told.said


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"Retry-After": "90"}, timedelta(seconds=90)),
        ({"Retry-After": format_datetime(NOW + timedelta(minutes=3), usegmt=True)},
         timedelta(minutes=3)),
        ({"X-RateLimit-Reset": str(int(NOW.timestamp()) + 30)}, timedelta(seconds=30)),
        ({"Retry-After": "0"}, timedelta(seconds=1)),
        ({"Retry-After": "999999"}, timedelta(hours=1)),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_the_rate_limit_says_how_long_to_wait(there, headers, pause):
    there.answer(
        429, errors("too many requests"), **{k.replace("-", "_"): v for k, v in headers.items()}
    )
    with pytest.raises(NotTaken) as refused:
        there.sender().send(parcel())
    assert refused.value.after == pause


@pytest.mark.parametrize("status", [502, 504, "hang up"])
def test_without_an_answer_of_sendgrids_own_it_is_unknown(there, status):
    there.answer(status)
    with pytest.raises(Unanswered):
        there.sender().send(parcel())
    assert len(there.requests) == 1  # it may have been taken


def test_an_answer_that_never_comes_is_waited_for_only_so_long(there, monkeypatch):
    monkeypatch.setattr("services.mail.senders.send_grid.TIMEOUT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        host = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(Unanswered):
            SendGridSender(KEY, host=host).send(parcel())


def test_nobody_there_no_such_name_and_no_key():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(NotTaken) as refused:
            SendGridSender(KEY, host=host).send(parcel())
    assert refused.value.problem == "connection_refused"
    with pytest.raises(NotTaken) as refused:
        SendGridSender("").send(parcel())
    assert refused.value.problem == "key_missing"


def test_the_region_chooses_the_address(monkeypatch):
    def unknown(host, *_, **__):
        raise socket.gaierror(socket.EAI_NONAME, f"asked for {host}")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    for region, host in (("global", "api.sendgrid.com"), ("eu", "api.eu.sendgrid.com")):
        with pytest.raises(NotTaken) as refused:
            SendGridSender(KEY, region=region).send(parcel())
        assert (refused.value.problem, refused.value.said) == ("name_unknown", f"asked for {host}")


def test_what_looks_like_a_key_in_a_letter_stays_at_home(there):
    looks = parcel()
    looks.message.get_body(("plain",)).set_content("SG.abc.def is the key")
    with pytest.raises(NotTaken) as refused:
        there.sender().send(looks)
    assert (refused.value.problem, refused.value.again) == ("content_refused", False)
    assert there.requests == []


def test_key_and_letter_are_never_logged(there, caplog):
    with caplog.at_level(logging.DEBUG):
        there.answer(401, errors("no"))
        with pytest.raises(NotTaken):
            there.sender().send(parcel())
    assert KEY not in caplog.text
    assert "vira" not in caplog.text
