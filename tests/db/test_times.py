"""Instants come back as they were, whatever zone they were written in."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from tests.db.tables import Moment

INSTANTS = [
    datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC),
    datetime(2026, 3, 29, 3, 30, tzinfo=ZoneInfo("Europe/Kyiv")),  # a clock that never showed
    datetime(2026, 10, 25, 3, 30, fold=0, tzinfo=ZoneInfo("Europe/Kyiv")),
    datetime(2026, 10, 25, 3, 30, fold=1, tzinfo=ZoneInfo("Europe/Kyiv")),
    datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=ZoneInfo("America/New_York")),
    datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=UTC),
]


def test_an_instant_comes_back_the_same_and_aware(store):
    with store.new_session() as session:
        session.add_all(Moment(id=place, happened_at=at) for place, at in enumerate(INSTANTS, 1))
        session.add(Moment(id=99, happened_at=None))
        session.commit()
    with store.reading_session() as session:
        for place, at in enumerate(INSTANTS, 1):
            came_back = session.get_one(Moment, place).happened_at
            assert came_back == at.astimezone(UTC)
            assert came_back.utcoffset() == timedelta(0)
        assert session.get_one(Moment, 99).happened_at is None


def test_the_database_holds_the_wall_clock_of_utc(store):
    with store.new_session() as session:
        session.add(
            Moment(id=1, happened_at=datetime(2026, 7, 1, 15, 0, tzinfo=ZoneInfo("Europe/Kyiv")))
        )
        session.commit()
        stored = session.execute(text("SELECT happened_at FROM moments")).scalar_one()
    assert stored == datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - as the database has it


def test_a_time_without_its_zone_is_refused(store):
    with store.new_session() as session:
        session.add(Moment(happened_at=datetime(2026, 7, 1, 15, 0)))  # noqa: DTZ001 - the point
        with pytest.raises(StatementError, match="naive datetime"):
            session.flush()
