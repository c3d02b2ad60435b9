"""Versions of a résumé: what each can be made for, a safe one at once, an earlier one again."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from db.models import Application, Candidate, Company, ResumeVersion, Vacancy
from services import audit
from services.candidates.resumes import VersionView, current_version, save_version, versions
from services.errors import Conflict
from services.permissions import Permission, require
from services.resumes.leaving_out import safe_choices
from services.resumes.safe_copy import safe_copy
from services.work import Work


@dataclass(frozen=True, slots=True)
class MadeFor:
    """A vacancy of the candidate's, or none for all of them, and the version that holds there."""

    vacancy_id: int | None
    vacancy: str
    version: VersionView | None


def made_for(work: Work, *, candidate_id: int) -> list[MadeFor]:
    """What a version can be made for, with the current one of each: the general one first.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    work.one(Candidate, candidate_id)
    current = {one.vacancy_id: one for one in versions(work, candidate_id=candidate_id, now=True)}
    linked = work.rows(
        select(Vacancy.id, Vacancy.title, Company.name)
        .join(Application, Application.vacancy_id == Vacancy.id)
        .join(Company, Company.id == Vacancy.company_id, isouter=True)
        .where(Application.candidate_id == candidate_id, Vacancy.closed_at.is_(None))
        .order_by(Application.moved_at.desc(), Application.id.desc()),
    )
    return [
        MadeFor(None, "", current.get(None)),
        *(
            MadeFor(key, " · ".join(filter(None, (title, company))), current.get(key))
            for key, title, company in linked
        ),
    ]


def make_safe_version(work: Work, *, candidate_id: int) -> int | None:
    """Save a copy of the original without contacts as the general version for customers.

    What else is left out follows the switches that hold for the candidate. Tells its key; None
    where a general version holds already, which stays as it is. Raises NotFound (also where the
    original has no text), NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    if work.scalars(current_version(candidate_id, None)).first() is not None:
        return None
    wishes = safe_choices(work, candidate_id=candidate_id).wishes
    made = safe_copy(work, candidate_id=candidate_id, wishes=wishes)
    saved = save_version(
        work, candidate_id=candidate_id, html=made.html, copied_from=made.original_id
    )
    if saved is not None:
        _count_on(work, work.one(Candidate, candidate_id))
    return saved


def restore(work: Work, *, version_id: int, seen: int | None) -> int | None:
    """Let an earlier version hold again, as a new one; `seen` is the one the reader saw holding.

    Raises Conflict (another has been saved since), NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    earlier = work.one(ResumeVersion, version_id)
    holds = work.scalars(current_version(earlier.candidate_id, earlier.vacancy_id)).first()
    if (holds.id if holds else None) != seen:
        raise Conflict
    saved = save_version(
        work,
        candidate_id=earlier.candidate_id,
        html=earlier.html,
        vacancy_id=earlier.vacancy_id,
        again=earlier,
    )
    if saved is not None:
        _count_on(work, work.one(Candidate, earlier.candidate_id))
    return saved


def _count_on(work: Work, candidate: Candidate) -> None:
    """Whoever has his page open has begun with another version: his save must not undo this."""
    flag_modified(candidate, "headline")
    work.flush()
    audit.record(work, "edit", "candidate", candidate.id, changes={}, version=candidate.version)
