"""The SMTP sender against a real server: with TLS, with sign-in, and with everything that fails."""

import socket
import ssl
from email import message_from_bytes
from email.policy import default

import pytest

from services.mail.message import Envelope, compose
from services.mail.senders import NotTaken, Parcel, Unanswered
from services.mail.senders.smtp import SmtpSender
from services.settings import SmtpServer
from tests.house import TestClock
from tests.services.local_mail import (
    PASSWORD,
    USER,
    Inbox,
    authenticated,
    certificate,
    smtp_server,
)

pytestmark = pytest.mark.loopback

TEXT = "Вітаємо!\n.\n..two dots\nFrom here\n" + "x" * 3000 + "\n"
HTML = "<p>Вітаємо, „Їжаче“</p>\n.\n"
OURS = [
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
    "Content-Type", "Content-Language",
]  # fmt: skip


def parcel(number=1, logo=None, **changes):
    values = {
        "letter_id": number,
        "from_name": "Агенція, Inc.",
        "from_address": "hello@пошта.укр",
        "to_name": 'Vira "V" <b@x>\r\nBcc: all@acme.example',
        "to_email": "vira@acme.example",
        "reply_to": "oksana@clear.example",
        "subject": "Ваш доступ\r\nBcc: all@acme.example\x00 – „Ї“",
        "language": "uk",
    }
    message = compose(
        Envelope(**values | changes), text=TEXT, html=HTML, now=TestClock()(), logo=logo
    )
    return Parcel(number, "invitation", message)


def sender(port, security="none", tls=None, **named):
    server = SmtpServer(host="127.0.0.1", port=port, security=security, **named)
    return SmtpSender(server, greets_as="clear.example", tls=tls)


def sent(one, what=None):
    try:
        return one.send(what or parcel())
    finally:
        one.close()


@pytest.fixture
def tls(tmp_path):
    return certificate(tmp_path)


def test_what_arrives_is_the_letter_with_exactly_our_headers():
    inbox = Inbox()
    with smtp_server(inbox) as port:
        assert sent(sender(port)) == "taken as 42"
    (envelope,) = inbox.letters
    assert envelope.mail_from == "hello@xn--80a1acn3a.xn--j1amh"
    assert envelope.rcpt_tos == ["vira@acme.example"]
    message = message_from_bytes(envelope.content, policy=default)
    assert list(message.keys()) == OURS
    assert not message.defects
    assert message["To"].addresses[0].addr_spec == "vira@acme.example"
    assert message["Subject"] == "Ваш доступ Bcc: all@acme.example – „Ї“"
    assert message["From"].addresses[0].display_name == "Агенція, Inc."
    for kind, written in (("plain", TEXT), ("html", HTML)):
        assert message.get_body((kind,)).get_content().replace("\r\n", "\n") == written
    assert max(map(len, envelope.content.splitlines())) <= 998
    assert envelope.content.isascii()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("to_email", "a@acme.example\r\nBcc: all@acme.example"),
        ("to_email", "a\n@acme.example"),
        ("to_email", "no address"),
        ("to_email", "a\x00b@acme.example"),
        ("to_email", "a@acme.example, b@acme.example"),
        ("from_address", "hello@clear.example\nX: y"),
        ("reply_to", "a@x.example\r\nX: y"),
        ("from_address", ""),
        ("language", "uk\r\nBcc: all@acme.example"),
    ],
)
def test_what_no_header_can_hold_is_never_composed(field, value):
    with pytest.raises(ValueError, match=r".*"):
        parcel(**{field: value})


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")  # it is TLS all along
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_with_tls_and_sign_in(tls, security):
    serving, trusting = tls
    named = {"ssl_context": serving} if security == "tls" else {"tls_context": serving}
    inbox = Inbox()
    with smtp_server(
        inbox, **named, authenticator=authenticated, auth_required=True,
        auth_require_tls=security == "starttls", require_starttls=security == "starttls",
    ) as port:  # fmt: skip
        mine = {"user": USER, "password": PASSWORD}
        assert sent(sender(port, security, trusting, **mine)) == "taken as 42"
        for wrong, problem in (
            ({"user": USER, "password": "wrong"}, "login_refused"),
            ({}, "login_needed"),
        ):
            with pytest.raises(NotTaken) as refused:
                sent(sender(port, security, trusting, **wrong))
            assert (refused.value.problem, refused.value.whose) == (problem, "way")
    assert len(inbox.letters) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(tls, security):
    serving, _ = tls
    named = {"ssl_context": serving} if security == "tls" else {"tls_context": serving}
    inbox = Inbox()
    with smtp_server(inbox, **named) as port, pytest.raises(NotTaken) as refused:
        sent(sender(port, security, user=USER, password=PASSWORD))
    assert (refused.value.problem, inbox.letters) == ("certificate_refused", [])


def test_without_tls_on_the_other_side_nothing_is_said_in_the_clear():
    inbox = Inbox()
    with smtp_server(inbox) as port:
        for security, problem in (("starttls", "tls_not_offered"), ("tls", "tls_failed")):
            with pytest.raises(NotTaken) as refused:
                sent(sender(port, security, user=USER, password=PASSWORD))
            assert refused.value.problem == problem
    assert inbox.letters == []


def test_a_server_that_knows_no_sign_in_says_so():
    with smtp_server(Inbox()) as port, pytest.raises(NotTaken) as refused:
        sent(sender(port, user=USER, password=PASSWORD))
    assert refused.value.problem == "login_not_offered"


@pytest.mark.parametrize(
    ("answers", "problem", "whose", "again"),
    [
        ({"mail": "553 5.7.1 not your address"}, "sender_refused", "way", True),
        ({"mail": "451 try later"}, "server_busy", "way", True),
        ({"mail": "530 sign in first"}, "login_needed", "way", True),
        ({"rcpt": "550 5.1.1 no such user"}, "recipient_refused", "letter", False),
        ({"rcpt": "450 greylisted"}, "recipient_busy", "letter", True),
        ({"rcpt": "421 closing"}, "server_busy", "way", True),
        ({"data": "554 looks like spam"}, "content_refused", "letter", False),
        ({"data": "552 too large"}, "too_large", "letter", False),
        ({"data": "451 later"}, "recipient_busy", "letter", True),
    ],
)
def test_each_refusal_has_its_name(answers, problem, whose, again):
    with smtp_server(Inbox(**answers)) as port, pytest.raises(NotTaken) as refused:
        sent(sender(port))
    told = refused.value
    assert (told.problem, told.whose, told.again) == (problem, whose, again)
    (said,) = answers.values()
    assert said in told.said


def test_a_server_that_hangs_up_before_its_answer_leaves_it_unknown():
    inbox = Inbox(data="hang up")
    with smtp_server(inbox) as port, pytest.raises(Unanswered):
        sent(sender(port))
    assert len(inbox.letters) == 1  # it has the letter: sending it again would be twice


def test_nobody_there_and_no_such_name(monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(NotTaken) as refused:
            sent(sender(port))
    assert refused.value.problem == "connection_refused"

    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NotTaken) as refused:
        sent(sender(25))
    assert (refused.value.problem, refused.value.said) == (
        "name_unknown",
        "Name or service not known",
    )
    with pytest.raises(NotTaken) as refused:
        sent(SmtpSender(SmtpServer(host="", port=25, security="none"), greets_as="x"))
    assert refused.value.problem == "host_missing"


def test_one_connection_carries_many_letters_and_a_lost_one_is_made_again():
    inbox, calls = Inbox(), []

    class Counted(SmtpSender):
        def _dialled(self):
            calls.append("dialled")
            return super()._dialled()

    with smtp_server(inbox) as port:
        server = SmtpServer(host="127.0.0.1", port=port, security="none")
        one = Counted(server, greets_as="clear.example", tls=ssl.create_default_context())
        one.send(parcel(1))
        one.send(parcel(2))
        assert calls == ["dialled"]
        one._open.sock.shutdown(socket.SHUT_RDWR)
        one.send(parcel(3))
        inbox.answers["rcpt"] = "550 nobody"
        with pytest.raises(NotTaken):
            one.send(parcel(4))
        inbox.answers.clear()
        one.send(parcel(5))
        one.close()
    assert calls == ["dialled", "dialled"]
    assert len(inbox.letters) == 4
