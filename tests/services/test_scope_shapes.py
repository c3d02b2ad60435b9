"""The scope holds in every shape a question can take: Iryna sees two candidates, staff four."""

import pytest
from sqlalchemy import (
    case,
    except_all,
    exists,
    func,
    intersect,
    literal,
    not_,
    or_,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.orm import Bundle, aliased

from db.models import Agency, Application, Candidate, CandidateContact, Company, Vacancy
from services.errors import NotFound
from services.work import reading

One, Other = aliased(Candidate), aliased(Candidate)


def _recursive():
    start = select(Candidate.id).cte(recursive=True)
    return select(start.union(select(Other.id).join(start, Other.id == start.c.id)).c.id)


# Each gives rows that begin with the key of a candidate (or hold the candidate itself).
ROWS = {
    "entity": lambda: select(Candidate),
    "columns": lambda: select(Candidate.id, Candidate.first_name),
    "bundle": lambda: select(Bundle("b", Candidate.id)),
    "alias": lambda: select(One),
    "columns of an alias": lambda: select(One.id),
    "alias of a subquery": lambda: select(aliased(Candidate, select(Candidate).subquery())),
    "alias of a CTE": lambda: select(aliased(Candidate, select(Candidate).cte())),
    "self-join of aliases": lambda: select(One.id).join(Other, One.id == Other.id),
    "self-join, all with all": lambda: select(Other.id).select_from(One).join(Other, true()),
    "model and its alias": lambda: select(Other.id).select_from(Candidate).join(Other, true()),
    "alias and its model": lambda: select(Candidate.id).select_from(One).join(Candidate, true()),
    "outer self-join": lambda: (
        select(Other.id)
        .select_from(One)
        .join(Other, true(), isouter=True)
        .where(Other.id.is_not(None))
    ),
    "both in FROM": lambda: select(One.id, Other.id).where(One.id == Other.id),
    "outer join of a model": lambda: select(Candidate.id).join(
        Application, Application.candidate_id == Candidate.id, isouter=True
    ),
    "join of a subquery": lambda: (
        lambda inner: select(inner.c.id).join(One, One.id == inner.c.id)
    )(select(Candidate.id).subquery()),
    "UNION": lambda: union(select(Candidate.id), select(One.id)),
    "UNION ALL of halves": lambda: union_all(
        select(Candidate.id).where(Candidate.first_name < "M"),
        select(Candidate.id).where(Candidate.first_name >= "M"),
    ),
    "INTERSECT": lambda: intersect(select(Candidate.id), select(One.id)),
    "EXCEPT nothing": lambda: except_all(
        select(Candidate.id), select(Candidate.id).where(Candidate.id < 0)
    ),
    "union as a subquery": lambda: select(
        union(select(Candidate.id), select(One.id)).subquery().c.id
    ),
    "CTE": lambda: select(select(Candidate.id).cte().c.id),
    "recursive CTE": _recursive,
    "nested CTE": lambda: select(select(select(Candidate.id).cte().c.id).cte(nesting=True).c.id),
    "subquery": lambda: select(select(Candidate.id).subquery().c.id),
    "lateral": lambda: (
        lambda inner: select(inner.c.id).select_from(One).join(inner, true())
    )(select(Candidate.id).where(Candidate.id == One.id).lateral()),
    "IN of a subquery": lambda: select(One.id).where(One.id.in_(select(Candidate.id))),
    "window": lambda: select(Candidate.id, func.row_number().over(order_by=Candidate.id)),
    "ordered, limited": lambda: select(Candidate.id).order_by(Candidate.first_name).limit(50),
    "grouped": lambda: select(Candidate.id, func.count()).group_by(Candidate.id),
    "distinct": lambda: select(Candidate.id).distinct(),
    "an OR that is always true": lambda: select(Candidate.id).where(or_(Candidate.id > 0, true())),
    "a label": lambda: select(Candidate.id.label("anything")),
    "options replaced": lambda: select(Candidate).execution_options(include_deleted=True),
}  # fmt: skip

# Each gives one number: how many candidates there are.
COUNTS = {
    "count": lambda: select(func.count(Candidate.id)),
    "count of rows": lambda: select(func.count()).select_from(Candidate),
    "count of an alias": lambda: select(func.count()).select_from(One),
    "count distinct": lambda: select(func.count(Candidate.id.distinct())),
    "count of a subquery": lambda: select(func.count()).select_from(
        select(Candidate.id).subquery()
    ),
    "sum": lambda: select(func.sum(case((Candidate.id > 0, 1), else_=0))),
    "filtered": lambda: (
        select(func.count(Candidate.id).filter(Candidate.id > 0)).select_from(Candidate)
    ),
    "joined from": lambda: select(func.count()).join_from(Agency, Candidate, true()),
    "joined from its alias": lambda: select(func.count()).join_from(One, Agency, true()),
    "scalar subquery": lambda: select(select(func.count(Candidate.id)).scalar_subquery()),
    "scalar subquery beside another model": lambda: (
        select(select(func.count(Candidate.id)).scalar_subquery())
        .select_from(Vacancy)
        .limit(1)
    ),
    "in a condition": lambda: select(literal(1)).where(
        select(func.count(Candidate.id)).scalar_subquery() > 2
    ),
}  # fmt: skip


def _key_of(row):
    return getattr(row[0], "id", row[0])


@pytest.mark.parametrize("shape", ROWS)
def test_rows(shared_house, cast, shape):
    def keys(viewer):
        return shared_house.ask(
            viewer, lambda work: {_key_of(row) for row in work.rows(ROWS[shape]())}
        )

    assert keys(cast.iryna) == {cast.maryana, cast.yurii}
    assert keys(cast.greta) == {cast.maryana}
    assert keys(cast.recruiter) == {cast.maryana, cast.yurii, cast.kyrylo, cast.sofia}
    assert keys(cast.bohdan) == set()


@pytest.mark.parametrize("shape", [shape for shape in COUNTS if shape != "in a condition"])
def test_counts(shared_house, cast, shape):
    def count(viewer):
        return shared_house.ask(viewer, lambda work: work.scalar(COUNTS[shape]()))

    assert count(cast.iryna) == 2
    assert count(cast.greta) == 1
    assert count(cast.recruiter) == 4


def test_a_count_in_a_condition(shared_house, cast):
    def more_than_two(viewer):
        return shared_house.ask(viewer, lambda work: work.scalar(COUNTS["in a condition"]()))

    assert more_than_two(cast.recruiter) == 1
    assert more_than_two(cast.iryna) is None


def test_extremes_and_existence_tell_nothing(shared_house, cast):
    newest = select(func.max(Candidate.id), func.min(Candidate.id))
    there = select(exists().where(Candidate.id == cast.sofia))
    elsewhere = select(Vacancy.id).where(exists().where(Candidate.id == cast.sofia, Vacancy.id > 0))
    absent = select(Vacancy.id).where(not_(exists().where(Candidate.id == cast.sofia)))
    seen = (cast.maryana, cast.yurii)
    for viewer, extremes, exists_for_him in (
        (cast.iryna, (max(seen), min(seen)), False),
        (cast.recruiter, (cast.sofia, cast.maryana), True),
    ):
        ask = shared_house.ask
        assert ask(viewer, lambda work: tuple(work.rows(newest).one())) == extremes
        assert ask(viewer, lambda work: work.scalar(there)) is exists_for_him
        assert bool(ask(viewer, lambda work: work.rows(elsewhere).all())) is exists_for_him
        assert bool(ask(viewer, lambda work: work.rows(absent).all())) is not exists_for_him


def test_foreign_rows_of_an_outer_join_are_empty(shared_house, cast):
    companies = (
        select(Vacancy.id, Company.name)
        .join(Company, Company.name != "", isouter=True)
        .order_by(Company.name)
    )
    contacts = (
        select(Candidate.id, CandidateContact.value)
        .join(CandidateContact, CandidateContact.candidate_id == Candidate.id, isouter=True)
        .where(Candidate.id == cast.maryana)
    )

    def ask(viewer, question):
        rows = shared_house.ask(viewer, lambda work: work.rows(question).all())
        return {value for _, value in rows}

    assert ask(cast.recruiter, companies) == {"Acme", "Globex"}
    assert ask(cast.iryna, companies) == {"Acme"}
    assert ask(cast.recruiter, contacts) == {"+380 67 123 45 00", "maryana@mail.example"}
    assert ask(cast.iryna, contacts) == {None}  # the candidate is hers, the contacts are not


def test_by_key_missing_and_foreign_are_the_same(shared_house, cast):
    def one(viewer, key):
        return shared_house.ask(viewer, lambda work: work.one(Candidate, key).id)

    assert one(cast.iryna, cast.maryana) == cast.maryana
    answers = []
    for viewer, key in ((cast.iryna, cast.sofia), (cast.iryna, 1), (cast.recruiter, 1)):
        with pytest.raises(NotFound) as caught:
            one(viewer, key)
        answers.append((str(caught.value), caught.value.fields))
    assert answers[0] == answers[1] == answers[2]


def test_a_customer_who_reaches_nothing_asks_without_error(shared_house, cast):
    """Empty lists of keys are valid SQL on both databases."""
    for shape in ROWS.values():
        assert not shared_house.ask(cast.bohdan, lambda work, shape=shape: work.rows(shape()).all())
    with reading(shared_house.installation, cast.bohdan) as work:
        assert [work.scalar(shape()) for shape in COUNTS.values()]
