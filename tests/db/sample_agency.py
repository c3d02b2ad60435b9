"""The sample agency in a database, at three moments of a week; shared by its tests."""

import hashlib
from datetime import UTC, datetime

from sqlalchemy import select

from db.engine import open_database
from db.sample.filling import fill
from tests.house import prepare

FRIDAY_NOON = datetime(2026, 11, 20, 10, 15, tzinfo=UTC)

JUST_OPENED = datetime(2026, 11, 16, 7, 36, tzinfo=UTC)  # Monday, 9:36 in Kyiv

SUNDAY_NIGHT = datetime(2026, 10, 25, 22, 5, tzinfo=UTC)  # the night the clocks go back

FILES: dict[str, bytes] = {}


def put(content):
    name = hashlib.sha256(content).hexdigest()[:40]
    FILES[name] = content
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


def all_of(session, model):
    return session.scalars(select(model)).all()


def by_id(session, model):
    return {row.id: row for row in all_of(session, model)}
