"""The letter that reminds a candidate of his interview."""

from dataclasses import replace

from db.models import Application, Candidate, Interview
from services.interviews.meeting import Meeting
from services.interviews.rings import is_near
from services.interviews.told import candidate_was_told
from services.mail.letters import LetterContent
from services.mail.outbox import LetterKind
from services.permissions import Permission, require
from services.work import Work
from services.writing.letters import address_of, draft, laid_out_for


def reminder_to_candidate(work: Work, *, interview_id: int, language: str) -> LetterContent | None:
    """What reminds him as it leaves, signed by the viewer; None if there is none to come to.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    interview = work.one(Interview, interview_id)
    told = candidate_was_told(work, interview_id)
    if interview.state != "scheduled" or not is_near(work, interview.starts_at):
        return None
    if told is None or told.called_off:
        return None
    application = work.one(Application, interview.application_id)
    email = address_of(work, candidate_id=application.candidate_id)
    if not email:
        return None
    letter = draft(
        work,
        application_id=application.id,
        kind=LetterKind.INTERVIEW_REMINDER,
        language=language,
    )
    candidate = work.one(Candidate, application.candidate_id)
    meeting = Meeting.of(work, interview, candidate)
    answers = meeting.answers(work, language, interview_id, email)
    enclosed = replace(meeting.enclosed(language), answers=answers)
    content = laid_out_for(work, application, letter, enclosed)[1]
    return replace(content, email=email)
