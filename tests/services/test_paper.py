"""The résumé on paper: what its reader reads, made anew, and nothing else."""

import io
from dataclasses import replace

import docx
import pypdf
import pytest

from db.models import Agency, AuditEntry, Candidate, Notification
from services.applications.opening import tell_of_version
from services.candidates.resumes import save_version
from services.candidates.views import candidate
from services.customers.story import deeds_of
from services.documents.limits import Limits
from services.errors import NotFound, PaperNotMade
from services.notifications import notifications
from services.resumes.paper.asked import sheet_for_application, sheet_for_candidate
from services.resumes.paper.making import make
from services.resumes.paper.sheet import KINDS
from tests.factories import alter, stored

pytestmark = [pytest.mark.thorough, pytest.mark.only_on("duckdb")]

VERSION = (
    "<h2>Досвід роботи</h2><p>Керувала <strong>платежами</strong>, ґанок, їжак, Ёлка, 5 000 ₴.<br>"
    "Write to maryana@mail.example or +380 67 123 45 00.</p>"
    "<ul><li>Перший пункт<ul><li>вкладений</li></ul></li></ul><ol><li>один</li><li>два</li></ol>"
    '<table><tr><th>Рік</th><th>Де</th></tr><tr><td rowspan="2">2019</td><td>Нова пошта</td></tr>'
    "<tr><td>ПриватБанк</td></tr></table>"
)
WORDS = ("Досвід роботи", "ґанок, їжак, Ёлка, 5 000 ₴", "вкладений", "Нова пошта", "ПриватБанк")


@pytest.fixture
def saved(house, people):
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html=VERSION)
    return people


def made(house, viewer, application_id, kind="pdf"):
    return make(house.ask(viewer, sheet_for_application, application_id=application_id), kind)


def read(download):
    """All that a reader finds in the file: its words and its properties."""
    if download.file_name.endswith(".pdf"):
        file = pypdf.PdfReader(io.BytesIO(download.content))
        words = "\n".join(page.extract_text() for page in file.pages)
        return words, {name: str(value) for name, value in (file.metadata or {}).items()}
    file = docx.Document(io.BytesIO(download.content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    frame = file.sections[0]
    around = [line.text for part in (frame.header, frame.footer) for line in part.paragraphs]
    own = file.core_properties
    return "\n".join([*(line.text for line in file.paragraphs), *cells, *around]), {
        name: str(getattr(own, name))
        for name in ("title", "author", "comments", "last_modified_by", "created", "keywords")
    }


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_its_reader_reads_and_no_contact_that_is_hidden_from_him(house, saved, kind):
    hidden = made(house, saved.iryna, saved.maryana_at_acme, kind)
    words, properties = read(hidden)
    assert [
        part for part in (*WORDS, "Maryana Tkachenko", "Clear People") if part not in words
    ] == []
    assert "+380 44 555 01 00" in words  # whom to call is the agency
    for secret in ("maryana@mail", "123 45 00", "1234500"):
        assert secret not in words + repr(properties)
        assert secret.encode() not in hidden.content
    # the positive control: who may read the contacts finds them in his own file
    assert "maryana@mail.example" in read(made(house, saved.pavlo, saved.maryana_at_acme, kind))[0]


def test_the_sheet_is_what_the_page_shows_to_every_reader(house, saved):
    for viewer, application_id in (
        (saved.iryna, saved.maryana_at_acme),
        (saved.pavlo, saved.maryana_at_acme),
        (saved.pavlo, saved.yurii_at_acme),
        (saved.greta, saved.maryana_at_globex),
        (saved.recruiter, saved.maryana_at_acme),
    ):
        sheet = house.ask(viewer, sheet_for_application, application_id=application_id)
        whose = saved.maryana if application_id != saved.yurii_at_acme else saved.yurii
        one = house.ask(viewer, candidate, candidate_id=whose)
        assert (sheet.html, sheet.name) == (one.resume.html, one.name)
    assert house.ask(saved.recruiter, sheet_for_candidate, candidate_id=saved.maryana).html == (
        house.ask(saved.recruiter, candidate, candidate_id=saved.maryana).resume.html
    )


def test_where_nothing_may_be_read_there_is_no_file(house, saved):
    for viewer, application_id in (
        (saved.iryna, saved.yurii_at_acme),  # withheld: there is no version
        (saved.iryna, saved.maryana_at_globex),
        (saved.iryna, saved.kyrylo_at_acme),
        (saved.greta, saved.maryana_at_acme),
        (saved.bohdan, saved.maryana_at_acme),
        (saved.pavlo, 1),
    ):
        with pytest.raises(NotFound):
            house.ask(viewer, sheet_for_application, application_id=application_id)
    with pytest.raises(NotFound):  # staff have the original itself
        house.ask(saved.recruiter, sheet_for_candidate, candidate_id=saved.yurii)


@pytest.mark.parametrize("kind", KINDS)
def test_its_name_and_its_properties_are_neutral(house, saved, kind):
    alter(house, Agency, stored(house, Agency)[0].id, colour="#8a2be2")
    download = made(house, saved.iryna, saved.maryana_at_acme, kind)
    assert download.file_name == f"Resume MT 2026-11-20.{kind}"
    _, properties = read(download)
    if kind == "pdf":
        assert properties.keys() == {"/Title", "/Author", "/Creator"}
        assert (properties["/Title"], properties["/Author"]) == ("Resume", "Clear People")
    else:
        assert (properties["title"], properties["author"]) == ("Resume", "Clear People")
        assert properties["comments"] == ""


def test_a_name_that_holds_a_contact_names_no_file_with_it(house, saved):
    alter(house, Candidate, saved.maryana, last_name="Tkachenko maryana@mail.example")
    download = made(house, saved.iryna, saved.maryana_at_acme)
    assert "mail" not in download.file_name
    assert "maryana@mail" not in read(download)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_link_too_long_to_be_set_the_words_stay(house, people, kind):
    html = f'<p>See <a href="https://work.example/{"a" * 9_000}">my work</a> of 2024</p>'
    house.do(people.recruiter, save_version, candidate_id=people.maryana, html=html)
    download = made(house, people.pavlo, people.maryana_at_acme, kind)
    assert "See my work of 2024" in read(download)[0]


@pytest.mark.parametrize(
    ("what", "kind", "limits"),
    [
        ("time", "pdf", Limits(seconds=0.01)),
        ("memory", "pdf", Limits(memory=60_000_000)),
        ("memory", "docx", Limits(memory=60_000_000)),
        ("crash", "pdf", Limits()),
    ],
)
def test_what_takes_too_much_is_told_apart_from_what_breaks_off(house, saved, what, kind, limits):
    sheet = house.ask(saved.pavlo, sheet_for_application, application_id=saved.maryana_at_acme)
    changed = {"crash": {"shade": "no colour"}, "memory": {"html": "<p>Word</p>" * 30_000}}
    sheet = replace(sheet, **changed.get(what, {}))
    with pytest.raises(PaperNotMade) as refused:
        make(sheet, kind, limits=limits)
    assert refused.value.fields == {"reason": what}


def test_the_first_download_is_told_and_only_the_first(house, saved):
    for viewer in (saved.iryna, saved.iryna, saved.recruiter):
        house.do(viewer, tell_of_version, application_id=saved.maryana_at_acme)
    kinds = [one.kind for one in stored(house, Notification, kind="downloaded_version")]
    assert kinds == ["downloaded_version"]
    assert house.ask(saved.recruiter, notifications)[0].kind == "downloaded_version"
    assert len(stored(house, AuditEntry, act="download_version")) == 1
    deeds = house.ask(saved.recruiter, deeds_of, customer_id=saved.iryna.user_id)
    assert deeds[0].kind == "downloaded_version"
