"""Tying customers to a vacancy and untying them."""

from sqlalchemy import select

from db.keys import new_key
from db.models import User, Vacancy, VacancyCustomer
from services import audit
from services.access.ending import stop_ending
from services.errors import AcrossCompanies, NotFound
from services.notifications import tell_of_vacancy, withdraw_unheard
from services.permissions import Permission, require
from services.vacancies.across import crosses_companies
from services.viewer import Role
from services.work import Work


def tie(
    work: Work,
    *,
    vacancy_id: int,
    customer_id: int,
    across_companies: bool = False,
    tell: bool = True,
) -> None:
    """Tie a customer to a vacancy: from now on he sees it and what is presented in it.

    Access that was to end goes on with an open vacancy. He is told in the app and by letter as
    he chose, unless he is blocked, the vacancy is closed, or another letter names it already
    (`tell=False`). Raises AcrossCompanies unless whoever ties him to another company's vacancy
    has confirmed it (`across_companies`), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = work.one(Vacancy, vacancy_id)
    customer = work.one(User, customer_id)
    if customer.role != Role.CUSTOMER:
        raise NotFound(model="User")
    tied = _tied(work, vacancy_id, customer_id)
    if tied is not None and tied.untied_at is None:
        return
    crosses = crosses_companies(vacancy.company_id, customer.company_id)
    if crosses and not across_companies:
        raise AcrossCompanies
    if tied is None:
        tied = work.add(
            VacancyCustomer(id=new_key(), vacancy_id=vacancy_id, customer_id=customer_id),
        )
    tied.tied_at, tied.tied_by_id, tied.untied_at = work.now, work.viewer.user_id, None
    crossing = {"across_companies": True} if crosses else {}
    audit.record(work, "tie", "vacancy", vacancy_id, customer_id=customer_id, **crossing)
    if vacancy.closed_at is None:
        stop_ending(work, customer=customer)
    work.wake(customer_id)
    if tell and customer.blocked_at is None and vacancy.closed_at is None:
        event = f"{_told(tied)}{new_key()}"
        tell_of_vacancy(
            work, kind="vacancy_added", event=event, vacancy_id=vacancy_id, only=customer_id
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
