"""A scan stored before this server could read it: one press on the candidate's page reads it."""

from dataclasses import replace

import pytest

from db.models import Attachment, ResumeOriginal
from pages.ui.staff import candidate_attachments, candidate_originals
from services.candidates.attachments import ReadFile, attach, open_attachment
from services.candidates.resumes import receive
from services.documents import ReadDocument
from services.ids import key_text
from tests.factories import the
from tests.people import text_file

pytestmark = [pytest.mark.only_on("duckdb"), pytest.mark.thorough]


def test_it_is_offered_where_it_can_be_read_and_says_what_came_of_it(
    house, people, open_tab, monkeypatch
):
    unread = ReadDocument("pdf", "application/pdf", readable=False, html="", text="")
    file = replace(text_file("scan.pdf", "x"), document=unread)
    scan = house.do(people.recruiter, receive, candidate_id=people.yurii, file=file)
    tab = open_tab(people.recruiter)
    tab.open("candidate", id=people.yurii)
    key = f"read_again_{key_text(scan)}"
    assert key not in [one.key for one in tab.test.button]  # without Tesseract it comes to nothing

    def press(document):
        monkeypatch.setattr(candidate_originals, "could_be_read", lambda one, **_: not one.readable)
        monkeypatch.setattr(candidate_originals, "read_document", lambda *_, **__: document)
        tab.again()
        tab.test.button(key=key).click()
        shown = tab.again()
        assert not shown.broken
        return shown.words

    assert "it is probably a scan" in press(unread)
    read = replace(unread, readable=True, html="<p>Zymurgist</p>", text="Zymurgist", scanned=True)
    words = press(read)
    assert "Zymurgist" in words
    assert "read off the picture and may be wrong" in words
    assert key not in [one.key for one in tab.test.button]
    assert the(house, ResumeOriginal, scan).html == "<p>Zymurgist</p>"


def test_so_is_an_attachment_and_contacts_in_it_stop_it_where_it_is_opened(
    house, people, open_tab, monkeypatch
):
    file = ReadFile("task.pdf", b"x", "application/pdf")
    key = house.do(people.recruiter, attach, candidate_id=people.maryana, file=file)
    here = {"attachment_id": key, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, open_attachment, **here)
    read = replace(file, html="<p>+380 50 111 22 33</p>", text="Call")
    monkeypatch.setattr(candidate_attachments, "could_be_read", lambda one, **_: not one.readable)
    monkeypatch.setattr(candidate_attachments, "read_attachment", lambda *_, **__: read)
    tab = open_tab(people.recruiter)
    where = {"id": people.maryana, "app": people.maryana_at_acme, "paper": "attachments"}

    def press(act):
        tab.open("candidate", **where)
        tab.test.button(key=f"attachment_{act}_{key_text(key)}").click()
        shown = tab.again()
        assert not shown.broken
        return shown.words

    assert "found in this file: +380 50 111 22 33. Hide it from the customers" in press("read")
    press("hide")
    words = press("read")
    assert "The text was read." in words
    assert "no text was read" not in words
    assert the(house, Attachment, key).readable
