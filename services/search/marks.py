"""Marks: whose words change is noted in the same transaction, whatever service changes them."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from db.base import Base
from db.keys import new_key
from db.models import (
    Candidate,
    CandidateContact,
    CandidateTerm,
    ResumeOriginal,
    ResumeVersion,
    SearchMark,
)

_OF_A_CANDIDATE = (CandidateContact, CandidateTerm, ResumeOriginal, ResumeVersion)


def leave_marks(session: Session, written: Iterable[Base]) -> None:
    """Leave a mark for each candidate of whom something is written; one per unit of work."""
    marked: set[int] = session.info.setdefault("marked", set())
    touched = {key for row in written if (key := _whose(row)) is not None} - marked
    marked |= touched
    session.add_all(SearchMark(id=new_key(), candidate_id=key) for key in sorted(touched))


def _whose(row: Base) -> int | None:
    if isinstance(row, Candidate):
        return row.id
    return row.candidate_id if isinstance(row, _OF_A_CANDIDATE) else None
