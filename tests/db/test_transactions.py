"""A unit of work happens once and whole, however many want the same row."""

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Barrier

import pytest
from sqlalchemy import select

from db.engine import DuplicateKey, WriteConflict
from db.integrity import orphans
from db.transactions import run_in_transaction
from tests.db.tables import Child, ContractBase, Counter, Parent

THREADS, INCREMENTS = 16, 15


def increment(session, by=1):
    session.get_one(Counter, 1).value += by


@pytest.fixture
def counter(store):
    run_in_transaction(store, lambda session: session.add(Counter(id=1)))

    def value():
        with store.reading_session() as session:
            return session.get_one(Counter, 1).value

    return value


def overtaken(store, times):
    """An increment by one that is overtaken by an increment of ten while it runs."""
    runs = []

    def action(session):
        runs.append(session)
        increment(session)
        if len(runs) <= times:
            with store.new_session() as faster:  # beside the write lock, as another process would
                increment(faster, 10)
                faster.commit()

    return action, runs


def test_a_unit_that_lost_its_race_runs_again_from_the_start(store, counter):
    action, runs = overtaken(store, times=2)
    run_in_transaction(store, action)
    assert len(set(runs)) == 3
    assert counter() == 21


def test_a_unit_that_loses_every_race_says_so_and_leaves_nothing(store, counter):
    action, runs = overtaken(store, times=99)
    with pytest.raises(WriteConflict):
        run_in_transaction(store, action, attempts=3)
    assert len(runs) == 3
    assert counter() == 30


def test_a_unit_that_fails_leaves_nothing_and_lets_the_next_one_in(store, counter):
    def fail(session):
        increment(session)
        session.flush()
        raise LookupError

    with pytest.raises(LookupError):
        run_in_transaction(store, fail)
    run_in_transaction(store, increment)
    assert counter() == 1


def test_a_duplicate_is_not_tried_again(store):
    runs = []

    def add(session):
        runs.append(session)
        session.add(Parent(name="Acme"))

    run_in_transaction(store, add)
    with pytest.raises(DuplicateKey):
        run_in_transaction(store, add)
    assert len(runs) == 2


@pytest.mark.only_on("duckdb")
def test_a_writing_unit_inside_another_one_is_refused_at_once(store, counter):
    with pytest.raises(RuntimeError, match="inside another"):
        run_in_transaction(store, lambda _: run_in_transaction(store, increment))
    run_in_transaction(store, increment)
    assert counter() == 1


def test_rows_can_be_held_in_one_way_on_both_databases(store, counter):
    """PostgreSQL passes over rows that another one holds; DuckDB's writers never meet."""
    first_free = select(Counter.id).order_by(Counter.id).limit(1).with_for_update(skip_locked=True)
    with store.new_session() as holder, store.new_session() as other:
        assert holder.scalars(first_free).all() == [1]
        assert other.scalars(first_free).all() == ([] if store.dialect == "postgresql" else [1])


def test_no_increment_is_lost_among_many_threads(store, counter):
    start = Barrier(THREADS)

    def work():
        start.wait(30)
        for _ in range(INCREMENTS):
            run_in_transaction(store, increment, attempts=1000)

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(work) for _ in range(THREADS)]:
            done.result(120)
    assert counter() == THREADS * INCREMENTS


class TestAddingAndArchivingAtOnce:
    """Adding a child reads the parent, archiving the parent reads its children.

    Neither changes what the other one changes, so only whole transactions can be kept apart: no
    child may be left alive under an archived parent.
    """

    @pytest.fixture
    def parents(self, store):
        names = range(1, 11)
        run_in_transaction(
            store, lambda session: session.add_all(Parent(id=id_, name=str(id_)) for id_ in names)
        )
        yield names
        with store.reading_session() as session:
            left_over = select(Child.id).join(Parent, Parent.id == Child.parent_id)
            assert session.scalars(left_over.where(Parent.archived, ~Child.archived)).all() == []
            assert orphans(session, ContractBase.metadata) == []

    @staticmethod
    def add_child(session, parent_id, meanwhile=lambda: None):
        parent = session.get_one(Parent, parent_id)
        meanwhile()
        if not parent.archived:
            session.add(Child(parent_id=parent_id))

    @staticmethod
    def archive(session, parent_id, meanwhile=lambda: None):
        children = session.scalars(select(Child).where(Child.parent_id == parent_id)).all()
        meanwhile()
        session.get_one(Parent, parent_id).archived = True
        for child in children:
            child.archived = True

    @pytest.mark.usefixtures("parents")
    @pytest.mark.parametrize("order", ["archived while adding", "added while archiving"])
    def test_one_in_the_middle_of_the_other(self, store, order):
        outer, inner = self.add_child, self.archive
        if order == "added while archiving":
            outer, inner = inner, outer
        started = []

        with ThreadPoolExecutor(1) as pool:

            def meanwhile():
                if not started:
                    started.append(
                        pool.submit(run_in_transaction, store, lambda session: inner(session, 1))
                    )
                    # It is done at once, or it waits for us: then we have to go on.
                    wait(started, timeout=0.5)

            run_in_transaction(store, lambda session: outer(session, 1, meanwhile))
            started[0].result(30)

    def test_many_at_once(self, store, parents):
        start = Barrier(4)

        def race(act):
            for parent_id in parents:
                start.wait(30)
                run_in_transaction(store, lambda session, id_=parent_id: act(session, id_))

        with ThreadPoolExecutor(4) as pool:
            acts = (self.add_child, self.archive, self.add_child, self.archive)
            for done in [pool.submit(race, act) for act in acts]:
                done.result(120)
