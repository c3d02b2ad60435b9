"""What a database refuses has one name on both of them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from db.engine import DuplicateKey, StaleVersion, StorageFull, WriteConflict
from tests.db.tables import Counter, Page, Parent


def test_a_row_changed_since_it_was_read_is_a_stale_version(store):
    with store.new_session() as first, store.new_session() as second:
        page = Page(id=1, title="as it was")
        first.add(page)
        first.commit()

        second.get_one(Page, 1).title = "changed by another"
        second.commit()

        page.title = "changed without knowing"
        with pytest.raises(StaleVersion), store.translated():
            first.commit()

    with store.reading_session() as session:
        page = session.get_one(Page, 1)
        assert (page.title, page.version) == ("changed by another", 2)


@pytest.mark.parametrize(
    "wanted",
    [{"id": 1, "name": "Globex"}, {"id": 2, "name": "Acme"}],
    ids=["primary key", "unique column"],
)
def test_what_is_taken_is_a_duplicate(store, wanted):
    with store.new_session() as session:
        session.add(Parent(id=1, name="Acme"))
        session.commit()
    with store.new_session() as session:
        session.add(Parent(**wanted))
        with pytest.raises(DuplicateKey), store.translated():
            session.flush()


def test_a_race_for_a_unique_name_is_a_duplicate_for_the_loser(store):
    loser_looked, winner_committed = Event(), Event()

    def lose():
        with store.new_session() as session, store.translated():
            session.get(Parent, 1)  # from here on it sees nothing of the winner
            loser_looked.set()
            session.add(Parent(id=2, name="Acme"))
            session.flush()  # PostgreSQL waits here for the winner
            assert winner_committed.wait(30)
            session.commit()

    with ThreadPoolExecutor(1) as pool, store.new_session() as winner:
        winner.add(Parent(id=1, name="Acme"))
        winner.flush()
        losing = pool.submit(lose)
        assert loser_looked.wait(30)
        winner.commit()
        winner_committed.set()
        with pytest.raises(DuplicateKey):
            losing.result(30)


@pytest.mark.only_on("duckdb")
def test_a_duplicate_that_shows_only_at_commit_is_a_duplicate_too(store):
    with store.new_session() as winner, store.new_session() as loser:
        winner.add(Parent(id=1, name="Acme"))
        loser.add(Parent(id=2, name="Acme"))
        winner.flush()
        loser.flush()
        winner.commit()
        with pytest.raises(DuplicateKey), store.translated():
            loser.commit()


def test_a_row_changed_by_a_faster_one_is_a_conflict(store):
    with store.new_session() as session:
        session.add(Counter(id=1))
        session.commit()
    with store.new_session() as slow, store.new_session() as fast:
        slow.get_one(Counter, 1).value += 1
        fast.get_one(Counter, 1).value += 1
        fast.commit()
        with pytest.raises(WriteConflict), store.translated():
            slow.commit()


def test_other_refusals_keep_their_names(store):
    with store.new_session() as session:
        session.add(Parent(id=1, name=None))
        with pytest.raises(IntegrityError) as refused, store.translated():
            session.flush()
    assert not store.is_duplicate(refused.value)
    assert not store.is_conflict(refused.value)


def test_words_that_people_typed_decide_nothing(store):
    """The database quotes them in its messages."""
    typed = "TransactionContext Error: Conflict on update! Duplicate key could not serialize"
    with (
        store.engine.connect() as connection,
        pytest.raises(DBAPIError) as refused,
        store.translated(),
    ):
        connection.execute(text("SELECT CAST(:typed AS BIGINT)"), {"typed": typed})
    assert typed in str(refused.value)


@pytest.mark.only_on("postgresql")
def test_a_reading_session_cannot_write(store):
    with store.reading_session() as session:
        session.add(Counter(id=1))
        with pytest.raises(DBAPIError, match="read-only"):
            session.flush()
    with store.new_session() as session:  # the connection went back to the pool unharmed
        session.add(Counter(id=1))
        session.commit()


@pytest.mark.parametrize(("state", "full"), [("53100", True), ("58030", True), ("22001", False)])
@pytest.mark.only_on("postgresql")
def test_a_full_disk_of_postgresql_is_told_by_its_state(store, state, full):
    class Told(Exception):
        sqlstate = state

    def fail():
        with store.translated():
            raise OperationalError(None, {}, Told("could not extend file"))

    with pytest.raises(StorageFull if full else OperationalError):
        fail()


def test_what_was_written_stands_in_no_error_and_so_in_no_log(store):
    with store.new_session() as session, pytest.raises(DBAPIError) as broken:
        session.execute(text("SELECT no_such_function(:said)"), {"said": "+380671234567"})
    assert "no_such_function" in str(broken.value)
    assert "380671234567" not in str(broken.value)
