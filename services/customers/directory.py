"""Customers as staff see them: the list with its search, and one customer's card."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from db.models import Company, Letter, User, Vacancy, VacancyCustomer
from services.access.invited import invitations, standing
from services.errors import NotFound
from services.folding import fold
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work

#: So many at most are in a list; the search finds the others.
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer in the list."""

    id: int
    name: str
    email: str
    company: str
    external: bool
    contacts_hidden: bool
    active: bool
    vacancies: int
    standing: str
    last_seen_at: datetime | None
    access_ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """Everything the customer form edits, and what the page around it shows."""

    id: int
    version: int
    email: str
    name: str
    external: bool
    company: str
    phone: str
    position: str
    language: str
    active: bool
    contacts_hidden: bool
    standing: str
    invited_at: datetime | None
    opened_at: datetime | None
    last_seen_at: datetime | None
    invitation_id: int | None
    access_ends_at: datetime | None
    access_ends_with: str
    """The vacancy that was closed when this was decided."""
    warned_at: datetime | None


@dataclass(frozen=True, slots=True)
class CustomerChoice:
    """A customer as a choice in a form."""

    id: int
    name: str
    company: str
    email: str


def customers(work: Work, *, search: str = "") -> list[CustomerRow]:
    """Customers whose name, e-mail or company contains the search, active ones first."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    tied = (
        select(VacancyCustomer.customer_id, func.count().label("vacancies"))
        .where(VacancyCustomer.untied_at.is_(None))
        .group_by(VacancyCustomer.customer_id)
        .subquery()
    )
    invited = invitations()
    statement = (
        select(User, Company.name, tied.c.vacancies, invited.c.invited_at, invited.c.opened_at)
        .join(Company, Company.id == User.company_id, isouter=True)
        .join(tied, tied.c.customer_id == User.id, isouter=True)
        .join(invited, invited.c.user_id == User.id, isouter=True)
        .where(User.role == Role.CUSTOMER)
        .order_by(User.blocked_at.is_not(None), func.lower(User.name), User.id)
        .limit(MOST_SHOWN)
    )
    if folded := fold(search):
        statement = statement.where(
            or_(
                # As `fold` does it, as far as both databases can: Семён is found by «семен».
                func.replace(func.lower(User.name), "ё", "е").contains(folded, autoescape=True),
                User.folded_email.contains(folded, autoescape=True),
                Company.folded_name.contains(folded, autoescape=True),
            ),
        )
    return [
        CustomerRow(
            id=user.id,
            name=user.name,
            email=user.email,
            company=company or "",
            external=user.external,
            contacts_hidden=user.contacts_hidden,
            active=user.blocked_at is None,
            vacancies=vacancies or 0,
            standing=standing(user, invited_at, opened_at),
            last_seen_at=user.last_seen_at,
            access_ends_at=user.access_ends_at,
        )
        for user, company, vacancies, invited_at, opened_at in work.rows(statement)
    ]


def card(work: Work, *, customer_id: int) -> CustomerCard:
    """One customer. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    invited = invitations()
    found = work.rows(
        select(User, Company.name, Vacancy.title, invited.c.invited_at, invited.c.opened_at)
        .join(Company, Company.id == User.company_id, isouter=True)
        .join(Vacancy, Vacancy.id == User.access_ends_with_id, isouter=True)
        .join(invited, invited.c.user_id == User.id, isouter=True)
        .where(User.id == customer_id, User.role == Role.CUSTOMER),
    ).one_or_none()
    if found is None:
        raise NotFound(model="User")
    user, company, closed, invited_at, opened_at = found
    invitation = work.scalars(
        select(Letter.id)
        .where(Letter.recipient_id == user.id, Letter.kind == "invitation")
        .order_by(Letter.id.desc()),
    ).first()
    return CustomerCard(
        id=user.id,
        version=user.version,
        email=user.email,
        name=user.name,
        external=user.external,
        company=company or "",
        phone=user.phone,
        position=user.position,
        language=user.language,
        active=user.blocked_at is None,
        contacts_hidden=user.contacts_hidden,
        standing=standing(user, invited_at, opened_at),
        invited_at=invited_at,
        opened_at=opened_at,
        last_seen_at=user.last_seen_at,
        invitation_id=invitation,
        access_ends_at=user.access_ends_at,
        access_ends_with=closed or "",
        warned_at=user.access_warned_at,
    )


def tieable(work: Work, *, vacancy_id: int) -> list[CustomerChoice]:
    """Active customers who are not tied to this vacancy yet."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    tied = select(VacancyCustomer.customer_id).where(
        VacancyCustomer.vacancy_id == vacancy_id,
        VacancyCustomer.untied_at.is_(None),
    )
    rows = work.rows(
        select(User.id, User.name, User.email, Company.name.label("company"))
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(User.role == Role.CUSTOMER, User.blocked_at.is_(None), User.id.not_in(tied))
        .order_by(func.lower(User.name)),
    )
    return [CustomerChoice(row.id, row.name, row.company or "", row.email) for row in rows]
