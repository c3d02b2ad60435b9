"""What everybody was told of an interview by letter, and what he is still to be told.

One rule for the moment a letter is queued and for the moment it leaves: whatever happens in
between, a calendar is told once of what holds, and nobody of what he never heard of.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeGuard

from sqlalchemy import select

from db.models import (
    Application,
    Candidate,
    Interview,
    InterviewPerson,
    Letter,
    User,
    Vacancy,
)
from services.interviews.calendar_file import Told, told_by
from services.listed import listed
from services.mail.outbox import LetterKind
from services.permissions import Permission, require
from services.work import AnySelect, Work

#: "gone": its entry leaves the calendar of somebody who sees the interview no more.
News = Literal["", "new", "moved", "called_off", "gone"]
NOT_OUT = ("queued", "failed")


def what_is_due(
    *,
    state: str,
    moved: int,
    takes_part: bool,
    wanted: bool,
    told: Told | None,
    made: bool = False,
) -> News:
    """What somebody is to be told now.

    `moved` is the number with which what calendars show changed last; `takes_part` is false for
    who was taken out of it, `wanted` says whether a letter to him is. Whoever `made` it knows of it
    without a letter: one to him is wanted once somebody else changes it.
    """
    stands = state == "scheduled" and takes_part
    if told is None and made:
        changed: News = "moved" if stands else "called_off" if state == "cancelled" else ""
        return changed if takes_part and wanted else ""
    if told is None or told.called_off:
        return "new" if stands and wanted else ""
    if not takes_part or state in {"cancelled", "undone"}:
        return "called_off"
    return "moved" if stands and told.sequence < moved else ""


def due_to_viewer(work: Work, *, told: Mapping[int, Told | None]) -> dict[int, News]:
    """By interview, what the viewer is to be told now; `told` is what his calendar was told last.

    Of one that he sees no more, that it is gone, until it would have been over. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    about = listed([*told])
    seen = work.rows(
        select(
            Interview.id, Interview.state, Interview.moved_sequence, Interview.created_by_id
        ).where(Interview.id.in_(about))
    ).all()
    his = work.scalars(
        select(InterviewPerson).where(
            InterviewPerson.interview_id.in_(about),
            InterviewPerson.person_id == work.viewer.user_id,
        )
    )
    mine = {one.interview_id: one for one in his}
    due: dict[int, News] = {
        key: "gone" if _stands_in_calendar(last) and work.now < last.slot.ends_at else ""
        for key, last in told.items()
    }
    for key, state, moved, maker in seen:
        one = mine.get(key)
        due[key] = what_is_due(
            state=state,
            moved=moved,
            takes_part=one is not None and one.left_at is None,
            wanted=one is not None and one.copy,
            told=told[key],
            made=maker == work.viewer.user_id,
        )
    return due


def copies_out(work: Work, interview_id: int) -> dict[int, Told]:
    """By person, what the last copy that left told him."""
    found = work.scalars(
        select(Letter)
        .where(
            Letter.interview_id == interview_id,
            Letter.kind == LetterKind.INTERVIEW_COPY,
            Letter.state.not_in(NOT_OUT),
            Letter.calendar != "",
        )
        .order_by(Letter.id)
    )
    return {
        letter.recipient_id: told_by(letter.calendar)
        for letter in found
        if letter.recipient_id is not None
    }


def candidate_was_told(work: Work, interview_id: int) -> Told | None:
    """What the last letter to the candidate that left told him."""
    found = work.scalars(
        _to_candidate(interview_id).where(Letter.state.not_in(NOT_OUT)).order_by(Letter.id)
    ).all()
    return told_by(found[-1].calendar) if found else None


def language_to_candidate(work: Work, interview_id: int) -> str:
    """The candidate's own; where it is unknown that of the last letter to him about it, or ""."""
    interview = work.one(Interview, interview_id)
    candidate_id = work.one(Application, interview.application_id).candidate_id
    newest = newest_to_candidate(work, interview_id)
    return work.one(Candidate, candidate_id).letter_language or (newest.language if newest else "")


def newest_to_candidate(work: Work, interview_id: int) -> Letter | None:
    """The last letter to the candidate about it, whether it has left or not."""
    newest = _to_candidate(interview_id).order_by(Letter.id.desc()).limit(1)
    found: Letter | None = work.scalars(newest).first()
    return found


def who_answers(work: Work, *, letter: Letter | None, vacancy: Vacancy) -> int:
    """Who is there for the candidate: whoever wrote to him, or the recruiter once that one left."""
    if letter is None or letter.created_by_id is None:
        return vacancy.recruiter_id
    writer = work.one(User, letter.created_by_id)
    return vacancy.recruiter_id if writer.blocked_at is not None else writer.id


def waiting_for_candidate(work: Work, interview_id: int) -> Iterable[Letter]:
    """Letters to the candidate that have not left."""
    return work.scalars(_to_candidate(interview_id).where(Letter.state == "queued")).all()


def take_back(work: Work, letters: Iterable[Letter]) -> None:
    """Keep letters that wait from leaving: what they say holds no more."""
    for letter in letters:
        letter.state, letter.problem, letter.settled_at = "failed", "nothing_left", work.now


def _stands_in_calendar(told: Told | None) -> TypeGuard[Told]:
    return told is not None and not told.called_off


def _to_candidate(interview_id: int) -> AnySelect:
    """Letters to him that bring an entry for his calendar: a reminder tells him nothing new."""
    return select(Letter).where(
        Letter.interview_id == interview_id,
        Letter.candidate_id.is_not(None),
        Letter.calendar != "",
    )
