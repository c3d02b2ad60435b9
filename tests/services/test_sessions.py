"""Sessions: a row per browser, started by a ticket, ended by idleness, sign-out or a block."""

from datetime import timedelta

import pytest

from db.models import Letter, SignInSession, SignInTicket, User
from services.access.links import set_password
from services.access.sessions import (
    end_session,
    end_sessions_of,
    new_ticket,
    start_session,
    touch,
    touch_due,
)
from services.access.sign_in import sign_in
from services.errors import NotAllowed, SignedOut
from services.viewer import DOORKEEPER, Role
from tests.factories import alter, stored, the
from tests.people import PASSWORD


def test_the_viewer_is_read_as_he_is_now(house, people, enter, who):
    secret, _ = enter(people.iryna)
    seen = who(secret)
    assert (seen.user_id, seen.role, seen.name) == (people.iryna.user_id, Role.CUSTOMER, "Iryna")
    assert (seen.company_id, seen.contacts_hidden) == (people.iryna.company_id, True)
    assert seen.session_id == stored(house, SignInSession)[-1].id
    alter(house, User, people.iryna.user_id, name="Iryna K.", contacts_hidden=False, language="uk")
    seen = who(secret)
    assert (seen.name, seen.contacts_hidden, seen.language) == ("Iryna K.", False, "uk")
    for nonsense in ("", secret[:-1], secret + "x", "\ud800", "'; DROP TABLE users"):
        assert who(nonsense) is None


def test_a_ticket_is_good_once_and_for_thirty_seconds(house, people):
    def ticket():
        return house.do(DOORKEEPER, new_ticket, user_id=people.admin.user_id, remember=False)

    def start(one):
        return house.do(DOORKEEPER, start_session, ticket=one)

    first, second, third = ticket(), ticket(), ticket()
    assert start(first)
    house.clock.pass_by(seconds=30)
    assert start(second)
    house.clock.pass_by(microseconds=1)
    for used_or_late in (first, second, third, "never made", ""):
        with pytest.raises(SignedOut):
            start(used_or_late)
    assert len(stored(house, SignInSession)) == 2


def test_idle_for_twelve_hours_and_it_is_over(house, people, enter, who):
    secret, age = enter()
    assert age is None
    house.clock.pass_by(hours=11, minutes=59)
    assert who(secret)
    house.clock.pass_by(minutes=1)
    assert who(secret) is None


def test_in_use_it_goes_on_and_is_written_down_every_five_minutes(house, people, enter, who):
    secret, _ = enter()
    viewer = who(secret)
    assert not touch_due(viewer, house.clock.now + timedelta(minutes=4, seconds=59))
    assert touch_due(viewer, house.clock.now + timedelta(minutes=5))
    assert not touch_due(people.admin, house.clock.now + timedelta(days=1))  # no session behind it
    house.clock.pass_by(hours=11)
    house.do(DOORKEEPER, touch, session_id=viewer.session_id)
    assert the(house, User, people.admin.user_id).last_seen_at == house.clock.now
    assert not touch_due(who(secret), house.clock.now)
    house.clock.pass_by(hours=11)
    assert who(secret)
    house.clock.pass_by(hours=1)
    assert who(secret) is None


@pytest.mark.parametrize(("name", "days"), [("admin", 14), ("recruiter", 14), ("iryna", 60)])
def test_remembered_for_so_many_days_and_not_longer(house, people, enter, who, name, days):
    secret, age = enter(getattr(people, name), remember=True)
    assert age == timedelta(days=days)
    house.clock.pass_by(days=days - 1, hours=23)
    house.do(DOORKEEPER, touch, session_id=who(secret).session_id)
    assert who(secret)
    house.clock.pass_by(hours=1)
    assert who(secret) is None


def test_signed_out_in_every_tab_of_that_browser_only(house, people, enter, who):
    here, _ = enter()
    there, _ = enter(remember=True)
    woken = []
    house.installation.live.subscribe(people.admin.user_id, lambda: woken.append(1))
    house.do(DOORKEEPER, end_session, secret=here)
    assert who(here) is None
    assert who(there)
    assert woken
    house.do(DOORKEEPER, end_session, secret=here)  # a second tab signs out, too
    house.do(DOORKEEPER, end_session, secret="unknown")
    assert who(there)


def test_ended_everywhere(house, people, enter, who):
    secrets = [enter()[0], enter(remember=True)[0]]
    others, _ = enter(people.iryna)
    house.do(people.admin, end_sessions_of, user_id=people.admin.user_id)
    assert [who(secret) for secret in secrets] == [None, None]
    assert who(others)
    with pytest.raises(NotAllowed):
        house.do(people.iryna, new_ticket, user_id=people.admin.user_id, remember=True)


def test_a_new_password_ends_the_sessions_before_it(house, people, enter, who):
    secret, _ = enter(people.iryna)
    link = stored(house, Letter, recipient_id=people.iryna.user_id)[-1].link.rpartition("=")[2]
    ticket = set_password(house.installation, secret=link, password="a new long password")
    assert who(secret) is None
    fresh, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    assert who(fresh).name == "Iryna"


def test_started_it_is_seen(house, people):
    assert the(house, User, people.admin.user_id).last_seen_at is None
    ticket = sign_in(
        house.installation,
        email="anna@clear.example",
        password=PASSWORD,
        address="::1",
        remember=True,
    )
    version = the(house, User, people.admin.user_id).version
    assert house.do(DOORKEEPER, start_session, ticket=ticket)[1] == timedelta(days=14)
    assert the(house, User, people.admin.user_id).last_seen_at == house.clock.now
    assert the(house, User, people.admin.user_id).version == version  # nobody's form is outdated
    assert [row.remembered for row in stored(house, SignInTicket)][-1] is True
