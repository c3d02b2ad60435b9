"""Customers: the form, duplicates in any spelling, two people saving at once, the list."""

from dataclasses import replace

import pytest

from db.models import AuditEntry, Company, Letter, User
from services import agency as agency_service
from services.access.links import (
    PASSWORD_PURPOSES,
    opened_in_browser,
    owner_of_link,
    set_password,
)
from services.access.sessions import start_session
from services.companies import choices
from services.customers import (
    CustomerForm,
    add,
    block,
    card,
    customers,
    edit,
    invite_again,
    reactivate,
    tieable,
)
from services.errors import Conflict, Duplicate, Invalid, LinkUnusable, NotAllowed, NotFound
from services.profile import choose_language
from services.vacancies.closing import close
from services.vacancies.customers import untie
from services.vacancies.views import my_recruiter, responsible, vacancies, vacancy
from services.viewer import DOORKEEPER
from services.work import reading
from tests.factories import alter, stored, the
from tests.people import viewer

pytestmark = pytest.mark.thorough

FORM = CustomerForm(
    email="Vira@Acme.example",
    name="  Vira\u200b  Koval ",
    external=False,
    company=" ACME ",
    phone="+380 44 555 02 00",
    position="Head of HR",
    language="uk",
    contacts_hidden=True,
)


def form_of(card):
    return CustomerForm(**{name: getattr(card, name) for name in CustomerForm.__dataclass_fields__})


def test_added_he_is_as_the_form_said(house, people):
    customer_id = house.do(people.recruiter, add, form=FORM)
    found = house.ask(people.recruiter, card, customer_id=customer_id)
    assert form_of(found) == replace(FORM, name="Vira Koval", company="Acme")
    assert found.invitation_id == stored(house, Letter, recipient_id=customer_id)[0].id
    row = the(house, User, customer_id)
    assert (row.role, row.invited_by_id) == ("customer", people.recruiter.user_id)
    assert row.company_id == people.iryna.company_id  # ACME is Acme, not a second company
    assert len(stored(house, Company)) == 2
    assert stored(house, AuditEntry, act="add", object_kind="customer", object_id=customer_id)


def test_added_from_a_vacancy_he_is_tied_and_of_its_company_unless_named(house, people):
    named = {"vacancy_id": people.acme_vacancy}
    silent = replace(FORM, company="")
    inherited = house.do(people.recruiter, add, form=silent, **named)
    other = house.do(
        people.recruiter,
        add,
        form=replace(FORM, company="Initech", email="i@in.example"),
        across_companies=True,
        **named,
    )
    alone = house.do(people.recruiter, add, form=replace(silent, email="alone@in.example"))
    companies = {company.id: company.name for company in stored(house, Company)}
    found = {
        customer_id: companies.get(the(house, User, customer_id).company_id)
        for customer_id in (inherited, other, alone)
    }
    assert found == {inherited: "Acme", other: "Initech", alone: None}
    for email, seen in (("vira@acme.example", 1), ("i@in.example", 1), ("alone@in.example", 0)):
        assert len(house.ask(viewer(house, email), vacancies).rows) == seen
    with pytest.raises(NotFound):
        house.do(people.recruiter, add, form=replace(FORM, email="x@in.example"), vacancy_id=1)
    assert not stored(house, User, folded_email="x@in.example")


@pytest.mark.parametrize(
    "email",
    [
        "iryna@acme.example",
        "IRYNA@ACME.EXAMPLE",
        " iryna@acme.example ",
        "iryna\u200b@acme.example",
    ],
)
def test_one_address_one_person_in_any_spelling(house, people, email):
    with pytest.raises(Duplicate) as refused:
        house.do(people.recruiter, add, form=replace(FORM, email=email))
    assert refused.value.fields == {
        "what": "email",
        "role": "customer",
        "user_id": people.iryna.user_id,
        "name": "Iryna",
        "blocked": False,
    }
    with pytest.raises(Duplicate) as refused:
        house.do(people.recruiter, add, form=replace(FORM, email="anna@clear.example"))
    assert refused.value.fields["role"] == "administrator"


def test_one_address_in_two_scripts(house, people):
    house.do(people.recruiter, add, form=replace(FORM, email="vira@пошта.укр"))
    with pytest.raises(Duplicate):
        house.do(people.recruiter, add, form=replace(FORM, email="Vira@XN--80A1ACN3A.xn--j1amh"))


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"email": ""}, {"email": "required"}),
        ({"email": "vira"}, {"email": "not_an_email"}),
        ({"name": " \u200b "}, {"name": "required"}),
        ({"name": "x" * 201}, {"name": "too_long"}),
        ({"phone": "1" * 201}, {"phone": "too_long"}),
        ({"language": "de"}, {"language": "unknown"}),
        ({"email": "", "name": ""}, {"email": "required", "name": "required"}),
    ],
)
def test_every_field_that_is_not_accepted_is_named(house, people, changes, problems):
    before = house.ask(people.recruiter, card, customer_id=people.iryna.user_id)
    for act, named in (
        (add, {}),
        (edit, {"customer_id": people.iryna.user_id, "version": before.version}),
    ):
        with pytest.raises(Invalid) as refused:
            house.do(people.recruiter, act, form=replace(FORM, **changes), **named)
        assert refused.value.problems == problems
    assert house.ask(people.recruiter, card, customer_id=people.iryna.user_id) == before


def test_two_who_save_at_once_neither_is_overwritten_silently(house, people):
    before = house.ask(people.recruiter, card, customer_id=people.iryna.user_id)
    named = {"customer_id": people.iryna.user_id, "version": before.version}
    house.do(people.recruiter, edit, form=replace(form_of(before), phone="1"), **named)
    with pytest.raises(Conflict):
        house.do(people.admin, edit, form=replace(form_of(before), phone="2"), **named)
    after = house.ask(people.recruiter, card, customer_id=people.iryna.user_id)
    assert (after.phone, after.version) == ("1", before.version + 1)
    house.do(
        people.admin,
        edit,
        customer_id=people.iryna.user_id,
        version=after.version,
        form=replace(form_of(after), phone="2"),
    )
    with pytest.raises(Duplicate):
        house.do(
            people.admin,
            edit,
            customer_id=people.iryna.user_id,
            version=after.version + 1,
            form=replace(form_of(after), email="PAVLO@acme.example"),
        )


def test_saved_between_reading_and_writing_is_a_conflict_too(house, people):
    """The form is current when the unit begins; somebody saves before it ends."""
    before = house.ask(people.recruiter, card, customer_id=people.iryna.user_id)
    attempts = []

    def slow(work):
        work.one(User, people.iryna.user_id)  # from here on the unit sees this state
        if not attempts:
            save_elsewhere()
        attempts.append(work)
        edit(
            work,
            customer_id=people.iryna.user_id,
            form=replace(form_of(before), name="Slow"),
            version=before.version,
        )

    def save_elsewhere():
        with house.installation.database.new_session() as session:
            row = session.get_one(User, people.iryna.user_id)
            row.name, row.version = "Quick", row.version + 1
            session.commit()

    with pytest.raises(Conflict):
        house.do(people.recruiter, slow)
    assert len(attempts) == 2  # it was run again, and met the other's version
    assert the(house, User, people.iryna.user_id).name == "Quick"


def test_the_list_finds_by_name_address_and_company_active_ones_first(house, people):
    def found(search):
        return [row.name for row in house.ask(people.recruiter, customers, search=search)]

    assert found("") == ["Greta", "Iryna", "Leo", "Pavlo", "Bohdan"]
    assert found("IRYNA") == found("iryna@ac") == ["Iryna"]
    assert found("acme") == ["Iryna", "Pavlo", "Bohdan"]
    assert found("%") == found("_") == found("'; DROP TABLE users") == []
    row = house.ask(people.recruiter, customers, search="iryna")[0]
    assert (row.company, row.vacancies, row.contacts_hidden, row.active) == ("Acme", 1, True, True)
    house.do(
        people.recruiter,
        untie,
        vacancy_id=people.acme_vacancy,
        customer_id=people.iryna.user_id,
    )
    assert house.ask(people.recruiter, customers, search="iryna")[0].vacancies == 0


def test_the_list_finds_a_name_in_any_spelling(house, people):
    house.do(people.recruiter, add, form=replace(FORM, name="Семён Ёлкин", email="s@e.example"))
    for search in ("семен", "ЁЛКИН", "елкин"):
        found = house.ask(people.recruiter, customers, search=search)
        assert [row.name for row in found] == ["Семён Ёлкин"]


def test_who_may_still_be_tied(house, people):
    found = house.ask(people.recruiter, tieable, vacancy_id=people.acme_vacancy)
    assert [(one.name, one.company) for one in found] == [("Greta", "Globex")]
    names = [one.name for one in house.ask(people.recruiter, choices)]
    assert names == ["Acme", "Globex"]
    house.do(people.recruiter, block, customer_id=people.greta.user_id)
    assert house.ask(people.recruiter, tieable, vacancy_id=people.acme_vacancy) == []


def test_nobody_becomes_staff_and_recruiters_leave_staff_alone(house, people):
    def promote(work, user_id):
        work.one(User, user_id).role = "administrator"

    for who, user_id in (
        (people.admin, people.iryna.user_id),
        (people.recruiter, people.recruiter.user_id),
        (people.iryna, people.iryna.user_id),
    ):
        with pytest.raises(NotAllowed):
            house.do(who, promote, user_id)

    def rename(work, user_id):
        work.one(User, user_id).name = "Renamed"

    for who, user_id in (
        (people.recruiter, people.admin.user_id),
        (people.iryna, people.pavlo.user_id),
        (people.iryna, people.iryna.user_id),
    ):
        with pytest.raises(NotAllowed):
            house.do(who, rename, user_id)
    house.do(people.recruiter, rename, people.iryna.user_id)
    house.do(people.admin, rename, people.recruiter.user_id)
    assert {user.role for user in stored(house, User)} == {"administrator", "recruiter", "customer"}


def test_each_chooses_his_own_language(house, people):
    house.do(people.iryna, choose_language, language="uk", time_zone="Europe/Lisbon")
    row = the(house, User, people.iryna.user_id)
    assert (row.language, row.time_zone) == ("uk", "Europe/Lisbon")
    assert the(house, User, people.pavlo.user_id).language == "en"
    with pytest.raises(Invalid) as refused:
        house.do(people.iryna, choose_language, language="de", time_zone="Mars")
    assert refused.value.problems == {"language": "unknown", "time_zone": "unknown"}


def test_the_agency_is_the_administrators_to_edit_and_everybodys_to_read(house, people):
    before = house.ask(people.iryna, agency_service.agency)
    assert before.name == "Clear People"
    changed = replace(before, name="Clear People Ltd", base_url="https://jobs.example/")
    for who in (people.recruiter, people.iryna):
        with pytest.raises(NotAllowed):
            house.do(who, agency_service.edit, form=changed)
    house.do(people.admin, agency_service.edit, form=changed)
    after = house.ask(people.greta, agency_service.agency)
    assert (after.name, after.base_url) == ("Clear People Ltd", "https://jobs.example")
    with pytest.raises(Invalid) as refused:
        house.do(people.admin, agency_service.edit, form=replace(changed, name="", email="x"))
    assert refused.value.problems == {"name": "required", "email": "not_an_email"}


def test_whom_a_customer_may_call(house, people):
    for customer in people.customers:
        mine = house.ask(customer, my_recruiter)
        assert (mine.name, mine.phone) == ("Oksana Lytvyn", "+380 44 555 01 34")
    alter(house, User, people.recruiter.user_id, phone="")
    mine = house.ask(people.iryna, my_recruiter)
    assert mine.phone == "+380 44 555 01 00"  # the agency's
    seen = house.ask(people.iryna, vacancy, vacancy_id=people.acme_vacancy).recruiter
    assert seen == mine
    with reading(house.installation, people.iryna) as work:
        for stranger in (people.greta.user_id, 1):
            with pytest.raises(NotFound):
                responsible(work, recruiter_id=stranger)


def test_the_way_of_an_invitation_and_another_one(house, people):
    """The link of the first letter works until one of them is used."""

    def row_and_card():
        (row,) = (one for one in house.ask(people.recruiter, customers) if one.name == "Vira Koval")
        return row, house.ask(people.recruiter, card, customer_id=row.id)

    def secret():
        return stored(house, Letter, to_name="Vira Koval")[-1].link.rpartition("=")[2]

    house.do(people.recruiter, add, form=FORM, vacancy_id=people.acme_vacancy)
    (row, shown), first, invited_at = row_and_card(), secret(), house.clock.now
    assert (row.standing, shown.standing) == ("invited", "invited")
    assert (shown.invited_at, shown.opened_at) == (invited_at, None)
    house.clock.pass_by(hours=1)
    house.do(DOORKEEPER, opened_in_browser, secret=first)
    row, shown = row_and_card()
    assert (row.standing, shown.opened_at) == ("opened", house.clock.now)
    house.do(people.recruiter, invite_again, customer_id=row.id)
    assert stored(house, Letter, to_name="Vira Koval")[-1].subject
    assert "Backend Lead" in stored(house, Letter, to_name="Vira Koval")[-1].text
    second = secret()
    assert second != first
    for one in (first, second):
        assert house.ask(DOORKEEPER, owner_of_link, secret=one, purposes=PASSWORD_PURPOSES)
    ticket = set_password(house.installation, secret=first, password="a password of her own")
    house.do(DOORKEEPER, start_session, ticket=ticket)
    with pytest.raises(LinkUnusable):
        house.ask(DOORKEEPER, owner_of_link, secret=second, purposes=PASSWORD_PURPOSES)
    row, _ = row_and_card()
    assert (row.standing, row.last_seen_at) == ("active", house.clock.now)
    house.do(people.recruiter, block, customer_id=row.id)
    assert row_and_card()[0].standing == "blocked"
    with pytest.raises(NotAllowed):
        house.do(people.recruiter, invite_again, customer_id=row.id)


def test_another_invitation_names_only_a_vacancy_that_is_open(house, people):
    made = house.do(people.recruiter, add, form=FORM, vacancy_id=people.acme_vacancy)
    house.do(people.recruiter, close, vacancy_id=people.acme_vacancy, reason="filled")
    house.do(people.recruiter, invite_again, customer_id=made)
    first, second = (one.text for one in stored(house, Letter, to_name="Vira Koval"))
    assert "Backend Lead" in first
    assert "Backend Lead" not in second
    assert "Вакансію для вас уже готуємо." in second


def test_a_customer_added_as_blocked_is_not_invited(house, people):
    made = house.do(people.recruiter, add, form=replace(FORM, active=False))
    house.do(people.recruiter, reactivate, customer_id=made)
    assert house.ask(people.recruiter, card, customer_id=made).standing == "invited"
