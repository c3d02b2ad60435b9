"""The invitation letter: in the customer's language, with his link, and with exactly our headers."""

from email import message_from_bytes
from email.policy import default

import pytest

from db.models import Agency, Letter, User
from services.access.links import PASSWORD_PURPOSES, owner_of_link
from services.customers import CustomerForm, add
from services.errors import NotAllowed, NotFound
from services.i18n import LANGUAGES, translator
from services.mail.archive import letter, letters
from services.mail.dispatch import dispatch
from services.mail.senders.files import FileSender
from services.viewer import DOORKEEPER
from tests.factories import a_user, alter, plant, stored
from tests.people import viewer as viewer_named

OURS = {
    "from",
    "to",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "content-language",
    "auto-submitted",
    "mime-version",
    "content-type",
}
HOSTILE = "Eve\r\nBcc: all@acme.example\r\n\r\n<script>alert(1)</script>\x00\u2028 „Ї\u202e"


@pytest.fixture
def sent(house, tmp_path):
    """Send what waits through the file sender; gives the messages as a mail reader has them."""

    def written():
        folder = tmp_path / "letters"
        dispatch(house.installation, FileSender(folder))
        assert not list(folder.glob("*.part"))
        return {
            message["To"].addresses[0].addr_spec: message
            for message in (
                message_from_bytes(file.read_bytes(), policy=default)
                for file in sorted(folder.glob("*.eml"))
            )
        }

    return written


def bodies(message):
    return tuple(message.get_body((kind,)).get_content() for kind in ("plain", "html"))


def invite(house, people, email="vira@acme.example", *, vacancy_id=None, **form):
    return house.do(
        people.recruiter,
        add,
        form=CustomerForm(email=email, **{"name": "Vira"} | form),
        vacancy_id=vacancy_id,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_customers_language_and_says_what_he_needs(house, people, sent, language):
    t = translator(language).text
    customer_id = invite(house, people, language=language, vacancy_id=people.acme_vacancy)
    message = sent()["vira@acme.example"]
    assert message["Content-Language"] == language
    assert message["Subject"] == t("{agency}: your access to candidates", agency="Clear People")
    assert message["From"].addresses[0].addr_spec == "hello@clear.example"
    assert message["From"].addresses[0].display_name == "Clear People"
    assert message["Reply-To"] == "oksana@clear.example"
    (kept,) = stored(house, Letter, recipient_id=customer_id)
    for body in bodies(message):
        for said in (
            t("Hello, {name}!", name="Vira"),
            "Backend Lead",
            "Oksana Lytvyn",
            "+380 44 555 01 34",
            "https://candela.example",
            "vira@acme.example",
            t("Set a password and sign in"),
            kept.link,
        ):
            assert said in body
    secret = kept.link.removeprefix("https://candela.example/set-password?token=")
    owner = house.ask(DOORKEEPER, owner_of_link, secret=secret, purposes=PASSWORD_PURPOSES)
    assert (owner.name, owner.language) == ("Vira", language)


def test_the_languages_differ(house, people, sent):
    for language in LANGUAGES:
        invite(house, people, f"{language}@acme.example", language=language)
    texts = {bodies(message)[0] for address, message in sent().items() if len(address) == 15}
    assert len(texts) == len(LANGUAGES) == 3


def test_without_a_vacancy_it_says_that_one_is_being_prepared(house, people, sent):
    invite(house, people)
    prepared = translator("en").text(
        "{recruiter} from {agency} invites you. A vacancy is being prepared for you.",
        recruiter="Oksana Lytvyn",
        agency="Clear People",
    )
    assert all(prepared in body for body in bodies(sent()["vira@acme.example"]))


def test_one_added_as_blocked_gets_no_letter(house, people):
    customer_id = invite(house, people, active=False)
    assert stored(house, Letter, recipient_id=customer_id) == []


def test_exactly_our_headers_whatever_people_are_called(house, people, sent):
    storable = HOSTILE.replace("\x00", "")  # as PostgreSQL would have it, past every form
    alter(house, Agency, stored(house, Agency)[0].id, name=storable)
    alter(house, User, people.recruiter.user_id, name=storable, position=storable)
    invite(house, people, name=HOSTILE, vacancy_id=people.acme_vacancy)
    message = sent()["vira@acme.example"]
    assert {name.lower() for name in message.keys()} == OURS
    assert len(message.keys()) == len(OURS)
    assert [address.addr_spec for address in message["To"].addresses] == ["vira@acme.example"]
    assert [address.addr_spec for address in message["From"].addresses] == ["hello@clear.example"]
    assert not message.defects
    plain, html = bodies(message)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert message.get_content_type() == "multipart/alternative"
    assert len(list(message.iter_parts())) == 2
    for header in ("Subject", "From", "To"):
        assert not {"\r", "\n", "\x00"} & set(message[header])


@pytest.mark.parametrize(
    ("email", "travels_as"),
    [
        ("o'hara+jobs@acme.example", "o'hara+jobs@acme.example"),
        ("vira@пошта.укр", "vira@xn--80a1acn3a.xn--j1amh"),
        ("vira@münchen.example", "vira@xn--mnchen-3ya.example"),
        (f"{'v' * 64}@{'acme.' * 20}example", f"{'v' * 64}@{'acme.' * 20}example"),
    ],
)
def test_addresses_in_any_script_arrive(house, people, sent, email, travels_as):
    invite(house, people, email)
    assert travels_as in sent()
    assert all(row.state == "sent" for row in stored(house, Letter, to_email=email))


def test_what_no_header_can_hold_fails_alone_and_holds_nobody_up(house, people, sent):
    invite(house, people, "first@acme.example")
    invite(house, people, "second@acme.example")
    (first,) = stored(house, Letter, to_email="first@acme.example")
    alter(house, Letter, first.id, to_email="no address\r\nBcc: all@acme.example")
    assert "second@acme.example" in sent()
    (first,) = stored(house, Letter, id=first.id)
    assert (first.state, first.problem, first.attempts) == ("failed", "cannot_be_written", 0)


def test_staff_read_every_letter_as_it_went_out_and_customers_none(house, people, sent):
    invite(house, people, language="uk")
    sent()
    for viewer in (people.recruiter, people.admin):
        page = house.ask(viewer, letters)
        newest = page.rows[0]
        assert (newest.to_email, newest.kind, newest.state) == (
            "vira@acme.example",
            "invitation",
            "sent",
        )
        assert [row.id for row in page.rows] == sorted((row.id for row in page.rows), reverse=True)
        read = house.ask(viewer, letter, letter_id=newest.id)
        assert read.link.startswith("https://candela.example/set-password?token=")
        assert read.link in read.text
        assert read.link in read.html
        with pytest.raises(NotFound):
            house.ask(viewer, letter, letter_id=1)
    for viewer in people.customers:
        for question, named in ((letters, {}), (letter, {"letter_id": newest.id})):
            with pytest.raises(NotAllowed):
                house.ask(viewer, question, **named)


def test_the_recruiter_without_a_phone_gives_the_agencys(house, people, sent):
    plant(house, a_user(house, "Mark", role="recruiter", at="clear"))
    mark = next(user for user in stored(house, User) if user.name == "Mark")

    house.do(
        viewer_named(house, mark.email),
        add,
        form=CustomerForm(email="vira@acme.example", name="Vira"),
    )
    assert all("+380 44 555 01 00" in body for body in bodies(sent()["vira@acme.example"]))
