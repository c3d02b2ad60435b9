"""A file that went out with a letter over HTTP: staff get it back, to all others it is not there."""

import pytest

from db.models import CandidateContact, LetterFile
from pages.endpoints.requests import COOKIE
from services.ids import key_text
from services.writing.attachments import Attachment
from services.writing.by_hand import write
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from tests.factories import plant, stored
from tests.pages.tab import signed_in
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
        files=(Attachment("<b>Offer.html", b"<html><script>x()</script></html>"),),
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
    _, _, body = asked(house, address, **{"accept-language": "fr, uk-UA;q=0.9"})
    assert body.decode() == "Не знайдено"
