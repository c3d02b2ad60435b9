"""What everybody was told of an interview by letter, and what he is still to be told.

One rule for the moment a letter is queued and for the moment it leaves: whatever happens in
between, a calendar is told once of what holds, and nobody of what he never heard of.
"""

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import select

from db.models import Letter
from services.interviews.calendar_file import Told, told_by
from services.mail.outbox import LetterKind
from services.work import AnySelect, Work

News = Literal["", "new", "moved", "called_off"]
_NOT_OUT = ("queued", "failed")


def what_is_due(
    *, state: str, moved: int, takes_part: bool, wanted: bool, told: Told | None
) -> News:
    """What somebody is to be told now.

    `moved` is the number with which what calendars show changed last; `takes_part` is false for
    who was taken out of it, `wanted` says whether a letter to him is.
    """
    stands = state == "scheduled" and takes_part
    if told is None or told.called_off:
        return "new" if stands and wanted else ""
    if not takes_part or state in {"cancelled", "undone"}:
        return "called_off"
    return "moved" if stands and told.sequence < moved else ""


def copies_out(work: Work, interview_id: int) -> dict[int, Told]:
    """By person, what the last copy that left told him."""
    found = work.scalars(
        select(Letter)
        .where(
            Letter.interview_id == interview_id,
            Letter.kind == LetterKind.INTERVIEW_COPY,
            Letter.state.not_in(_NOT_OUT),
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
        _to_candidate(interview_id).where(Letter.state.not_in(_NOT_OUT)).order_by(Letter.id)
    ).all()
    return told_by(found[-1].calendar) if found else None


def language_to_candidate(work: Work, interview_id: int) -> str:
    """The language of the last letter to the candidate about it; "" where there is none."""
    newest = newest_to_candidate(work, interview_id)
    return newest.language if newest else ""


def newest_to_candidate(work: Work, interview_id: int) -> Letter | None:
    """The last letter to the candidate about it, whether it has left or not."""
    newest = _to_candidate(interview_id).order_by(Letter.id.desc()).limit(1)
    found: Letter | None = work.scalars(newest).first()
    return found


def waiting_for_candidate(work: Work, interview_id: int) -> Iterable[Letter]:
    """Letters to the candidate that have not left."""
    return work.scalars(_to_candidate(interview_id).where(Letter.state == "queued")).all()


def take_back(work: Work, letters: Iterable[Letter]) -> None:
    """Keep letters that wait from leaving: what they say holds no more."""
    for letter in letters:
        letter.state, letter.problem, letter.settled_at = "failed", "nothing_left", work.now


def _to_candidate(interview_id: int) -> AnySelect:
    """Letters to him that bring an entry for his calendar: a reminder tells him nothing new."""
    return select(Letter).where(
        Letter.interview_id == interview_id,
        Letter.candidate_id.is_not(None),
        Letter.calendar != "",
    )
