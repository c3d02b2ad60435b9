"""Access that ends by itself: decided at closing, warned of by letter, ended, or stopped."""

import dataclasses

import pytest

from db.models import AccessLink, AuditEntry, Letter, User, VacancyCustomer
from services.access.ending import keep_access
from services.access.sessions import viewer_of
from services.customers import block, card, reactivate
from services.customers.endings import end_access, endings_due
from services.errors import Invalid, SignedOut
from services.vacancies.closing import close, reopen
from services.vacancies.customers import tie
from services.vacancies.forms import VacancyForm
from services.vacancies.forms import add as add_vacancy
from services.viewer import DOORKEEPER, POSTMAN
from tests.factories import alter, plant, stored, the

pytestmark = pytest.mark.thorough


@pytest.fixture
def closed(house, people):
    """Acme's vacancy is closed; Iryna's access is to end, Pavlo keeps his."""
    house.do(
        people.recruiter,
        close,
        vacancy_id=people.acme_vacancy,
        reason="filled",
        ending=[people.iryna.user_id],
    )


def warnings(house):
    return stored(house, Letter, kind="access_ends")


def iryna(house, people):
    return the(house, User, people.iryna.user_id)


def look(house, **duration):
    house.clock.pass_by(**duration)
    return end_access(house.installation)


def test_decided_it_is_a_date_and_nothing_else_yet(house, people, closed):
    row = iryna(house, people)
    assert (row.access_ends_at - house.clock.now).days == 14
    assert row.blocked_at is None
    assert look(house) == 0
    assert warnings(house) == []
    found = house.ask(people.recruiter, card, customer_id=people.iryna.user_id)
    assert (found.access_ends_at, found.access_ends_with) == (row.access_ends_at, "Backend Lead")
    assert stored(house, AuditEntry, act="end_later", object_id=people.iryna.user_id)


def test_nobody_is_looked_at_before_his_day(house, people, closed):
    """A look comes every minute: it must cost nothing while there is nothing to do."""
    assert house.ask(POSTMAN, endings_due) == []
    house.clock.pass_by(days=11)
    assert [key for key, _ in house.ask(POSTMAN, endings_due)] == [people.iryna.user_id]
    look(house)
    assert house.ask(POSTMAN, endings_due) == []


def test_warned_once_then_ended_with_all_its_consequences(house, people, closed, enter):
    secret, _ = enter(people.iryna)
    assert look(house, days=11) == 1
    assert look(house) == look(house, days=1) == 0
    (letter,) = warnings(house)
    assert (letter.recipient_id, letter.reply_to) == (
        people.iryna.user_id, "oksana@clear.example",
    )  # fmt: skip
    assert "4 December 2026" in letter.subject
    assert "Backend Lead" in letter.text
    assert iryna(house, people).blocked_at is None
    house.ask(DOORKEEPER, viewer_of, secret=enter(people.iryna)[0])
    secret, _ = enter(people.iryna)
    assert look(house, days=2, minutes=1) == 1
    assert iryna(house, people).blocked_at == house.clock.now
    assert iryna(house, people).access_ends_at is None
    with pytest.raises(SignedOut):
        house.ask(DOORKEEPER, viewer_of, secret=secret)
    links = stored(house, AccessLink, user_id=people.iryna.user_id)
    assert all(link.expires_at <= house.clock.now for link in links)
    for act in ("block", "end_access", "warn"):
        (entry,) = stored(house, AuditEntry, act=act, object_id=people.iryna.user_id)
        assert entry.actor_id == people.recruiter.user_id  # who decided so
    assert look(house, days=30) == 0
    assert the(house, User, people.pavlo.user_id).blocked_at is None
    assert len(warnings(house)) == 1


def test_warned_late_the_end_waits_for_the_warning(house, people, closed):
    """The server was off for a month."""
    assert look(house, days=30) == 1
    row = iryna(house, people)
    assert row.blocked_at is None
    assert (row.access_ends_at - house.clock.now).days == 3
    assert look(house, days=3) == 1
    assert iryna(house, people).blocked_at is not None


def test_reopened_the_vacancy_it_goes_on(house, people, closed):
    look(house, days=12)
    house.do(people.recruiter, reopen, vacancy_id=people.acme_vacancy)
    assert iryna(house, people).access_ends_at is None
    assert [letter.state for letter in warnings(house)] == ["failed"]  # it had not left
    assert look(house, days=30) == 0
    assert iryna(house, people).blocked_at is None


def test_tied_to_another_open_vacancy_it_goes_on(house, people, closed):
    second = house.do(people.recruiter, add_vacancy, form=VacancyForm("QA", company="Acme"))
    house.do(people.recruiter, close, vacancy_id=second, reason="other")
    named = {"customer_id": people.iryna.user_id}
    house.do(people.recruiter, tie, vacancy_id=second, **named)
    assert iryna(house, people).access_ends_at is not None  # that one is closed as well
    house.do(people.recruiter, reopen, vacancy_id=second)
    assert iryna(house, people).access_ends_at is None
    house.do(people.recruiter, close, vacancy_id=second, reason="other", ending=[*named.values()])
    third = house.do(people.recruiter, add_vacancy, form=VacancyForm("Ops", company="Acme"))
    house.do(people.recruiter, tie, vacancy_id=third, **named)
    assert iryna(house, people).access_ends_at is None


def test_by_hand_it_goes_on(house, people, closed):
    house.do(people.recruiter, keep_access, customer_id=people.iryna.user_id)
    house.do(people.recruiter, keep_access, customer_id=people.iryna.user_id)
    assert len(stored(house, AuditEntry, act="keep_access")) == 1
    assert look(house, days=30) == 0


def test_who_has_an_open_vacancy_in_the_end_is_not_shut_out(house, people, closed):
    """However he came by it: nothing else stopped it."""
    plant(
        house,
        VacancyCustomer(
            vacancy_id=people.globex_vacancy,
            customer_id=people.iryna.user_id,
            tied_at=house.clock.now,
            tied_by_id=people.recruiter.user_id,
        ),
    )
    look(house, days=15)
    assert (iryna(house, people).access_ends_at, iryna(house, people).blocked_at) == (None, None)
    assert warnings(house) == []


def test_blocked_by_hand_before_it_does_not_end_once_more(house, people, closed):
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    house.do(people.recruiter, reactivate, customer_id=people.iryna.user_id)
    assert look(house, days=30) == 0
    assert iryna(house, people).blocked_at is None


def test_only_who_has_no_other_vacancy_is_named_and_blocking_goes_first(house, people):
    both = [people.iryna.user_id]
    with pytest.raises(Invalid):
        house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled",
                 ending=[people.greta.user_id])  # fmt: skip
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled",
             ending=both, blocking=both)  # fmt: skip
    row = iryna(house, people)
    assert row.blocked_at is not None
    assert row.access_ends_at is None


def test_in_his_language_and_by_whoever_took_over(house, people, closed):
    alter(house, User, people.iryna.user_id, language="uk")
    alter(house, User, people.recruiter.user_id, blocked_at=house.clock.now)
    assert look(house, days=12) == 1
    (letter,) = warnings(house)
    assert (letter.language, "грудня" in letter.subject) == ("uk", True)
    assert letter.reply_to == "hello@clear.example"  # nobody of those is there any more
    assert look(house, days=3) == 1  # decided by somebody who has left: it ends all the same


def test_as_many_days_as_the_agency_set(house, people):
    access = house.installation.settings.access
    shorter = access.model_copy(update={"ends_after_days": 2})
    settings = house.installation.settings.model_copy(update={"access": shorter})
    house.installation = dataclasses.replace(house.installation, settings=settings)
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled",
             ending=[people.iryna.user_id])  # fmt: skip
    assert look(house) == 1  # two days are all the notice there can be
    assert look(house, days=1) == 0
    assert look(house, days=1) == 1
    assert iryna(house, people).blocked_at is not None
