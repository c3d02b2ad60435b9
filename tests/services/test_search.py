"""Staff find a candidate by anything they know of him; the index heals whatever happens to it."""

import shutil

import pytest
from sqlalchemy import select

from db.models import Candidate, CandidateContact, SearchMark
from services.candidates.forms import CandidateForm, ContactForm, add, edit
from services.candidates.listing import candidates
from services.candidates.resumes import receive, save_version
from services.errors import NotAllowed
from services.search import keeping
from services.search.index import CandidateIndex, IndexNotReady
from services.search.keeping import keep_up, refresh, tidy_up
from services.search.words import question, words_of, words_of_html
from services.viewer import LIBRARIAN
from tests.factories import alter, plant, stored
from tests.people import text_file

pytestmark = pytest.mark.thorough

OLENA = CandidateForm(
    "Олена",
    "О’Браєн-Ґудзь",
    headline="Senior C++ developer, Zürich",
    city="Київ",
    contacts=(
        ContactForm("phone", "+380 (67) 555-12-34"),
        ContactForm("email", "Olena.Gudz@mail.example"),
        ContactForm("telegram", "@olenka_g"),
    ),
    skills=("Kubernetes", "Event Sourcing"),
    categories=("Розробка",),
    patronymic="Степанівна",
)


@pytest.fixture
def olena(house, people):
    key = house.do(people.recruiter, add, form=OLENA)
    house.do(
        people.recruiter,
        receive,
        candidate_id=key,
        file=text_file(
            "o.txt", "Будувала <strong>платі</strong>жні системи. Тел. 8 (044) 123 45 67. ISO 27001"
        ),
    )
    return key


def found(house, viewer, search, **named):
    return [row.id for row in house.ask(viewer, candidates, search=search, **named).rows]


FINDS = [
    "олена", "ОЛЕНА", "гудзь олена", "обраєн", "О'Браєн", "zurich", "Zürich", "c++", "київ",
    "kuber", "event sourcing", "розробка", "платіжні", "платіж", "olena.gudz@mail.example", "olenka",
    "+380675551234", "067 555 12 34", "(067) 555-12", "555-12-34", "38067555", "044 123-45",
    "олена 0675551234", "27001", "8 067 555 12 34", "степанівна",
]  # fmt: skip
FINDS_NOT = [
    "олег",
    "c#",
    "067 555 12 35",
    "99 34 56",
    "лена",
    "kubernetes олег",
    "kубер",
    "%",
    "***",
]


@pytest.mark.parametrize("typed", FINDS)
def test_staff_find_by_whatever_they_know(shared, typed):
    house, recruiter, olena = shared
    assert found(house, recruiter, typed) == [olena]


@pytest.mark.parametrize("typed", FINDS_NOT)
def test_and_nobody_by_anything_else(shared, typed):
    house, recruiter, olena = shared
    page = house.ask(recruiter, candidates, search=typed)
    assert olena not in [row.id for row in page.rows]
    assert page.found == len(page.rows)


@pytest.fixture(scope="module")
def shared(shared_house, cast):
    key = shared_house.do(cast.recruiter, add, form=OLENA)
    text = "Будувала <strong>платі</strong>жні системи. Тел. 8 (044) 123 45 67. ISO 27001"
    shared_house.do(cast.recruiter, receive, candidate_id=key, file=text_file("o.txt", text))
    return shared_house, cast.recruiter, key


def test_words():
    assert words_of("C++, C# and .NET; node.js") == ["c++", "c#", "and", "net", "node", "js"]
    assert words_of("Їжакевич й ё Ł") == ["іжакевич", "и", "е", "l"]
    assert words_of_html("<p>one</p><p>two &amp; <em>th</em>ree</p>") == ["one", "two", "three"]
    assert not question(" !? ")
    assert question("8 916 123-45-67").numbers[0].digits == "161234567"


def test_a_change_is_found_at_once_and_the_old_words_are_not(house, people, olena):
    assert found(house, people.recruiter, "kubernetes") == [olena]
    row = stored(house, Candidate, id=olena)[0]
    form = CandidateForm("Olga", "Petrenko", skills=("Rust",))
    house.do(people.recruiter, edit, candidate_id=olena, form=form, version=row.version)
    assert found(house, people.recruiter, "rust") == [olena]
    assert found(house, people.recruiter, "petrenko") == [olena]
    for gone in ("kubernetes", "олена", "0675551234"):
        assert found(house, people.recruiter, gone) == []
    house.do(people.recruiter, save_version, candidate_id=olena, html="<p>Haskell</p>")
    assert found(house, people.recruiter, "haskell") == [olena]


def test_who_is_archived_is_found_no_more(house, people, olena):
    assert found(house, people.recruiter, "kubernetes") == [olena]
    house.do(
        people.recruiter, lambda work: setattr(work.one(Candidate, olena), "archived_at", work.now)
    )
    page = house.ask(people.recruiter, candidates, search="kubernetes")
    assert (page.rows, page.found) == ((), 0)


def test_what_a_crash_left_out_of_the_index_is_found_by_the_next_search(house, people, monkeypatch):
    assert found(house, people.recruiter, "lindqvist") == [people.sofia]
    with monkeypatch.context() as broken:
        broken.setattr(
            CandidateIndex, "update", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        key = house.do(people.recruiter, add, form=OLENA)
        with pytest.raises(KeyboardInterrupt):
            found(house, people.recruiter, "kubernetes")
    assert found(house, people.recruiter, "kubernetes") == [key]


def test_a_crash_between_the_index_and_its_position_only_reads_twice(house, people, monkeypatch):
    found(house, people.recruiter, "kubernetes")
    key = house.do(people.recruiter, add, form=OLENA)
    with monkeypatch.context() as broken:
        broken.setattr(
            "services.search.index._write_position",
            lambda *_: (_ for _ in ()).throw(KeyboardInterrupt),
        )
        with pytest.raises(KeyboardInterrupt):
            found(house, people.recruiter, "kubernetes")
    assert found(house, people.recruiter, "kubernetes") == [key]


@pytest.mark.parametrize("damage", ["gone", "position", "edition", "segments"])
def test_an_index_that_is_not_what_it_was_is_made_anew(house, people, olena, damage):
    assert found(house, people.recruiter, "kubernetes") == [olena]
    directory = house.installation.settings.data_dir / "search"
    if damage == "gone":
        shutil.rmtree(directory)
    elif damage == "position":
        (directory / "position.json").write_text("{", "utf-8")
    elif damage == "edition":
        (directory / "position.json").write_text('{"edition": 0, "last": 0, "seen": []}', "utf-8")
    else:
        (directory / "meta.json").unlink()
    house.installation.__dict__.pop("index")
    assert found(house, people.recruiter, "kubernetes") == [olena]


def test_an_index_of_another_past_is_made_anew(house, people, olena):
    """A backup was brought back: the database does not know what the index has read."""
    assert found(house, people.recruiter, "kubernetes") == [olena]
    house.do(
        LIBRARIAN, lambda work: [work.remove(mark) for mark in work.scalars(select(SearchMark))]
    )
    alter(house, Candidate, olena, headline="Restored")
    assert found(house, people.recruiter, "restored") == [olena]


def test_another_process_reads_its_own_index_and_late_marks_too(house, people, olena, tmp_path):
    """On PostgreSQL what was begun earlier may be committed later, by somebody else."""
    mine, other = house.installation.index, CandidateIndex(tmp_path / "elsewhere")
    newest = stored(house, SearchMark)[-1].id
    assert found(house, people.recruiter, "kubernetes") == [olena]
    with ElsewhereIndex(house, other):
        assert found(house, people.recruiter, "kubernetes") == [olena]
    contact = CandidateContact(
        candidate_id=people.sofia, kind="phone", value="+1 202 555 0143", position=9
    )
    plant(house, contact, SearchMark(id=newest - 1, candidate_id=people.sofia))
    assert found(house, people.recruiter, "2025550143") == [people.sofia]
    with ElsewhereIndex(house, other):
        assert found(house, people.recruiter, "2025550143") == [people.sofia]
    assert mine.position() == other.position()


class ElsewhereIndex:
    """The installation with another process's index."""

    def __init__(self, house, index):
        self.place, self.index = house.installation.__dict__, index

    def __enter__(self):
        self.mine = self.place["index"]
        self.place["index"] = self.index

    def __exit__(self, *_):
        self.place["index"] = self.mine


def test_while_a_large_index_is_made_names_are_searched(house, people, olena, monkeypatch):
    monkeypatch.setattr(keeping, "_WHILE_ONE_WAITS", 2)
    page = house.ask(people.recruiter, candidates, search="гудзь")
    assert page.names_only
    assert [row.id for row in page.rows] == []
    page = house.ask(people.recruiter, candidates, search="lindqvist")
    assert [row.id for row in page.rows] == [people.sofia]
    keep_up(house.installation)
    page = house.ask(people.recruiter, candidates, search="гудзь")
    assert not page.names_only
    assert [row.id for row in page.rows] == [olena]


def test_the_background_keeps_up_and_tidies(house, people, monkeypatch):
    keep_up(house.installation)
    key = house.do(people.recruiter, add, form=OLENA)
    keep_up(house.installation)
    position = house.installation.index.position()
    assert position.last == stored(house, SearchMark)[-1].id
    monkeypatch.setattr(keeping, "_KEPT", 0)
    tidy_up(house.installation)
    assert [mark.id for mark in stored(house, SearchMark)] == [position.last]
    assert found(house, people.recruiter, "kubernetes") == [key]


def test_two_who_write_the_index_do_not_meet(house, people, olena):
    found(house, people.recruiter, "kubernetes")
    index = house.installation.index
    again = CandidateIndex(house.installation.settings.data_dir / "search")
    with again._alone(), pytest.raises(IndexNotReady), index._alone():
        pass


def test_customers_and_strangers_do_not_touch_the_index(house, people):
    for viewer in (people.iryna, people.pavlo):
        with pytest.raises(NotAllowed):
            house.ask(viewer, refresh)
    house.installation.__dict__["index"] = None
    assert found(house, people.iryna, "tkachenko") == [people.maryana]
