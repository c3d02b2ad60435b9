"""The calendar feed over HTTP: the secret alone opens it, a calendar program asks with its mark."""

from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest

from pages.endpoints import paced
from services.access.pace import Allowance
from services.i18n import translator
from services.interviews import feed as feeds
from services.interviews.feed import new_feed
from services.work import perform
from tests.pages.test_outsiders import knock
from tests.services.interviews.test_scheduling import scheduled

pytestmark = pytest.mark.only_on("duckdb")
UKRAINIAN = {"accept-language": "uk,en"}


def asked(house, path, *, method="GET", **headers):
    sent, _ = knock(house, "http", path, method=method, host="jobs.example", **headers)
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
    for no_day in ("soon", "Mon, 99 Nov 99999 09:42:21 GMT"):
        assert since(**{"if-modified-since": no_day})[0] == 200
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


def test_a_program_that_asks_without_end_waits_and_no_other(house, people):
    hers, his = (perform(house.installation, who, new_feed) for who in (people.iryna, people.pavlo))
    answers = [asked(house, f"/calendar/{hers}.ics") for _ in range(31)]
    assert {status for status, _, _ in answers[:30]} == {200}
    status, headers, body = answers[30]
    assert (status, headers["retry-after"], headers["cache-control"]) == (429, "20", "no-store")
    assert headers["content-type"].startswith("text/plain")
    assert b"VCALENDAR" not in body
    assert asked(house, f"/calendar/{his}.ics")[0] == 200
    house.clock.pass_by(seconds=20)
    assert asked(house, f"/calendar/{hers}.ics")[0] == 200


def test_whoever_tries_out_addresses_waits_before_anything_is_read(house, people, monkeypatch):
    monkeypatch.setattr(paced, "OF_AN_ADDRESS", Allowance(3, timedelta(seconds=2)))
    tried = [asked(house, f"/calendar/{number}.ics", **UKRAINIAN) for number in range(4)]
    assert [status for status, _, _ in tried] == [404, 404, 404, 429]
    assert tried[3][1]["retry-after"] == "2"
    assert tried[3][2].decode() == translator("uk").text(
        "Too many requests at once. Please try again in a moment."
    )


def test_what_is_known_is_not_written_anew(house, people, monkeypatch):
    secret = perform(house.installation, people.iryna, new_feed)
    scheduled(house, people)
    _, headers, _ = asked(house, f"/calendar/{secret}.ics")
    monkeypatch.setattr(feeds, "feed_file", None)  # whoever writes it now falls
    known = {"if-none-match": headers["etag"]}
    assert asked(house, f"/calendar/{secret}.ics", **known)[0] == 304
