"""What happened in the sample agency: every history holds, and nobody did what he may not."""

import itertools
from collections import Counter, defaultdict
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from db.base import Base, UtcDateTime
from db.engine import open_database
from db.models import (
    Application,
    Interview,
    InterviewPerson,
    Note,
    NoteReader,
    Notification,
    Opening,
    Presentation,
    ResumeVersion,
    Stage,
    StageChange,
    User,
    Vacancy,
    VacancyCustomer,
)
from db.sample.calendar import WorkingTime
from db.sample.chronicle import Chronicle
from services.vacancies import stages as services_stages
from tests.db.sample_agency import (
    FRIDAY_NOON,
    JUST_OPENED,
    SUNDAY_NIGHT,
    all_of,
    by_id,
    make_sample,
    make_sample_as_the_week_begins,
    make_sample_on_a_sunday_night,
)

pytestmark = pytest.mark.thorough


@pytest.fixture
def session(prepared_database):
    database = open_database(prepared_database(make_sample))
    with database.new_session() as session:
        yield session
    database.close()


@pytest.mark.parametrize(
    "make", [make_sample, make_sample_as_the_week_begins, make_sample_on_a_sunday_night]
)
@pytest.mark.only_on("duckdb")
def test_histories_hold_at_any_hour(prepared_database, make):
    database = open_database(prepared_database(make))
    now = {
        make_sample: FRIDAY_NOON,
        make_sample_as_the_week_begins: JUST_OPENED,
        make_sample_on_a_sunday_night: SUNDAY_NIGHT,
    }[make]
    with database.new_session() as session:
        assert_histories_hold(session)
        assert_all_lies_in_the_past(session, now)
    database.close()


def test_interviews_lie_ahead_while_one_is_waited_for_and_nobody_is_in_two_at_once(session):
    found = all_of(session, Interview)
    ahead = [one for one in found if one.state == "scheduled"]
    assert len(ahead) >= 5
    assert {one.state for one in found} == {"scheduled", "held", "no_show"}
    assert all((one.starts_at > FRIDAY_NOON) == (one.state == "scheduled") for one in found)
    assert all(one.created_at < one.starts_at < one.ends_at for one in found)
    ordered = sorted(found, key=lambda one: one.starts_at)
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(ordered))
    # no letter told of them: undoing a change must write to nobody that one is scheduled
    assert not any(one.copy for one in all_of(session, InterviewPerson))


def test_histories_hold(session):
    assert_histories_hold(session)


def assert_histories_hold(session):
    stages, users = by_id(session, Stage), by_id(session, User)
    changes, shown, opened = defaultdict(list), defaultdict(list), {}
    for change in all_of(session, StageChange):
        changes[change.application_id].append(change)
    for presentation in all_of(session, Presentation):
        shown[presentation.application_id].append(presentation)
    for opening in all_of(session, Opening):
        opened[opening.application_id, opening.customer_id] = opening.opened_at
    taken_back = 0
    for application in all_of(session, Application):
        history = sorted(changes[application.id], key=lambda change: change.moved_at)
        assert [change.id for change in history] == sorted(change.id for change in history)
        assert history[0].from_stage_id is None
        assert history[0].moved_at == application.created_at
        for before, after in itertools.pairwise(history):
            assert after.from_stage_id == before.to_stage_id
            assert after.moved_at > before.moved_at
        assert history[-1].to_stage_id == application.stage_id
        assert history[-1].moved_at == application.moved_at
        assert all(stages[c.to_stage_id].vacancy_id == application.vacancy_id for c in history)
        lit = stages[application.stage_id].seen_by_customers
        assert lit == (application.presented_at is not None)
        standing = [one for one in shown[application.id] if one.ended_at is None]
        assert len(standing) == lit
        assert all(one.presented_at == application.presented_at for one in standing)
        taken_back += any(one.ended_at is not None for one in shown[application.id])
        for change in history:
            if change.reason:
                assert stages[change.to_stage_id].outcome == "refused"
            if users[change.moved_by_id].role == "customer":
                seen = opened[application.id, change.moved_by_id]
                assert shown[application.id][0].presented_at < seen < change.moved_at
                assert stages[change.to_stage_id].open_to_customers
    assert taken_back >= 1


def test_a_presentation_shows_the_version_of_its_time(session):
    versions = by_id(session, ResumeVersion)
    candidate_of = {row.id: row.candidate_id for row in all_of(session, Application)}
    with_version = 0
    for presentation in all_of(session, Presentation):
        if presentation.resume_version_id is not None:
            version = versions[presentation.resume_version_id]
            assert version.saved_at < presentation.presented_at
            assert version.candidate_id == candidate_of[presentation.application_id]
            with_version += 1
    assert with_version >= 30
    current = Counter(
        version.candidate_id for version in versions.values() if version.superseded_at is None
    )
    assert set(current.values()) == {1}


def test_customers_act_only_where_and_while_they_may(session):
    users, applications = by_id(session, User), by_id(session, Application)
    tied = {
        (row.vacancy_id, row.customer_id): row.tied_at for row in all_of(session, VacancyCustomer)
    }
    acts = [
        (row.application_id, row.customer_id, row.opened_at) for row in all_of(session, Opening)
    ]
    acts += [
        (note.application_id, note.author_id, note.written_at)
        for note in all_of(session, Note)
        if users[note.author_id].role == "customer"
    ]
    acts += [
        (change.application_id, change.moved_by_id, change.moved_at)
        for change in all_of(session, StageChange)
        if users[change.moved_by_id].role == "customer"
    ]
    assert len(acts) > 150
    for application_id, customer_id, at in acts:
        customer = users[customer_id]
        assert tied[applications[application_id].vacancy_id, customer_id] < at
        assert customer.blocked_at is None or at < customer.blocked_at
        assert at <= customer.last_seen_at


def test_no_note_is_read_by_two_companies(session):
    vacancies, applications = by_id(session, Vacancy), by_id(session, Application)
    users, notes = by_id(session, User), by_id(session, Note)
    readers = defaultdict(set)
    for reader in all_of(session, NoteReader):
        assert reader.customer_id is None
        readers[reader.note_id].add(reader.company_id)
    assert len(readers) > 100
    hidden = [note for note in notes.values() if note.id not in readers]
    assert len(hidden) > 30
    assert all(users[note.author_id].role == "recruiter" for note in hidden)
    for note_id, companies in readers.items():
        vacancy = vacancies[applications[notes[note_id].application_id].vacancy_id]
        assert companies == {vacancy.company_id}
    for tie in all_of(session, VacancyCustomer):
        assert users[tie.customer_id].company_id == vacancies[tie.vacancy_id].company_id


def test_nobody_is_told_of_what_is_not_his(session):
    users, applications = by_id(session, User), by_id(session, Application)
    vacancies, stages = by_id(session, Vacancy), by_id(session, Stage)
    tied = {(row.vacancy_id, row.customer_id) for row in all_of(session, VacancyCustomer)}
    for told in all_of(session, Notification):
        vacancy = vacancies[applications[told.application_id].vacancy_id]
        recipient = users[told.recipient_id]
        assert told.actor_id != told.recipient_id
        assert told.read_at is None or told.read_at >= told.due_at
        if recipient.role == "customer":
            assert (vacancy.id, recipient.id) in tied
            assert recipient.blocked_at is None or told.created_at < recipient.blocked_at
            assert users[told.actor_id].company_id in {None, recipient.company_id}
        else:
            assert recipient.id == vacancy.recruiter_id
        assert (told.kind == "moved") == (told.stage_id is not None)
        assert told.stage_id is None or stages[told.stage_id].vacancy_id == vacancy.id


def test_stages_are_the_default_ones(session):
    per_vacancy = defaultdict(list)
    for stage in session.scalars(select(Stage).order_by(Stage.position)):
        per_vacancy[stage.vacancy_id].append(
            (stage.key, stage.seen_by_customers, stage.open_to_customers, stage.outcome)
        )
    assert len(per_vacancy) == 12
    assert all(tuple(stages) == services_stages.DEFAULT for stages in per_vacancy.values())


#: When an interview takes place may lie ahead; when it was made and settled may not.
AHEAD = {"starts_at", "ends_at"}


def assert_all_lies_in_the_past(session, now):
    limit = Chronicle(now, "Europe/Kyiv").key(now + timedelta(seconds=1))
    for mapper in Base.registry.mappers:
        instants = [c.key for c in mapper.columns if isinstance(c.type, UtcDateTime)]
        instants = [one for one in instants if mapper.class_ is not Interview or one not in AHEAD]
        keys = [c.key for c in mapper.primary_key if c.key == "id"]
        for row in all_of(session, mapper.class_):
            for name in instants:
                instant = getattr(row, name)
                assert instant is None or now - timedelta(days=110) < instant <= now, (row, name)
            for name in keys:
                assert 0 < getattr(row, name) < limit


@pytest.mark.parametrize("now", [FRIDAY_NOON, JUST_OPENED, SUNDAY_NIGHT])
def test_working_time_runs_back_over_working_hours(now):
    calendar = WorkingTime(now, "Europe/Kyiv")
    moments = [calendar.at(days_ago / 20) for days_ago in range(1200)]
    assert moments[0] <= now
    assert all(later > earlier for later, earlier in itertools.pairwise(moments))
    for moment in moments:
        local = moment.astimezone(calendar._zone)
        assert local.weekday() < 5
        assert 9 <= local.hour < 19
