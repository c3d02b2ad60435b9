"""Turning from one candidate of a vacancy to the next, in the order of its list."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from db.models import Application, Candidate
from services.applications.views import in_order
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody of the same vacancy."""

    application_id: int
    candidate_id: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands among a vacancy's candidates whom the viewer sees, counted from 1."""

    number: int
    found: int
    before: Neighbour | None
    after: Neighbour | None


def place_of(work: Work, *, application_id: int) -> Place:
    """Where the application stands in its vacancy's list, and who stands beside it.

    Staff find whoever is archived where he would stand; nobody finds him beside somebody else.
    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.APPLICATIONS_READ)
    application = work.one(Application, application_id)
    rows = work.rows(
        select(Application.id, Application.candidate_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .where(
            Application.vacancy_id == application.vacancy_id,
            or_(Candidate.archived_at.is_(None), Application.id == application_id),
        )
        .order_by(*in_order(work.viewer)),
    ).all()
    there = [Neighbour(*row) for row in rows]
    at = next(at for at, one in enumerate(there) if one.application_id == application_id)
    return Place(
        number=at + 1,
        found=len(there),
        before=there[at - 1] if at else None,
        after=there[at + 1] if at + 1 < len(there) else None,
    )
