"""What blocking a customer would end, read before it is done."""

from dataclasses import dataclass

from sqlalchemy import func, select

from db.models import AccessLink, Letter, SignInSession, User, Vacancy, VacancyCustomer
from services.errors import NotFound
from services.permissions import Permission, require
from services.vacancies.following import follows_open_vacancy
from services.viewer import Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class BlockPreview:
    """How many sessions, links and letters die; which open vacancies lose their only customer."""

    sessions: int
    links: int
    letters: int
    left_alone: tuple[str, ...]


def block_preview(work: Work, *, customer_id: int) -> BlockPreview:
    """What would come of blocking him. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.CUSTOMERS_MANAGE)
    if work.one(User, customer_id).role != Role.CUSTOMER:
        raise NotFound(model="User")
    sessions = select(func.count(SignInSession.id)).where(
        SignInSession.user_id == customer_id,
        SignInSession.ended_at.is_(None),
        SignInSession.expires_at > work.now,
    )
    links = select(func.count(AccessLink.id)).where(
        AccessLink.user_id == customer_id,
        AccessLink.used_at.is_(None),
        AccessLink.expires_at > work.now,
    )
    letters = select(func.count(Letter.id)).where(
        Letter.recipient_id == customer_id, Letter.state == "queued"
    )
    return BlockPreview(
        sessions=int(work.scalar(sessions)),
        links=int(work.scalar(links)),
        letters=int(work.scalar(letters)),
        left_alone=tuple(_left_alone(work, customer_id)),
    )


def _left_alone(work: Work, customer_id: int) -> list[str]:
    """The open vacancies that no other active customer follows, by title."""
    followed_by_others = (
        select(VacancyCustomer.vacancy_id)
        .join(User, User.id == VacancyCustomer.customer_id)
        .where(
            VacancyCustomer.untied_at.is_(None),
            VacancyCustomer.customer_id != customer_id,
            User.blocked_at.is_(None),
        )
    )
    return list(
        work.scalars(
            select(Vacancy.title)
            .join(VacancyCustomer, VacancyCustomer.vacancy_id == Vacancy.id)
            .where(follows_open_vacancy(customer_id), Vacancy.id.not_in(followed_by_others))
            .order_by(func.lower(Vacancy.title), Vacancy.id),
        )
    )
