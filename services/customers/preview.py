"""Looking on as a customer: who may be chosen, and the viewer in whose name is read.

The pages and services then are those that serve him. Such a viewer writes nothing (`work.py` and
`write_scope.py` refuse it) and opens no door: it has no session, and none is made from a viewer.
"""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, func, select

from db.models import Application, Candidate, Company, User, Vacancy, VacancyCustomer
from services.errors import NotFound
from services.permissions import Permission, require
from services.viewer import Role, Viewer
from services.work import Work


@dataclass(frozen=True, slots=True)
class Follower:
    """A customer tied to a vacancy in question; a blocked one sees nothing any more."""

    id: int
    name: str
    company: str
    blocked: bool


@dataclass(frozen=True, slots=True)
class LookedOn:
    """A customer as whom staff look on, and the vacancies that he is tied to."""

    viewer: Viewer
    company: str
    blocked: bool
    vacancy_ids: tuple[int, ...] = ()


def followers_of(work: Work, *, vacancy_id: int) -> list[Follower]:
    """The customers tied to the vacancy, by name, the blocked ones last.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    work.one(Vacancy, vacancy_id)
    return _followers(work, VacancyCustomer.vacancy_id == vacancy_id)


def followers_of_candidate(work: Work, *, candidate_id: int) -> list[Follower]:
    """The customers tied to any vacancy that the candidate is linked to.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    work.one(Candidate, candidate_id)
    linked = select(Application.vacancy_id).where(Application.candidate_id == candidate_id)
    return _followers(work, VacancyCustomer.vacancy_id.in_(linked))


def as_customer(work: Work, *, customer_id: int) -> LookedOn:
    """The customer as a viewer that only reads, for whoever decides what customers see.

    Raises NotFound (also for somebody who is no customer, or not in reach), NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_PRESENT)
    person = work.one(User, customer_id)
    if person.role != Role.CUSTOMER:
        raise NotFound(model="User")
    company = work.scalar(select(Company.name).where(Company.id == person.company_id))
    tied = select(VacancyCustomer.vacancy_id).where(
        VacancyCustomer.customer_id == customer_id, VacancyCustomer.untied_at.is_(None)
    )
    return LookedOn(
        viewer=replace(Viewer.of(person.id, person), preview=True),
        company=company or "",
        blocked=person.blocked_at is not None,
        vacancy_ids=tuple(work.scalars(tied.order_by(VacancyCustomer.vacancy_id))),
    )


def _followers(work: Work, of_vacancies: ColumnElement[bool]) -> list[Follower]:
    rows = work.rows(
        select(User, Company.name)
        .join(VacancyCustomer, VacancyCustomer.customer_id == User.id)
        .join(Company, Company.id == User.company_id, isouter=True)
        .where(of_vacancies, VacancyCustomer.untied_at.is_(None))
        .order_by(User.blocked_at.is_not(None), func.lower(User.name), User.id)
    )
    found = {user.id: (user, company or "") for user, company in rows}
    return [
        Follower(user.id, user.name, company, user.blocked_at is not None)
        for user, company in found.values()
    ]
