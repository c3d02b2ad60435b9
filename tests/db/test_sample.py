"""The sample agency: believable, the same every time, and nothing in it leaks."""

import hashlib
import itertools
import re
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, inspect, select

from db.base import Base
from db.engine import open_database
from db.integrity import orphans
from db.keys import new_key
from db.models import (
    Agency,
    Application,
    Candidate,
    CandidateContact,
    Company,
    Note,
    NoteReader,
    Notification,
    ResumeOriginal,
    ResumeVersion,
    Stage,
    StageChange,
    Term,
    User,
    Vacancy,
)
from db.sample.chronicle import Chronicle
from services.contacts import find
from services.folding import fold, fold_email, tidy, tidy_lines
from services.i18n.written import language_of
from services.markup import clean_html, plain_text
from tests.db import likenesses
from tests.db.sample_agency import (
    FILES,
    all_of,
    by_id,
    make_sample,
)

pytestmark = pytest.mark.thorough


@pytest.fixture
def session(prepared_database):
    database = open_database(prepared_database(make_sample))
    with database.new_session() as session:
        yield session
    database.close()


def test_nothing_points_at_nothing(session):
    assert orphans(session) == []


def test_it_is_as_large_as_an_agency_of_its_kind(session):
    counts = {
        model: session.scalar(select(func.count()).select_from(model))
        for model in (Candidate, Vacancy, Company, Application, ResumeVersion)
    }
    assert counts[Candidate] >= 80
    assert counts[Vacancy] == 12
    assert counts[Company] == 3
    assert 125 <= counts[Application] <= 155
    with_version = session.scalar(select(func.count(ResumeVersion.candidate_id.distinct())))
    assert 34 <= with_version <= 46
    roles = Counter(user.role for user in all_of(session, User))
    assert roles == {"administrator": 1, "recruiter": 3, "customer": 7}


def test_what_a_customer_signs_in_to_is_as_promised(session):
    users = {user.email: user for user in all_of(session, User)}
    acme, globex = users["acme@demo.example"], users["globex@demo.example"]
    assert (acme.name, acme.contacts_hidden) == ("Ірина Гордієнко", True)
    assert (globex.language, globex.contacts_hidden) == ("en", False)
    assert acme.company_id != globex.company_id
    assert users["recruiter@demo.example"].name == "Оксана Литвин"
    assert [user.external for user in users.values() if user.email.startswith("roman")] == [False]
    for email in ("recruiter@demo.example", "acme@demo.example", "globex@demo.example"):
        told = session.scalars(
            select(Notification.read_at).where(Notification.recipient_id == users[email].id)
        ).all()
        assert told.count(None) >= 3
        assert len(told) - told.count(None) >= 10


def test_every_resume_is_full_and_no_two_read_alike(session):
    lines = {}
    for original in all_of(session, ResumeOriginal):
        text = plain_text(original.html)
        assert len(text) > 1000
        assert original.readable
        content = FILES[original.stored_as]
        assert original.size == len(content)
        assert original.sha256 == hashlib.sha256(content).hexdigest()
        lines[original.candidate_id] = set(re.findall(r"<li>(.*?)</li>", original.html))
    assert len(lines) == 80
    for (_, one), (_, other) in itertools.combinations(lines.items(), 2):
        assert len(one & other) <= 4  # languages, and a line or two beside them


def test_letters_to_a_candidate_begin_in_the_language_of_the_resume(session):
    people = by_id(session, Candidate)
    written = {
        one.candidate_id: language_of(plain_text(one.html))
        for one in all_of(session, ResumeOriginal)
    }
    assert {key: people[key].letter_language for key in written} == written
    assert set(written.values()) == {"uk", "ru", "en"}


def test_texts_are_in_the_form_in_which_they_are_kept(session):
    for model in (ResumeOriginal, ResumeVersion):
        for row in all_of(session, model):
            assert clean_html(row.html) == row.html
    for note in all_of(session, Note):
        assert tidy_lines(note.body) == note.body
    for vacancy in all_of(session, Vacancy):
        assert tidy_lines(vacancy.description) == vacancy.description
        assert tidy_lines(vacancy.private_notes) == vacancy.private_notes
        assert tidy(vacancy.title) == vacancy.title


def test_texts_are_written_with_care(session):
    texts = [row.html for row in all_of(session, ResumeOriginal)]
    texts += [note.body for note in all_of(session, Note)]
    texts += [change.reason for change in all_of(session, StageChange)]
    texts += [f"{row.description}{row.private_notes}" for row in all_of(session, Vacancy)]
    texts += [row.headline for row in all_of(session, Candidate)]
    for text in texts:
        assert not re.search(r"[{}\[\]|]|—| - |'|\.\.|  | ,", text), text
        assert not re.search(r"(?<=[а-яіїєґё,] )(?:Ви|Вы|Вам|Вас|Ваш)\b", text), text


def test_versions_for_customers_and_what_is_opened_hold_no_contact(session):
    for version in all_of(session, ResumeVersion):
        assert find(plain_text(version.html)) == []
    opened = select(Note.body).join(NoteReader, NoteReader.note_id == Note.id)
    for body in session.scalars(opened):
        assert find(body) == []
    for change in all_of(session, StageChange):
        assert find(change.reason) == []
    for row in all_of(session, Candidate):
        assert find(f"{row.first_name} {row.last_name} {row.headline} {row.city}") == []


def test_originals_hold_the_contacts_that_are_known(session):
    known = defaultdict(list)
    for contact in all_of(session, CandidateContact):
        known[contact.candidate_id].append(contact.value)
    for original in all_of(session, ResumeOriginal):
        text = plain_text(original.html)
        found = {contact.text for contact in find(text)}
        assert all(value in text for value in known[original.candidate_id])
        assert found == set(known[original.candidate_id])
    phones = [contact.value for contact in all_of(session, CandidateContact)]
    assert len(phones) == len(set(phones))


def test_files_are_what_their_names_say(session):
    from docx import Document  # noqa: PLC0415 - costs a second, here alone

    kinds = Counter()
    for original in all_of(session, ResumeOriginal):
        content = FILES[original.stored_as]
        name = session.get_one(Candidate, original.candidate_id).first_name
        if original.file_name.endswith(".docx"):
            path = _as_file(content)
            text = "\n".join(paragraph.text for paragraph in Document(path).paragraphs)
        else:
            text = content.decode("utf-8")
        assert name in text
        assert "@" in text
        kinds[original.file_name.rpartition(".")[2]] += 1
    assert set(kinds) == {"docx", "txt"}
    assert kinds["docx"] >= 10


def _as_file(content):
    import io  # noqa: PLC0415

    return io.BytesIO(content)


def test_maryana_is_proposed_to_both_companies(session):
    companies = session.execute(
        select(Company.name, Stage.key)
        .join(Vacancy, Vacancy.company_id == Company.id)
        .join(Application, Application.vacancy_id == Vacancy.id)
        .join(Stage, Stage.id == Application.stage_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .where(Candidate.first_name == "Мар’яна", Candidate.last_name == "Ткаченко")
    )
    found = dict(tuple(row) for row in companies)
    assert found["Acme"] == "review"
    assert found["Globex"] == "interview"


def test_folding_agrees_with_the_services(session):
    for row in all_of(session, Candidate):
        first, last = fold(row.first_name), fold(row.last_name)
        assert row.folded_name == f"{last} {first} {last}".strip()
    for model in (Company, Term):
        for row in all_of(session, model):
            assert row.folded_name == fold(row.name)
    for user in all_of(session, User):
        assert user.folded_email == fold_email(user.email)


def test_everybody_is_found_again(session):
    assert likenesses.stored(session) == likenesses.wanted(session)


def test_keys_are_dated_as_new_ones_are():
    now = datetime.now(UTC)
    chronicle = Chronicle(now, "Europe/Kyiv")
    before, after = (
        chronicle.key(now - timedelta(seconds=2)),
        chronicle.key(now + timedelta(minutes=1)),
    )
    assert before < new_key() < after


@pytest.mark.only_on("duckdb")
def test_the_same_now_gives_the_same_sample(session, database_url):
    make_sample(database_url)
    again = open_database(database_url)
    with again.new_session() as other:
        for mapper in Base.registry.mappers:
            assert contents(session, mapper.class_) == contents(other, mapper.class_)
        assert contents(other, Agency)
    again.close()


def contents(session, model):
    columns = [column.key for column in inspect(model).columns]
    rows = [tuple(str(getattr(row, name)) for name in columns) for row in all_of(session, model)]
    return sorted(rows)
