"""Attachments: staff's alone until opened; what a customer gets, by whether he may read contacts."""

import io
import zipfile
from contextlib import suppress

import pypdf
import pytest
from PIL import Image

from db.models import Attachment, AttachmentOpening, Notification
from services.applications.opening import tell_of_attachment
from services.candidates.attachments import (
    ReadFile,
    attach,
    attachments,
    download_attachment,
    hide_attachment,
    open_attachment,
    opened_attachments,
    read_attachment,
    take_away_attachment,
)
from services.errors import ContactsFound, Duplicate, Invalid, NotFound
from services.resumes.paper.asked import sheet_for_attachment
from services.resumes.paper.making import make
from services.vacancies.customers import untie
from services.writing.attachments import ChosenFile, keep_files
from tests.factories import stored, the
from tests.services.test_query_budgets import counted

pytestmark = pytest.mark.thorough

TASK = ReadFile(
    "Maryana +380 67 123 45 00.txt", b"my work", "text/plain",
    "<p>Solved by maryana@mail.example in two days.</p>", "Solved",
)  # fmt: skip
PICTURE = ReadFile("portfolio.png", b"\x89PNG pixels")


@pytest.fixture
def task(house, people):
    return house.do(people.recruiter, attach, candidate_id=people.maryana, file=TASK)


@pytest.fixture
def picture(house, people):
    return house.do(people.recruiter, attach, candidate_id=people.maryana, file=PICTURE)


def open_it(house, people, attachment_id):
    """As the page does once it was said what was found."""
    at_acme = {"attachment_id": attachment_id, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, open_attachment, without_contacts=True, **at_acme)


def opened(house, viewer, application_id):
    found = house.ask(viewer, opened_attachments, application_id=application_id)
    return [(one.id, one.remade) for one in found]


def gets(house, viewer, attachment_id):
    """What he gets of it: "file", "text" or nothing."""
    for what, ask in (("file", download_attachment), ("text", sheet_for_attachment)):
        with suppress(NotFound):
            house.ask(viewer, ask, attachment_id=attachment_id)
            return what
    return ""


def test_it_is_staffs_alone_until_it_is_opened_and_again_once_hidden(house, people, task):
    at_acme = {"attachment_id": task, "vacancy_id": people.acme_vacancy}
    outside = (people.iryna, people.pavlo, people.leo, people.greta, people.bohdan)
    assert [gets(house, viewer, task) for viewer in outside] == [""] * 5
    open_it(house, people, task)
    assert [gets(house, viewer, task) for viewer in outside] == ["text", "file", "file", "", ""]
    assert opened(house, people.pavlo, people.maryana_at_acme) == [(task, False)]
    assert opened(house, people.greta, people.maryana_at_globex) == []
    (view,) = house.ask(people.recruiter, attachments, candidate_id=people.maryana)
    assert view.opened_to == ((people.acme_vacancy, "Backend Lead"),)
    house.do(people.recruiter, hide_attachment, **at_acme)
    assert [gets(house, viewer, task) for viewer in outside] == [""] * 5
    assert opened(house, people.pavlo, people.maryana_at_acme) == []
    open_it(house, people, task)
    open_it(house, people, task)  # twice is once
    assert len(opened(house, people.pavlo, people.maryana_at_acme)) == 1
    house.do(people.recruiter, take_away_attachment, attachment_id=task)
    assert [gets(house, viewer, task) for viewer in (*outside, people.recruiter)] == [""] * 6
    assert house.installation.files.read(the(house, Attachment, task).stored_as) == b"my work"


def test_from_whom_contacts_are_hidden_gets_its_text_alone_cut_and_made_anew(house, people, task):
    open_it(house, people, task)
    (one,) = house.ask(people.iryna, opened_attachments, application_id=people.maryana_at_acme)
    assert one.remade
    assert "123 45" not in one.name
    made = make(house.ask(people.iryna, sheet_for_attachment, attachment_id=task), "pdf")
    assert made.file_name == "Attachment MT 2026-11-20.pdf"
    file = pypdf.PdfReader(io.BytesIO(made.content))
    words = "".join(page.extract_text() for page in file.pages)
    assert "in two days" in words
    for secret in ("maryana@mail", "123 45 00", "1234500"):
        assert secret not in words + repr(file.metadata)
    with pytest.raises(NotFound):
        house.ask(people.iryna, download_attachment, attachment_id=task)
    assert house.ask(people.pavlo, download_attachment, attachment_id=task).content == b"my work"


def test_contacts_in_it_stop_the_opening_until_it_is_said_that_they_are_cut(house, people, task):
    at_acme = {"attachment_id": task, "vacancy_id": people.acme_vacancy}
    with pytest.raises(ContactsFound) as refused:
        house.do(people.recruiter, open_attachment, **at_acme)
    found = {(leak.source, leak.text) for leak in refused.value.leaks}
    assert found == {("file_name", "+380 67 123 45 00"), ("attachment", "maryana@mail.example")}
    assert opened(house, people.pavlo, people.maryana_at_acme) == []
    # where everybody may read them there is nothing to stop
    at_globex = at_acme | {"vacancy_id": people.globex_vacancy}
    house.do(people.recruiter, open_attachment, **at_globex)
    assert opened(house, people.greta, people.maryana_at_globex) == [(task, False)]


def test_what_could_not_be_read_is_not_there_where_contacts_are_hidden(house, people, picture):
    house.do(
        people.recruiter, open_attachment, attachment_id=picture, vacancy_id=people.acme_vacancy
    )
    assert (gets(house, people.iryna, picture), gets(house, people.pavlo, picture)) == ("", "file")
    assert opened(house, people.iryna, people.maryana_at_acme) == []
    with pytest.raises(NotFound):
        house.do(people.iryna, tell_of_attachment, attachment_id=picture)


@pytest.mark.parametrize("over", [0, 1])
def test_a_text_that_is_too_long_to_be_looked_through_counts_as_not_read(house, people, over):
    long = "<p>" + "a " * 199_996 + "</p>" + "b" * (over + 1)
    assert len(long) == 400_000 + over
    file = ReadFile("long.txt", b"long", "text/plain", long, "long")
    key = house.do(people.recruiter, attach, candidate_id=people.maryana, file=file)
    kept = the(house, Attachment, key)
    assert (kept.readable, bool(kept.html)) == (not over, not over)
    (seen,) = house.ask(people.recruiter, attachments, candidate_id=people.maryana)
    assert seen.readable is not bool(over)
    assert gets(house, people.recruiter, key) == "file"


def test_lists_of_them_leave_their_texts_where_they_are(house, people, task):
    open_it(house, people, task)
    file = ReadFile("x.png", b"x")
    with counted(house.installation.database.engine) as sent:
        house.ask(people.recruiter, attachments, candidate_id=people.maryana)
        house.ask(people.pavlo, opened_attachments, application_id=people.maryana_at_acme)
        house.do(people.recruiter, attach, candidate_id=people.maryana, file=file)
    asked = [one for one in sent if one.startswith("SELECT") and "FROM attachments" in one]
    assert len(asked) == 3
    assert not [one for one in asked if "attachments.html" in one]


def test_of_two_who_open_it_at_the_same_moment_one_does(house, people, task, monkeypatch):
    open_it(house, people, task)
    with monkeypatch.context() as moment:  # the second does not see the first one's
        moment.setattr("services.candidates.attachments._openings", lambda *_: [])
        with pytest.raises(Duplicate):
            open_it(house, people, task)
    assert len(stored(house, AttachmentOpening, attachment_id=task)) == 1
    assert opened(house, people.pavlo, people.maryana_at_acme) == [(task, False)]
    (view,) = house.ask(people.recruiter, attachments, candidate_id=people.maryana)
    assert view.opened_to == ((people.acme_vacancy, "Backend Lead"),)
    at_acme = {"attachment_id": task, "vacancy_id": people.acme_vacancy}
    house.do(people.recruiter, hide_attachment, **at_acme)
    assert gets(house, people.pavlo, task) == ""
    open_it(house, people, task)  # once more is another opening
    assert gets(house, people.pavlo, task) == "file"


def test_it_goes_out_of_sight_with_the_vacancy_and_needs_the_candidate_in_it(house, people, task):
    with pytest.raises(NotFound):  # he is not linked there
        house.do(people.recruiter, open_attachment, attachment_id=task, vacancy_id=1)
    acme = {"vacancy_id": people.acme_vacancy}
    open_it(house, people, task)
    house.do(people.recruiter, untie, customer_id=people.pavlo.user_id, **acme)
    assert (gets(house, people.pavlo, task), gets(house, people.leo, task)) == ("", "file")


def test_the_first_download_is_told_where_it_was_opened(house, people, task):
    open_it(house, people, task)
    for viewer in (people.iryna, people.iryna, people.recruiter):
        house.do(viewer, tell_of_attachment, attachment_id=task)
    (told,) = stored(house, Notification, kind="downloaded_attachment")
    assert told.application_id == people.maryana_at_acme


def test_it_goes_out_with_a_letter_of_his_and_with_nobody_elses(house, people, task):
    files = [ChosenFile(attachment_id=task)]
    (kept,) = house.do(people.recruiter, keep_files, files, candidate_id=people.maryana)
    assert (kept.name, kept.size) == ("Maryana +380 67 123 45 00.txt", 7)
    with pytest.raises(NotFound):
        house.do(people.recruiter, keep_files, files, candidate_id=people.yurii)
    house.do(people.recruiter, take_away_attachment, attachment_id=task)
    with pytest.raises(NotFound):
        house.do(people.recruiter, keep_files, files, candidate_id=people.maryana)


def test_names_are_data_and_only_so_many_are_kept(house, people, monkeypatch):
    named = ReadFile("../../etc/\u202epa\x00sswd\r\n.png", b"x")
    key = house.do(people.recruiter, attach, candidate_id=people.yurii, file=named)
    name = the(house, Attachment, key).file_name
    assert not set(name) & set("/\\\x00\r\n\u202e")
    monkeypatch.setattr("services.candidates.attachments._MOST", 1)
    with pytest.raises(Invalid):
        house.do(people.recruiter, attach, candidate_id=people.yurii, file=named)


def a_picture():
    made = io.BytesIO()
    Image.new("RGB", (8, 8)).save(made, "JPEG")
    return made.getvalue()


def an_archive():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("Maryana +380671234500.txt", "x")
    return made.getvalue()


@pytest.mark.thorough
def test_what_is_uploaded_is_read_as_far_as_it_goes_and_programs_are_refused():
    text = read_attachment("task.txt", "Розвʼязано за два дні".encode())
    assert (text.media_type, "два дні" in text.text) == ("text/plain", True)
    for content in (a_picture(), an_archive()):
        read = read_attachment("x", content)
        assert (read.html, read.text) == ("", "")
    for content, problem in (
        (b"", "file_empty"),
        (b"x" * 15_000_001, "file_too_large"),
        (b"MZ\x90\x00" + b"\x00" * 99, "not_attachable"),
    ):
        with pytest.raises(Invalid) as refused:
            read_attachment("portfolio.pdf", content)
        assert refused.value.fields["problems"] == {"files": problem}
