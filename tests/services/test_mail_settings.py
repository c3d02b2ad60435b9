"""How letters leave: chosen by administrators, secrets beside the database, a test letter."""

import json

import pytest

from db.models import AuditEntry, Letter, MailSettings
from services.errors import Conflict, Invalid, NotAllowed
from services.mail.configuration import MailForm, choose_way, mail_settings, undecided, way
from services.mail.dispatch import dispatch
from services.mail.queue import queue_now
from services.mail.secret_store import mail_secrets, where_kept
from services.mail.senders.choice import sender_for
from services.mail.senders.files import FileSender
from services.mail.senders.send_grid import SendGridSender
from services.mail.senders.smtp import SmtpSender
from services.mail.trying import send_test_letter
from services.settings import SmtpServer
from services.viewer import POSTMAN
from tests.factories import stored
from tests.services.local_mail import PASSWORD, USER, Inbox, provider, smtp_server

pytestmark = pytest.mark.thorough

SMTP = MailForm(
    sender="smtp",
    from_name="Clear People",
    from_address="letters@clear.example",
    smtp_host="smtp.clear.example",
    smtp_port=2525,
    smtp_security="tls",
    smtp_user=USER,
    smtp_password=PASSWORD,
)
SECRETS = ("SG.top-secret", PASSWORD)


def choose(house, people, form=SMTP, version=0):
    choose_way(house.installation, people.admin, form=form, version=version)


def secret_file(house):
    return house.installation.settings.data_dir / "mail-secrets.json"


def test_before_anything_is_chosen_letters_go_into_files(house, people):
    view = house.ask(people.admin, mail_settings)
    assert (view.form.sender, view.version, view.password_kept, view.key_kept) == (
        "file", 0, "", "",
    )  # fmt: skip
    chosen = house.ask(POSTMAN, way)
    assert (chosen.from_name, chosen.from_address) == ("Clear People", "hello@clear.example")
    assert isinstance(sender_for(house.installation.settings, chosen), FileSender)


def test_it_is_undecided_until_an_administrator_chooses_whatever_it_is(house, people):
    assert house.ask(people.admin, undecided)
    choose(house, people, MailForm(sender="file"))
    assert not house.ask(people.admin, undecided)
    with pytest.raises(NotAllowed):
        house.ask(people.recruiter, undecided)


def test_what_is_chosen_is_what_sends_and_secrets_stay_out_of_the_database(house, people):
    choose(house, people)
    view = house.ask(people.admin, mail_settings)
    assert (view.form.smtp_host, view.form.smtp_user, view.version) == (
        "smtp.clear.example", USER, 1,
    )  # fmt: skip
    assert (view.password_kept, view.form.smtp_password) == ("file", "")
    assert secret_file(house).stat().st_mode & 0o777 == 0o600
    settings = house.installation.settings
    assert isinstance(sender_for(settings, house.ask(POSTMAN, way)), SmtpSender)
    choose(
        house,
        people,
        MailForm(sender="sendgrid", sendgrid_key=" SG.top-secret\n", sendgrid_region="eu"),
        version=1,
    )
    assert mail_secrets(settings).sendgrid_key == "SG.top-secret"
    assert mail_secrets(settings).smtp_password == PASSWORD  # left empty: stays
    assert isinstance(sender_for(settings, house.ask(POSTMAN, way)), SendGridSender)
    assert where_kept(settings) == ("file", "file")
    everything = " ".join(
        repr({column: getattr(row, column) for column in row.__mapper__.columns.keys()})
        for model in (MailSettings, AuditEntry, Letter)
        for row in stored(house, model)
    )
    told = repr(house.ask(people.admin, mail_settings)) + repr(mail_secrets(settings)) + repr(SMTP)
    assert not any(secret in everything + told for secret in SECRETS)
    assert json.loads(secret_file(house).read_text())["sendgrid_key"] == "SG.top-secret"  # control


def test_the_environment_wins(house, people):
    choose(house, people)
    server = SmtpServer(host="mail.env", port=25, security="none", user="env", password="env-pw")
    settings = house.installation.settings.model_copy(
        update={"smtp": server, "sendgrid_key": "SG.env"}
    )
    assert mail_secrets(settings).smtp_password == "env-pw"
    assert mail_secrets(settings).sendgrid_key == "SG.env"
    assert where_kept(settings) == ("environment", "environment")
    assert "env-pw" not in repr(settings)
    assert "SG.env" not in repr(settings)


def test_a_damaged_file_of_secrets_is_as_if_there_were_none(house, people):
    choose(house, people)
    for content in ("", "{", "[]", '{"smtp_password": "x"}', "\udcff"):
        secret_file(house).write_text(content, "utf-8", errors="surrogateescape")
        assert mail_secrets(house.installation.settings).smtp_password == ""


def test_only_administrators_choose_and_nobody_overwrites_anothers_choice(house, people):
    for viewer in (people.recruiter, people.iryna):
        with pytest.raises(NotAllowed):
            choose_way(house.installation, viewer, form=SMTP, version=0)
        with pytest.raises(NotAllowed):
            send_test_letter(house.installation, viewer, to_email="")
    assert not secret_file(house).exists()
    choose(house, people)
    with pytest.raises(Conflict):
        choose(house, people, MailForm(smtp_password="another"), version=0)
    assert mail_secrets(house.installation.settings).smtp_password == PASSWORD


@pytest.mark.parametrize(
    ("wrong", "field", "problem"),
    [
        ({"sender": "pigeon"}, "sender", "unknown"),
        ({"smtp_port": 0}, "smtp_port", "not_a_port"),
        ({"smtp_port": 70000}, "smtp_port", "not_a_port"),
        ({"smtp_host": "https://smtp.x.example"}, "smtp_host", "not_a_host"),
        ({"smtp_host": "smtp x"}, "smtp_host", "not_a_host"),
        ({"smtp_security": "rot13"}, "smtp_security", "unknown"),
        ({"smtp_security": "none"}, "smtp_security", "open_login"),
        ({"from_address": "nobody"}, "from_address", "not_an_email"),
        ({"from_name": "x" * 300}, "from_name", "too_long"),
        ({"sendgrid_region": "moon"}, "sendgrid_region", "unknown"),
        ({"sendgrid_key": "SG.a\r\nX: y"}, "sendgrid_key", "password_has_control_characters"),
        ({"sendgrid_key": "SG.ключ"}, "sendgrid_key", "password_has_control_characters"),
        ({"smtp_password": "a\nb"}, "smtp_password", "password_has_control_characters"),
        ({"webhook_key": "not a key"}, "webhook_key", "not_a_public_key"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(house, people, wrong, field, problem):
    form = {name: getattr(SMTP, name) for name in MailForm.__dataclass_fields__}
    with pytest.raises(Invalid) as refused:
        choose(house, people, MailForm(**form | wrong))
    assert refused.value.problems == {field: problem}
    assert not secret_file(house).exists()


@pytest.mark.loopback
def test_letters_leave_through_what_is_chosen(house, people):
    inbox = Inbox()
    with smtp_server(inbox) as port:
        form = MailForm(sender="smtp", smtp_host="127.0.0.1", smtp_port=port, smtp_security="none",
                        from_address="letters@clear.example")  # fmt: skip
        choose(house, people, form)
        assert dispatch(house.installation) == 4
    assert {one.rcpt_tos[0] for one in inbox.letters} == {
        "iryna@acme.example", "pavlo@acme.example", "greta@globex.example", "leo@alone.example",
    }  # fmt: skip
    assert {one.mail_from for one in inbox.letters} == {"letters@clear.example"}
    assert {one.sender for one in stored(house, Letter, state="sent")} == {"smtp"}
    assert house.ask(people.recruiter, queue_now).waiting == 0


@pytest.mark.loopback
def test_the_test_letter_says_what_is_wrong(house, people, monkeypatch):
    tried = send_test_letter(house.installation, people.admin, to_email="")
    assert (tried.sender, tried.problem) == ("file", "")
    assert (house.installation.settings.data_dir / "letters" / tried.stored_as).exists()
    with pytest.raises(Invalid):
        send_test_letter(house.installation, people.admin, to_email="nobody")

    inbox = Inbox(rcpt="550 5.1.1 who is that?")
    with smtp_server(inbox) as port:
        form = MailForm(sender="smtp", smtp_host="localhost", smtp_port=port, smtp_security="none")
        choose(house, people, form)
        tried = send_test_letter(house.installation, people.admin, to_email="me@x.example")
        assert (tried.problem, tried.said) == ("recipient_refused", "550 5.1.1 who is that?")
        inbox.answers.clear()
        assert send_test_letter(house.installation, people.admin, to_email="").problem == ""
    assert inbox.letters[0].rcpt_tos == ["anna@clear.example"]
    assert send_test_letter(house.installation, people.admin, to_email="").problem == (
        "connection_refused"
    )
    with pytest.raises(Invalid) as refused:  # "Saved" would have nobody's letters leave
        choose(house, people, MailForm(sender="smtp"), version=1)
    assert refused.value.problems == {"smtp_host": "required"}
    choose(house, people, MailForm(sender="sendgrid"), version=1)
    assert send_test_letter(house.installation, people.admin, to_email="").problem == "key_missing"
    assert stored(house, Letter, kind="test") == []


@pytest.mark.loopback
def test_through_sendgrid_in_its_sandbox(house, people, monkeypatch):
    with provider() as (told, host):
        made = SendGridSender.__init__
        monkeypatch.setattr(
            SendGridSender, "__init__", lambda self, *a, **n: made(self, *a, **n | {"host": host})
        )
        form = MailForm(sender="sendgrid", sendgrid_key="SG.top-secret", sendgrid_sandbox=True)
        choose(house, people, form)
        tried = send_test_letter(house.installation, people.admin, to_email="")
        assert (tried.problem, tried.sandbox) == ("", True)
        assert house.ask(people.recruiter, queue_now).sandbox
        told.answer(401, {"errors": [{"message": "bad key", "field": None}]})
        assert dispatch(house.installation) == 0
        now = house.ask(people.recruiter, queue_now)
        assert (now.problem, now.waiting) == ("key_refused", 4)
        assert len(told.requests) == 2
