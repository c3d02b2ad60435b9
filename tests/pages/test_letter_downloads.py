"""A letter and its files over HTTP: staff get them back, to all others they are not there."""

import pytest

from db.models import CandidateContact, Letter, LetterFile
from pages.endpoints.requests import COOKIE
from services.ids import key_text
from services.writing.attachments import ChosenFile
from services.writing.by_hand import write
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from tests.factories import alter, plant, stored
from tests.pages.tab import Tab, signed_in
from tests.pages.test_feed import asked

pytestmark = pytest.mark.only_on("duckdb")
NOT_THERE = (404, b"Not found")


@pytest.fixture
def address(house, people):
    plant(
        house,
        CandidateContact(
            candidate_id=people.maryana, kind="email", value="m@candidates.example", position=0
        ),
    )
    house.do(
        people.recruiter, write,
        application_id=people.maryana_at_acme, kind="free",
        letter=CandidateLetter("en", Wording("About it", "<p>Words</p>")),
        files=(ChosenFile("<b>Offer.html", b"<html><script>x()</script></html>"),),
    )  # fmt: skip
    (one,) = stored(house, LetterFile)
    return f"/files/letters/{key_text(one.id)}"


def test_staff_get_it_back_as_it_was_and_it_never_runs(house, people, address):
    secret = signed_in(house, people.recruiter)
    status, headers, body = asked(house, address, cookie=f"{COOKIE}={secret}")
    assert (status, body) == (200, b"<html><script>x()</script></html>")
    assert headers["content-disposition"].startswith("attachment;")
    assert headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert headers["content-type"] == "application/octet-stream"


def test_to_a_customer_and_to_nobody_it_is_not_there(house, people, address):
    missing = f"{address[:-4]}zzzz"
    for viewer in (people.iryna, people.pavlo, people.greta):
        cookie = f"{COOKIE}={signed_in(house, viewer)}"
        for path in (address, missing):
            status, _, body = asked(house, path, cookie=cookie)
            assert (status, body) == NOT_THERE
    status, _, body = asked(house, address)
    assert (status, body) == NOT_THERE


@pytest.fixture
def hostile(house, address):
    """A letter of ours into which somebody got what he should not."""
    (letter,) = stored(house, Letter, kind="free")
    script = "<script>parent.x = 1</script><img src=//evil.example/p onerror=x() onload=x()>"
    alter(house, Letter, letter.id, html=letter.html.replace("Words", f"Words{script}"))
    return letter


def test_it_is_read_as_it_was_sent_and_nothing_in_it_runs_loads_or_leads_away(
    house, people, hostile
):
    path = f"/files/letters/{key_text(hostile.id)}/sent"
    tab = Tab(house, signed_in(house, people.recruiter))
    shown = tab.open("mail", id=hostile.id)
    (frame,) = tab.test.get("iframe")
    assert (frame.proto.src, frame.proto.srcdoc) == (path, "")
    assert "Words" in shown.words  # its plain text stands there as well
    status, headers, body = asked(house, path, cookie=f"{COOKIE}={signed_in(house, people.admin)}")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"<p>Words<script>" in body
    # A ground of its own without scripts, forms and new windows; of what is fetched, nothing.
    assert headers["content-security-policy"] == (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        "form-action 'none'; frame-ancestors 'self'"
    )
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["cache-control"] == "no-store"
    # A link would open a window, which the sandbox forbids: an answer is not given by reading.
    assert b'<head><base target="_blank">' in body


def test_as_it_was_sent_it_is_there_for_staff_alone(house, people, hostile):
    path = f"/files/letters/{key_text(hostile.id)}/sent"
    for viewer in (people.iryna, people.pavlo, people.greta):
        cookie = f"{COOKIE}={signed_in(house, viewer)}"
        for place in (path, f"/files/letters/{key_text(1)}/sent"):
            status, _, body = asked(house, place, cookie=cookie)
            assert (status, body) == NOT_THERE
    assert asked(house, path)[::2] == NOT_THERE


def test_a_letter_that_is_written_when_it_leaves_has_nothing_to_look_at_yet(house, people, hostile):
    alter(house, Letter, hostile.id, html="", text="", state="queued")
    tab = Tab(house, signed_in(house, people.recruiter))
    assert tab.open("mail", id=hostile.id).broken == ()
    assert list(tab.test.get("iframe")) == []
