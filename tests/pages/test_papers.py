"""The résumé as a file over HTTP: his own is made for him, to all others it is not there."""

from functools import partial

import pytest

from db.models import Notification, ResumeOriginal, Vacancy
from pages.endpoints import files, papers
from pages.endpoints.requests import COOKIE
from services.candidates.attachments import ReadFile, attach, open_attachment
from services.errors import Busy, Conflict, PaperNotMade
from services.ids import key_text
from tests.factories import alter, stored
from tests.pages.tab import signed_in
from tests.pages.test_feed import asked

pytestmark = [pytest.mark.thorough, pytest.mark.only_on("duckdb")]
NOT_THERE = (404, b"Not found")


def got(house, viewer, path, **named):
    cookie = {"cookie": f"{COOKIE}={signed_in(house, viewer)}"} if viewer else {}
    return asked(house, path, **cookie, **named)


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


@pytest.fixture
def task(house, people):
    file = ReadFile("task.txt", b"x", "text/plain", "<p>Solved in two days</p>", "Solved")
    key = house.do(people.recruiter, attach, candidate_id=people.maryana, file=file)
    house.do(people.recruiter, open_attachment, attachment_id=key, vacancy_id=people.acme_vacancy)
    return f"/files/attachments/{key_text(key)}"


def refuse(error, *_, **__):
    raise error


def test_whoever_asks_for_the_headers_alone_takes_nothing_along(house, people, task, monkeypatch):
    """HEAD: a browser or a scanner of links that looks first."""
    monkeypatch.setattr(papers, "make", partial(refuse, AssertionError("made for nobody")))
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    original = stored(house, ResumeOriginal, candidate_id=people.maryana, superseded_at=None)[0]
    resume = f"/resumes/{key_text(people.maryana_at_acme)}"
    staffs = f"/resumes/candidates/{key_text(people.maryana)}.pdf"
    for viewer, path, name in (
        (people.iryna, f"{resume}.pdf", ".pdf"),
        (people.iryna, f"{resume}.docx", ".docx"),
        (people.iryna, task, ".pdf"),
        (people.pavlo, task, "task.txt"),
        (people.pavlo, f"/files/{key_text(original.id)}", original.file_name[-4:]),
        (people.recruiter, staffs, ".pdf"),
    ):
        status, headers, body = got(house, viewer, path, method="HEAD")
        assert (status, body) == (200, b"")
        assert headers["content-disposition"].endswith(name)
        assert headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert headers.get("content-length") != "0"
    for viewer, path in ((people.greta, f"{resume}.pdf"), (people.greta, task), (None, staffs)):
        assert got(house, viewer, path, method="HEAD")[0] == 404
    told = [one.kind for one in stored(house, Notification)]
    assert not [kind for kind in told if kind.startswith("downloaded")]


@pytest.mark.parametrize(
    ("reason", "why"),
    [("time", "took too long"), ("memory", "too large"), ("crash", "Something went wrong")],
)
def test_of_what_cannot_be_made_he_is_told_why_and_where_else_it_is_to_be_had(
    house, people, task, monkeypatch, reason, why
):
    monkeypatch.setattr(papers, "make", partial(refuse, PaperNotMade(reason=reason)))
    resume = f"/resumes/{key_text(people.maryana_at_acme)}.pdf"
    for path, said in ((resume, "read it on the page"), (task, "ask the recruiter")):
        status, headers, body = got(house, people.iryna, path)
        assert (status, headers["cache-control"]) == (422, "no-store")
        assert said in body.decode()
        assert why in body.decode()


@pytest.mark.parametrize("error", [Busy(), Conflict()])
def test_it_is_given_though_the_recruiter_cannot_be_told_now(
    house, people, task, error, monkeypatch
):
    for tell in ("tell_of_version", "tell_of_attachment"):
        monkeypatch.setattr(papers, tell, partial(refuse, error))
    monkeypatch.setattr(files, "tell_of_download", partial(refuse, error))
    alter(house, Vacancy, people.acme_vacancy, gives_originals=True)
    original = stored(house, ResumeOriginal, candidate_id=people.maryana, superseded_at=None)[0]
    resume = f"/resumes/{key_text(people.maryana_at_acme)}.pdf"
    for viewer, path, begin in (
        (people.iryna, resume, b"%PDF-"),
        (people.iryna, task, b"%PDF-"),
        (people.pavlo, task, b"x"),
        (people.pavlo, f"/files/{key_text(original.id)}", b""),
    ):
        status, _, body = got(house, viewer, path)
        assert (status, body[: len(begin)]) == (200, begin)
