"""Closing a vacancy and re-opening it; whose access may end with it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.keys import new_key
from db.models import Company, User, Vacancy, VacancyClosing, VacancyCustomer
from services import audit
from services.access.ending import end_later, stop_ending_for
from services.checks import check_choice
from services.customers.forms import block
from services.errors import Invalid
from services.notifications import tell_of_vacancy, wake_customers, withdraw_unheard
from services.permissions import Permission, require
from services.vacancies.following import active_customer_of
from services.vacancies.views import PersonView
from services.work import Work

REASONS = ("filled", "cancelled", "other")


def close(
    work: Work,
    *,
    vacancy_id: int,
    reason: str,
    blocking: Sequence[int] = (),
    ending: Sequence[int] = (),
) -> None:
    """Close a vacancy; of its customers without another open one block those who are named.

    The access of those in `ending` ends some days later, after a warning. Does nothing to a
    vacancy that is closed already. Raises Invalid, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    check_choice("reason", reason, REASONS)
    vacancy = work.one(Vacancy, vacancy_id)
    if vacancy.closed_at is not None:
        return
    leaving = {customer.id for customer in without_another(work, vacancy_id=vacancy_id)}
    if not {*blocking, *ending} <= leaving:
        raise Invalid(blocking="changed")
    vacancy.closed_at, vacancy.closed_as = work.now, reason
    work.add(
        VacancyClosing(
            id=new_key(),
            vacancy_id=vacancy_id,
            closed_as=reason,
            closed_at=work.now,
            closed_by_id=work.viewer.user_id,
        )
    )
    audit.record(work, "close", "vacancy", vacancy_id, reason=reason)
    wake_customers(work, vacancy_id=vacancy_id)
    tell_of_vacancy(
        work,
        kind="vacancy_closed",
        event=f"{_told(vacancy)}{new_key()}",
        vacancy_id=vacancy_id,
        besides=blocking,
    )
    for customer_id in blocking:
        block(work, customer_id=customer_id)
    for customer_id in {*ending} - {*blocking}:
        end_later(work, customer_id=customer_id, vacancy_id=vacancy_id)


def reopen(work: Work, *, vacancy_id: int) -> None:
    """Open a closed vacancy again; who was blocked stays so, whose access was to end keeps it.

    Its customers are told, but those who never heard that it was closed.
    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = work.one(Vacancy, vacancy_id)
    if vacancy.closed_at is None:
        return
    vacancy.closed_at, vacancy.closed_as = None, ""
    _end_closing(work, vacancy_id)
    stop_ending_for(work, vacancy_id=vacancy_id)
    audit.record(work, "reopen", "vacancy", vacancy_id)
    wake_customers(work, vacancy_id=vacancy_id)
    unaware = withdraw_unheard(work, event=_told(vacancy))
    tell_of_vacancy(
        work,
        kind="vacancy_reopened",
        event=f"vacancy_reopened:{vacancy_id}:{new_key()}",
        vacancy_id=vacancy_id,
        besides=unaware,
    )


def _end_closing(work: Work, vacancy_id: int) -> None:
    going_on = select(VacancyClosing).where(
        VacancyClosing.vacancy_id == vacancy_id, VacancyClosing.reopened_at.is_(None)
    )
    for closing in work.scalars(going_on):
        closing.reopened_at, closing.reopened_by_id = work.now, work.viewer.user_id


def _told(vacancy: Vacancy) -> str:
    """How the events begin that tell of its closing."""
    return f"vacancy_closed:{vacancy.id}:"


def without_another(work: Work, *, vacancy_id: int) -> list[PersonView]:
    """The active customers of a vacancy who are tied to no other open one, by name.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    work.one(Vacancy, vacancy_id)
    other_tie, other = aliased(VacancyCustomer), aliased(Vacancy)
    has_another = (
        select(other_tie.customer_id)
        .join(other, other.id == other_tie.vacancy_id)
        .where(
            other_tie.untied_at.is_(None),
            other.id != vacancy_id,
            other.closed_at.is_(None),
            other.archived_at.is_(None),
        )
    )
    rows = work.rows(
        select(User.id, User.name, Company.name.label("company"))
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(active_customer_of(vacancy_id), User.id.not_in(has_another))
        .order_by(User.name),
    )
    return [PersonView(row.id, row.name, row.company or "") for row in rows]
