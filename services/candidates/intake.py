"""Taking a candidate in: from a form, with a file, onto a vacancy, in one act."""

from collections.abc import Collection, Sequence

from db.models import Candidate
from services.applications.moving import application_of, link
from services.candidates.duplicates import duplicates_of, newly_like, proposed_of
from services.candidates.forms import CandidateForm, add, edit
from services.candidates.resumes import ReceivedFile
from services.errors import Duplicate
from services.permissions import Permission, require
from services.resumes.leaving_out import LeftOut
from services.work import Work


def take_in(
    work: Work,
    *,
    form: CandidateForm,
    file: ReceivedFile | None = None,
    vacancy_id: int | None = None,
    aware_of: Collection[int] | None = None,
) -> int:
    """Add a candidate and, where a vacancy is named, link him to it "for us".

    `aware_of` are the candidates whom the reader was shown as perhaps the same: where the base
    has others, Duplicate names them all and nothing is saved; None asks for no such look.
    Raises Duplicate, Invalid, VacancyClosed, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    if aware_of is not None:
        (found,) = duplicates_of(work, [proposed_of(form)])
        _refuse_unknown([one.candidate_id for one in found], aware_of)
    candidate_id = add(work, form=form, file=file)
    if vacancy_id is not None:
        link(work, candidate_id=candidate_id, vacancy_id=vacancy_id)
    return candidate_id


def update(
    work: Work,
    *,
    candidate_id: int,
    form: CandidateForm,
    version: int,
    resume_html: str | None = None,
    copied_from: int | None = None,
    resume_for: int | None = None,
    not_contacts: Sequence[str] = (),
    left_out: LeftOut | None = None,
    file: ReceivedFile | None = None,
    photo: bytes | None = None,
    vacancy_id: int | None = None,
    came_again: bool = False,
    aware_of: Collection[int] | None = None,
) -> None:
    """Save the candidate's page, as `edit` does, for one who may be somebody else, too.

    One who `came_again` is brought back where he was archived, and linked to the vacancy where
    one is named. Raises what `edit` raises, VacancyClosed, and Duplicate: by this change he
    becomes like others than the reader is `aware_of`.
    """
    require(work.viewer, Permission.CANDIDATES_MANAGE)
    candidate = work.one(Candidate, candidate_id)
    if aware_of is not None:
        like = newly_like(work, candidate_id=candidate_id, form=form)
        _refuse_unknown([one.candidate_id for one in like], aware_of)
    edit(
        work,
        candidate_id=candidate_id,
        form=form,
        version=version,
        resume_html=resume_html,
        copied_from=copied_from,
        resume_for=resume_for,
        not_contacts=not_contacts,
        left_out=left_out,
        file=file,
        photo=photo,
    )
    if came_again:
        candidate.archived_at = None
    if vacancy_id is None:
        return
    if application_of(work, candidate_id=candidate_id, vacancy_id=vacancy_id) is None:
        link(work, candidate_id=candidate_id, vacancy_id=vacancy_id)


def _refuse_unknown(found: list[int], aware_of: Collection[int]) -> None:
    if not set(found) <= set(aware_of):
        raise Duplicate(what="candidate", candidates=tuple(found))
