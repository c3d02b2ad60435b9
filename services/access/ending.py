"""Access that ends by itself: deciding so, and what stops it."""

from sqlalchemy import select

from db.models import Letter, User, Vacancy, VacancyCustomer
from services import audit
from services.access.ending_days import ending_days
from services.errors import NotAllowed, NotFound
from services.mail.outbox import LetterKind
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


def end_later(work: Work, *, customer_id: int, vacancy_id: int) -> None:
    """Let a customer's access end some days from now, because this vacancy is closed.

    Raises NotFound, NotAllowed (also for somebody who is blocked).
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    customer = _customer(work, customer_id)
    if customer.blocked_at is not None:
        raise NotAllowed(act="end the access of the blocked")
    days = ending_days(work)
    customer.access_ends_at = work.now + days.until_end
    customer.access_warns_at = work.now + days.until_warning
    customer.access_ends_with_id = work.one(Vacancy, vacancy_id).id
    customer.access_ends_by_id = work.viewer.user_id
    customer.access_warned_at = None
    audit.record(work, "end_later", "customer", customer_id, at=customer.access_ends_at)


def keep_access(work: Work, *, customer_id: int) -> None:
    """Let a customer's access not end by itself any more. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    stop_ending(work, customer=_customer(work, customer_id))


def stop_ending(work: Work, *, customer: User) -> None:
    """His access goes on (or has ended): there is nothing left to come. Twice is once.

    Raises NotAllowed.
    """
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    if customer.access_ends_at is None:
        return
    customer.access_ends_at = customer.access_ends_with_id = None
    customer.access_ends_by_id = customer.access_warns_at = customer.access_warned_at = None
    warning = select(Letter).where(
        Letter.recipient_id == customer.id,
        Letter.kind == LetterKind.ACCESS_ENDS,
        Letter.state == "queued",
    )
    for letter in work.scalars(warning):
        letter.state, letter.problem = "failed", "nothing_left"
    audit.record(work, "keep_access", "customer", customer.id)


def stop_ending_for(work: Work, *, vacancy_id: int) -> None:
    """The vacancy is open again: the access of its customers goes on. Raises NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    rows = work.scalars(
        select(User)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .where(
            User.access_ends_at.is_not(None),
            VacancyCustomer.vacancy_id == vacancy_id,
            VacancyCustomer.untied_at.is_(None),
        ),
    ).all()
    since_it_was_closed = select(User).where(User.access_ends_with_id == vacancy_id)
    for customer in {*rows, *work.scalars(since_it_was_closed)}:
        stop_ending(work, customer=customer)


def _customer(work: Work, customer_id: int) -> User:
    user = work.one(User, customer_id)
    if user.role != Role.CUSTOMER:
        raise NotFound(model="User")
    return user
