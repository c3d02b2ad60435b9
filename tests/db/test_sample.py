"""The sample agency: sound, believable, the same every time, and nothing in it leaks."""

import hashlib
import itertools
import re
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, inspect, select

from db.base import Base, UtcDateTime
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
    Opening,
    Presentation,
    ResumeOriginal,
    ResumeVersion,
    Stage,
    StageChange,
    Term,
    User,
    Vacancy,
    VacancyCustomer,
)
from db.sample.calendar import WorkingTime
from db.sample.chronicle import Chronicle
from db.sample.filling import fill
from services.contacts import find
from services.folding import fold, fold_email, tidy, tidy_lines
from services.markup import clean_html, plain_text
from services.vacancies import stages as services_stages
from tests.house import prepare

FRIDAY_NOON = datetime(2026, 11, 20, 10, 15, tzinfo=UTC)
JUST_OPENED = datetime(2026, 11, 23, 7, 36, tzinfo=UTC)  # Monday, 9:36 in Kyiv
SUNDAY_NIGHT = datetime(2026, 10, 25, 22, 5, tzinfo=UTC)  # the night the clocks go back

_files: dict[str, bytes] = {}


def put(content):
    name = hashlib.sha256(content).hexdigest()[:40]
    _files[name] = content
    return name


def make_sample(url, now=FRIDAY_NOON):
    prepare(url)
    database = open_database(url)
    with database.writing(), database.new_session() as session:
        fill(session, now=now, files_put=put, password_hash="hash", base_url="http://here")
        session.commit()
    database.close()


def make_sample_as_the_week_begins(url):
    make_sample(url, JUST_OPENED)


def make_sample_on_a_sunday_night(url):
    make_sample(url, SUNDAY_NIGHT)


@pytest.fixture
def session(prepared_database):
    database = open_database(prepared_database(make_sample))
    with database.new_session() as session:
        yield session
    database.close()


def all_of(session, model):
    return session.scalars(select(model)).all()


def by_id(session, model):
    return {row.id: row for row in all_of(session, model)}


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
        content = _files[original.stored_as]
        assert original.size == len(content)
        assert original.sha256 == hashlib.sha256(content).hexdigest()
        lines[original.candidate_id] = set(re.findall(r"<li>(.*?)</li>", original.html))
    assert len(lines) == 80
    for (_, one), (_, other) in itertools.combinations(lines.items(), 2):
        assert len(one & other) <= 4  # languages, and a line or two beside them


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
        assert not re.search(r"\b(?:Ви|Вы|Вам|Вас)\b", text) or ". В" in text, text


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
        content = _files[original.stored_as]
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


@pytest.mark.parametrize(
    "make", [make_sample, make_sample_as_the_week_begins, make_sample_on_a_sunday_night]
)
@pytest.mark.only_on("duckdb")
def test_histories_hold_at_any_hour(prepared_database, make):
    database = open_database(prepared_database(make))
    now = {
        make_sample: FRIDAY_NOON,
        make_sample_as_the_week_begins: JUST_OPENED,
        make_sample_on_a_sunday_night: SUNDAY_NIGHT,
    }[make]
    with database.new_session() as session:
        assert_histories_hold(session)
        assert_all_lies_in_the_past(session, now)
    database.close()


def test_histories_hold(session):
    assert_histories_hold(session)


def assert_histories_hold(session):
    stages, users = by_id(session, Stage), by_id(session, User)
    changes, shown, opened = defaultdict(list), defaultdict(list), {}
    for change in all_of(session, StageChange):
        changes[change.application_id].append(change)
    for presentation in all_of(session, Presentation):
        shown[presentation.application_id].append(presentation)
    for opening in all_of(session, Opening):
        opened[opening.application_id, opening.customer_id] = opening.opened_at
    taken_back = 0
    for application in all_of(session, Application):
        history = sorted(changes[application.id], key=lambda change: change.moved_at)
        assert [change.id for change in history] == sorted(change.id for change in history)
        assert history[0].from_stage_id is None
        assert history[0].moved_at == application.created_at
        for before, after in itertools.pairwise(history):
            assert after.from_stage_id == before.to_stage_id
            assert after.moved_at > before.moved_at
        assert history[-1].to_stage_id == application.stage_id
        assert history[-1].moved_at == application.moved_at
        assert all(stages[c.to_stage_id].vacancy_id == application.vacancy_id for c in history)
        lit = stages[application.stage_id].seen_by_customers
        assert lit == (application.presented_at is not None)
        standing = [one for one in shown[application.id] if one.ended_at is None]
        assert len(standing) == lit
        assert all(one.presented_at == application.presented_at for one in standing)
        taken_back += any(one.ended_at is not None for one in shown[application.id])
        for change in history:
            if change.reason:
                assert stages[change.to_stage_id].outcome == "refused"
            if users[change.moved_by_id].role == "customer":
                seen = opened[application.id, change.moved_by_id]
                assert shown[application.id][0].presented_at < seen < change.moved_at
                assert stages[change.to_stage_id].open_to_customers
    assert taken_back >= 1


def test_a_presentation_shows_the_version_of_its_time(session):
    versions = by_id(session, ResumeVersion)
    candidate_of = {row.id: row.candidate_id for row in all_of(session, Application)}
    with_version = 0
    for presentation in all_of(session, Presentation):
        if presentation.resume_version_id is not None:
            version = versions[presentation.resume_version_id]
            assert version.saved_at < presentation.presented_at
            assert version.candidate_id == candidate_of[presentation.application_id]
            with_version += 1
    assert with_version >= 30
    current = Counter(
        version.candidate_id for version in versions.values() if version.superseded_at is None
    )
    assert set(current.values()) == {1}


def test_customers_act_only_where_and_while_they_may(session):
    users, applications = by_id(session, User), by_id(session, Application)
    tied = {
        (row.vacancy_id, row.customer_id): row.tied_at for row in all_of(session, VacancyCustomer)
    }
    acts = [
        (row.application_id, row.customer_id, row.opened_at) for row in all_of(session, Opening)
    ]
    acts += [
        (note.application_id, note.author_id, note.written_at)
        for note in all_of(session, Note)
        if users[note.author_id].role == "customer"
    ]
    acts += [
        (change.application_id, change.moved_by_id, change.moved_at)
        for change in all_of(session, StageChange)
        if users[change.moved_by_id].role == "customer"
    ]
    assert len(acts) > 150
    for application_id, customer_id, at in acts:
        customer = users[customer_id]
        assert tied[applications[application_id].vacancy_id, customer_id] < at
        assert customer.blocked_at is None or at < customer.blocked_at
        assert at <= customer.last_seen_at


def test_no_note_is_read_by_two_companies(session):
    vacancies, applications = by_id(session, Vacancy), by_id(session, Application)
    users, notes = by_id(session, User), by_id(session, Note)
    readers = defaultdict(set)
    for reader in all_of(session, NoteReader):
        assert reader.customer_id is None
        readers[reader.note_id].add(reader.company_id)
    assert len(readers) > 100
    hidden = [note for note in notes.values() if note.id not in readers]
    assert len(hidden) > 30
    assert all(users[note.author_id].role == "recruiter" for note in hidden)
    for note_id, companies in readers.items():
        vacancy = vacancies[applications[notes[note_id].application_id].vacancy_id]
        assert companies == {vacancy.company_id}
    for tie in all_of(session, VacancyCustomer):
        assert users[tie.customer_id].company_id == vacancies[tie.vacancy_id].company_id


def test_nobody_is_told_of_what_is_not_his(session):
    users, applications = by_id(session, User), by_id(session, Application)
    vacancies, stages = by_id(session, Vacancy), by_id(session, Stage)
    tied = {(row.vacancy_id, row.customer_id) for row in all_of(session, VacancyCustomer)}
    for told in all_of(session, Notification):
        vacancy = vacancies[applications[told.application_id].vacancy_id]
        recipient = users[told.recipient_id]
        assert told.actor_id != told.recipient_id
        assert told.read_at is None or told.read_at >= told.due_at
        if recipient.role == "customer":
            assert (vacancy.id, recipient.id) in tied
            assert recipient.blocked_at is None or told.created_at < recipient.blocked_at
            assert users[told.actor_id].company_id in {None, recipient.company_id}
        else:
            assert recipient.id == vacancy.recruiter_id
        assert (told.kind == "moved") == (told.stage_id is not None)
        assert told.stage_id is None or stages[told.stage_id].vacancy_id == vacancy.id


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


def test_stages_are_the_default_ones(session):
    per_vacancy = defaultdict(list)
    for stage in session.scalars(select(Stage).order_by(Stage.position)):
        per_vacancy[stage.vacancy_id].append(
            (stage.key, stage.seen_by_customers, stage.open_to_customers, stage.outcome)
        )
    assert len(per_vacancy) == 12
    assert all(tuple(stages) == services_stages._DEFAULT for stages in per_vacancy.values())


def assert_all_lies_in_the_past(session, now):
    for mapper in Base.registry.mappers:
        instants = [c.key for c in mapper.columns if isinstance(c.type, UtcDateTime)]
        keys = [c.key for c in mapper.primary_key if c.key == "id"]
        for row in all_of(session, mapper.class_):
            for name in instants:
                instant = getattr(row, name)
                assert instant is None or now - timedelta(days=110) < instant <= now, (row, name)
            for name in keys:
                assert 0 < getattr(row, name) < new_key()


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


@pytest.mark.parametrize("now", [FRIDAY_NOON, JUST_OPENED, SUNDAY_NIGHT])
def test_working_time_runs_back_over_working_hours(now):
    calendar = WorkingTime(now, "Europe/Kyiv")
    moments = [calendar.at(days_ago / 20) for days_ago in range(1200)]
    assert moments[0] <= now
    assert all(later > earlier for later, earlier in itertools.pairwise(moments))
    for moment in moments:
        local = moment.astimezone(calendar._zone)
        assert local.weekday() < 5
        assert 9 <= local.hour < 19
