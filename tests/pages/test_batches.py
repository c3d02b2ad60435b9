"""Several files at once as a page: progress, the table to confirm, saving once, reload, cancel."""

import threading
from dataclasses import replace

import pytest

from db.models import Application, Candidate, Vacancy
from pages.endpoints.requests import COOKIE
from services.access.sessions import viewer_of
from services.batches.batch import Dropped
from services.batches.desk import Desk, read_one
from services.batches.dropping import batch_of, drop
from services.documents import ReadDocument, propose
from services.errors import DocumentRefused
from services.viewer import DOORKEEPER
from tests.factories import alter, stored
from tests.pages.tab import Tab, signed_in
from tests.pages.test_outsiders import knock

pytestmark = pytest.mark.thorough

PATIENCE = 30
ADA = Dropped("ada.txt", b"Ada Lovelace\nAnalyst\nada@mail.example\n+44 20 7946 0000\n")
GRACE = Dropped("grace.txt", b"Grace Hopper\nEngineer\n")
SCAN = Dropped("scan.pdf", b" ")
LOCKED = Dropped("locked.pdf", b"locked")
KNOWN = Dropped("m.txt", b"Marianna Kovalenko\nEngineer\nmaryana@mail.example\n")


@pytest.fixture
def go_on():
    """The reader waits while this is not set."""
    event = threading.Event()
    event.set()
    yield event
    event.set()


@pytest.fixture
def tab(house, people, go_on):
    def read(file, skills, _stopped):
        assert go_on.wait(PATIENCE)
        if file.content == LOCKED.content:
            raise DocumentRefused(reason="encrypted")
        text = file.content.decode().strip()
        document = ReadDocument("txt", "text/plain", readable=bool(text), html=text, text=text)
        return document, propose(text, skills=skills)

    house.installation = replace(house.installation, desk=Desk(read))
    yield Tab(house, signed_in(house, people.recruiter))
    house.installation.desk.close()


def drop_there(tab, *files, vacancy_id=None, read=True):
    """What the browser's drop does, which a tab without a browser cannot."""
    viewer = tab.house.ask(DOORKEEPER, viewer_of, secret=tab.secret)
    drop(tab.house.installation, viewer, files=files, vacancy_id=vacancy_id)
    if read:
        wait(tab.house)
    return viewer


def wait(house):
    if (reader := house.installation.desk.reader) is not None:
        reader.join(PATIENCE)


def press(tab, key):
    tab.test.button(key=key).click()
    return tab.again()


def names(house):
    return [f"{one.first_name} {one.last_name}" for one in stored(house, Candidate)]


def test_what_is_dropped_while_other_files_wait_is_refused_in_words(house, people, tab):
    said = "There are files that you have not saved yet"
    assert said not in tab.open("intake", dropped="1").words  # there is room: they are handed over
    drop_there(tab, ADA, vacancy_id=people.acme_vacancy)
    assert said not in tab.open("intake").words
    shown = tab.open("intake", vacancy=people.globex_vacancy, dropped="1")
    assert (shown.broken, said in shown.words, "Ada Lovelace" in shown.words) == ((), True, True)


def test_nothing_can_be_dropped_for_a_closed_vacancy(house, people, tab):
    alter(house, Vacancy, people.globex_vacancy, closed_at=house.clock.now, closed_as="cancelled")
    shown = tab.open("intake", vacancy=people.globex_vacancy)
    said = "This vacancy is closed: nobody is added to it. Re-open it first."
    assert (shown.broken, said in shown.words) == ((), True)
    assert not tab.test.get("file_uploader")


def test_dropped_read_confirmed_and_saved_once(house, people, tab):
    shown = tab.open("intake", vacancy=people.acme_vacancy)
    assert (shown.broken, "Backend Lead" in shown.words) == ((), True)
    viewer = drop_there(tab, ADA, LOCKED, SCAN, KNOWN, ADA, vacancy_id=people.acme_vacancy)
    shown = tab.again()
    assert shown.broken == ()
    for words in (
        "Ada Lovelace",
        "ada@mail.example",
        "+44 20 7946 0000",
        "The file is protected by a password.",
        "No text was found: it is kept as a file.",
        "Name is missing",
        "Known already?",
        "Update Maryana Tkachenko",
        "This company was shown the candidate already: “Backend Lead”",
        "The same file as “ada.txt”.",
        "Dropped twice",
    ):
        assert words in shown.words
    assert tab.test.button(key="intake_save").label == "Save 1 candidate"
    before = names(house)

    shown = press(tab, "intake_save")
    assert shown.broken == ()
    assert tab.test.button(key="intake_save").disabled
    assert Tab(house, tab.secret).open("intake", vacancy=people.acme_vacancy).words == shown.words
    assert sorted(names(house)) == sorted([*before, "Ada Lovelace"])
    assert "Added: 1" in shown.words
    ada = next(one for one in stored(house, Candidate) if one.first_name == "Ada")
    assert len(stored(house, Application, candidate_id=ada.id)) == 1

    # The scan gets its name in the form; whoever is known is left out.
    shown = tab.open("intake", vacancy=people.acme_vacancy, file="4")
    seen = "This company was shown the candidate already: “Backend Lead”"
    assert shown.words.count(seen) == 2  # at the twin and in the table
    shown = tab.open("intake", vacancy=people.acme_vacancy, file="3")
    assert (shown.broken, "It is kept as it is" in shown.words) == ((), True)
    (field,) = [one for one in tab.test.text_input if one.label == "First name"]
    field.set_value("Scanned")
    assert "Scanned" in tab.again().words
    assert press(tab, "intake_save").broken == ()
    assert "Scanned " in names(house)
    shown = press(tab, "intake_cancel")
    assert (shown.broken, "Left out" in shown.words) == ((), True)
    assert "Marianna Kovalenko" not in names(house)
    assert "This company was shown" not in shown.words  # who is left out is linked to nothing
    batch = batch_of(house.installation, viewer)
    assert (batch.is_done, "More files" in shown.words) == (True, True)


def test_whoever_is_known_is_answered_in_the_form_and_updated(house, people, tab):
    tab.open("intake")
    drop_there(tab, KNOWN)
    shown = tab.open("intake", file="1")
    for words in ("Perhaps in the base already", "same e-mail", "Maryana Tkachenko"):
        assert words in shown.words
    before = names(house)
    (update,) = [one for one in tab.test.button if one.label == "Update Maryana Tkachenko"]
    update.click()
    assert tab.again().broken == ()
    shown = press(tab, "intake_save")
    assert (shown.broken, "Updated: 1" in shown.words) == ((), True)
    assert names(house) == before


def test_what_is_typed_is_kept_in_the_batch_and_found_again_after_a_reload(house, tab):
    tab.open("intake")
    drop_there(tab, ADA, GRACE)
    shown = tab.open("intake", file="1")
    assert "Found in “Ada Lovelace”" in shown.words
    (field,) = [one for one in tab.test.text_input if one.label == "First name"]
    field.set_value("Augusta")
    shown = tab.again()
    assert (shown.broken, "Augusta Lovelace" in shown.words) == ((), True)
    again = Tab(house, tab.secret)
    assert "Augusta Lovelace" in again.open("intake").words
    again.open("intake", file="1")
    (field,) = [one for one in again.test.text_input if one.label == "First name"]
    assert field.value == "Augusta"
    values = [one.value for one in again.test.text_input if one.label == "Contact"]
    assert values == ["ada@mail.example", "+44 20 7946 0000", ""]


def test_while_it_is_read_a_reload_finds_it_and_cancel_leaves_nothing(house, people, tab, go_on):
    tab.open("intake")
    go_on.clear()
    viewer = drop_there(tab, ADA, GRACE, read=False)
    again = Tab(house, tab.secret)
    shown = again.open("intake")
    assert shown.broken == ()
    for words in ("Reading 1 of 2 · ada.txt", "grace.txt", "Waits"):
        assert words in shown.words
    for other in (people.recruiter, people.admin):  # another session of hers; somebody else
        stranger = Tab(house, signed_in(house, other)).open("intake")
        assert (stranger.broken, "ada.txt" in stranger.words) == ((), False)
    shown = press(again, "intake_stop")
    assert (shown.broken, "ada.txt" in shown.words) == ((), False)
    assert batch_of(house.installation, viewer) is None
    go_on.set()
    assert "ada.txt" not in again.again().words
    assert not {"Ada Lovelace", "Grace Hopper"} & set(names(house))


def test_the_browsers_drop_is_taken_over_and_let_go(house, people, tab):
    tab.open("intake", vacancy=people.acme_vacancy)
    (place,) = tab.test.file_uploader
    place.set_value([(one.name, one.content, "text/plain") for one in (ADA, GRACE)])
    tab.again()
    wait(house)
    shown = tab.again()
    assert (shown.broken, "Grace Hopper" in shown.words) == ((), True)
    assert "Save 2 candidates" in [one.label for one in tab.test.button]
    assert len(tab.test.file_uploader) == 0


def test_signing_out_drops_it_at_once(house, tab):
    drop_there(tab, ADA)
    assert len(house.installation.desk.owners()) == 1
    host, cookie = "jobs.example", f"{COOKIE}={tab.secret}"
    sent, _ = knock(
        house, "http", "/session/end", origin=f"http://{host}", host=host, cookie=cookie
    )
    assert sent[0]["status"] == 303
    assert house.installation.desk.owners() == []


def test_more_than_twenty_are_named(house, tab):
    tab.open("intake")
    drop_there(tab, *(Dropped(f"{n}.txt", f"Ada Number{n}".encode()) for n in range(22)))
    shown = tab.again()
    assert shown.broken == ()
    assert "Only 20 files are taken at once. Not taken: 20.txt, 21.txt" in shown.words


def test_the_desk_of_a_house_reads_in_a_process():
    assert Desk()._read is read_one
