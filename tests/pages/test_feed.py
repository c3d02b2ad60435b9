"""The calendar feed over HTTP: the secret alone opens it, a calendar program asks with its mark."""

from email.utils import parsedate_to_datetime

import pytest

from services.interviews.feed import new_feed
from services.work import perform
from tests.pages.test_outsiders import knock
from tests.services.interviews.test_scheduling import scheduled

pytestmark = pytest.mark.only_on("duckdb")


def asked(house, path, **headers):
    sent, _ = knock(house, "http", path, method="GET", host="jobs.example", **headers)
    start = next(one for one in sent if one["type"] == "http.response.start")
    body = b"".join(one.get("body", b"") for one in sent)
    return start["status"], {k.decode(): v.decode() for k, v in start["headers"]}, body


@pytest.mark.parametrize("accept", ["text/calendar", "text/html,*/*"])
def test_the_address_needs_nothing_else(house, people, accept):
    secret = perform(house.installation, people.iryna, new_feed)
    status, headers, body = asked(house, f"/calendar/{secret}.ics", accept=accept)
    assert (status, headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert body.startswith(b"BEGIN:VCALENDAR")
    assert "no-cache" in headers["cache-control"]
    mark = {"if-none-match": headers["etag"]}
    status, _, body = asked(house, f"/calendar/{secret}.ics", **mark)
    assert (status, body) == (304, b"")


def test_who_asks_since_when_gets_it_only_when_it_has_changed(house, people):
    secret = perform(house.installation, people.iryna, new_feed)
    house.clock.pass_by(seconds=0.4)

    def since(**headers):
        return asked(house, f"/calendar/{secret}.ics", **headers)

    _, headers, _ = since()
    known = headers["last-modified"]
    assert parsedate_to_datetime(known) == house.clock.now.replace(microsecond=0)
    assert since(**{"if-modified-since": known})[0] == 304
    assert since(**{"if-modified-since": "Fri, 20 Nov 2026 09:09:59 GMT"})[0] == 200
    assert since(**{"if-modified-since": "soon"})[0] == 200
    # Where both are asked, the mark counts.
    both = {"if-modified-since": known, "if-none-match": '"another"'}
    assert since(**both)[0] == 200
    scheduled(house, people)
    status, headers, _ = since(**{"if-modified-since": known})
    assert (status, headers["last-modified"] > known) == (200, True)
    assert since(**{"if-modified-since": headers["last-modified"]})[0] == 304


@pytest.mark.parametrize("secret", ["", "x", "x" * 5000, "..%2f", "*"])
def test_a_dead_address_says_nothing(house, people, secret):
    status, headers, body = asked(house, f"/calendar/{secret}.ics")
    assert status in {404, 303}
    assert b"VCALENDAR" not in body
