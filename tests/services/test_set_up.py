"""The first start: a one-time code, one form, one administrator."""

import threading
from dataclasses import replace

import pytest

from db.models import Agency, Credential, User
from services.access import set_up as set_up_module
from services.access.sessions import start_session, viewer_of
from services.access.set_up import SetUpForm, needs_set_up, set_up, set_up_code
from services.errors import AlreadySetUp, Invalid, WrongSetUpCode
from services.viewer import DOORKEEPER, Role
from tests.factories import stored

FORM = SetUpForm(
    agency_name="Clear People",
    agency_phone="+380 44 555 01 00",
    agency_email="hello@clear.example",
    base_url="https://candela.example/",
    name="Anna Admin",
    email="Anna@Clear.example",
    password="correct horse battery",
    language="uk",
    time_zone="Europe/Kyiv",
)


@pytest.fixture
def code(house):
    return set_up_code(house.installation)


def test_it_makes_the_agency_and_one_administrator_and_signs_him_in(house, code):
    assert house.ask(DOORKEEPER, needs_set_up)
    ticket = set_up(house.installation, code=f" {code.upper()} ", form=FORM)
    secret, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    viewer = house.ask(DOORKEEPER, viewer_of, secret=secret)
    assert (viewer.role, viewer.name, viewer.language) == (Role.ADMINISTRATOR, "Anna Admin", "uk")
    (agency,) = stored(house, Agency)
    assert (agency.name, agency.base_url) == ("Clear People", "https://candela.example")
    (user,) = stored(house, User)
    assert (user.email, user.folded_email) == ("Anna@Clear.example", "anna@clear.example")
    assert not house.ask(DOORKEEPER, needs_set_up)


def test_a_second_time_is_refused_whatever_the_code(house, code):
    set_up(house.installation, code=code, form=FORM)
    assert set_up_code(house.installation) is None
    for again in (code, "", "wrong"):
        with pytest.raises(AlreadySetUp):
            set_up(house.installation, code=again, form=replace(FORM, email="other@clear.example"))
    assert len(stored(house, User)) == 1


@pytest.mark.parametrize("wrong", ["", "0000-0000-0000", "код", "\ud800", "x" * 10_000])
def test_the_wrong_code_opens_nothing(house, code, wrong):
    with pytest.raises(WrongSetUpCode):
        set_up(house.installation, code=wrong, form=FORM)
    assert stored(house, User) == []
    assert set_up(house.installation, code=code, form=FORM)


def test_the_code_lies_in_a_private_file_until_it_is_used(house, code):
    file = house.installation.settings.data_dir / "set-up-code"
    assert file.stat().st_mode & 0o777 == 0o600
    assert set_up_code(house.installation) == code  # a restart prints the same one
    assert len(code.replace("-", "")) == 12
    set_up(house.installation, code=code, form=FORM)
    assert not file.exists()


def test_of_two_browsers_that_race_one_wins(house, code):
    start, outcomes = threading.Barrier(2), []

    def submit(email):
        start.wait()
        try:
            set_up(house.installation, code=code, form=replace(FORM, email=email))
            outcomes.append("made")
        except AlreadySetUp:
            outcomes.append("told")

    browsers = [
        threading.Thread(target=submit, args=(f"admin{number}@clear.example",))
        for number in range(2)
    ]
    for browser in browsers:
        browser.start()
    for browser in browsers:
        browser.join()
    assert sorted(outcomes) == ["made", "told"]
    assert [len(stored(house, model)) for model in (Agency, User, Credential)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"agency_name": " "}, {"agency_name": "required"}),
        ({"name": "\u200b"}, {"name": "required"}),
        ({"name": "x" * 201}, {"name": "too_long"}),
        ({"email": "anna"}, {"email": "not_an_email"}),
        ({"email": ""}, {"email": "required"}),
        ({"agency_email": "hello at clear"}, {"agency_email": "not_an_email"}),
        ({"agency_phone": "1" * 201}, {"agency_phone": "too_long"}),
        ({"base_url": "javascript:alert(1)"}, {"base_url": "not_an_address"}),
        ({"password": "short"}, {"password": "password_too_short"}),
        ({"language": "xx"}, {"language": "unknown"}),
        ({"time_zone": "Mars/Olympus"}, {"time_zone": "unknown"}),
        (
            {"email": "", "password": "", "language": ""},
            {"email": "required", "password": "password_too_short", "language": "unknown"},
        ),
    ],
)
def test_every_field_that_is_not_accepted_is_named(house, code, changes, problems):
    with pytest.raises(Invalid) as refused:
        set_up(house.installation, code=code, form=replace(FORM, **changes))
    assert refused.value.problems == problems
    assert stored(house, Agency) == []
    assert set_up(house.installation, code=code, form=replace(FORM, agency_email=""))
    assert stored(house, Agency)[0].email == "Anna@Clear.example"


def test_a_browser_that_looked_before_the_other_finished_is_told(house, code, monkeypatch):
    """It saw an empty house; by the time it asks for the code, the house is set up."""

    def look(work):
        monkeypatch.undo()
        set_up(house.installation, code=code, form=FORM)
        return True

    monkeypatch.setattr(set_up_module, "needs_set_up", look)
    with pytest.raises(AlreadySetUp):
        set_up(house.installation, code=code, form=replace(FORM, email="other@clear.example"))
    assert [user.name for user in stored(house, User)] == ["Anna Admin"]
    assert set_up_code(house.installation) is None
    assert not (house.installation.settings.data_dir / "set-up-code").exists()


def test_a_ticket_is_made_after_the_agency_has_been_furnished(house, code):
    """However long the sample takes, the ticket has not begun to age."""

    def slowly(_installation):
        house.clock.pass_by(minutes=5)

    ticket = set_up(house.installation, code=code, form=FORM, furnish=slowly)
    secret, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    assert house.ask(DOORKEEPER, viewer_of, secret=secret).name == FORM.name
