"""The résumé as a file over HTTP: his own is made for him, to all others it is not there."""

import pytest

from db.models import Notification
from pages.endpoints import papers
from pages.endpoints.requests import COOKIE
from services.ids import key_text
from tests.factories import stored
from tests.pages.tab import signed_in
from tests.pages.test_feed import asked

pytestmark = pytest.mark.only_on("duckdb")
NOT_THERE = (404, b"Not found")


def got(house, viewer, path):
    cookie = {"cookie": f"{COOKIE}={signed_in(house, viewer)}"} if viewer else {}
    return asked(house, path, **cookie)


def test_it_is_made_for_who_reads_it_and_the_recruiter_hears_of_the_first_time(house, people):
    path = f"/resumes/{key_text(people.maryana_at_acme)}"
    for _ in range(2):
        status, headers, body = got(house, people.iryna, f"{path}.pdf")
        assert (status, body[:5], headers["cache-control"]) == (200, b"%PDF-", "no-store")
        assert headers["content-disposition"].endswith("Resume%20MT%202026-11-20.pdf")
        assert headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert len(stored(house, Notification, kind="downloaded_version")) == 1
    of_candidate = f"/resumes/candidates/{key_text(people.maryana)}"
    for address in (f"{path}.docx", f"{of_candidate}.docx"):
        status, _, body = got(house, people.recruiter, address)
        assert (status, body[:2]) == (200, b"PK")
    assert len(stored(house, Notification, kind="downloaded_version")) == 1


def test_who_asks_for_many_at_once_waits_and_nobody_else_does(house, people, monkeypatch):
    path = f"/resumes/{key_text(people.maryana_at_acme)}.pdf"
    monkeypatch.setitem(papers._waiting, people.iryna.user_id, 2)
    status, headers, _ = got(house, people.iryna, path)
    assert (status, headers["retry-after"]) == (503, "30")
    assert got(house, people.recruiter, path)[0] == 200
    assert people.recruiter.user_id not in papers._waiting


def test_what_is_not_his_is_not_there(house, people):
    at_acme, at_globex, withheld = (
        f"/resumes/{key_text(key)}.pdf"
        for key in (people.maryana_at_acme, people.maryana_at_globex, people.yurii_at_acme)
    )
    staffs = f"/resumes/candidates/{key_text(people.maryana)}.pdf"
    missing, odd = f"/resumes/{key_text(1)}.pdf", f"{at_acme[:-4]}.exe"
    for viewer, paths in (
        (people.iryna, (at_globex, withheld, staffs, missing, odd)),
        (people.greta, (at_acme, withheld, staffs, missing, odd)),
        (None, (at_acme, staffs, missing)),
    ):
        for path in paths:
            status, headers, body = got(house, viewer, path)
            assert (status, body) == NOT_THERE
            assert headers["cache-control"] == "no-store"
