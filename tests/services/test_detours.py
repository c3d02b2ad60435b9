"""Ways round the scope, planted on purpose: each is refused, and the honest question answered."""

import pytest
from sqlalchemy import (
    Integer,
    and_,
    column,
    delete,
    exists,
    false,
    func,
    insert,
    literal_column,
    select,
    table,
    tablesample,
    text,
    true,
    update,
)
from sqlalchemy.orm import Session, aliased, column_property, join, registry, relationship

from db.models import Agency, Candidate, Company, Term, User, Vacancy
from services import scope
from services.statements import DetourRefused
from services.viewer import Role
from services.work import ScopedSession, reading

TABLE = Candidate.__table__
ALIAS = TABLE.alias("c")
TERM = {"id": 7, "kind": "skill", "name": "x", "folded_name": "x"}

QUESTIONS = {
    "plain table": lambda: select(TABLE),
    "column of a plain table": lambda: select(TABLE.c.first_name),
    "alias of a plain table": lambda: select(ALIAS.c.first_name),
    "count of a plain table": lambda: select(func.count()).select_from(TABLE),
    "count of an alias": lambda: select(func.count()).select_from(ALIAS),
    "plain table beside its entity": lambda: (
        select(func.count()).select_from(TABLE).where(select(Candidate.id).exists())
    ),
    "alias beside its entity": lambda: (
        select(func.count()).select_from(ALIAS).where(select(Candidate.id).exists())
    ),
    "plain table joined": lambda: select(Vacancy.id).join(ALIAS, true()),
    "plain table inside a join": lambda: select(func.count()).select_from(
        TABLE.join(Vacancy.__table__, true())
    ),
    "plain table in a subquery": lambda: select(select(TABLE.c.first_name).subquery()),
    "plain table in a CTE": lambda: select(select(TABLE.c.first_name).cte()),
    "plain table in a UNION": lambda: select(Candidate.first_name).union(
        select(TABLE.c.first_name)
    ),
    "plain table in a condition": lambda: select(Vacancy.id).where(exists().where(TABLE.c.id > 0)),
    "a ready-made join": lambda: select(func.count()).select_from(join(Vacancy, Candidate, true())),
    "a full join": lambda: select(func.count()).select_from(Agency).join(User, false(), full=True),
    "two entities in one expression": lambda: select(func.concat(Vacancy.city, Candidate.city)),
    "an entity deep in a condition": lambda: select(Vacancy.id).where(func.abs(Candidate.id) > 0),
    "an entity deep in a condition of EXISTS": lambda: select(Vacancy.id).where(
        exists().where(and_(Candidate.id > 0, Vacancy.id > 0))
    ),
    "an entity in a join's condition": lambda: select(Vacancy.id).join(
        Company, and_(Company.id == Vacancy.company_id, Candidate.id > 0)
    ),
    "an entity in ORDER BY only": lambda: select(Vacancy.id).order_by(Candidate.id),
    "an entity in HAVING only": lambda: select(func.count(Vacancy.id)).having(
        func.max(Candidate.id) > 0
    ),
    "an aggregate with a filter alone": lambda: select(
        func.count(Candidate.id).filter(Candidate.id > 0)
    ),
    "a window alone": lambda: select(func.count(Candidate.id).over()),
    "sample of an entity": lambda: select(func.count()).select_from(tablesample(Candidate, 100)),
    "table by name": lambda: select(table("candidates", column("first_name"))),
    "column by name": lambda: select(column("first_name")).select_from(Candidate),
    "column by name, table by name": lambda: select(column("first_name")).select_from(
        table("candidates")
    ),
    "literal column": lambda: select(literal_column("first_name")).select_from(Candidate),
    "table function": lambda: select(func.query("FROM candidates").table_valued("first_name")),
    "function as a source": lambda: select(func.count()).select_from(
        func.query_table("candidates")
    ),
    "text as a statement": lambda: text("SELECT first_name FROM candidates"),
    "text with columns": lambda: select(
        text("SELECT id FROM candidates").columns(column("id", Integer)).subquery()
    ),
    "text in WHERE": lambda: select(Vacancy.id).where(text("1 = 1")),
    "text in ORDER BY": lambda: select(Vacancy.id).order_by(text("1")),
    "prefix": lambda: select(Candidate.id).prefix_with("DISTINCT"),
    "suffix": lambda: select(Candidate.id).suffix_with("UNION ALL SELECT id FROM candidates"),
    "hint": lambda: select(Candidate.id).with_statement_hint("UNION SELECT id FROM candidates"),
    "an operator of one's own": lambda: select(Candidate.city.op("|| (SELECT 1) ||")("")),
    "from_statement": lambda: select(Candidate).from_statement(select(TABLE)),
    "from_statement of text": lambda: select(Candidate).from_statement(
        text("SELECT * FROM candidates")
    ),
    "update": lambda: update(Candidate).values(city=""),
    "delete": lambda: delete(Candidate),
    "insert": lambda: insert(Term).values(**TERM),
    "update inside a question": lambda: select(
        update(Candidate).values(city="").returning(Candidate.id).cte()
    ),
    "delete inside a question": lambda: select(delete(Candidate).returning(Candidate.id).cte()),
    "another's scope": lambda: select(Candidate.id).execution_options(
        scope_role=Role.ADMINISTRATOR
    ),
}

ACTS = {
    "refresh": lambda session, row: session.refresh(row),
    "reload of an expired row": lambda session, row: (session.expire(row), row.city),
    "get past the scope": lambda session, row: (
        session.expunge(row),
        session.get(Candidate, row.id),
    ),
    "merge": lambda session, row: session.merge(Term(**TERM)),
    "bulk objects": lambda session, row: session.bulk_save_objects([Term(**TERM)]),
    "bulk insert": lambda session, row: session.bulk_insert_mappings(Term, [TERM]),
    "bulk update": lambda session, row: session.bulk_update_mappings(Term, [TERM]),
    "query, deleting": lambda session, row: session.query(Candidate).delete(),
    "query, updating": lambda session, row: session.query(Candidate).update({"city": ""}),
}


@pytest.mark.parametrize("detour", QUESTIONS)
def test_a_question_past_the_scope_is_refused_to_everybody(shared_house, cast, detour):
    for viewer in (cast.iryna, cast.admin):
        with reading(shared_house.installation, viewer) as work:
            assert work.rows(select(Candidate.id)).all()
            with pytest.raises(DetourRefused, match=r"round the scope|borrows the scope"):
                work.rows(QUESTIONS[detour]())


@pytest.mark.parametrize("detour", ACTS)
def test_an_act_past_the_scope_is_refused_to_everybody(shared_house, cast, detour):
    for viewer in (cast.iryna, cast.admin):
        with reading(shared_house.installation, viewer) as work:
            row = work.one(Candidate, cast.maryana)
            with pytest.raises(DetourRefused):
                ACTS[detour](work._session, row)


def test_a_session_without_a_viewer_refuses_its_first_statement(shared_house):
    database = shared_house.installation.database
    with database.reading_session(ScopedSession) as session:
        with pytest.raises(DetourRefused, match="without a viewer"):
            session.scalars(select(Vacancy.id))
        session.add(Term(**TERM))
        with pytest.raises(DetourRefused, match="without a viewer"):
            session.flush()
    with database.reading_session(Session) as session:
        assert session.scalars(select(Vacancy.id)).all()


def test_a_reading_unit_of_work_cannot_write(shared_house, cast):
    for viewer in (cast.iryna, cast.admin):
        with reading(shared_house.installation, viewer) as work:
            work.one(Vacancy, cast.acme_vacancy).title = "Changed by a reader"
            with pytest.raises(DetourRefused, match="cannot write"):
                work.flush()
        with reading(shared_house.installation, viewer) as work:
            work.add(Term(**TERM))
            with pytest.raises(DetourRefused, match="cannot write"):
                work.flush()
        with reading(shared_house.installation, viewer) as work:
            assert work.one(Vacancy, cast.acme_vacancy).title == "Backend Lead"


@pytest.fixture
def with_a_lazy_relationship():
    """A second mapping of two tables, with what our models deliberately do not have."""
    mappers = registry()

    class Firm:
        pass

    class Opening:
        pass

    mappers.map_imperatively(Firm, Company.__table__)
    mappers.map_imperatively(
        Opening,
        Vacancy.__table__,
        properties={
            "firm": relationship(
                Firm,
                primaryjoin=Vacancy.__table__.c.company_id == Company.__table__.c.id,
                foreign_keys=Vacancy.__table__.c.company_id,
            ),
            "loud": column_property(func.upper(Vacancy.__table__.c.title), deferred=True),
        },
    )
    yield Opening
    mappers.dispose()


def test_lazy_loading_is_refused(shared_house, cast, with_a_lazy_relationship, monkeypatch):
    opening = with_a_lazy_relationship
    with reading(shared_house.installation, cast.admin) as work:
        assert work.rows(select(opening)).all() == []  # mapped twice, but no rule is written
    everything = {**scope.STAFF, opening: lambda reach: true()}
    monkeypatch.setitem(scope.RULES, Role.ADMINISTRATOR, everything)
    with reading(shared_house.installation, cast.admin) as work:
        row = work.scalars(select(opening)).first()
        assert row.title
        for lazy in ("firm", "loud"):
            with pytest.raises(DetourRefused):
                getattr(row, lazy)


def test_an_alias_joined_beside_its_model_is_scoped_in_its_own_columns(shared_house, cast):
    other = aliased(User)
    pairs = select(User.id, other.id).join(other, true())
    honest = select(func.count(User.id))
    for viewer, people in ((cast.greta, 3), (cast.admin, 7)):
        assert shared_house.ask(viewer, lambda work: work.scalar(honest)) == people
        found = shared_house.ask(viewer, lambda work: work.rows(pairs).all())
        assert len(found) == people**2
