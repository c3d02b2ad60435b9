"""Looking on as a customer: what he sees, drawn for staff, and nothing written in his name."""

from dataclasses import fields, replace

import pytest

from db import models
from db.models import Letter, Note, Notification, SignInSession, SignInTicket, User
from services import write_scope
from services.access.sessions import new_ticket
from services.applications.opening import open_for_the_first_time
from services.customers import block
from services.customers.preview import as_customer, followers_of, followers_of_candidate
from services.errors import NotAllowed, NotFound
from services.notes.readers import Reader
from services.notes.writing import write
from services.reach import Reach
from services.viewer import Viewer
from services.work import perform, reading
from tests.factories import alter, stored
from tests.services.seen_twice import ASKED, assert_seen_alike

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]

WRITTEN = (models.Opening, models.Note, models.AuditEntry, Notification, Letter, SignInSession)


def looking_on(house, people, customer):
    return house.ask(people.recruiter, as_customer, customer_id=customer.user_id).viewer


def test_it_is_the_customer_himself_but_for_the_mark(house, people):
    for staff in (people.admin, people.recruiter):
        for customer in people.customers:
            alter(house, User, customer.user_id, language="uk", time_zone="Asia/Almaty")
            found = house.ask(staff, as_customer, customer_id=customer.user_id)
            himself = replace(customer, language="uk", time_zone="Asia/Almaty")
            assert found.viewer == replace(himself, preview=True, session_id=None, seen_at=None)
            assert not found.blocked
    assert not any(getattr(people, one.name).preview for one in fields(people)[:7])


def test_only_staff_look_on_and_only_as_customers(house, people):
    for staff in (people.admin.user_id, people.recruiter.user_id, 1):
        with pytest.raises(NotFound):
            house.ask(people.admin, as_customer, customer_id=staff)
    for customer in people.customers:
        with pytest.raises(NotAllowed):
            house.ask(customer, as_customer, customer_id=customer.user_id)
    # who looks on as somebody has that somebody's rights: from there it goes no further
    with pytest.raises(NotAllowed):
        house.ask(
            looking_on(house, people, people.iryna), as_customer, customer_id=people.pavlo.user_id
        )


def test_nothing_is_written_in_his_name(house, people):
    before = [stored(house, model) for model in WRITTEN]
    told = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    for customer in people.customers:
        seen = looking_on(house, people, customer)
        for act, named in (
            (open_for_the_first_time, {"application_id": people.maryana_at_acme}),
            (write, {**told, "body": "His words"}),
            (lambda work: None, {}),
        ):
            with pytest.raises(NotAllowed):
                perform(house.installation, seen, act, **named)
    assert [[one.id for one in stored(house, model)] for model in WRITTEN] == [
        [one.id for one in rows] for rows in before
    ]


@pytest.mark.parametrize("name", models.__all__)
def test_the_write_scope_lets_nothing_through(people, name):
    row = getattr(models, name)()
    for viewer in (people.iryna, people.recruiter, people.admin):  # whatever role it were
        reach = Reach(replace(viewer, preview=True), now=None)
        for check in (write_scope.check_made, write_scope.check_removed):
            with pytest.raises(NotAllowed):
                check(reach, row)
    changed = User(name="Another")
    with pytest.raises(NotAllowed):
        write_scope.check_changed(Reach(replace(people.iryna, preview=True), now=None), changed)


def test_nobody_signs_in_with_it(house, people):
    seen = looking_on(house, people, people.iryna)
    assert seen.session_id is None
    with pytest.raises(NotAllowed):
        house.do(seen, new_ticket, user_id=people.iryna.user_id, remember=True)
    assert stored(house, SignInTicket, user_id=people.iryna.user_id) == []


def test_who_is_concerned(house, people):
    def names(asked, **named):
        return [
            (one.name, one.company, one.blocked)
            for one in house.ask(people.recruiter, asked, **named)
        ]

    acme = [
        ("Iryna", "Acme", False), ("Leo", "", False), ("Pavlo", "Acme", False),
        ("Bohdan", "Acme", True),
    ]  # fmt: skip
    assert names(followers_of, vacancy_id=people.acme_vacancy) == acme
    everywhere = names(followers_of_candidate, candidate_id=people.maryana)
    assert everywhere == [("Greta", "Globex", False), *acme]
    assert names(followers_of_candidate, candidate_id=people.sofia) == []


def test_a_blocked_customer_sees_nothing(house, people):
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    found = house.ask(people.recruiter, as_customer, customer_id=people.iryna.user_id)
    assert found.blocked
    with reading(house.installation, found.viewer) as work, pytest.raises(NotFound):
        work.one(models.Candidate, people.maryana)
    assert isinstance(found.viewer, Viewer)


def test_he_and_those_who_look_on_are_given_the_same(house, people):
    told = {"candidate_id": people.maryana, "application_id": people.maryana_at_acme}
    acme = (Reader(people.iryna.company_id, None, "Acme", ()),)
    slipped = house.do(people.recruiter, write, body="Call", open_for=acme, **told)
    alter(house, Note, slipped, body="Call +380 67 111 22 33")
    house.do(people.pavlo, write, body="Strong", **told)
    house.clock.pass_by(minutes=1)
    about = {
        "candidates": (people.maryana, people.yurii, people.kyrylo),
        "vacancies": (people.acme_vacancy, people.globex_vacancy),
    }
    for customer in (*people.customers, people.bohdan):
        seen = assert_seen_alike(house, people.recruiter, customer, **about)
        named = {name.split()[0] for one in seen for name in one}
        assert named == (set(ASKED) if customer != people.bohdan else named)
        assert (seen[0]["of_candidate"] == "nothing") == (customer == people.bohdan)
