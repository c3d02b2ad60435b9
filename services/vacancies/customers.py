"""Tying customers to a vacancy and untying them."""

from sqlalchemy import select

from db.keys import new_key
from db.models import User, Vacancy, VacancyCustomer
from services import audit
from services.errors import NotFound
from services.notifications import tell_of_vacancy, withdraw_unheard
from services.permissions import Permission, require
from services.viewer import Role
from services.work import Work


def tie(work: Work, *, vacancy_id: int, customer_id: int, tell: bool = True) -> None:
    """Tie a customer to a vacancy: from now on he sees it and what is presented in it.

    He is told, unless he is blocked or (without `tell`) told otherwise.
    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    work.one(Vacancy, vacancy_id)
    customer = work.one(User, customer_id)
    if customer.role != Role.CUSTOMER:
        raise NotFound(model="User")
    tied = _tied(work, vacancy_id, customer_id)
    if tied is not None and tied.untied_at is None:
        return
    if tied is None:
        tied = work.add(
            VacancyCustomer(id=new_key(), vacancy_id=vacancy_id, customer_id=customer_id),
        )
    tied.tied_at, tied.tied_by_id, tied.untied_at = work.now, work.viewer.user_id, None
    audit.record(work, "tie", "vacancy", vacancy_id, customer_id=customer_id)
    work.wake(customer_id)
    if tell and customer.blocked_at is None:
        tell_of_vacancy(
            work,
            kind="vacancy_added",
            event=f"{_told(tied)}{new_key()}",
            vacancy_id=vacancy_id,
            only=customer_id,
        )


def untie(work: Work, *, vacancy_id: int, customer_id: int) -> None:
    """Untie a customer from a vacancy: it is gone for him at his next click.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    tied = _tied(work, vacancy_id, customer_id)
    if tied is None or tied.untied_at is not None:
        raise NotFound(model="VacancyCustomer")
    tied.untied_at = work.now
    withdraw_unheard(work, event=_told(tied))
    audit.record(work, "untie", "vacancy", vacancy_id, customer_id=customer_id)
    work.wake(customer_id)


def _told(tied: VacancyCustomer) -> str:
    """How the events begin that tell of this tie."""
    return f"vacancy_added:{tied.id}:"


def _tied(work: Work, vacancy_id: int, customer_id: int) -> VacancyCustomer | None:
    return work.scalars(
        select(VacancyCustomer).where(
            VacancyCustomer.vacancy_id == vacancy_id,
            VacancyCustomer.customer_id == customer_id,
        ),
    ).one_or_none()
