"""The letters to the candidate: invited, moved, called off; the entry of his calendar with each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from db.models import Agency, Application, Candidate, Interview, InterviewPerson, Letter, User
from services.disclosure import full_name
from services.i18n import translator
from services.interviews.calendar_file import Attendee, Entry, Told, calendar_file, told_by, uid_of
from services.interviews.forms import InterviewForm
from services.interviews.slots import Slot, slot_of
from services.interviews.told import (
    candidate_was_told,
    language_to_candidate,
    take_back,
    waiting_for_candidate,
)
from services.interviews.wording import in_both_zones, where
from services.mail.letters import LaidOut
from services.mail.message import ascii_email
from services.mail.outbox import LetterKind
from services.permissions import Permission, require
from services.viewer import STAFF_ROLES
from services.work import Work
from services.writing.letters import (
    CandidateLetter,
    Enclosed,
    Facts,
    address_of,
    draft,
    laid_out_for,
    send,
)


def preview(
    work: Work,
    *,
    application_id: int,
    form: InterviewForm,
    letter: CandidateLetter,
    called_off: bool = False,
) -> LaidOut:
    """The letter to the candidate exactly as it would go out now.

    Raises Invalid, UnknownPlaceholder, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_SCHEDULE)
    application = work.one(Application, application_id)
    meeting = _Meeting(
        slot_of(form.when, now=work.now),
        form.when.zone,
        form.kind,
        form.location,
        _names(work, form.staff),
        work.one(Candidate, application.candidate_id).time_zone,
        called_off,
    )
    return laid_out_for(work, application, letter, meeting.enclosed(letter.language))[0]


def tell_candidate(
    work: Work,
    interview: Interview,
    letter: CandidateLetter | None,
    *,
    send_after: datetime | None = None,
) -> None:
    """Write to the candidate what holds; without a letter only if he was told before.

    Then he gets the agency's wording, in the language of the last letter to him. Raises Invalid,
    UnknownPlaceholder, NotAllowed.
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
        enclosed=_enclosed(work, interview, application, letter.language, called_off=called_off),
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


def _is_told(interview: Interview, waiting: Sequence[Letter], told: Told | None) -> bool:
    """Whether what holds was said to him, or is about to be; or he is told nothing at all."""
    last = told_by(waiting[-1].calendar) if waiting else told
    return last is None or (last.sequence >= interview.moved_sequence and not last.called_off)


def _kind(*, called_off: bool, told_before: bool) -> LetterKind:
    if called_off:
        return LetterKind.INTERVIEW_CALLED_OFF
    return LetterKind.INTERVIEW_MOVED if told_before else LetterKind.INTERVIEW_INVITATION


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What a candidate is told of an interview; `own_zone` is the one he lives by, if known."""

    slot: Slot
    zone: str
    kind: str
    location: str
    names: str
    own_zone: str = ""
    called_off: bool = False

    def enclosed(self, language: str) -> Enclosed:
        """What stands below the letter, and what its placeholders mean."""
        words = translator(language)
        t = words.text
        times = in_both_zones(self.slot, words, self.own_zone or self.zone, self.zone)
        place = where(self.kind, self.location, words)
        facts: Facts = (
            *((t("When"), at) for at in times),
            (t("Where"), place),
            (t("You will meet"), self.names),
        )
        if self.called_off:
            facts = tuple((t("Called off"), at) for at in times)
        meant = {"when": times[0], "where": place}
        return Enclosed(tuple(one for one in facts if one[1]), meant)


def _enclosed(
    work: Work, interview: Interview, application: Application, language: str, *, called_off: bool
) -> Enclosed:
    """The facts, and the entry for the candidate's calendar."""
    taking_part = select(InterviewPerson.person_id).where(
        InterviewPerson.interview_id == interview.id,
        InterviewPerson.takes_part,
        InterviewPerson.left_at.is_(None),
    )
    slot = Slot(interview.starts_at, interview.ends_at)
    names = _names(work, set(work.scalars(taking_part)))
    candidate = work.one(Candidate, application.candidate_id)
    meeting = _Meeting(
        slot,
        interview.zone,
        interview.kind,
        interview.location,
        names,
        candidate.time_zone,
        called_off,
    )
    enclosed = meeting.enclosed(language)
    me, house = work.one(User, work.viewer.user_id), work.only(Agency)
    entry = Entry(
        uid=uid_of(interview.id, house.id),
        sequence=interview.sequence,
        slot=slot,
        title=f"{translator(language).text('Interview')} · {house.name}",
        location=interview.location,
        description="\n".join(f"{name}: {value}" for name, value in enclosed.facts),
        link=interview.location if interview.location.startswith("https://") else "",
        organizer=Attendee(me.name, ascii_email(me.email)),
        attendee=Attendee(
            full_name(candidate), ascii_email(address_of(work, candidate_id=candidate.id))
        ),
        called_off=called_off,
    )
    file = calendar_file(entry, now=work.now)
    return replace(enclosed, interview_id=interview.id, calendar=file)


def _names(work: Work, people: Collection[int]) -> str:
    """Who of the staff takes part: a customer is named to a candidate by people, not by us."""
    if not people:
        return ""
    asked = select(User.name).where(User.id.in_(people), User.role.in_(STAFF_ROLES))
    return ", ".join(work.scalars(asked.order_by(User.name)))
