"""The pages about letters: what became of one, sending it again, choosing the way, trying it."""

from pathlib import Path

import pytest

from db.models import Letter, LetterEvent, MailSettings, User
from pages.ui import mail_words
from services.ids import key_text
from services.mail import problems
from services.mail.archive import STATES
from services.mail.configuration import SECURITIES, SENDERS, MailForm, choose_way
from services.mail.events import KINDS
from tests.factories import alter, plant, stored
from tests.pages.tab import Tab, signed_in

pytestmark = pytest.mark.thorough


@pytest.fixture
def letter_id(house, people):
    return stored(house, Letter, recipient_id=people.iryna.user_id)[0].id


@pytest.fixture
def recruiters(house, people):
    return Tab(house, signed_in(house, people.recruiter))


@pytest.fixture
def admins(house, people):
    return Tab(house, signed_in(house, people.admin))


def test_there_are_words_for_all_that_can_happen(monkeypatch):
    monkeypatch.setattr(mail_words, "t", lambda message, **_: message)
    monkeypatch.setattr(mail_words.session, "language", lambda: "en")
    mail_words._problems.cache_clear()
    unknown = mail_words.mail_problem("nobody ever heard of it")
    said = {problem: mail_words.mail_problem(problem) for problem in problems.ALL}
    assert unknown not in said.values()
    assert len(set(said.values())) == len(said)
    assert set(mail_words._problems("en")) == problems.ALL
    assert set(mail_words.letter_states()) == set(STATES)
    assert all(mail_words.event_kind(kind) != kind for kind in KINDS)
    assert all(map(mail_words.sender_name, SENDERS))
    assert all(map(mail_words.security_name, SECURITIES))
    mail_words._problems.cache_clear()


def test_after_set_up_the_administrator_is_led_on_to_how_letters_leave(house, admins, recruiters):
    step = "Letters are only written into files so far"
    shown = admins.open("vacancies")
    assert step in shown.words
    assert 'href="/mail-settings"' in shown.markup
    assert step not in recruiters.open("vacancies").words
    assert step not in admins.open("vacancies", closed="1").words
    plant(house, MailSettings(sender="file", changed_at=house.clock.now))
    assert step not in admins.open("vacancies").words


def test_a_letter_tells_its_story_and_is_sent_again(house, people, recruiters, letter_id):
    now = house.clock.now
    alter(house, Letter, letter_id, state="bounced", problem="bounced", said="550 no such user")
    plant(
        house,
        LetterEvent(event_key="e", letter_id=letter_id, kind="bounce", said="550 no such user",
                    happened_at=now, received_at=now),
    )  # fmt: skip
    shown = recruiters.open("mail", id=letter_id)
    assert shown.broken == ()
    for words in ("The letter came back: the address does not exist", "550 no such user",
                  "What became of a letter", "Send again"):  # fmt: skip
        assert words in shown.words
    recruiters.test.button(key="letter_again").click()
    shown = recruiters.again()
    assert shown.broken == ()
    assert len(stored(house, Letter, recipient_id=people.iryna.user_id)) == 2
    shown = recruiters.open("mail", id=letter_id)
    assert "This letter has been sent again." in shown.words
    assert "Send again" not in [one.label for one in recruiters.test.button]


def test_the_list_says_what_nobody_knows_and_is_narrowed(house, people, recruiters, letter_id):
    alter(house, Letter, letter_id, state="unknown", problem="interrupted")
    shown = recruiters.open("mail")
    assert "Of 1 letter nobody knows whether it left." in shown.words
    assert "are waiting" in shown.words
    rows = shown.markup.count('data-go href="/mail?id=')
    narrowed = recruiters.open("mail", state="unknown").markup.count('data-go href="/mail?id=')
    assert (rows, narrowed) == (5, 1)
    recruiters.test.selectbox(key="letters_state").select("failed")
    shown = recruiters.again()
    assert shown.broken == ()
    assert "bohdan@acme.example" in shown.words
    assert "iryna@acme.example" not in shown.words


def test_the_customer_shows_that_letters_do_not_arrive(house, people, recruiters, letter_id):
    alter(house, Letter, letter_id, state="bounced", problem="bounced", said="550 no such user",
          settled_at=house.clock.now)  # fmt: skip
    assert "letters do not arrive" in recruiters.open("customers").words
    shown = recruiters.open("customers", id=people.iryna.user_id)
    assert "550 no such user" in shown.words
    shown = recruiters.open("customers", id=people.pavlo.user_id)
    assert "550" not in shown.words


def test_a_colleague_shows_that_letters_do_not_arrive_or_are_unwelcome(house, people, admins):
    key = people.recruiter.user_id
    (colleague,) = stored(house, User, id=key)
    alter(house, Letter, stored(house, Letter, recipient_id=people.iryna.user_id)[0].id,
          recipient_id=key, to_email=colleague.email, state="bounced", problem="bounced",
          said="550 no such user", settled_at=house.clock.now)  # fmt: skip
    assert "letters do not arrive" in admins.open("staff").words
    assert "550 no such user" in admins.open("staff", id=key).words
    assert "550" not in admins.open("staff", id=people.admin.user_id).words
    (letter,) = stored(house, Letter, recipient_id=key)
    alter(house, Letter, letter.id, state="delivered", problem="", said="",
          complained_at=house.clock.now)  # fmt: skip
    shown = admins.open("staff", id=key)
    assert "The recipient reported this letter as spam." in shown.words
    assert f'href="/mail?id={key_text(letter.id)}"' in shown.markup


def test_the_banner_follows_the_chosen_way(house, people, recruiters):
    assert "Letters are not being sent, they are kept in" in recruiters.open("customers").words
    form = MailForm(sender="sendgrid", sendgrid_key="SG.x", sendgrid_sandbox=True)
    choose_way(house.installation, people.admin, form=form, version=0)
    assert "SendGrid’s sandbox is switched on" in recruiters.open("customers").words
    form = MailForm(sender="sendgrid")
    choose_way(house.installation, people.admin, form=form, version=1)
    shown = recruiters.open("customers")
    assert "sandbox" not in shown.words
    assert "they are kept in" not in shown.words
    waiting = stored(house, Letter, state="queued")[0]
    alter(house, Letter, waiting.id, problem="key_refused")
    assert "SendGrid does not know this key." in recruiters.open("customers").words


def test_an_administrator_chooses_a_server_and_tries_it(house, people, admins):
    assert admins.open("mail-settings").broken == ()
    admins.test.radio(key="mail_way_0_sender").set_value("smtp")
    assert admins.again().broken == ()
    fields = {"host": "localhost", "port": "nonsense", "user": "letters", "password": "pass-word"}
    for name, value in fields.items():
        admins.test.text_input(key=f"mail_way_0_smtp_{name}").set_value(value)
    admins.test.button(key="mail_way_0_smtp_save").click()
    assert "a number from 1 to 65535" in admins.again().words
    admins.test.text_input(key="mail_way_0_smtp_port").set_value("9")
    admins.test.button(key="mail_way_0_smtp_save").click()
    shown = admins.again()
    assert shown.broken == ()
    (row,) = stored(house, MailSettings)
    assert (row.sender, row.smtp_host, row.smtp_port, row.smtp_user) == (
        "smtp", "localhost", 9, "letters",
    )  # fmt: skip
    # The secret is never drawn again, in no widget and in no markup.
    drawn = shown.markup + "".join(str(one.value) for one in admins.test.text_input)
    assert "pass-word" not in drawn
    assert (
        "pass-word" in Path(house.installation.settings.data_dir, "mail-secrets.json").read_text()
    )
    admins.test.button(key="mail_test_send").click()
    shown = admins.again()
    assert shown.broken == ()
    assert "The server does not accept connections on this port." in shown.words


def test_the_test_letter_into_a_file(house, people, admins):
    admins.open("mail-settings")
    admins.test.button(key="mail_test_send").click()
    assert "The test letter was written into the file" in admins.again().words
    admins.test.text_input(key="mail_test_to").set_value("nobody")
    admins.test.button(key="mail_test_send").click()
    assert "this is not an e-mail address" in admins.again().words
