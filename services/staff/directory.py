"""The agency's people as administrators see them: the list, and one of them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from db.models import Letter, User, Vacancy
from services.access.invited import invitations, standing
from services.errors import NotFound
from services.permissions import Permission, require
from services.scope import STAFF_INVITATION
from services.viewer import STAFF_ROLES, Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """A member of staff in the list; `vacancies` he is responsible for, `customers` he invited."""

    id: int
    name: str
    email: str
    role: str
    position: str
    standing: str
    vacancies: int
    last_seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class ColleagueCard:
    """What the form edits, what there is to hand over, and the invitation."""

    id: int
    version: int
    name: str
    email: str
    role: str
    position: str
    phone: str
    language: str
    standing: str
    vacancies: int
    customers: int
    last_seen_at: datetime | None
    invitation_id: int | None


def colleagues(work: Work) -> list[ColleagueRow]:
    """Everybody on the staff, active ones first. Raises NotAllowed."""
    require(work.viewer, Permission.STAFF_MANAGE)
    responsible = (
        select(Vacancy.recruiter_id, func.count().label("vacancies"))
        .where(Vacancy.archived_at.is_(None))
        .group_by(Vacancy.recruiter_id)
        .subquery()
    )
    invited = invitations()
    rows = work.rows(
        select(User, responsible.c.vacancies, invited.c.invited_at, invited.c.opened_at)
        .join(responsible, responsible.c.recruiter_id == User.id, isouter=True)
        .join(invited, invited.c.user_id == User.id, isouter=True)
        .where(User.role.in_(STAFF_ROLES))
        .order_by(User.blocked_at.is_not(None), func.lower(User.name), User.id),
    )
    return [
        ColleagueRow(
            id=user.id,
            name=user.name,
            email=user.email,
            role=user.role,
            position=user.position,
            standing=standing(user, invited_at, opened_at),
            vacancies=vacancies or 0,
            last_seen_at=user.last_seen_at,
        )
        for user, vacancies, invited_at, opened_at in rows
    ]


def card(work: Work, *, user_id: int) -> ColleagueCard:
    """One of the staff. Raises NotFound (also for a customer), NotAllowed."""
    require(work.viewer, Permission.STAFF_MANAGE)
    invited = invitations()
    found = work.rows(
        select(User, invited.c.invited_at, invited.c.opened_at)
        .join(invited, invited.c.user_id == User.id, isouter=True)
        .where(User.id == user_id, User.role.in_(STAFF_ROLES)),
    ).one_or_none()
    if found is None:
        raise NotFound(model="User")
    user, invited_at, opened_at = found
    letter = select(func.max(Letter.id)).where(
        Letter.recipient_id == user.id, Letter.kind == STAFF_INVITATION
    )
    return ColleagueCard(
        id=user.id,
        version=user.version,
        name=user.name,
        email=user.email,
        role=user.role,
        position=user.position,
        phone=user.phone,
        language=user.language,
        standing=standing(user, invited_at, opened_at),
        vacancies=_count(work, select(Vacancy.id).where(Vacancy.recruiter_id == user.id)),
        customers=_count(
            work, select(User.id).where(User.invited_by_id == user.id, User.role == Role.CUSTOMER)
        ),
        last_seen_at=user.last_seen_at,
        invitation_id=work.scalar(letter),
    )


def _count(work: Work, rows: Select[int]) -> int:
    return int(work.scalar(select(func.count()).select_from(rows.subquery())))
