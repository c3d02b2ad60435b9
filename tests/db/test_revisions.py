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
