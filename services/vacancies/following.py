"""Who follows which vacancy: the one place that says so to statements."""

from sqlalchemy import ColumnElement, and_

from db.models import User, Vacancy, VacancyCustomer


def follows_open_vacancy(customer_id: int) -> ColumnElement[bool]:
    """For statements that join the tie to its vacancy: tied to it, and it is still open."""
    return and_(
        VacancyCustomer.customer_id == customer_id,
        VacancyCustomer.untied_at.is_(None),
        Vacancy.closed_at.is_(None),
        Vacancy.archived_at.is_(None),
    )


def active_customer_of(vacancy_id: int) -> ColumnElement[bool]:
    """For statements that join the tie to the customer: tied to this vacancy, and not blocked."""
    return and_(
        VacancyCustomer.vacancy_id == vacancy_id,
        VacancyCustomer.untied_at.is_(None),
        User.blocked_at.is_(None),
    )
