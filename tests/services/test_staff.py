"""Staff: invited, given a role, blocked, handed over; one administrator always stays."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from db.models import AuditEntry, Letter, User, Vacancy
from services.access.links import PASSWORD_PURPOSES, opened_in_browser, owner_of_link, set_password
from services.access.sessions import start_session, viewer_of
from services.access.sign_in import sign_in
from services.agency import AgencyView
from services.agency import edit as edit_agency
from services.customers import card as customer_card
from services.errors import (
    AccessClosed,
    Conflict,
    Duplicate,
    Invalid,
    LastAdministrator,
    LinkUnusable,
    NotAllowed,
    NotFound,
)
from services.i18n import LANGUAGES, translator
from services.mail.archive import letter
from services.staff import (
    StaffForm,
    add,
    block,
    card,
    colleagues,
    edit,
    hand_over,
    invite_again,
    reactivate,
)
from services.vacancies.views import my_recruiter
from services.viewer import DOORKEEPER, Role
from tests.factories import alter, stored, the
from tests.people import PASSWORD, viewer

pytestmark = [pytest.mark.thorough, pytest.mark.few_on_duckdb]


def form(**changes):
    return StaffForm(**{"email": "petro@clear.example", "name": "Petro"} | changes)


@pytest.fixture
def petro(house, people):
    """A recruiter who has been invited and has not come yet."""
    return house.do(people.admin, add, form=form())


def link_of(house, user_id):
    return stored(house, Letter, recipient_id=user_id)[-1].link.rpartition("=")[2]


def come_in(house, user_id):
    ticket = set_password(house.installation, secret=link_of(house, user_id), password=PASSWORD)
    return house.do(DOORKEEPER, start_session, ticket=ticket)[0]


def second_administrator(house, people):
    user_id = house.do(people.admin, add, form=form(role="administrator"))
    return viewer(house, the(house, User, user_id).email)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["recruiter", "administrator"])
def test_invited_in_his_language_as_what_he_will_be(house, people, language, role):
    t = translator(language).text
    user_id = house.do(people.admin, add, form=form(language=language, role=role))
    (sent,) = stored(house, Letter, recipient_id=user_id)
    assert sent.kind == "staff_invitation"
    assert sent.subject == t("{agency}: your access to Candela", agency="Clear People")
    said = {
        "recruiter": "{host} invites you to work at {agency} as a recruiter.",
        "administrator": "{host} invites you to work at {agency} as an administrator.",
    }[role]
    assert t(said, host="Anna Admin", agency="Clear People") in sent.text
    secret = come_in(house, user_id)
    assert house.ask(DOORKEEPER, viewer_of, secret=secret).role == role


def test_the_way_of_an_invitation_is_seen(house, people, petro):
    def standing():
        (row,) = (one for one in house.ask(people.admin, colleagues) if one.id == petro)
        assert house.ask(people.admin, card, user_id=petro).standing == row.standing
        return row.standing

    assert standing() == "invited"
    first = link_of(house, petro)
    house.do(DOORKEEPER, opened_in_browser, secret=first)
    assert standing() == "opened"
    house.do(people.admin, invite_again, user_id=petro)
    second = link_of(house, petro)
    for secret in (first, second):
        assert house.ask(DOORKEEPER, owner_of_link, secret=secret, purposes=PASSWORD_PURPOSES)
    come_in(house, petro)
    assert standing() == "active"
    with pytest.raises(LinkUnusable):
        house.ask(DOORKEEPER, owner_of_link, secret=first, purposes=PASSWORD_PURPOSES)
    house.do(people.admin, block, user_id=petro)
    assert standing() == "blocked"
    with pytest.raises(NotAllowed):
        house.do(people.admin, invite_again, user_id=petro)


def test_recruiters_manage_nobody_and_read_no_invitation_of_staff(house, people, petro):
    (sent,) = stored(house, Letter, recipient_id=petro)
    assert house.ask(people.admin, letter, letter_id=sent.id).link
    with pytest.raises(NotFound):
        house.ask(people.recruiter, letter, letter_id=sent.id)
    for act, named in (
        (add, {"form": form(email="x@y.example")}),
        (
            edit,
            {"user_id": people.recruiter.user_id, "form": form(role="administrator"), "version": 1},
        ),
        (block, {"user_id": people.admin.user_id}),
        (reactivate, {"user_id": petro}),
        (invite_again, {"user_id": petro}),
        (hand_over, {"user_id": people.admin.user_id, "to_id": people.recruiter.user_id}),
    ):
        for who in (people.recruiter, people.iryna):
            with pytest.raises(NotAllowed):
                house.do(who, act, **named)
    with pytest.raises(NotFound):  # a customer is none of the staff
        house.do(people.admin, block, user_id=people.iryna.user_id)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"role": "customer"}, {"role"}),
        ({"role": "doorkeeper"}, {"role"}),
        ({"role": ""}, {"role"}),
        ({"email": "petro", "name": " "}, {"email", "name"}),
        ({"language": "de"}, {"language"}),
    ],
)
def test_what_the_form_refuses(house, people, changes, problems):
    with pytest.raises(Invalid) as refused:
        house.do(people.admin, add, form=form(**changes))
    assert set(refused.value.problems) == problems


def test_an_email_in_use_says_who_has_it(house, people, petro):
    for email, role, name, blocked in (
        ("PETRO@clear.example", "recruiter", "Petro", False),
        ("iryna@acme.example", "customer", "Iryna", False),
        ("bohdan@ACME.example", "customer", "Bohdan", True),
    ):
        with pytest.raises(Duplicate) as refused:
            house.do(people.admin, add, form=form(email=email))
        fields = refused.value.fields
        assert (fields["role"], fields["name"], fields["blocked"]) == (role, name, blocked)
        assert the(house, User, fields["user_id"]).name == name


def test_another_role_is_in_force_at_the_next_click(house, people, petro):
    secret = come_in(house, petro)
    version = house.ask(people.admin, card, user_id=petro).version
    house.do(people.admin, edit, user_id=petro, form=form(role="administrator"), version=version)
    promoted = house.ask(DOORKEEPER, viewer_of, secret=secret)
    assert promoted.role is Role.ADMINISTRATOR
    agency = AgencyView("Clear People", "", "a@b.example", "", "")
    house.do(promoted, edit_agency, form=agency)
    with pytest.raises(Conflict):
        house.do(people.admin, edit, user_id=petro, form=form(), version=version)
    house.do(people.admin, edit, user_id=petro, form=form(), version=version + 1)
    demoted = house.ask(DOORKEEPER, viewer_of, secret=secret)
    with pytest.raises(NotAllowed):
        house.do(demoted, edit_agency, form=agency)


def test_blocked_he_is_out_at_once_and_back_when_re_activated(house, people, petro):
    secret = come_in(house, petro)
    house.do(people.admin, block, user_id=petro)
    with pytest.raises(Exception, match="signed_out"):
        house.ask(DOORKEEPER, viewer_of, secret=secret)
    with pytest.raises(AccessClosed):
        sign_in(house.installation, email="petro@clear.example", password=PASSWORD, address="::1",
                remember=False)  # fmt: skip
    house.do(people.admin, reactivate, user_id=petro)
    assert sign_in(house.installation, email="petro@clear.example", password=PASSWORD,
                   address="::1", remember=False)  # fmt: skip


def test_another_email_makes_the_letters_to_the_former_one_worthless(house, people, petro):
    old = link_of(house, petro)
    house.do(people.admin, edit, user_id=petro, form=form(email="p@clear.example"), version=1)
    with pytest.raises(LinkUnusable):
        house.ask(DOORKEEPER, owner_of_link, secret=old, purposes=PASSWORD_PURPOSES)
    assert stored(house, Letter, recipient_id=petro)[-1].to_email == "p@clear.example"


def test_the_last_administrator_stays(house, people):
    me = {"user_id": people.admin.user_id}
    anna = form(email="anna@clear.example", name="Anna")
    for act, named in ((block, me), (edit, {**me, "form": anna, "version": 1})):
        with pytest.raises(LastAdministrator):
            house.do(people.admin, act, **named)
    other = second_administrator(house, people)
    house.do(people.admin, block, user_id=other.user_id)
    with pytest.raises(LastAdministrator):  # a blocked one does not count
        house.do(people.admin, block, **me)
    house.do(people.admin, reactivate, user_id=other.user_id)
    house.do(other, block, **me)
    with pytest.raises(LastAdministrator):
        house.do(other, block, user_id=other.user_id)
    house.do(other, block, **me)  # blocked already: nothing happens


@pytest.mark.parametrize("how", ["block", "demote"])
def test_of_two_who_remove_each_other_at_once_one_stays(house, people, how):
    """Ten rounds, three administrators, all against all, at the same moment."""
    others = [
        viewer(house, f"a{number}@clear.example")
        for number in range(3)
        if house.do(
            people.admin,
            add,
            form=form(email=f"a{number}@clear.example", role="administrator"),
        )
    ]
    admins = [people.admin, *others]
    for _ in range(5):
        for one in admins:
            alter(house, User, one.user_id, blocked_at=None, role="administrator")

        def remove(pair):
            who, whom = pair
            row = the(house, User, whom.user_id)
            try:
                if how == "block":
                    house.do(who, block, user_id=whom.user_id)
                else:
                    house.do(
                        who, edit, user_id=whom.user_id, version=row.version,
                        form=form(email=row.email, name=row.name),
                    )  # fmt: skip
            except (LastAdministrator, Conflict):
                return False
            return True

        pairs = [(who, whom) for who in admins for whom in admins if who is not whom]
        with ThreadPoolExecutor(len(pairs)) as pool:
            done = list(pool.map(remove, pairs))
        left = [one for one in stored(house, User, role="administrator") if one.blocked_at is None]
        assert len(left) == 1
        assert any(done)


def test_handed_over_customers_see_the_other_one(house, people, petro):
    assert house.ask(people.iryna, my_recruiter).name == "Oksana Lytvyn"
    assert house.ask(people.leo, my_recruiter).name == "Oksana Lytvyn"
    with pytest.raises(Invalid):
        house.do(people.admin, hand_over, user_id=petro, to_id=petro)
    house.do(people.admin, block, user_id=people.recruiter.user_id)
    with pytest.raises(Invalid):  # not to somebody who is blocked himself
        house.do(people.admin, hand_over, user_id=petro, to_id=people.recruiter.user_id)
    with pytest.raises(NotFound):
        house.do(
            people.admin, hand_over, user_id=people.recruiter.user_id, to_id=people.iryna.user_id
        )
    shown = house.ask(people.admin, card, user_id=people.recruiter.user_id)
    assert (shown.vacancies, shown.customers) == (2, 5)
    done = house.do(people.admin, hand_over, user_id=people.recruiter.user_id, to_id=petro)
    assert done == 2
    assert {one.recruiter_id for one in stored(house, Vacancy)} == {petro}
    for customer in (people.iryna, people.leo):
        assert house.ask(customer, my_recruiter).name == "Petro"
    shown = house.ask(people.admin, card, user_id=people.recruiter.user_id)
    assert (shown.vacancies, shown.customers) == (0, 0)
    assert stored(house, AuditEntry, act="hand_over")[0].object_id == people.recruiter.user_id
    assert house.do(people.admin, hand_over, user_id=people.recruiter.user_id, to_id=petro) == 0
    assert house.ask(people.admin, customer_card, customer_id=people.iryna.user_id)
