"""The search for rows that point at nothing, on both databases."""

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from db.integrity import Orphan, orphans
from tests.db.tables import Child, ContractBase, Parent, Piece, Square


@pytest.fixture
def session(store):
    with store.new_session() as session:
        yield session


def test_only_rows_that_point_at_nothing_are_orphans(session):
    session.add_all(
        [
            Parent(id=1, name="Acme"),
            Child(id=11, parent_id=1),
            Child(id=12, parent_id=2),
            Square(row=1, column=1),
            Piece(id=21, row=1, column=1),
            Piece(id=22, row=1, column=2),
            Piece(id=23, row=None, column=None),
            Piece(id=24, row=5, column=None),  # half a key points nowhere, as in PostgreSQL
        ]
    )
    session.flush()
    assert orphans(session, ContractBase.metadata) == [
        Orphan("children", (12,), ("parent_id",), (2,), "parents"),
        Orphan("pieces", (22,), ("row", "column"), (1, 2), "squares"),
    ]


def test_each_foreign_key_costs_one_statement(store, session):
    session.connection()
    statements = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    orphans(session, ContractBase.metadata)
    declared = sum(
        len(table.foreign_key_constraints) for table in ContractBase.metadata.sorted_tables
    )
    assert len(statements) == declared > 0


def test_what_is_found_is_what_postgresql_refuses_and_duckdb_lets_pass(store, session):
    session.add(Child(id=12, parent_id=2))
    session.flush()
    if store.keeps_foreign_keys:
        with pytest.raises(IntegrityError):
            session.commit()
        session.rollback()
        assert orphans(session, ContractBase.metadata) == []
    else:
        session.commit()
        assert [orphan.key for orphan in orphans(session, ContractBase.metadata)] == [(12,)]
