"""An original that held no text when it came is read again once the server can."""

from dataclasses import replace

import pytest

from db.models import Attachment, AuditEntry, ResumeOriginal
from services.candidates import reading_again
from services.candidates.attachments import (
    ReadFile,
    attach,
    attachments,
    hide_attachment,
    open_attachment,
    opened_attachments,
)
from services.candidates.listing import candidates
from services.candidates.reading_again import (
    could_be_read,
    keep_what_was_read,
    keep_what_was_read_of_attachment,
    unread_attachment,
    unread_original,
)
from services.candidates.resumes import originals, receive
from services.candidates.views import candidate
from services.documents import ReadDocument
from services.errors import ContactsFound, NotFound
from tests.factories import stored, the
from tests.people import text_file

pytestmark = pytest.mark.thorough

PDF = "application/pdf"
UNREAD = ReadDocument("pdf", PDF, readable=False, html="", text="")
SCANNED = ReadDocument(
    "pdf", PDF, readable=True, html="<p>Zymurgist</p>", text="Zymurgist", scanned=True
)


@pytest.fixture
def scan(house, people):
    """Yurii's newest original: pictures alone. He is presented to Acme, without a version."""
    file = replace(text_file("scan.pdf", "x"), content=b"%PDF pictures", document=UNREAD)
    return house.do(people.recruiter, receive, candidate_id=people.yurii, file=file)


def test_it_is_read_once_searched_for_and_seen_where_originals_are(house, people, scan):
    def resume(viewer):
        return house.ask(viewer, candidate, candidate_id=people.yurii).resume

    def found():
        return house.ask(people.recruiter, candidates, search="zymurgist").found

    act = {"original_id": scan}
    assert (resume(people.pavlo).kind, resume(people.iryna).kind) == ("unreadable", "withheld")
    assert house.ask(people.recruiter, unread_original, **act) == b"%PDF pictures"
    assert not house.do(people.recruiter, keep_what_was_read, **act, document=UNREAD)
    assert not the(house, ResumeOriginal, scan).readable
    assert found() == 0

    assert house.do(people.recruiter, keep_what_was_read, **act, document=SCANNED)
    assert resume(people.pavlo).html == "<p>Zymurgist</p>"
    assert resume(people.iryna).kind == "withheld"
    assert found() == 1
    assert len(stored(house, AuditEntry, act="read_again", object_id=scan)) == 1
    for again in (
        lambda: house.ask(people.recruiter, unread_original, **act),
        lambda: house.do(people.recruiter, keep_what_was_read, **act, document=SCANNED),
    ):
        with pytest.raises(NotFound):  # a colleague was faster: his stays
            again()


def test_an_attachment_is_read_again_and_checked_before_it_is_opened(house, people, monkeypatch):
    file = ReadFile("task.pdf", b"%PDF pictures", PDF)
    key = house.do(people.recruiter, attach, candidate_id=people.maryana, file=file)
    here = {"attachment_id": key, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, open_attachment, **here)
    application = {"application_id": people.maryana_at_acme}
    assert house.ask(people.iryna, opened_attachments, **application) == []
    (view,) = house.ask(people.recruiter, attachments, candidate_id=people.maryana)
    monkeypatch.setattr(reading_again, "reader_of_scans", object)
    assert could_be_read(view, scans=True)

    act = {"attachment_id": key}
    assert house.ask(people.recruiter, unread_attachment, **act) == b"%PDF pictures"
    keep = keep_what_was_read_of_attachment
    assert not house.do(people.recruiter, keep, **act, file=file)
    told = replace(file, html="<p>Call +380 50 111 22 33</p>", text="Call")
    with pytest.raises(ContactsFound):  # opened already, to one from whom contacts are hidden
        house.do(people.recruiter, keep, **act, file=told)
    assert house.ask(people.iryna, opened_attachments, **application) == []
    house.do(people.recruiter, hide_attachment, **here)
    assert house.do(people.recruiter, keep, **act, file=told)
    assert the(house, Attachment, key).html == told.html
    assert len(stored(house, AuditEntry, act="read_again", object_id=key)) == 1
    with pytest.raises(NotFound):  # a colleague was faster: his stays
        house.do(people.recruiter, keep, **act, file=told)


def test_it_is_offered_where_this_server_has_what_it_takes(house, people, scan, monkeypatch):
    (view, *_) = house.ask(people.recruiter, originals, candidate_id=people.yurii)
    monkeypatch.setattr(reading_again, "reader_of_scans", lambda: None)
    monkeypatch.setattr(reading_again, "installed", list)
    word = replace(view, media_type="application/msword")
    assert not any(could_be_read(one, scans=True) for one in (view, word))
    monkeypatch.setattr(reading_again, "reader_of_scans", object)
    monkeypatch.setattr(reading_again, "installed", lambda: [object()])
    assert [could_be_read(view, scans=scans) for scans in (True, False)] == [True, False]
    assert could_be_read(word, scans=False)
    assert not could_be_read(replace(view, readable=True), scans=True)
