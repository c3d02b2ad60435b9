"""The story of a vacancy: opened, closed as what, opened again; each with its day and by whom."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import AuditEntry, User, Vacancy, VacancyClosing
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class VacancyEvent:
    """What became of a vacancy: "opened", "closed" (`closed_as` says as what) or "reopened"."""

    kind: str
    happened_at: datetime
    by: str
    closed_as: str = ""


def story(work: Work, *, vacancy_id: int) -> list[VacancyEvent]:
    """What became of the vacancy, newest first, for staff. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.VACANCIES_MANAGE)
    vacancy = work.one(Vacancy, vacancy_id)
    closings = work.scalars(
        select(VacancyClosing)
        .where(VacancyClosing.vacancy_id == vacancy_id)
        .order_by(VacancyClosing.closed_at)
    ).all()
    added = select(AuditEntry.actor_id).where(
        AuditEntry.object_kind == "vacancy",
        AuditEntry.object_id == vacancy_id,
        AuditEntry.act == "add",
    )
    by = work.scalars(added).first()
    closers = {key for one in closings for key in (one.closed_by_id, one.reopened_by_id)}
    people = select(User.id, User.name).where(User.id.in_({by, *closers} - {None}))
    names = {row.id: row.name for row in work.rows(people)}
    events = [VacancyEvent("opened", vacancy.opened_at, names.get(by, ""))]
    for one in closings:
        closer, opener = names.get(one.closed_by_id, ""), names.get(one.reopened_by_id, "")
        events.append(VacancyEvent("closed", one.closed_at, closer, one.closed_as))
        if one.reopened_at is not None:
            events.append(VacancyEvent("reopened", one.reopened_at, opener))
    return events[::-1]
