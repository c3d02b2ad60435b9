"""Who of the base the candidates of a batch may be."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from db.models import Candidate, ResumeOriginal
from services.batches.batch import BatchFile
from services.batches.proposed import form_of
from services.candidates.duplicates import SAME_FILE, Duplicate, duplicates_of, proposed_of
from services.permissions import Permission, require
from services.work import Work


def known_in(work: Work, files: Sequence[BatchFile]) -> dict[int, tuple[Duplicate, ...]]:
    """By the number of each file who he may be, the surest first; () for nobody.

    Whose original this very file is comes before all others. A constant number of questions,
    however many files. Raises NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    same = _of_same_file(work, files)
    alike = duplicates_of(work, [proposed_of(form_of(one)) for one in files])
    found: dict[int, tuple[Duplicate, ...]] = {}
    for file, others in zip(files, alike, strict=True):
        known = dict(same[file.sha256])
        for one in others:
            before = known[one.candidate_id].reasons if one.candidate_id in known else ()
            known[one.candidate_id] = replace(one, reasons=(*before, *one.reasons))
        found[file.number] = tuple(known.values())
    return found


def _of_same_file(work: Work, files: Sequence[BatchFile]) -> dict[str, dict[int, Duplicate]]:
    """By the mark of a file, whose original it is."""
    found: dict[str, dict[int, Duplicate]] = defaultdict(dict)
    marks = {one.sha256 for one in files if one.sha256.isascii() and one.sha256.isalnum()}
    rows = work.rows(
        select(ResumeOriginal.sha256, Candidate)
        .join(Candidate, Candidate.id == ResumeOriginal.candidate_id)
        .where(ResumeOriginal.sha256.in_(marks))
        .order_by(ResumeOriginal.id.desc())
    )
    for sha256, one in rows:
        found[sha256][one.id] = Duplicate(
            candidate_id=one.id,
            name=f"{one.first_name} {one.last_name}".strip(),
            headline=one.headline,
            city=one.city,
            created_at=one.created_at,
            archived=one.archived_at is not None,
            reasons=(SAME_FILE,),
        )
    return found
