"""Personal links: opening changes nothing, submitting uses them up, and each has one end."""

import pytest

from db.models import AccessLink, Credential, Letter
from services.access.links import (
    PASSWORD_PURPOSES,
    SET_PASSWORD,
    new_link,
    owner_of_link,
    set_password,
)
from services.access.sessions import start_session, viewer_of
from services.customers import block, reactivate
from services.errors import Invalid, LinkUnusable
from services.viewer import DOORKEEPER
from tests.factories import stored
from tests.people import PASSWORD


@pytest.fixture
def link(house, people):
    """The secret in Iryna’s invitation."""
    return stored(house, Letter, recipient_id=people.iryna.user_id)[-1].link.rpartition("=")[2]


def refusal(house, secret):
    """Why a link is of no use; the page and the form say the same."""
    with pytest.raises(LinkUnusable) as page:
        house.ask(DOORKEEPER, owner_of_link, secret=secret, purposes=PASSWORD_PURPOSES)
    with pytest.raises(LinkUnusable) as form:
        set_password(house.installation, secret=secret, password=PASSWORD)
    assert page.value.fields == form.value.fields
    return page.value.fields["reason"]


def test_opening_changes_nothing_and_submitting_uses_it_up(house, people, link):
    for _ in range(3):  # a mail scanner opens it, too
        owner = house.ask(DOORKEEPER, owner_of_link, secret=link, purposes=PASSWORD_PURPOSES)
        assert (owner.name, owner.email, owner.language) == ("Iryna", "iryna@acme.example", "en")
    assert not any(row.used_at for row in stored(house, AccessLink))
    assert [row.user_id for row in stored(house, Credential)] == [people.admin.user_id]
    ticket = set_password(house.installation, secret=link, password=PASSWORD)
    secret, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    assert house.ask(DOORKEEPER, viewer_of, secret=secret).user_id == people.iryna.user_id
    assert refusal(house, link) == "used"


def test_a_password_that_is_refused_uses_nothing_up(house, people, link):
    with pytest.raises(Invalid) as refused:
        set_password(house.installation, secret=link, password="short")
    assert refused.value.problems == {"password": "password_too_short"}
    assert house.ask(DOORKEEPER, owner_of_link, secret=link, purposes=PASSWORD_PURPOSES)
    assert set_password(house.installation, secret=link, password=PASSWORD)


def test_it_works_for_seven_days(house, people, link):
    house.clock.pass_by(days=7, minutes=-2)
    assert house.ask(DOORKEEPER, owner_of_link, secret=link, purposes=PASSWORD_PURPOSES)
    house.clock.pass_by(minutes=2)
    assert refusal(house, link) == "expired"


@pytest.mark.parametrize("secret", ["", "x", "a" * 43, "\x00", "\ud800", "' OR 1=1 --"])
def test_one_that_was_never_made(house, people, secret):
    assert refusal(house, secret) == "unknown"


def test_blocked_it_is_dead(house, people, link):
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    assert refusal(house, link) == "blocked"
    house.do(people.recruiter, reactivate, customer_id=people.iryna.user_id)
    assert refusal(house, link) == "expired"


def test_a_password_set_by_one_letter_makes_the_other_letters_worthless(house, people, link):
    newer = house.do(people.recruiter, new_link, user_id=people.iryna.user_id, purpose=SET_PASSWORD)
    others = house.do(
        people.recruiter, new_link, user_id=people.pavlo.user_id, purpose=SET_PASSWORD
    )
    set_password(house.installation, secret=newer, password=PASSWORD)
    assert (refusal(house, newer), refusal(house, link)) == ("used", "expired")
    assert (
        house.ask(DOORKEEPER, owner_of_link, secret=others, purposes=PASSWORD_PURPOSES).name
        == "Pavlo"
    )


def test_only_the_digest_is_kept(house, people, link):
    assert link not in repr([vars(row) for row in stored(house, AccessLink)])
    assert len(link) >= 43  # 256 bits
