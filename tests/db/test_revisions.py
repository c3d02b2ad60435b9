"""What a revision makes of rows that were there before it."""

from datetime import datetime

import pytest
from alembic import command
from sqlalchemy import text

from db.engine import open_database
from db.migrate import alembic_config, migrate
from db.proofs import proves
from tests.db import likenesses

pytestmark = pytest.mark.thorough

USER = (
    "INSERT INTO users (id, role, email, folded_email, name, phone, position, messenger, signature,"
    " photo, language, time_zone, digest_hour, created_at, version, external, contacts_hidden,"
    " access_ends_at) VALUES (:id, 'customer', :email, :email, 'Iryna', '', '', '', '', '', 'en',"
    " 'Europe/Kyiv', 9, '2026-11-01', 1, true, false, :ends_at)"
)
CANDIDATE = (
    "INSERT INTO candidates (id, first_name, last_name, patronymic, folded_name, headline, city,"
    " source, availability, salary_currency, photo, created_at, created_by_id, version) VALUES"
    " (:id, 'Юлія', 'Ґонта', '', 'ґонта юлія ґонта', '', '', '', '', '', '', '2026-11-01', 1, 1)"
)
CONTACT = (
    "INSERT INTO candidate_contacts (id, candidate_id, kind, value, position)"
    " VALUES (:id, :id, 'phone', '+380 67 123 45 67', 0)"
)


@pytest.fixture
def first(database_url):
    """An open database with the tables of the first version."""
    yield from at_revision(database_url, "0001")


VERSION = (
    "INSERT INTO resume_versions (id, candidate_id, html, saved_at, saved_by_id, superseded_at)"
    " VALUES (:id, :id, '<p>Підібрала команду</p>', '2026-11-02', 1, NULL)"
)
PRESENTATION = (
    "INSERT INTO presentations (id, batch, application_id, vacancy_id, resume_version_id, message,"
    " presented_by_id, presented_at) VALUES (:id, 1, 1, 1, :version, '', 1, '2026-11-03')"
)


@pytest.fixture
def fourteenth(database_url):
    """An open database with the tables of the fourteenth."""
    yield from at_revision(database_url, "0014")


OPENING = (
    "INSERT INTO attachment_openings (id, attachment_id, vacancy_id, opened_at, opened_by_id)"
    " VALUES (:id, :file, :vacancy, '2026-11-03', 1)"
)


@pytest.fixture
def nineteenth(database_url):
    """An open database with the tables of the nineteenth."""
    yield from at_revision(database_url, "0019")


AGENCY = (
    'INSERT INTO agencies (id, "only", name, phone, email, site, base_url, colour, logo,'
    " without_surname, without_photo, without_birth, without_employers, with_own_contacts,"
    " former_contacts, language, time_zone, stages_version, created_at) VALUES (1, 1, 'Weld', '',"
    " '', '', '', '', '', false, false, false, false, true, '', 'en', 'Europe/Kyiv', 1,"
    " '2026-11-01')"
)
LATER_USER = USER.replace("ends_at) VALUES", "ends_at, copies_ticked) VALUES").replace(
    ":ends_at)", "NULL, true)"
)
LATER_CANDIDATE = CANDIDATE.replace("version)", "version, time_zone)").replace(" 1)", " 1, '')")
NOTE = (
    "INSERT INTO notes (id, candidate_id, author_id, body, written_at, version) VALUES"
    " (:id, :candidate, :author, 'Ґонта', '2026-11-02', 1)"
)
MOVE = (
    "INSERT INTO stage_changes (id, application_id, to_stage_id, moved_at, moved_by_id, reason)"
    " VALUES (:id, :candidate, 1, '2026-11-02', :author, 'Ґонта')"
)
APPLICATION = (
    "INSERT INTO applications (id, candidate_id, vacancy_id, stage_id, moved_at, created_at,"
    " created_by_id, version) VALUES (:id, :id, 1, 1, '2026-11-01', '2026-11-01', 1, 1)"
)


@pytest.fixture
def twenty_first(database_url):
    """An open database with the tables of the twenty-first."""
    yield from at_revision(database_url, "0021")


INTERVIEW = (
    "INSERT INTO interviews (id, application_id, starts_at, ends_at, zone, kind, location,"
    " place_cut, comment, staff_only, shown_at, state, sequence, moved_sequence, created_at,"
    " created_by_id, version) VALUES (:id, 1, :day, :day,"
    " 'Europe/Kyiv', 'phone', '', false, '', false, '2026-11-01', 'scheduled', 0, 0, '2026-11-01',"
    " 1, 1)"
)
PERSON = (
    "INSERT INTO interview_people (id, interview_id, person_id, takes_part, copy) VALUES"
    " (:id, :interview, :person, true, true)"
)
TOLD = (
    "INSERT INTO notifications (id, recipient_id, event, kind, actor_id, created_at, due_at)"
    " VALUES (:id, :person, :event, :kind, 1, '2026-11-30', '2026-11-30')"
)


@pytest.fixture
def twenty_second(database_url):
    """An open database with the tables of the twenty-second."""
    yield from at_revision(database_url, "0022")


@pytest.fixture
def sixth(database_url):
    """An open database with the tables of the sixth."""
    yield from at_revision(database_url, "0006")


def at_revision(database_url, revision):
    opened = open_database(database_url)
    with opened.migrating() as connection:
        command.upgrade(alembic_config(opened, connection), revision)
    yield opened
    opened.close()


def test_who_was_there_before_is_found_again(sixth):
    with sixth.engine.begin() as connection:
        connection.execute(text(USER), {"id": 1, "email": "a@acme.example", "ends_at": None})
        for key in range(1, 1203):
            connection.execute(text(CANDIDATE), {"id": key})
            connection.execute(text(CONTACT), {"id": key})
    migrate(sixth)
    with sixth.new_session() as session:
        found = likenesses.stored(session)
        assert len(found) == 1202
        assert found == likenesses.wanted(session)


def test_what_was_shown_before_is_proved_from_now_on(fourteenth):
    with fourteenth.engine.begin() as connection:
        if fourteenth.keeps_foreign_keys:  # whose they are is not what this is about
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for key in range(1, 1103):
            connection.execute(text(VERSION), {"id": key})
        for key, version in ((1, 7), (2, 1102), (3, None)):
            connection.execute(text(PRESENTATION), {"id": key, "version": version})
    migrate(fourteenth)
    with fourteenth.engine.connect() as connection:
        rows = connection.execute(text("SELECT id, html, salt, digest FROM resume_versions")).all()
        assert len({row.salt for row in rows}) == len(rows) == 1102
        assert all(proves(row.html, row.salt, row.digest) for row in rows)
        digests = {row.id: row.digest for row in rows}
        shown = connection.execute(text("SELECT digest FROM presentations ORDER BY id")).scalars()
        assert shown.all() == [digests[7], digests[1102], ""]


def test_what_was_opened_twice_at_once_before_is_counted(nineteenth):
    with nineteenth.engine.begin() as connection:
        if nineteenth.keeps_foreign_keys:  # whose they are is not what this is about
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for key, file, vacancy in ((1, 1, 1), (2, 1, 2), (3, 1, 1), (4, 2, 1)):
            named = {"id": key, "file": file, "vacancy": vacancy}
            connection.execute(text(OPENING), named)
    migrate(nineteenth)
    with nineteenth.engine.connect() as connection:
        asked = "SELECT id, number, without_contacts FROM attachment_openings ORDER BY id"
        rows = [tuple(row) for row in connection.execute(text(asked))]
    assert rows == [(1, 1, False), (2, 1, False), (3, 2, False), (4, 1, False)]


def test_who_is_not_told_the_surname_today_is_taken_for_not_told_it_then(twenty_first):
    with twenty_first.engine.begin() as connection:
        if twenty_first.keeps_foreign_keys:  # whose they are is not what this is about
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(AGENCY))
        for key in (1, 2):
            row = {"id": key, "email": f"{key}@acme.example"}
            for statement in (LATER_USER, LATER_CANDIDATE, APPLICATION):
                connection.execute(text(statement), row)
        connection.execute(text("UPDATE users SET contacts_hidden = (id = 2)"))
        connection.execute(text("UPDATE candidates SET without_surname = true WHERE id = 2"))
        for author, candidate in ((1, 1), (1, 2), (2, 1), (2, 2)):
            named = {"id": 10 * author + candidate, "candidate": candidate, "author": author}
            connection.execute(text(NOTE), named)
            connection.execute(text(MOVE), named)
    migrate(twenty_first)
    with twenty_first.engine.connect() as connection:
        for table in ("notes", "stage_changes"):
            asked = f"SELECT id FROM {table} WHERE NOT surname_told"  # noqa: S608
            assert connection.execute(text(asked)).scalars().all() == [22], table


def test_who_was_reminded_of_an_interview_before_is_known_to_be(twenty_second):
    told = [(1, 1, "interview_reminder", "reminder:1796119200"), (1, 2, "interview", "0:interview")]
    with twenty_second.engine.begin() as connection:
        if twenty_second.keeps_foreign_keys:  # whose they are is not what this is about
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for key in (1, 12):
            row = {"id": key, "day": datetime(2026, 12, key, 10)}  # noqa: DTZ001 - as it is kept
            connection.execute(text(INTERVIEW), row)
            for person in (1, 2):
                named = {"id": 10 * key + person, "interview": key, "person": person}
                connection.execute(text(PERSON), named)
        for key, person, kind, event in told:
            named = {
                "id": person,
                "person": person,
                "kind": kind,
                "event": f"interview:{key}:{event}",
            }
            connection.execute(text(TOLD), named)
    migrate(twenty_second)
    with twenty_second.engine.connect() as connection:
        asked = "SELECT id, reminded_of FROM interview_people WHERE reminded_of IS NOT NULL"
        rows = [tuple(row) for row in connection.execute(text(asked))]
    assert rows == [(11, datetime(2026, 12, 1, 10))]  # noqa: DTZ001


def test_access_that_was_to_end_is_still_warned_of(first):
    ends_at = datetime(2026, 12, 4, 9, 30)  # noqa: DTZ001 - as the database keeps it
    with first.engine.begin() as connection:
        for key, at in ((1, ends_at), (2, None)):
            row = {"id": key, "email": f"{key}@acme.example", "ends_at": at}
            connection.execute(text(USER), row)
    migrate(first)
    with first.engine.connect() as connection:
        found = connection.execute(text("SELECT access_warns_at FROM users ORDER BY id")).scalars()
        assert found.all() == [datetime(2026, 12, 1, 9, 30), None]  # noqa: DTZ001
