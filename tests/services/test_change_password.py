"""One's own password and sessions: the old one is asked for, everything else ends."""

import pytest

from db.models import Letter, SignInFailure, SignInSession
from services.access.attempts import subject
from services.access.change_password import change_password
from services.access.devices import device_of
from services.access.links import NEW_PASSWORD, PASSWORD_PURPOSES, owner_of_link
from services.access.my_sessions import end_all_my_sessions, end_my_session, my_sessions
from services.access.requests import answer_requests, ask_for_link
from services.access.sessions import new_ticket, start_session
from services.access.sign_in import sign_in
from services.errors import Invalid, LinkUnusable, NotAllowed, NotFound, SignInLocked
from services.viewer import DOORKEEPER
from tests.factories import stored
from tests.people import PASSWORD

HOME = "198.51.100.7"
NEW = "зовсім новий пароль"


@pytest.fixture
def change(house):
    """Change a password; gives the ticket."""

    def changed(viewer, old=PASSWORD, new=NEW):
        return change_password(house.installation, viewer, old=old, new=new, address=HOME)

    return changed


def test_changed_only_this_browser_stays_and_under_a_new_secret(house, people, enter, who, change):
    here, _ = enter(remember=True)
    there, _ = enter()
    someone_else, _ = enter(people.iryna)
    house.do(
        DOORKEEPER, ask_for_link, email="anna@clear.example", purpose=NEW_PASSWORD, address=HOME
    )
    answer_requests(house.installation)
    link = stored(house, Letter, kind=NEW_PASSWORD)[0].link.rpartition("=")[2]
    ticket = change(who(here))
    assert [who(secret) for secret in (here, there)] == [None, None]
    assert who(someone_else)
    with pytest.raises(LinkUnusable):
        house.ask(DOORKEEPER, owner_of_link, secret=link, purposes=PASSWORD_PURPOSES)
    fresh, age = house.do(DOORKEEPER, start_session, ticket=ticket)
    assert (who(fresh).user_id, age.days) == (people.admin.user_id, 14)  # remembered as before
    assert fresh not in {here, there}
    assert sign_in(
        house.installation, email="anna@clear.example", password=NEW, address=HOME, remember=False
    )
    account = subject("account", "anna@clear.example")
    assert [one.failures for one in stored(house, SignInFailure, subject=account)] == [0]


def test_without_the_old_one_nothing_changes_and_guesses_are_counted(
    house, people, enter, who, change
):
    secret, _ = enter()
    for _ in range(5):
        with pytest.raises(Invalid) as refused:
            change(who(secret), old="a wrong guess of it")
        assert refused.value.problems == {"old_password": "wrong_password"}
    with pytest.raises(SignInLocked):
        change(who(secret))
    with pytest.raises(SignInLocked):  # the same lock as at the door
        sign_in(
            house.installation, email="anna@clear.example", password=PASSWORD, address="::1",
            remember=False,
        )  # fmt: skip
    house.clock.pass_by(minutes=15)
    assert who(secret)
    assert change(who(secret))


@pytest.mark.parametrize("new", ["short", "password1234"])
def test_the_new_one_must_be_a_good_one(house, people, enter, who, change, new):
    secret, _ = enter()
    with pytest.raises(Invalid) as refused:
        change(who(secret), new=new)
    assert set(refused.value.problems) == {"new_password"}
    assert stored(house, SignInFailure) == []
    assert who(secret)


def test_who_never_set_one_gets_a_link_and_nobody_else_changes_any(
    house, people, enter, who, change
):
    secret, _ = enter(people.iryna)
    for guess in ("", "any password at all"):
        with pytest.raises(Invalid):
            change(who(secret), old=guess)
    with pytest.raises(NotAllowed):
        change(DOORKEEPER)


def test_the_sessions_of_a_person_are_his_own(house, people):
    def start(viewer, device):
        ticket = house.do(DOORKEEPER, new_ticket, user_id=viewer.user_id, remember=False)
        house.clock.pass_by(seconds=5)
        return house.do(DOORKEEPER, start_session, ticket=ticket, device=device)[0]

    start(people.iryna, "Firefox, Windows")
    start(people.iryna, "Chrome, Android")
    start(people.admin, "Safari, Mac")
    found = house.ask(people.iryna, my_sessions)
    assert [one.device for one in found] == ["Chrome, Android", "Firefox, Windows"]
    assert [one.device for one in house.ask(people.admin, my_sessions)] == ["Safari, Mac"]
    assert house.ask(people.pavlo, my_sessions) == []
    for viewer in (people.pavlo, people.admin, people.recruiter):
        with pytest.raises(NotFound):
            house.do(viewer, end_my_session, session_id=found[0].id)
    woken = []
    house.installation.live.subscribe(people.iryna.user_id, lambda: woken.append(1))
    house.do(people.iryna, end_my_session, session_id=found[0].id)
    assert woken
    assert [one.id for one in house.ask(people.iryna, my_sessions)] == [found[1].id]
    house.do(people.iryna, end_my_session, session_id=found[0].id)  # twice is once
    start(people.iryna, "")
    house.do(people.iryna, end_all_my_sessions)
    assert house.ask(people.iryna, my_sessions) == []
    assert len(house.ask(people.admin, my_sessions)) == 1
    house.clock.pass_by(hours=12)
    assert house.ask(people.admin, my_sessions) == []


def test_signing_in_anew_ends_the_session_this_browser_had(house, people, enter, who):
    old, _ = enter(people.iryna)
    ticket = house.do(DOORKEEPER, new_ticket, user_id=people.pavlo.user_id, remember=False)
    fresh, _ = house.do(DOORKEEPER, start_session, ticket=ticket, instead_of=old)
    assert who(old) is None
    assert who(fresh).name == "Pavlo"
    assert len(stored(house, SignInSession, ended_at=None)) == 1


@pytest.mark.parametrize(
    ("says", "known_as"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Safari, Mac"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36", "Samsung Internet, Android"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "Edge, Linux"),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8.5.0", ""),
        ("<script>alert(1)</script>" * 500, ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_browser_in_a_few_words(says, known_as):
    assert device_of(says) == known_as
