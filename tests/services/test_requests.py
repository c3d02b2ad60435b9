"""Links asked for at the door: the same for everybody, answered by letter, dead when blocked."""

import pytest

from db.models import AccessLink, Credential, Letter, LinkRequest, SignInSession, User
from services.access.door_letters import whom_to_call
from services.access.links import (
    NEW_PASSWORD,
    PASSWORD_PURPOSES,
    SIGN_IN,
    enter_by_link,
    opened_in_browser,
    owner_of_link,
    set_password,
)
from services.access.requests import answer_requests, ask_again, ask_for_link
from services.access.sessions import start_session
from services.access.sign_in import sign_in
from services.customers import block
from services.errors import (
    AskedTooOften,
    Invalid,
    LinkUnusable,
    NotAllowed,
    NotFound,
    SignedOut,
    SignInRefused,
)
from services.mail.archive import letter, letters
from services.viewer import DOORKEEPER
from tests.factories import alter, stored, the
from tests.people import PASSWORD

pytestmark = pytest.mark.thorough

HOME = "198.51.100.7"
NEW = "зовсім новий пароль"


@pytest.fixture
def ask(house, people):
    """Ask for a link and let it be answered; gives the secrets of all such links so far."""

    def asked(email, purpose=NEW_PASSWORD, address=HOME):
        house.do(DOORKEEPER, ask_for_link, email=email, purpose=purpose, address=address)
        answer_requests(house.installation)
        return [
            one.link.rpartition("=")[2]
            for one in stored(house, Letter)
            if one.kind in {NEW_PASSWORD, SIGN_IN}
        ]

    return asked


def reason(house, secret, purposes=PASSWORD_PURPOSES):
    with pytest.raises(LinkUnusable) as refused:
        house.ask(DOORKEEPER, owner_of_link, secret=secret, purposes=purposes)
    return refused.value.fields["reason"]


@pytest.mark.parametrize("name", ["admin", "iryna"])
def test_a_forgotten_password_is_replaced_once_within_the_hour(
    house, people, ask, enter, who, name
):
    person = getattr(people, name)
    email = the(house, User, person.user_id).email
    before, _ = enter(person)
    (first,) = ask(f" {email.upper()} ")
    _, second = ask(email)
    house.clock.pass_by(minutes=59)
    assert house.ask(DOORKEEPER, owner_of_link, secret=first, purposes=PASSWORD_PURPOSES)
    assert who(before)  # asking alone changes nothing
    ticket = set_password(house.installation, secret=first, password=NEW)
    assert who(before) is None
    assert house.do(DOORKEEPER, start_session, ticket=ticket)
    assert (reason(house, first), reason(house, second)) == ("used", "expired")
    with pytest.raises(LinkUnusable):
        set_password(house.installation, secret=second, password=NEW)
    house.clock.pass_by(minutes=20)
    assert sign_in(house.installation, email=email, password=NEW, address=HOME, remember=False)
    with pytest.raises(SignInRefused):
        sign_in(house.installation, email=email, password=PASSWORD, address=HOME, remember=False)


def test_after_an_hour_it_is_too_old(house, people, ask):
    (secret,) = ask("iryna@acme.example")
    house.clock.pass_by(hours=1)
    assert reason(house, secret) == "expired"
    assert stored(house, Credential, user_id=people.iryna.user_id) == []


def test_known_unknown_and_blocked_are_written_down_alike(house, people):
    """Whoever asks learns nothing: one row each, whoever it is; the letters come later."""
    for number, email in enumerate(
        ("anna@clear.example", "x@nowhere.example", "bohdan@acme.example")
    ):
        before = len(stored(house, Letter)), len(stored(house, AccessLink))
        told = house.do(
            DOORKEEPER,
            ask_for_link,
            email=email,
            purpose=NEW_PASSWORD,
            address=f"198.51.100.{number}",
        )
        assert told is None
        assert (len(stored(house, Letter)), len(stored(house, AccessLink))) == before
    assert len(stored(house, LinkRequest)) == 3
    assert answer_requests(house.installation) == 1
    assert stored(house, LinkRequest) == []
    assert [one.to_email for one in stored(house, Letter, kind=NEW_PASSWORD)] == [
        "anna@clear.example"
    ]
    assert answer_requests(house.installation) == 0


def test_asked_too_often_it_is_the_same_for_everybody(house, people, ask):
    for email, address in (("iryna@acme.example", "198.51.100.1"), ("x@y.example", "198.51.100.2")):
        for _ in range(5):
            ask(email, address=address)
        with pytest.raises(AskedTooOften) as refused:
            ask(email, address="203.0.113.1")
        assert refused.value.fields == {"minutes": 15}
    assert len(stored(house, Letter, kind=NEW_PASSWORD)) == 5
    house.clock.pass_by(minutes=15)
    assert len(ask("iryna@acme.example")) == 6
    # signing in is counted apart
    assert sign_in(
        house.installation, email="anna@clear.example", password=PASSWORD, address="198.51.100.1",
        remember=False,
    )  # fmt: skip


def test_one_address_asks_for_thirty_and_no_more(house, people, ask):
    for number in range(30):
        house.do(
            DOORKEEPER, ask_for_link, email=f"x{number}@y.example", purpose=SIGN_IN, address=HOME
        )
    with pytest.raises(AskedTooOften):
        ask("iryna@acme.example")
    assert ask("iryna@acme.example", address="203.0.113.1")


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "a@b.example\r\nBcc: c@d.example"])
def test_what_is_no_address_is_said_so(house, people, ask, email):
    with pytest.raises(Invalid) as refused:
        ask(email)
    assert set(refused.value.problems) == {"email"}
    with pytest.raises(NotAllowed):
        house.do(
            DOORKEEPER, ask_for_link, email="a@b.example", purpose="set_password", address=HOME
        )


def test_a_customer_signs_in_by_a_link_once(house, people, ask, who):
    (first,) = ask("iryna@acme.example", SIGN_IN)
    _, second = ask("iryna@acme.example", SIGN_IN)
    for _ in range(50):  # mail scanners
        assert (
            house.ask(DOORKEEPER, owner_of_link, secret=first, purposes=(SIGN_IN,)).name == "Iryna"
        )
    house.do(DOORKEEPER, opened_in_browser, secret=first)
    assert not any(one.used_at for one in stored(house, AccessLink))
    ticket = house.do(DOORKEEPER, enter_by_link, secret=first, remember=True)
    secret, age = house.do(DOORKEEPER, start_session, ticket=ticket)
    assert (who(secret).name, age.days) == ("Iryna", 60)
    for used in (first, second):
        with pytest.raises(LinkUnusable):
            house.do(DOORKEEPER, enter_by_link, secret=used, remember=True)
    assert reason(house, first, (SIGN_IN,)) == "used"
    assert stored(house, Credential, user_id=people.iryna.user_id) == []
    invitation = stored(house, Letter, recipient_id=people.iryna.user_id, kind="invitation")[0]
    assert house.ask(
        DOORKEEPER,
        owner_of_link,
        secret=invitation.link.rpartition("=")[2],
        purposes=PASSWORD_PURPOSES,
    )


def test_it_lasts_fifteen_minutes_and_sets_no_password(house, people, ask):
    (secret,) = ask("iryna@acme.example", SIGN_IN)
    with pytest.raises(LinkUnusable):
        set_password(house.installation, secret=secret, password=NEW)
    house.clock.pass_by(minutes=15)
    with pytest.raises(LinkUnusable) as refused:
        house.do(DOORKEEPER, enter_by_link, secret=secret, remember=True)
    assert refused.value.fields["reason"] == "expired"


def test_a_link_for_a_password_signs_nobody_in(house, people, ask):
    (secret,) = ask("iryna@acme.example")
    with pytest.raises(LinkUnusable):
        house.do(DOORKEEPER, enter_by_link, secret=secret, remember=True)


def test_staff_get_no_sign_in_link_but_one_for_a_new_password(house, people, ask):
    (secret,) = ask("anna@clear.example", SIGN_IN)
    assert reason(house, secret, (SIGN_IN,)) == "unknown"
    owner = house.ask(DOORKEEPER, owner_of_link, secret=secret, purposes=PASSWORD_PURPOSES)
    assert owner.purpose == NEW_PASSWORD


def test_blocked_meanwhile_links_and_tickets_are_dead(house, people, ask):
    password, entering = ask("iryna@acme.example")[0], ask("iryna@acme.example", SIGN_IN)[1]
    late = house.do(DOORKEEPER, enter_by_link, secret=entering, remember=True)
    (_, _, other) = ask("iryna@acme.example", SIGN_IN)
    house.do(DOORKEEPER, ask_for_link, email="iryna@acme.example", purpose=SIGN_IN, address=HOME)
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    assert answer_requests(house.installation) == 0
    assert (reason(house, password), reason(house, other, (SIGN_IN,))) == ("blocked", "blocked")
    for act in (
        lambda: set_password(house.installation, secret=password, password=NEW),
        lambda: house.do(DOORKEEPER, enter_by_link, secret=other, remember=True),
        lambda: house.do(DOORKEEPER, ask_again, secret=other, address=HOME),
    ):
        with pytest.raises(LinkUnusable) as refused:
            act()
        assert refused.value.fields["reason"] == "blocked"
    with pytest.raises(SignedOut):
        house.do(DOORKEEPER, start_session, ticket=late)
    assert stored(house, SignInSession, user_id=people.iryna.user_id) == []


def test_with_a_dead_link_one_asks_for_another_of_its_kind(house, people, ask):
    (entering,) = ask("iryna@acme.example", SIGN_IN)
    invitation = stored(house, Letter, recipient_id=people.pavlo.user_id)[0].link.rpartition("=")[2]
    house.clock.pass_by(days=8)
    for secret, email, kind in (
        (entering, "iryna@acme.example", SIGN_IN),
        (invitation, "pavlo@acme.example", NEW_PASSWORD),
    ):
        house.do(DOORKEEPER, ask_again, secret=secret, address=HOME)
        assert answer_requests(house.installation) == 1
        newest = stored(house, Letter)[-1]
        assert (newest.to_email, newest.kind) == (email, kind)
    with pytest.raises(LinkUnusable) as refused:
        house.do(DOORKEEPER, ask_again, secret="guessed", address=HOME)
    assert refused.value.fields["reason"] == "unknown"
    for _ in range(4):
        house.do(DOORKEEPER, ask_again, secret=entering, address=HOME)
    with pytest.raises(AskedTooOften):
        house.do(DOORKEEPER, ask_again, secret=entering, address=HOME)


def test_whom_to_call(house, people, ask):
    (secret,) = ask("iryna@acme.example")
    called = house.ask(DOORKEEPER, whom_to_call, secret=secret)
    assert (called.name, called.phone) == ("Oksana Lytvyn", "+380 44 555 01 34")
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    for which in (secret, "unknown"):
        called = house.ask(DOORKEEPER, whom_to_call, secret=which)
        assert (called.name, called.phone) == ("Clear People", "+380 44 555 01 00")


def test_opened_in_a_browser_is_written_down_once(house, people, ask):
    (secret,) = ask("iryna@acme.example")
    opened_at = house.clock.now
    house.do(DOORKEEPER, opened_in_browser, secret=secret)
    house.clock.pass_by(minutes=5)
    house.do(DOORKEEPER, opened_in_browser, secret=secret)
    house.do(DOORKEEPER, opened_in_browser, secret="unknown")
    assert [one.opened_at for one in stored(house, AccessLink, purpose=NEW_PASSWORD)] == [opened_at]


def test_letters_that_open_a_door_are_read_by_nobody_else(house, people, ask):
    """With the administrator's link to a new password a recruiter would be administrator."""
    ask("anna@clear.example")
    ask("iryna@acme.example", SIGN_IN)
    kept = [one for one in stored(house, Letter) if one.kind in {NEW_PASSWORD, SIGN_IN}]
    assert len(kept) == 2
    for viewer in (people.admin, people.recruiter):
        assert {one.kind for one in house.ask(viewer, letters).rows} == {"invitation"}
        for one in kept:
            with pytest.raises(NotFound):
                house.ask(viewer, letter, letter_id=one.id)


def test_the_link_never_follows_the_request_but_the_settings(house, people, ask):
    ask("iryna@acme.example")
    assert stored(house, Letter)[-1].link.startswith("https://candela.example/set-password?token=")
    ask("iryna@acme.example", SIGN_IN)
    assert stored(house, Letter)[-1].link.startswith("https://candela.example/enter?token=")
