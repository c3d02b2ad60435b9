"""The calendar feed over HTTP: the secret alone opens it, a calendar program asks with its mark."""

import pytest

from services.interviews.feed import new_feed
from services.work import perform
from tests.pages.test_outsiders import knock

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


@pytest.mark.parametrize("secret", ["", "x", "x" * 5000, "..%2f", "*"])
def test_a_dead_address_says_nothing(house, people, secret):
    status, headers, body = asked(house, f"/calendar/{secret}.ics")
    assert status in {404, 303}
    assert b"VCALENDAR" not in body
