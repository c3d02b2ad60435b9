"""A customer is told that a vacancy was added for him, closed, or opened again: once, or not at all."""

import pytest

from db.models import Letter, Notification, User
from services.customers import CustomerForm, add
from services.notifications import mark_read, notifications, unread_count
from services.notifications.choices import Delivery, choices, choose
from services.vacancies.closing import close, reopen
from services.vacancies.customers import tie, untie
from tests.factories import alter, stored

pytestmark = pytest.mark.thorough


@pytest.fixture
def people(people, house):
    """Everything that was to be said before this test has been said."""
    for told in stored(house, Notification):
        alter(house, Notification, told.id, lettered_at=house.clock.now, read_at=house.clock.now)
    for letter in stored(house, Letter):
        alter(house, Letter, letter.id, state="sent")
    return people


def unread(house, viewer):
    return [one.kind for one in house.ask(viewer, notifications) if one.unread]


def globex_for_iryna(house, people, act=tie):
    confirmed = {"across_companies": True} if act is tie else {}
    named = {"vacancy_id": people.globex_vacancy, "customer_id": people.iryna.user_id}
    return house.do(people.recruiter, act, **named, **confirmed)


def acme(house, people, act, **named):
    return house.do(people.recruiter, act, vacancy_id=people.acme_vacancy, **named)


def test_who_is_tied_is_told_at_once_and_nobody_else(house, people):
    woken = []
    for viewer in (people.iryna, people.pavlo, people.greta):
        house.installation.live.subscribe(
            viewer.user_id, lambda name=viewer.name: woken.append(name)
        )
    globex_for_iryna(house, people)
    (told,) = [one for one in house.ask(people.iryna, notifications) if one.unread]
    assert (told.kind, told.vacancy_id, told.candidate_id) == (
        "vacancy_added",
        people.globex_vacancy,
        None,
    )
    assert (told.vacancy, told.actor, told.candidate) == ("Site Engineer", "Oksana Lytvyn", "")
    assert house.ask(people.iryna, unread_count) == 1
    assert set(woken) == {"Iryna"}
    assert unread(house, people.pavlo) == unread(house, people.greta) == []
    assert unread(house, people.recruiter) == []


def test_who_is_invited_to_it_is_not_told_again(house, people):
    form = CustomerForm(email="nadia@acme.example", name="Nadia", company="Acme")
    house.do(people.recruiter, add, form=form, vacancy_id=people.acme_vacancy)
    (nadia,) = stored(house, User, name="Nadia")
    assert stored(house, Notification, recipient_id=nadia.id) == []


def test_tied_twice_is_told_once_tied_again_is_told_again(house, people):
    globex_for_iryna(house, people)
    globex_for_iryna(house, people)
    assert unread(house, people.iryna) == ["vacancy_added"]
    house.do(people.iryna, mark_read)
    globex_for_iryna(house, people, untie)
    assert unread(house, people.iryna) == []
    house.clock.pass_by(minutes=1)
    globex_for_iryna(house, people)
    assert unread(house, people.iryna) == ["vacancy_added"]


def test_of_a_vacancy_that_is_added_there_is_one_letter_and_it_is_no_news(house, people, post):
    globex_for_iryna(house, people)
    house.clock.pass_by(days=1)
    (letter,) = post().to(people.iryna)
    assert "Site Engineer" in letter


def test_tied_by_mistake_tells_nobody(house, people, post):
    globex_for_iryna(house, people)
    globex_for_iryna(house, people, untie)
    assert house.ask(people.iryna, unread_count) == 0
    house.clock.pass_by(days=1)
    assert post().to(people.iryna) == []


def test_what_he_is_no_longer_tied_to_he_reads_nothing_of(house, people):
    globex_for_iryna(house, people)
    house.do(people.recruiter, close, vacancy_id=people.globex_vacancy, reason="filled")
    assert len(unread(house, people.iryna)) == 2
    globex_for_iryna(house, people, untie)
    assert unread(house, people.iryna) == []
    assert house.ask(people.iryna, unread_count) == 0


def test_closing_tells_its_active_customers_but_not_those_it_blocks(house, people):
    acme(house, people, close, reason="filled", blocking=[people.pavlo.user_id])
    for viewer in (people.iryna, people.leo):
        assert unread(house, viewer) == ["vacancy_closed"]
    for user_id in (people.pavlo.user_id, people.bohdan.user_id, people.greta.user_id):
        assert not stored(house, Notification, recipient_id=user_id, kind="vacancy_closed")
    acme(house, people, close, reason="filled")  # closed already: nothing happens
    assert unread(house, people.iryna) == ["vacancy_closed"]


def test_opened_again_before_anybody_read_of_it_tells_nobody(house, people, post):
    acme(house, people, close, reason="cancelled")
    acme(house, people, reopen)
    assert unread(house, people.iryna) == []
    house.clock.pass_by(days=1)
    assert post().to(people.iryna) == []


def test_opened_again_is_told_to_whoever_knows_it_closed(house, people):
    acme(house, people, close, reason="cancelled")
    house.do(people.iryna, mark_read)
    house.clock.pass_by(minutes=1)
    acme(house, people, reopen)
    assert unread(house, people.iryna) == ["vacancy_reopened"]
    assert unread(house, people.pavlo) == []
    acme(house, people, reopen)  # open already: nothing happens
    assert unread(house, people.iryna) == ["vacancy_reopened"]


def test_closed_and_opened_and_closed_is_told_each_time(house, people):
    for _ in range(2):
        acme(house, people, close, reason="other")
        house.do(people.iryna, mark_read)
        house.clock.pass_by(minutes=1)
        acme(house, people, reopen)
        house.do(people.iryna, mark_read)
        house.clock.pass_by(minutes=1)
    kinds = [one.kind for one in house.ask(people.iryna, notifications)]
    assert kinds[:4] == ["vacancy_reopened", "vacancy_closed"] * 2


def test_it_comes_in_the_daily_letter_unless_chosen_otherwise(house, people, post):
    assert house.ask(people.iryna, choices).deliveries["vacancy"] is Delivery.DAILY
    house.do(people.pavlo, choose, deliveries={"vacancy": Delivery.AT_ONCE}, hour=9)
    house.do(people.leo, choose, deliveries={"vacancy": Delivery.OFF}, hour=9)
    acme(house, people, close, reason="filled")
    house.clock.pass_by(minutes=10)
    box = post()
    (at_once,) = box.to(people.pavlo)
    assert "Backend Lead\n- The vacancy was closed – Oksana Lytvyn" in at_once
    assert "/vacancy?id=" in at_once
    assert box.to(people.iryna) == []
    house.clock.pass_by(days=1)
    box = post()
    assert [len(box.to(one)) for one in (people.iryna, people.pavlo, people.leo)] == [1, 1, 0]


def test_a_vacancy_and_a_candidate_in_one_letter_lead_to_the_vacancy(house, people, post):
    house.do(people.pavlo, choose, deliveries={"vacancy": Delivery.AT_ONCE}, hour=9)
    (told,) = stored(
        house,
        Notification,
        recipient_id=people.pavlo.user_id,
        application_id=people.maryana_at_acme,
    )
    alter(house, Notification, told.id, lettered_at=None, read_at=None)
    acme(house, people, close, reason="filled")
    house.clock.pass_by(minutes=10)
    (letter,) = post().to(people.pavlo)
    for said in ("Maryana", "The vacancy was closed", "/vacancy?id="):
        assert said in letter
    assert "/candidate?id=" not in letter
