"""Who would be in two interviews at once. Staff are told; a customer never learns of it."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select

from db.models import Application, Candidate, Interview, InterviewPerson, User, Vacancy
from services.disclosure import full_name
from services.errors import Overlapping
from services.interviews.slots import Slot
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class Overlap:
    """An interview at the same time, and who has to do with both: names, the candidate first."""

    interview_id: int
    slot: Slot
    zone: str
    candidate: str
    vacancy: str
    who: tuple[str, ...]


def overlaps(
    work: Work,
    *,
    slot: Slot,
    application_id: int,
    people: Collection[int],
    besides: int | None = None,
) -> list[Overlap]:
    """The interviews with which this one would overlap, the first to begin first.

    `besides` is the one that is being moved. Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    candidate_id = work.one(Application, application_id).candidate_id
    busy = and_(
        InterviewPerson.interview_id == Interview.id,
        InterviewPerson.person_id.in_(people),
        InterviewPerson.takes_part,
        InterviewPerson.left_at.is_(None),
    )
    rows = work.rows(
        select(Interview, Candidate, Vacancy.title, User.name)
        .join(Application, Application.id == Interview.application_id)
        .join(Candidate, Candidate.id == Application.candidate_id)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(InterviewPerson, busy, isouter=True)
        .join(User, User.id == InterviewPerson.person_id, isouter=True)
        .where(
            Interview.state == "scheduled",
            Interview.starts_at < slot.ends_at,
            Interview.ends_at > slot.starts_at,
            Interview.id != (besides or 0),
            or_(Candidate.id == candidate_id, InterviewPerson.id.is_not(None)),
        )
        .order_by(Interview.starts_at, Interview.id, func.lower(User.name))
    )
    found: dict[int, Overlap] = {}
    for interview, candidate, vacancy, person in rows:
        before = found.get(interview.id)
        himself = (full_name(candidate),) if candidate.id == candidate_id else ()
        who = before.who if before else himself
        found[interview.id] = Overlap(
            interview_id=interview.id,
            slot=Slot(interview.starts_at, interview.ends_at),
            zone=interview.zone,
            candidate=full_name(candidate),
            vacancy=vacancy,
            who=(*who, person) if person else who,
        )
    return list(found.values())


def refuse_unconfirmed(found: Collection[Overlap], despite: Collection[int]) -> None:
    """Raise Overlapping unless each of these was confirmed by its key."""
    keys = {one.interview_id for one in found}
    if not keys <= {*despite}:
        raise Overlapping(interviews=sorted(keys))
