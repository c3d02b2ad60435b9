"""Whom of the base the candidates of a batch look like."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.models import Candidate, ResumeOriginal
from services.batches.batch import BatchFile
from services.batches.proposed import form_of
from services.candidates.duplicates import Proposed, duplicates_of
from services.permissions import Permission, require
from services.work import Work

SAME_FILE = "same_file"
"""The surest of all reasons: this very file is one of his originals."""


@dataclass(frozen=True, slots=True)
class Known:
    """A candidate of the base who may be the one of the file, and why."""

    candidate_id: int
    name: str
    headline: str
    city: str
    archived: bool
    reasons: tuple[str, ...]


def known_of(work: Work, files: Sequence[BatchFile]) -> dict[int, tuple[Known, ...]]:
    """By the number of each file whom it looks like, the surest first; () for nobody.

    A constant number of questions, however many files. Raises NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    same = _of_same_file(work, files)
    alike = duplicates_of(work, [_proposed(one) for one in files])
    found: dict[int, tuple[Known, ...]] = {}
    for file, others in zip(files, alike, strict=True):
        known = {one.candidate_id: one for one in same[file.sha256]}
        for one in others:
            before = known[one.candidate_id].reasons if one.candidate_id in known else ()
            known[one.candidate_id] = Known(
                one.candidate_id,
                one.name,
                one.headline,
                one.city,
                one.archived,
                (*before, *one.reasons),
            )
        found[file.number] = tuple(known.values())
    return found


def _proposed(file: BatchFile) -> Proposed:
    form = form_of(file)
    contacts = tuple((one.kind, one.value) for one in form.contacts)
    return Proposed(form.first_name, form.last_name, form.city, contacts)


def _of_same_file(work: Work, files: Sequence[BatchFile]) -> dict[str, list[Known]]:
    """By the file's mark, whose original this very file is."""
    found: dict[str, list[Known]] = defaultdict(list)
    rows = work.rows(
        select(ResumeOriginal.sha256, Candidate)
        .join(Candidate, Candidate.id == ResumeOriginal.candidate_id)
        .where(ResumeOriginal.sha256.in_({one.sha256 for one in files}))
        .order_by(ResumeOriginal.id.desc())
    )
    for sha256, one in rows:
        name = f"{one.first_name} {one.last_name}".strip()
        archived = one.archived_at is not None
        known = Known(one.id, name, one.headline, one.city, archived, (SAME_FILE,))
        if known not in found[sha256]:
            found[sha256].append(known)
    return found
