"""Whom of a batch somebody in the base looks like."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models import Candidate, ResumeOriginal
from services.batches.batch import BatchFile
from services.permissions import Permission, require
from services.work import Work

SAME_FILE = "same_file"


@dataclass(frozen=True, slots=True)
class Known:
    """A candidate of the base who may be the one of the file, and why."""

    candidate_id: int
    name: str
    headline: str
    city: str
    reasons: tuple[str, ...]


def known_of(work: Work, files: Sequence[BatchFile]) -> dict[int, tuple[Known, ...]]:
    """By the number of each file whom it looks like, the surest first; () for nobody.

    A constant number of questions, however many files. Raises NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    same = _of_same_file(work, files)
    return {file.number: tuple(same.get(file.sha256, ())) for file in files}


def _of_same_file(work: Work, files: Sequence[BatchFile]) -> dict[str, list[Known]]:
    """Whose original this very file is."""
    found: dict[str, list[Known]] = {}
    rows = work.rows(
        select(ResumeOriginal.sha256, Candidate)
        .join(Candidate, Candidate.id == ResumeOriginal.candidate_id)
        .where(ResumeOriginal.sha256.in_({one.sha256 for one in files}))
        .order_by(ResumeOriginal.id.desc())
    )
    for sha256, one in rows:
        known = Known(
            one.id,
            f"{one.first_name} {one.last_name}".strip(),
            one.headline,
            one.city,
            (SAME_FILE,),
        )
        if known not in found.setdefault(sha256, []):
            found[sha256].append(known)
    return found
