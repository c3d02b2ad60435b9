"""The letters to the candidate: invited, moved, called off; the entry of his calendar with each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from db.models import Agency, Application, Candidate, Interview, Letter, User
from services.disclosure import full_name
from services.i18n import translator
from services.interviews.calendar_file import Attendee, Entry, Told, calendar_file, told_by, uid_of
from services.interviews.forms import InterviewForm
from services.interviews.meeting import Meeting
from services.interviews.slots import Slot
from services.interviews.told import (
    candidate_was_told,
    language_to_candidate,
    take_back,
    waiting_for_candidate,
)
from services.mail.letters import LaidOut
from services.mail.message import ascii_email
from services.mail.outbox import LetterKind
from services.permissions import Permission, require
from services.work import Work
from services.writing.letters import (
    CandidateLetter,
    Enclosed,
    address_of,
    draft,
    laid_out_for,
    send,
)


@dataclass(frozen=True, slots=True)
class WrittenView:
    """A letter to the candidate about an interview: what it is, how far it has got."""

    id: int
    kind: str
    state: str
    sender: str


def written(work: Work, *, interview_id: int) -> WrittenView | None:
    """The last letter to the candidate about it that was not taken back.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    work.one(Interview, interview_id)
    found = select(Letter).where(
        Letter.interview_id == interview_id,
        Letter.candidate_id.is_not(None),
        Letter.problem != "nothing_left",
    )
    last: Letter | None = work.scalars(found.order_by(Letter.id.desc()).limit(1)).first()
    return WrittenView(last.id, last.kind, last.state, last.sender) if last else None


def preview(
    work: Work,
    *,
    application_id: int,
    form: InterviewForm,
    letter: CandidateLetter,
    called_off: bool = False,
    interview_id: int | None = None,
) -> LaidOut:
    """The letter to the candidate exactly as it would go out now.

    `interview_id` is the interview's key, also one made beforehand: with it the letter can be
    answered. Raises Invalid, UnknownPlaceholder, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    application = work.one(Application, application_id)
    candidate = work.one(Candidate, application.candidate_id)
    stands = _stands(work, interview_id)
    meeting = Meeting.entered(work, form, candidate, called_off=called_off, stands=stands)
    enclosed = meeting.enclosed(letter.language)
    if interview_id is not None:
        email = address_of(work, candidate_id=candidate.id)
        answers = meeting.answers(work, letter.language, interview_id, email)
        enclosed = replace(enclosed, answers=answers)
    return laid_out_for(work, application, letter, enclosed)[0]


def tell_candidate(
    work: Work,
    interview: Interview,
    letter: CandidateLetter | None,
    *,
    send_after: datetime | None = None,
) -> None:
    """Write to the candidate what holds; without a letter only if he was told before.

    Then he gets the agency's wording, in his language or else that of the last letter to him.
    Raises Invalid, UnknownPlaceholder, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    application = work.one(Application, interview.application_id)
    waiting = list(waiting_for_candidate(work, interview.id))
    told = candidate_was_told(work, interview.id)
    called_off = interview.state != "scheduled"
    if letter is None and not called_off and _is_told(interview, waiting, told):
        return
    take_back(work, waiting)
    if called_off and (told is None or told.called_off):
        return
    if letter is None and not address_of(work, candidate_id=application.candidate_id):
        return
    kind = _kind(called_off=called_off, told_before=told is not None and not told.called_off)
    if letter is None:
        language = language_to_candidate(work, interview.id) or work.viewer.language
        letter = draft(work, application_id=application.id, kind=kind, language=language)
    send(
        work,
        application,
        letter,
        kind=kind,
        enclosed=_enclosed(work, interview, application, letter, told),
        send_after=send_after,
    )


def next_letter(work: Work, *, interview_id: int) -> LetterKind | None:
    """What the candidate is to be told of a change; None for who was not invited.

    That it has moved, or the invitation anew, where it has not left yet. Raises NotFound,
    NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    work.one(Interview, interview_id)
    told = candidate_was_told(work, interview_id)
    if told is not None and not told.called_off:
        return LetterKind.INTERVIEW_MOVED
    waiting = list(waiting_for_candidate(work, interview_id))
    return LetterKind.INTERVIEW_INVITATION if waiting else None


def _stands(work: Work, interview_id: int | None) -> Slot | None:
    """When it is; None for one that is still to be scheduled."""
    asked = select(Interview.starts_at, Interview.ends_at).where(Interview.id == interview_id)
    row = work.rows(asked).one_or_none()
    return Slot(*row) if row else None


def _is_told(interview: Interview, waiting: Sequence[Letter], told: Told | None) -> bool:
    """Whether what holds was said to him, or is about to be; or he is told nothing at all."""
    last = told_by(waiting[-1].calendar) if waiting else told
    return last is None or (last.sequence >= interview.moved_sequence and not last.called_off)


def _kind(*, called_off: bool, told_before: bool) -> LetterKind:
    if called_off:
        return LetterKind.INTERVIEW_CALLED_OFF
    return LetterKind.INTERVIEW_MOVED if told_before else LetterKind.INTERVIEW_INVITATION


def _enclosed(
    work: Work,
    interview: Interview,
    application: Application,
    letter: CandidateLetter,
    told: Told | None,
) -> Enclosed:
    """The facts, the entry for the candidate's calendar, the buttons with which he answers.

    A calendar believes a change from whom it had the entry: whoever writes now, its organizer stays
    who he was `told`.
    """
    called_off = interview.state != "scheduled"
    candidate = work.one(Candidate, application.candidate_id)
    meeting = Meeting.of(work, interview, candidate, called_off=called_off)
    enclosed = meeting.enclosed(letter.language)
    me, house = work.one(User, work.viewer.user_id), work.only(Agency)
    email = address_of(work, candidate_id=candidate.id)
    entry = Entry(
        uid=uid_of(interview.id, house.id),
        sequence=interview.sequence,
        slot=meeting.slot,
        title=f"{translator(letter.language).text('Interview')} · {house.name}",
        location=interview.location,
        description="\n".join(f"{name}: {value}" for name, value in enclosed.facts),
        link=interview.location if interview.location.startswith("https://") else "",
        organizer=told.organizer if told else Attendee(me.name, ascii_email(me.email)),
        attendee=Attendee(full_name(candidate), ascii_email(email)),
        called_off=called_off,
    )
    return replace(
        enclosed,
        interview_id=interview.id,
        calendar=calendar_file(entry, now=work.now),
        answers=meeting.answers(work, letter.language, interview.id, email),
    )
