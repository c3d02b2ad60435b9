"""Handing over: a recruiter's vacancies, and the customers he invited, to somebody else."""

from sqlalchemy import select

from db.models import User, Vacancy
from services import audit
from services.errors import Invalid, NotFound
from services.permissions import Permission, require
from services.viewer import STAFF_ROLES, Role
from services.work import Work


def hand_over(work: Work, *, user_id: int, to_id: int) -> int:
    """Make somebody else responsible for all that was his; returns for how many vacancies.

    Customers see the new recruiter's contacts at their next click. Raises Invalid (the other
    one is blocked or the same), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.STAFF_MANAGE)
    for key in (user_id, to_id):
        if work.one(User, key).role not in STAFF_ROLES:
            raise NotFound(model="User")
    if to_id == user_id or work.one(User, to_id).blocked_at is not None:
        raise Invalid(recruiter_id="unknown")
    vacancies = work.scalars(select(Vacancy).where(Vacancy.recruiter_id == user_id)).all()
    for vacancy in vacancies:
        vacancy.recruiter_id = to_id
    invited = select(User).where(User.invited_by_id == user_id, User.role == Role.CUSTOMER)
    for customer in work.scalars(invited):
        customer.invited_by_id = to_id
        work.wake(customer.id)
    audit.record(work, "hand_over", "staff", user_id, to=to_id, vacancies=len(vacancies))
    work.wake(to_id)
    return len(vacancies)
