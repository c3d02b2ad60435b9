"""Taking a candidate in: from a form, with a file, onto a vacancy, in one act."""

from services.applications.moving import link
from services.candidates.forms import CandidateForm, add
from services.candidates.resumes import ReceivedFile
from services.work import Work


def take_in(
    work: Work,
    *,
    form: CandidateForm,
    file: ReceivedFile | None = None,
    vacancy_id: int | None = None,
) -> int:
    """Add a candidate and, where a vacancy is named, link him to it "for us".

    Raises Invalid, NotFound, NotAllowed.
    """
    candidate_id = add(work, form=form, file=file)
    if vacancy_id is not None:
        link(work, candidate_id=candidate_id, vacancy_id=vacancy_id)
    return candidate_id
