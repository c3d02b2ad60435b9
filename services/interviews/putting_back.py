"""Rescheduling taken back: an interview stands as it stood, while nobody was told otherwise."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from db.models import Interview, InterviewPerson, Letter
from services import audit
from services.errors import TooLate
from services.interviews.telling import take_move_back, take_rings_back
from services.interviews.told import candidate_was_told, copies_out
from services.permissions import Permission, require
from services.work import Work

_FIELDS = ("starts_at", "ends_at", "zone", "kind", "location", "place_cut", "staff_only", "comment")
_OF_A_PERSON = ("takes_part", "copy", "left_at")
_UNDER_WAY = ("queued", "sending")


@dataclass(frozen=True, slots=True)
class Stood:
    """What an interview was before it was rescheduled.

    `version` is what it has been since; until `undone_until` nobody is told of it, None where
    there is no such time: what was to be told of it before has not left yet.
    """

    interview_id: int
    values: tuple[Any, ...]
    people: tuple[tuple[int, tuple[Any, ...]], ...]
    sequence: int
    moved_sequence: int
    undone_until: datetime | None
    version: int = 0

    def since(self, version: int) -> "Stood":
        """The same, of an interview that has this version now."""
        return replace(self, version=version)


def as_it_stands(work: Work, interview: Interview) -> Stood:
    """What it would be put back to, were it rescheduled now. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    under_way = select(Letter.id).where(
        Letter.interview_id == interview.id, Letter.state.in_(_UNDER_WAY)
    )
    quiet = interview.shown_at <= work.now and work.scalars(under_way).first() is None
    seconds = work.settings.presenting.undo_seconds
    return Stood(
        interview.id,
        tuple(getattr(interview, name) for name in _FIELDS),
        tuple(
            (one.person_id, tuple(getattr(one, name) for name in _OF_A_PERSON))
            for one in work.scalars(_people_of(interview))
        ),
        interview.sequence,
        interview.moved_sequence,
        work.now + timedelta(seconds=seconds) if quiet else None,
    )


def put_back(work: Work, *, stood: Stood) -> None:
    """Let an interview stand as it stood before it was rescheduled: nobody hears of it.

    Raises TooLate (somebody was told, or has changed it since), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    interview = work.one(Interview, stood.interview_id)
    changed = interview.state != "scheduled" or interview.version != stood.version
    over = stood.undone_until is None or work.now >= stood.undone_until
    if changed or over or _somebody_was_told(work, interview, stood):
        raise TooLate
    take_move_back(work, interview)
    if interview.starts_at != stood.values[0]:
        take_rings_back(work, interview)
    for name, value in zip(_FIELDS, stood.values, strict=True):
        setattr(interview, name, value)
    _let_people_back(work, interview, stood)
    if interview.sequence != stood.sequence:
        # Somebody's program may have fetched it meanwhile: numbers only ever go up.
        interview.sequence += 1
        interview.moved_sequence = stood.moved_sequence
    audit.record(work, "undo", "interview", interview.id)


def _somebody_was_told(work: Work, interview: Interview, stood: Stood) -> bool:
    if interview.sequence == stood.sequence:
        return False
    told = [*copies_out(work, interview.id).values(), candidate_was_told(work, interview.id)]
    return any(last is not None and last.sequence >= interview.sequence for last in told)


def _let_people_back(work: Work, interview: Interview, stood: Stood) -> None:
    before = dict(stood.people)
    for one in work.scalars(_people_of(interview)):
        if one.person_id in before:
            for name, value in zip(_OF_A_PERSON, before[one.person_id], strict=True):
                setattr(one, name, value)
        elif one.left_at is None:
            one.left_at = work.now


def _people_of(interview: Interview) -> Any:  # noqa: ANN401 - a statement
    return select(InterviewPerson).where(InterviewPerson.interview_id == interview.id)
