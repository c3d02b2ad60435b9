"""Every page opens for whom it is, and is not there for anybody else."""

import pytest

from db.keys import new_key
from db.models import SignInSession, User
from pages.ui import navigation
from services.customers import block
from tests.factories import stored
from tests.pages.sights import FILES, ROLES, SIGHTS, sights_of
from tests.pages.tab import Tab, signed_in

pytestmark = pytest.mark.thorough

NOT_THERE = "This page does not exist"
NOT_YOURS = "This does not exist, or it is not yours."
DOOR_ADDRESSES = ("", *navigation.ADDRESSES, *navigation.DOORS, navigation.NOT_THERE)


@pytest.fixture(scope="module")
def tabs(shared_house, cast):
    """A tab of each, for pages that are only read."""
    return {name: Tab(shared_house, signed_in(shared_house, getattr(cast, name))) for name in ROLES}


def test_the_table_of_sights_names_every_address():
    assert {sight.address for sight in SIGHTS} == set(navigation.ADDRESSES)


@pytest.mark.parametrize("name", ROLES)
def test_every_page_of_a_role_opens(tabs, cast, name):
    viewer = getattr(cast, name)
    for sight in sights_of(viewer):
        shown = tabs[name].open(sight.address, **sight.query(cast))
        assert not shown.broken, f"{sight.name}: {shown.broken}"
        assert shown.title == sight.heading(viewer), sight.name


@pytest.mark.parametrize("name", ROLES)
def test_the_start_page_and_the_doors_lead_home(tabs, cast, name):
    home = tabs[name].open(navigation.HOME)
    for address in ("", *navigation.DOORS):
        assert tabs[name].open(address).title == home.title


@pytest.mark.parametrize("name", ROLES)
def test_a_page_of_somebody_else_is_not_there(tabs, cast, name):
    viewer, tab = getattr(cast, name), tabs[name]
    tab.open()
    for entry in navigation.ENTRIES:
        if entry.file_for(viewer) is None:
            shown = tab.open(entry.address, id=cast.maryana)
            assert (shown.title, shown.broken) == ("", ()), entry.address
            assert NOT_THERE in shown.words
            assert "Maryana" not in shown.words
    for file in FILES - {entry.file_for(viewer) for entry in navigation.ENTRIES}:
        with pytest.raises(ValueError, match="Could not find a navigation page"):
            tab.test.switch_page(file)
    assert tab.open("no-such-page").title == tab.open("").title


@pytest.mark.parametrize(("name", "address"), [
    ("recruiter", "vacancy"), ("recruiter", "candidate"),
    ("iryna", "vacancy"), ("iryna", "candidate"), ("greta", "vacancy"), ("greta", "candidate"),
])  # fmt: skip
def test_foreign_missing_and_garbled_look_the_same(shared_house, cast, name, address):
    viewer = getattr(cast, name)
    tab = Tab(shared_house, signed_in(shared_house, viewer))
    asked = [{}, {"id": new_key()}, {"id": "no-key"}, {"id": ""}, {"id": viewer.user_id}]
    if viewer.is_customer:
        foreign_vacancy = cast.globex_vacancy if name == "iryna" else cast.acme_vacancy
        foreign = [foreign_vacancy] if address == "vacancy" else [cast.kyrylo, cast.sofia]
        asked += [{"id": key} for key in foreign]
        asked += [{"id": cast.yurii}] if (name, address) == ("greta", "candidate") else []
    found = [tab.open(address, **query) for query in asked]
    assert not any(shown.broken for shown in found)
    assert NOT_YOURS in found[0].words
    assert {shown.words for shown in found} == {found[0].words}


@pytest.mark.parametrize("address", ["customers", "mail", "candidate-edit"])
def test_a_list_s_page_of_one_says_so_when_it_is_not_there(shared_house, cast, address):
    tab = Tab(shared_house, signed_in(shared_house, cast.recruiter))
    found = [
        tab.open(address, id=key) for key in (new_key(), cast.admin.user_id, cast.acme_vacancy)
    ]
    assert not any(shown.broken for shown in found)
    assert NOT_YOURS in found[0].words
    assert {shown.words for shown in found} == {found[0].words}
    assert NOT_YOURS not in tab.open(address, id="no-key").words  # its list, or its empty form


def test_of_one_candidate_s_applications_only_one_s_own_is_named(shared_house, cast):
    tab = Tab(shared_house, signed_in(shared_house, cast.iryna))
    plain = tab.open("candidate", id=cast.maryana)
    for app in (cast.maryana_at_globex, new_key(), "no-key"):
        assert tab.open("candidate", id=cast.maryana, app=app).words == plain.words
    assert "Backend Lead" in plain.words
    assert "Site Engineer" not in plain.words


def test_nobody_meets_the_door_under_every_address(shared_house, cast):
    for address in DOOR_ADDRESSES:
        tab = Tab(shared_house)
        shown = tab.open(address, id=cast.maryana)
        assert not shown.broken
        assert shown.title == "Sign in", address
        assert "Maryana" not in shown.words
        assert "navigation" not in shown.markup
    letter = Tab(shared_house).open(navigation.SET_PASSWORD, token="guessed")
    assert (letter.broken, letter.title) == ((), "This link does not open anything")


def test_a_new_installation_shows_its_set_up_under_every_address(house):
    for address in (*DOOR_ADDRESSES, navigation.SET_PASSWORD):
        shown = Tab(house).open(address)
        assert (shown.broken, shown.title) == ((), "Set up Candela"), address


def test_a_session_that_has_ended_shows_nothing_at_the_next_click(house, people):
    for sight in sights_of(people.iryna):
        tab = Tab(house, signed_in(house, people.iryna))
        assert tab.open(sight.address, **sight.query(people)).title
        for session in stored(house, SignInSession, ended_at=None):
            house.do(people.recruiter, _end, session_id=session.id)
        shown = tab.again()
        assert (shown.broken, shown.words) == ((), ""), sight.name


def test_blocking_acts_at_the_next_click(house, people):
    tabs = {sight: Tab(house, signed_in(house, people.iryna)) for sight in sights_of(people.iryna)}
    for sight, tab in tabs.items():
        assert tab.open(sight.address, **sight.query(people)).title
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    for sight, tab in tabs.items():
        assert tab.again().words == "", sight.name


def test_hiding_contacts_acts_at_the_next_click(house, people):
    tab = Tab(house, signed_in(house, people.pavlo))
    assert "maryana@mail.example" in tab.open("candidate", id=people.maryana).words
    house.do(people.recruiter, _hide_contacts, customer_id=people.pavlo.user_id)
    hidden = tab.again()
    assert hidden.title == "Maryana Tkachenko"
    assert "maryana@mail.example" not in hidden.markup


def _end(work, *, session_id):
    work.one(SignInSession, session_id).ended_at = work.now


def _hide_contacts(work, *, customer_id):
    work.one(User, customer_id).contacts_hidden = True
