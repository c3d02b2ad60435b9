"""What the calendar's grid reads for itself: whose it is, how it is served, when it is asked anew."""

import json
from datetime import time, timedelta

import pytest

from db.models import SignInSession
from pages.endpoints import entries as endpoint
from pages.endpoints.requests import COOKIE
from pages.ui.calendar import grid
from services.access.pace import Allowance
from services.customers import block
from services.ids import key_text
from services.vacancies.customers import untie
from tests.factories import alter, stored
from tests.pages.tab import Tab, signed_in
from tests.pages.test_feed import asked
from tests.services.interviews.test_scheduling import scheduled

pytestmark = pytest.mark.thorough

MONTH = "/calendar/entries?view=month&on=2026-11-20"


def state(house):
    with house.installation.database.reading_moment() as connection:
        return house.installation.database.state(connection)


@pytest.fixture
def planned(house, people):
    """At Acme and at Globex; one is staff's alone, one can still be undone."""
    keys = {
        "acme": scheduled(house, people),
        "yurii": scheduled(house, people, people.yurii_at_acme, at=time(12)),
        "globex": scheduled(house, people, people.maryana_at_globex, days=2),
        "staff": scheduled(house, people, days=3, staff_only=True),
        "undone": scheduled(house, people, days=4, undone=True),
    }
    return {key_text(key): name for name, key in keys.items()}


def read(house, secret, address=MONTH, **how):
    cookie = {"cookie": f"{COOKIE}={secret}"} if secret else {}
    return asked(house, address, **{"method": "GET", **how, **cookie})


def names(house, secret, planned, address=MONTH):
    status, _, body = read(house, secret, address)
    assert status == 200
    return {planned[one["id"]] for one in json.loads(body)["events"]}


def test_each_reads_what_is_his_and_no_address_gives_more(house, people, planned):
    everything = set(planned.values())
    filters = (f"&vacancy={key_text(people.globex_vacancy)}", "&state=scheduled.cancelled", "&on=x")
    for viewer, his in (
        (people.admin, everything),
        (people.recruiter, everything),
        (people.iryna, {"acme", "yurii"}),
        (people.pavlo, {"acme", "yurii"}),
        (people.greta, {"globex"}),
    ):
        secret = signed_in(house, viewer)
        assert names(house, secret, planned) == his
        for more in filters:
            assert names(house, secret, planned, MONTH + more) <= his
    assert names(house, signed_in(house, people.iryna), planned, MONTH + filters[0]) == set()
    house.clock.pass_by(seconds=11)
    before = state(house)
    assert "undone" in names(house, signed_in(house, people.iryna), planned)
    assert state(house) != before  # who signs in writes


@pytest.mark.only_on("duckdb")
def test_what_ends_ends_at_the_next_request(house, people, planned):
    untied, blocked, over = (
        signed_in(house, who) for who in (people.iryna, people.pavlo, people.greta)
    )
    assert [len(names(house, one, planned)) for one in (untied, blocked, over)] == [2, 2, 1]
    acme = {"vacancy_id": people.acme_vacancy, "customer_id": people.iryna.user_id}
    house.do(people.recruiter, untie, **acme)
    house.do(people.recruiter, block, customer_id=people.pavlo.user_id)
    for row in stored(house, SignInSession, user_id=people.greta.user_id):
        alter(house, SignInSession, row.id, ended_at=house.clock.now)
    assert names(house, untied, planned) == set()
    for dead in (blocked, over, "", "x"):
        status, headers, body = read(house, dead)
        assert (status, headers["cache-control"]) == (404, "no-store")
        assert b"Maryana" not in body


@pytest.mark.only_on("duckdb")
def test_it_is_json_that_nobody_keeps_and_only_our_own_pages_read(
    house, people, planned, monkeypatch
):
    secret = signed_in(house, people.recruiter)
    status, headers, body = read(house, secret, origin="https://evil.example")
    assert (status, headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert not any(name.startswith("access-control") for name in headers)
    mine = json.loads(body)["events"]
    assert {one["editable"] for one in mine} == {True}
    monkeypatch.setattr(endpoint, "MOST_IN_VIEW", len(mine))
    told = json.loads(read(house, secret)[2])["said"]
    assert told == f"Only the first {len(mine)} interviews are shown: filter them."
    hers = signed_in(house, people.iryna)
    event = json.loads(read(house, hers)[2])["events"][0]
    assert (event["start"], event["end"]) == ("2026-11-21T10:00:00", "2026-11-21T11:00:00")
    assert "Maryana Tkachenko · " in event["title"]
    assert not event["editable"]
    status, alone, nothing = read(house, secret, method="HEAD")
    assert (status, nothing, alone["content-type"]) == (200, b"", headers["content-type"])
    for method in ("POST", "PUT", "DELETE"):
        assert read(house, secret, method=method)[0] == 405
    no_place = "/calendar/entries?view=%00&on=9999-99-99&vacancy=-1..x&state=%F0&mark=" + "x" * 5000
    assert read(house, secret, no_place)[0] == 200
    # Whoever asks without end waits, and no other.
    monkeypatch.setattr(endpoint, "OF_A_CALENDAR", Allowance(2, timedelta(seconds=3)))
    house.clock.pass_by(minutes=1)
    assert [read(house, hers)[0] for _ in range(3)] == [200, 200, 429]
    assert read(house, hers)[1]["retry-after"] == "3"
    assert read(house, secret)[0] == 200


@pytest.mark.only_on("duckdb")  # beside other tests in one PostgreSQL nothing ever rests
def test_the_grid_asks_anew_when_something_may_be_another(house, people, planned, monkeypatch):
    """What the page tells it holds no interview; another address is read anew."""
    given = []
    monkeypatch.setattr(grid, "calendar", lambda **asked: given.append(asked) or {})
    hers, his = (Tab(house, signed_in(house, who)) for who in (people.iryna, people.greta))

    def address(tab):
        assert not tab.open("calendar", view="month", on="2026-11-20").broken
        assert "Maryana" not in str(given[-1])
        return given[-1]["events"]["address"]

    # For a while after something was done each run asks anew: it appears at an instant of its own.
    fresh = address(hers)
    house.clock.pass_by(seconds=3)
    assert address(hers) != fresh
    house.clock.pass_by(seconds=60)
    settled = address(hers)
    assert settled.startswith("/calendar/entries?view=month&on=2026-11-20&mark=")
    house.clock.pass_by(seconds=60)
    assert address(hers) == settled
    assert address(his) != settled
    assert "yurii" in names(house, hers.secret, planned, settled)
    acme = {"vacancy_id": people.acme_vacancy, "customer_id": people.iryna.user_id}
    house.do(people.recruiter, untie, **acme)
    taken = address(hers)
    assert taken != settled
    assert names(house, hers.secret, planned, taken) == set()
    house.clock.pass_by(minutes=1)
    settled = address(hers)
    house.clock.pass_by(minutes=15)  # what has begun meanwhile cannot be moved any more
    assert address(hers) != settled
