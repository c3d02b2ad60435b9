"""Who follows which vacancy: the one place that says so to statements."""

from sqlalchemy import ColumnElement, Select, and_, select

from db.models import User, Vacancy, VacancyCustomer, VacancyFollower


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


def staff_following(vacancy_id: int) -> Select[User]:
    """The active staff who are told of a vacancy beside its responsible recruiter, by name."""
    return (
        select(User)
        .join(VacancyFollower, VacancyFollower.user_id == User.id)
        .where(VacancyFollower.vacancy_id == vacancy_id, User.blocked_at.is_(None))
        .order_by(User.name, User.id)
    )
