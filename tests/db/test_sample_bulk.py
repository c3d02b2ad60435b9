"""Much data for benchmarks: sound, of the size asked for, the same work at every size."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from db.engine import open_database
from db.integrity import orphans
from db.models import (
    Application,
    Candidate,
    CandidateContact,
    Credential,
    ResumeVersion,
    Stage,
    StageChange,
    User,
    Vacancy,
    VacancyCustomer,
)
from db.sample.bulk import bulk
from services.folding import fold
from services.markup import clean_html
from tests.db import likenesses
from tests.house import prepare

pytestmark = pytest.mark.thorough

NOW = datetime(2026, 11, 20, 10, 15, tzinfo=UTC)


@pytest.fixture
def store(prepared_database):
    opened = open_database(prepared_database(prepare))
    yield opened
    opened.close()


def count(session, model, *where):
    return session.scalar(select(func.count()).select_from(model).where(*where))


def test_it_is_sound_and_of_the_size_asked_for(store):
    made = bulk(store, now=NOW, candidates=300, password_hash="hash")
    with store.new_session() as session:
        assert orphans(session) == []
        assert count(session, Candidate) == 300
        assert count(session, Application) == 900
        assert count(session, CandidateContact) == 600
        assert count(session, Credential) == 3
        assert session.get_one(User, made.customer_id).contacts_hidden
        for html in session.scalars(select(ResumeVersion.html)):
            assert clean_html(html) == html
            assert 900 < len(html) < 3500
        for candidate in session.scalars(select(Candidate)):
            first, last = fold(candidate.first_name), fold(candidate.last_name)
            assert candidate.folded_name == f"{last} {first} {last}"
            assert candidate.created_at < NOW
        assert likenesses.stored(session) == likenesses.wanted(session)
        ids = session.scalars(select(Candidate.id).order_by(Candidate.created_at)).all()
        assert ids == sorted(ids)


def test_every_application_stands_where_its_history_ends(store):
    made = bulk(store, now=NOW, candidates=200)
    with store.new_session() as session:
        stages = {stage.id: stage for stage in session.scalars(select(Stage))}
        last = {}
        for change in session.scalars(select(StageChange).order_by(StageChange.id)):
            last[change.application_id] = change
        standing = Counter()
        for application in session.scalars(select(Application)):
            stage = stages[application.stage_id]
            assert stage.vacancy_id == application.vacancy_id
            assert stage.seen_by_customers == (application.presented_at is not None)
            assert last[application.id].to_stage_id == application.stage_id
            assert last[application.id].moved_at == application.moved_at
            standing[stage.key] += 1
        assert len(standing) == 7
        assert standing["longlist"] < standing.total() / 2
        shown = session.get_one(Application, made.application_id)
        assert (shown.vacancy_id, shown.candidate_id) == (made.vacancy_id, made.candidate_id)
        assert shown.presented_at < NOW


def test_what_one_person_works_with_does_not_grow(store, database_url):
    prepare(database_url)
    large = open_database(database_url)
    seen = []
    for opened, candidates in ((store, 600), (large, 3000)):
        made = bulk(opened, now=NOW, candidates=candidates)
        with opened.new_session() as session:
            tied = select(VacancyCustomer.vacancy_id)
            theirs = count(session, Application, Application.vacancy_id.in_(tied))
            seen.append((count(session, VacancyCustomer), theirs))
            vacancies = count(session, Vacancy)
            assert theirs / seen[-1][0] == pytest.approx(candidates * 3 / vacancies, rel=0.1)
            assert made.customer_id
    assert 8 <= seen[0][0] <= 14
    assert 8 <= seen[1][0] <= 14
    large.close()
