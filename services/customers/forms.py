"""Adding, editing, blocking and re-activating customers."""

from collections.abc import Collection
from dataclasses import dataclass

from db.keys import new_key
from db.models import Company, User, Vacancy
from services import audit, companies
from services.access.closing import shut
from services.access.ending import stop_ending
from services.access.invited import refuse_taken
from services.checks import check_all, check_choice, check_email, check_line, check_required
from services.conflicts import differing, refuse_stale
from services.customers.invitations import invite, newest_vacancy
from services.errors import NotAllowed, NotFound
from services.folding import fold_email, tidy
from services.i18n import LANGUAGES
from services.permissions import Permission, require
from services.vacancies.across import crossed_by_customer, refuse_unconfirmed
from services.vacancies.customers import tie
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class CustomerForm:
    """The customer form: e-mail and name are required, the rest is optional."""

    email: str
    name: str
    external: bool = True
    company: str = ""
    phone: str = ""
    position: str = ""
    language: str = "en"
    active: bool = True
    contacts_hidden: bool = False


def add(
    work: Work,
    *,
    form: CustomerForm,
    vacancy_id: int | None = None,
    across_companies: bool = False,
) -> int:
    """Add a customer, tie him to a vacancy if one is named, and queue his invitation letter.

    Where the form names no company, one added from a vacancy belongs to the vacancy's. A
    customer added as blocked gets no letter. Raises AcrossCompanies (the form names another
    company than the vacancy's, and nobody confirmed it), Invalid, Duplicate, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    _check(form)
    refuse_taken(work, email=form.email, own_id=None)
    customer = User(
        id=new_key(),
        role=Role.CUSTOMER.value,
        time_zone=work.viewer.time_zone,
        created_at=work.now,
        invited_by_id=work.viewer.user_id,
        blocked_at=None if form.active else work.now,
    )
    _fill(work, customer, form)
    if vacancy_id is not None and customer.company_id is None:
        customer.company_id = work.one(Vacancy, vacancy_id).company_id
    work.add(customer)
    work.flush()
    audit.record(work, "add", "customer", customer.id, contacts_hidden=form.contacts_hidden)
    if vacancy_id is not None:
        tie(
            work,
            vacancy_id=vacancy_id,
            customer_id=customer.id,
            across_companies=across_companies,
            tell=False,  # the invitation names the vacancy
        )
    if form.active:
        invite(work, customer=customer, vacancy_id=vacancy_id)
    return customer.id


def edit(
    work: Work,
    *,
    customer_id: int,
    form: CustomerForm,
    version: int,
    across_companies: Collection[int] = (),
) -> None:
    """Change a customer; blocking or re-activating through the form has its full effect.

    Another e-mail voids what was sent to the former one: links, waiting letters, sessions.
    Raises AcrossCompanies (with another company he would follow another's vacancies, and not all
    of their keys are confirmed), Invalid, Duplicate, Conflict (somebody saved since), NotFound,
    NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = _customer(work, customer_id)
    refuse_stale(work, "customer", customer.id, read=version, stands=customer.version)
    _check(form)
    refuse_taken(work, email=form.email, own_id=customer.id)
    crossed = crossed_by_customer(work, customer_id=customer_id, company=form.company)
    crossing = refuse_unconfirmed([one.vacancy_id for one in crossed], across_companies)
    known_as = customer.folded_email
    before = {
        field: getattr(customer, field) for field in ("email", "company_id", "contacts_hidden")
    }
    told = _as_told(work, customer)
    _fill(work, customer, form)
    customer.version += 1
    after = {field: getattr(customer, field) for field in before}
    changed = {
        field: [before[field], after[field]] for field in before if before[field] != after[field]
    }
    changes = differing(told, _as_told(work, customer))
    stands = customer.version
    audit.record(
        work,
        "edit",
        "customer",
        customer.id,
        changes=changes,
        version=stands,
        **changed,
        **crossing,
    )
    if customer.folded_email != known_as:
        _follow_new_address(work, customer)
    if form.active and customer.blocked_at is not None:
        reactivate(work, customer_id=customer.id)
    elif not form.active and customer.blocked_at is None:
        block(work, customer_id=customer.id)
    work.wake(customer.id)


def block(work: Work, *, customer_id: int) -> None:
    """Close a customer's access at once: sessions, links and letters not yet sent.

    His data stay, and he can be re-activated. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = _customer(work, customer_id)
    if customer.blocked_at is not None:
        return
    stop_ending(work, customer=customer)
    customer.blocked_at = work.now
    customer.version += 1
    shut(work, user_id=customer.id, why="recipient_blocked")
    audit.record(work, "block", "customer", customer.id, version=customer.version)


def reactivate(work: Work, *, customer_id: int) -> None:
    """Open a blocked customer's access again; invite him if he never set a password.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = _customer(work, customer_id)
    if customer.blocked_at is None:
        return
    customer.blocked_at = None
    customer.version += 1
    audit.record(work, "reactivate", "customer", customer.id, version=customer.version)
    if customer.last_seen_at is None:
        invite(work, customer=customer, vacancy_id=None)


def invite_again(work: Work, *, customer_id: int) -> None:
    """Send another invitation; the links of those before work until one is used.

    Raises NotFound, NotAllowed (also for somebody who is blocked).
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = _customer(work, customer_id)
    if customer.blocked_at is not None:
        raise NotAllowed(act="invite the blocked")
    vacancy_id = newest_vacancy(work, customer_id=customer.id)
    invite(work, customer=customer, vacancy_id=vacancy_id)
    audit.record(work, "invite_again", "customer", customer.id)


def _follow_new_address(work: Work, customer: User) -> None:
    """Whoever reads the former address gets in no more; one never signed in is invited anew."""
    shut(work, user_id=customer.id, why="address_changed")
    if customer.last_seen_at is None and customer.blocked_at is None:
        invite(work, customer=customer, vacancy_id=None)


def _check(form: CustomerForm) -> None:
    check_all(
        lambda: check_email("email", form.email),
        lambda: check_required("name", form.name),
        lambda: check_line("company", form.company),
        lambda: check_line("phone", form.phone),
        lambda: check_line("position", form.position),
        lambda: check_choice("language", form.language, LANGUAGES),
    )


def _fill(work: Work, customer: User, form: CustomerForm) -> None:
    customer.email = tidy(form.email)
    customer.folded_email = fold_email(form.email)
    customer.company_id = companies.named(work, form.company)
    for field in ("name", "phone", "position"):
        setattr(customer, field, tidy(getattr(form, field)))
    for field in ("external", "language", "contacts_hidden"):
        setattr(customer, field, getattr(form, field))


def _as_told(work: Work, customer: User) -> dict[str, object]:
    """The customer's fields as the trail tells of them."""
    company = "" if customer.company_id is None else work.one(Company, customer.company_id).name
    plain = ("email", "name", "phone", "position", "language")
    return {name: getattr(customer, name) for name in plain} | {"company": company}


def _customer(work: Work, customer_id: int) -> User:
    user = work.one(User, customer_id)
    if user.role != Role.CUSTOMER:
        raise NotFound(model="User")
    return user
