"""Decision 7: blocking, untying and hiding take effect at the next click, data kept."""

import pytest

from db.models import AccessLink, Letter, SignInSession, User
from services.access.links import PASSWORD_PURPOSES, owner_of_link, set_password
from services.access.sessions import start_session, viewer_of
from services.access.sign_in import sign_in
from services.applications.views import of_vacancy
from services.candidates.listing import candidates
from services.candidates.views import candidate
from services.customers import CustomerForm, block, card, customers, edit, reactivate
from services.errors import AccessClosed, Conflict, LinkUnusable, NotFound, SignedOut
from services.mail.dispatch import dispatch
from services.notifications import unread_count
from services.vacancies.customers import tie, untie
from services.vacancies.views import vacancies, vacancy
from services.viewer import DOORKEEPER
from tests.factories import stored, the
from tests.people import PASSWORD, viewer
from tests.services.post import Hands


def link_of(house, customer):
    return stored(house, Letter, recipient_id=customer.user_id)[-1].link.rpartition("=")[2]


def signed_in(house, customer):
    """Sign the customer in by his invitation; gives the session's secret."""
    ticket = set_password(house.installation, secret=link_of(house, customer), password=PASSWORD)
    secret, _ = house.do(DOORKEEPER, start_session, ticket=ticket)
    return secret


def knock(house, email):
    return sign_in(
        house.installation, email=email, password=PASSWORD, address="192.0.2.1", remember=False
    )


def test_blocked_everything_that_opens_the_door_is_dead_at_once(house, people):
    secret = signed_in(house, people.iryna)
    assert house.ask(DOORKEEPER, viewer_of, secret=secret).user_id == people.iryna.user_id
    ticket = knock(house, "iryna@acme.example")
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    with pytest.raises(SignedOut):
        house.ask(DOORKEEPER, viewer_of, secret=secret)
    with pytest.raises(SignedOut):
        house.do(DOORKEEPER, start_session, ticket=ticket)
    with pytest.raises(AccessClosed):
        knock(house, "iryna@acme.example")
    with pytest.raises(LinkUnusable) as refused:
        house.ask(
            DOORKEEPER,
            owner_of_link,
            secret=link_of(house, people.pavlo)[:-1] + "x",
            purposes=PASSWORD_PURPOSES,
        )
    assert refused.value.fields == {"reason": "unknown"}
    assert (
        house.ask(
            DOORKEEPER,
            owner_of_link,
            secret=link_of(house, people.pavlo),
            purposes=PASSWORD_PURPOSES,
        ).name
        == "Pavlo"
    )
    house.do(people.recruiter, block, customer_id=people.pavlo.user_id)
    with pytest.raises(LinkUnusable) as refused:
        house.ask(
            DOORKEEPER,
            owner_of_link,
            secret=link_of(house, people.pavlo),
            purposes=PASSWORD_PURPOSES,
        )
    assert refused.value.fields == {"reason": "blocked"}


def test_blocked_with_a_tab_open_he_sees_nothing_at_the_next_click(house, people):
    assert house.ask(people.iryna, candidates).found == 2
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    assert house.ask(people.iryna, vacancies).rows == ()
    assert house.ask(people.iryna, candidates).rows == ()
    assert house.ask(people.iryna, unread_count) == 0
    for question, named in (
        (candidate, {"candidate_id": people.maryana}),
        (vacancy, {"vacancy_id": people.acme_vacancy}),
        (of_vacancy, {"vacancy_id": people.acme_vacancy}),
    ):
        with pytest.raises(NotFound):
            house.ask(people.iryna, question, **named)
    assert house.ask(people.pavlo, candidates).found == 2


def test_letters_of_the_blocked_do_not_leave(house, people):
    queued = [letter.recipient_id for letter in stored(house, Letter) if letter.state == "queued"]
    assert people.iryna.user_id in queued
    assert people.bohdan.user_id not in queued
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    sender = Hands()
    dispatch(house.installation, sender)
    reached = {message["To"].addresses[0].addr_spec for message in sender.messages}
    assert reached == {"pavlo@acme.example", "greta@globex.example", "leo@alone.example"}
    states = {
        letter.recipient_id: (letter.state, letter.problem) for letter in stored(house, Letter)
    }
    assert states[people.iryna.user_id] == ("failed", "recipient_blocked")
    assert states[people.pavlo.user_id] == ("sent", "")


def test_reactivated_he_finds_everything_as_it_was(house, people):
    secret = signed_in(house, people.iryna)
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)  # twice is once
    letters = len(stored(house, Letter))
    house.do(people.recruiter, reactivate, customer_id=people.iryna.user_id)
    house.do(people.recruiter, reactivate, customer_id=people.iryna.user_id)
    assert house.ask(people.iryna, candidates).found == 2
    with pytest.raises(SignedOut):
        house.ask(DOORKEEPER, viewer_of, secret=secret)  # old sessions stay dead
    assert knock(house, "iryna@acme.example")
    assert len(stored(house, Letter)) == letters  # he has a password: no new invitation
    assert all(row.ended_at for row in stored(house, SignInSession, user_id=people.iryna.user_id))


def test_reactivated_before_he_ever_came_he_is_invited_once_more(house, people):
    letters = len(stored(house, Letter, recipient_id=people.bohdan.user_id))
    house.do(people.recruiter, reactivate, customer_id=people.bohdan.user_id)
    assert len(stored(house, Letter, recipient_id=people.bohdan.user_id)) == letters + 1
    assert house.ask(
        DOORKEEPER, owner_of_link, secret=link_of(house, people.bohdan), purposes=PASSWORD_PURPOSES
    )
    assert stored(house, AccessLink, user_id=people.bohdan.user_id)


def test_untied_the_vacancy_is_gone_and_comes_back_with_the_tie(house, people):
    named = {"vacancy_id": people.acme_vacancy, "customer_id": people.iryna.user_id}
    house.do(people.recruiter, untie, **named)
    assert house.ask(people.iryna, vacancies).rows == ()
    assert house.ask(people.iryna, candidates).rows == ()
    with pytest.raises(NotFound):
        house.ask(people.iryna, candidate, candidate_id=people.maryana)
    with pytest.raises(NotFound):
        house.do(people.recruiter, untie, **named)
    assert house.ask(people.pavlo, candidates).found == 2
    house.do(people.recruiter, tie, **named)
    house.do(people.recruiter, tie, **named)
    assert house.ask(people.iryna, candidates).found == 2


def test_only_customers_are_tied_and_blocked(house, people):
    with pytest.raises(NotFound):
        house.do(people.admin, tie, vacancy_id=people.acme_vacancy,
                 customer_id=people.recruiter.user_id)  # fmt: skip
    for act in (block, reactivate, card):
        for stranger in (people.recruiter.user_id, people.admin.user_id, 1):
            with pytest.raises(NotFound):
                house.do(people.admin, act, customer_id=stranger)
    assert the(house, User, people.recruiter.user_id).blocked_at is None


def test_hiding_and_opening_contacts_act_at_the_next_click(house, people):
    def contacts(email):
        """As the page does: the viewer is read anew at every click."""
        return house.ask(viewer(house, email), candidate, candidate_id=people.maryana).contacts

    def save(customer_id, **changes):
        found = house.ask(people.recruiter, card, customer_id=customer_id)
        form = CustomerForm(
            **{
                name: changes.get(name, getattr(found, name))
                for name in CustomerForm.__dataclass_fields__
            }
        )
        house.do(people.recruiter, edit, customer_id=customer_id, form=form, version=found.version)

    assert len(contacts("pavlo@acme.example")) == 2
    save(people.pavlo.user_id, contacts_hidden=True)
    assert contacts("pavlo@acme.example") == ()
    save(people.pavlo.user_id, contacts_hidden=False)
    assert len(contacts("pavlo@acme.example")) == 2
    save(people.pavlo.user_id, active=False)
    with pytest.raises(NotFound):
        contacts("pavlo@acme.example")
    save(people.pavlo.user_id, active=True)
    assert len(contacts("pavlo@acme.example")) == 2


def test_a_form_opened_before_the_block_does_not_open_the_door_again(house, people):
    before = house.ask(people.admin, card, customer_id=people.pavlo.user_id)
    form = CustomerForm(
        **{name: getattr(before, name) for name in CustomerForm.__dataclass_fields__}
    )
    house.do(people.recruiter, block, customer_id=people.pavlo.user_id)
    with pytest.raises(Conflict):
        house.do(
            people.admin,
            edit,
            customer_id=people.pavlo.user_id,
            form=form,
            version=before.version,
        )
    assert the(house, User, people.pavlo.user_id).blocked_at is not None
    found = house.ask(people.admin, customers, search="pavlo")
    assert [(row.name, row.active) for row in found] == [("Pavlo", False)]


def test_whoever_may_be_looking_is_woken(house, people):
    woken = []
    for customer in (people.iryna, people.pavlo):
        house.installation.live.subscribe(
            customer.user_id, lambda name=customer.name: woken.append(name)
        )
    house.do(people.recruiter, block, customer_id=people.iryna.user_id)
    house.do(
        people.recruiter,
        untie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.pavlo.user_id,
    )
    assert set(woken) == {"Iryna", "Pavlo"}
