"""Signing in: counted per account and per address, equal words for known and unknown."""

import pytest

from db import models
from db.models import Letter, SignInFailure, SignInTicket, User
from services.access.links import set_password
from services.access.sessions import start_session, viewer_of
from services.access.sign_in import door_plate, sign_in
from services.errors import AccessClosed, SignInLocked, SignInRefused
from services.viewer import DOORKEEPER
from tests.factories import alter, stored
from tests.house import open_house
from tests.people import PASSWORD

pytestmark = pytest.mark.thorough

HOME, ELSEWHERE = "198.51.100.7", "203.0.113.9"
WRONG = "not the password"


@pytest.fixture
def knock(house):
    """Try to sign in; gives the ticket."""

    def tried(
        email="anna@clear.example", password=PASSWORD, address=HOME, remember=False, at=house
    ):
        return sign_in(
            at.installation, email=email, password=password, address=address, remember=remember
        )

    return tried


def fails(knock, times, **named):
    """Fail so many times; gives what was said each time."""
    said = []
    for _ in range(times):
        with pytest.raises((SignInRefused, SignInLocked)) as refused:
            knock(**{"password": WRONG} | named)
        said.append((refused.value.code, refused.value.fields))
    return said


def test_the_right_password_opens_in_any_spelling_of_the_address(house, people, knock):
    for email in ("anna@clear.example", "  ANNA@Clear.Example ", "anna@clear.example\u200b"):
        secret, age = house.do(DOORKEEPER, start_session, ticket=knock(email))
        assert house.ask(DOORKEEPER, viewer_of, secret=secret).user_id == people.admin.user_id
        assert age is None
    with pytest.raises(SignInRefused):
        knock(password=PASSWORD + " ")


def test_known_unknown_blocked_and_passwordless_are_answered_alike(house, people, knock):
    addresses = iter(f"198.51.100.{number}" for number in range(1, 9))
    answers = [
        fails(knock, 6, email=email, address=next(addresses))
        for email in (
            "anna@clear.example",
            "nobody@clear.example",
            "bohdan@acme.example",  # blocked
            "oksana@clear.example",  # never set a password
            "",
        )
    ]
    assert all(said == answers[0] for said in answers)
    assert [fields["attempts_left"] for code, fields in answers[0][:5]] == [4, 3, 2, 1, 0]
    assert answers[0][5] == ("sign_in_locked", {"minutes": 15})


def test_locked_after_five_failures_even_for_the_right_password(house, people, knock):
    fails(knock, 5, email="Anna@clear.example")
    with pytest.raises(SignInLocked):
        knock(address=ELSEWHERE)  # the account is locked, wherever from
    house.clock.pass_by(minutes=14, seconds=59)
    with pytest.raises(SignInLocked) as refused:
        knock(address=ELSEWHERE)
    assert refused.value.fields == {"minutes": 1}
    house.clock.pass_by(seconds=1)
    assert knock(address=ELSEWHERE)


def test_an_address_is_locked_for_every_account(house, people, knock):
    for number in range(5):
        fails(knock, 1, email=f"user{number}@clear.example")
    with pytest.raises(SignInLocked):
        knock()
    assert knock(address=ELSEWHERE)


@pytest.mark.parametrize(
    ("first", "then", "same"),
    [
        ("2001:db8::1", "2001:DB8:0:0:0:0:0:1", True),
        ("2001:db8::1", "2001:db8::ffff:1", True),  # one household has 2^64 addresses
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("198.51.100.7", "::ffff:198.51.100.7", True),
        ("fe80::1%eth0", "fe80::1", True),
        ("198.51.100.7", "198.51.100.8", False),
        ("not an address", "another that is none", True),
    ],
)
def test_what_counts_as_one_address(house, people, knock, first, then, same):
    fails(knock, 5, email="nobody@clear.example", address=first)
    if same:
        with pytest.raises(SignInLocked):
            knock(address=then)
    else:
        assert knock(address=then)


def test_a_lock_survives_a_restart(house, people, knock, tmp_path):
    fails(knock, 5)
    house.installation.database.close()
    again = open_house(house.installation.settings.database_url, tmp_path)
    again.clock.now = house.clock.now
    with pytest.raises(SignInLocked):
        knock(address=ELSEWHERE, at=again)
    again.clock.pass_by(minutes=15)
    assert knock(address=ELSEWHERE, at=again)
    again.installation.database.close()


def test_success_forgets_the_accounts_failures_and_one_of_the_addresss(house, people, knock):
    fails(knock, 3, email="nobody@clear.example")
    fails(knock, 1)
    assert knock()
    # Anna’s account, and from here; the unknown account, and from here; the address
    assert sorted(row.failures for row in stored(house, SignInFailure)) == [0, 0, 3, 3, 4]
    fails(knock, 1)
    with pytest.raises(SignInLocked):
        knock()  # the good password did not excuse the address’s guesses
    assert knock(address=ELSEWHERE)


def test_the_fifth_try_with_the_right_password_still_opens(house, people, knock):
    fails(knock, 4)
    assert knock()
    fails(knock, 4, address=ELSEWHERE)
    assert knock(address=ELSEWHERE)


def test_whoever_knocks_elsewhere_does_not_learn_that_somebody_has_signed_in(house, people, knock):
    """Otherwise failures that are forgotten would tell that there is such an account."""
    strangers = iter(f"203.0.113.{number}" for number in range(100))

    def try_elsewhere(email, times):
        return [fails(knock, 1, email=email, address=next(strangers))[0] for _ in range(times)]

    mine, nobodys = "anna@clear.example", "nobody@clear.example"
    before = try_elsewhere(mine, 3), try_elsewhere(nobodys, 3)
    assert before[0] == before[1]
    fails(knock, 1)
    assert knock()
    after = try_elsewhere(mine, 3), try_elsewhere(nobodys, 3)
    assert after[0] == after[1]
    assert [code for code, _ in after[0]] == ["sign_in_refused"] * 2 + ["sign_in_locked"]


def test_old_failures_are_forgotten(house, people, knock):
    fails(knock, 4)
    house.clock.pass_by(minutes=15)
    assert fails(knock, 1)[0][1] == {"attempts_left": 4}


def test_a_blocked_person_with_the_right_password_reads_that_access_is_closed(house, people, knock):
    alter(house, User, people.admin.user_id, blocked_at=house.clock.now)
    tickets = len(stored(house, SignInTicket))
    with pytest.raises(AccessClosed):
        knock()
    with pytest.raises(SignInRefused):
        knock(password=WRONG)
    assert len(stored(house, SignInTicket)) == tickets
    plate = house.ask(DOORKEEPER, door_plate)
    assert (plate.name, plate.phone, plate.email) == (
        "Clear People",
        "+380 44 555 01 00",
        "hello@clear.example",
    )


def test_nothing_secret_is_stored_as_it_is(house, people, knock):
    secret, _ = house.do(DOORKEEPER, start_session, ticket=knock())
    for name in ("Credential", "SignInSession", "SignInTicket", "SignInFailure", "AccessLink"):
        kept = repr([vars(row) for row in stored(house, getattr(models, name))])
        for plain in (PASSWORD, secret, HOME, "anna@clear.example"):
            assert plain not in kept


def test_before_the_set_up_there_is_no_door_plate_and_nobody_to_be(house, knock):
    assert house.ask(DOORKEEPER, door_plate) is None
    with pytest.raises(SignInRefused):
        knock()


def test_set_by_a_link_it_signs_in(house, people, knock):
    link = stored(house, Letter, recipient_id=people.iryna.user_id)[-1].link.rpartition("=")[2]
    with pytest.raises(SignInRefused):
        knock("iryna@acme.example", password="a new long password")
    set_password(house.installation, secret=link, password="a new long password")
    assert knock("iryna@acme.example", password="a new long password", address=ELSEWHERE)
