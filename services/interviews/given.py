"""What was answered to letters about interviews: as far as its reader is told of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import Interview, InterviewAnswer, User
from services.interviews.answer_links import mark_of
from services.interviews.slots import Slot
from services.listed import listed
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The last answer of one of them; `who` is a customer's name, "" for the candidate.

    `own`: the viewer's own.
    It no longer `stands` once time or place have changed since.
    """

    answer: str
    words: str
    answered_at: datetime
    stands: bool
    who: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What one of them answered last, without who and in which words: a sign in a calendar."""

    answer: str
    stands: bool
    own: bool = False


Given = dict[int, tuple[AnswerView, ...]]
#: Time, kind and place of interviews by their keys: what an answer is about.
AskedAbout = Mapping[int, tuple[Slot, str, str]]


def answers_given(work: Work, *, interviews: Sequence[int]) -> Given:
    """By interview, the candidate's last answer and those of customers.

    A customer is told what he himself answered, and nothing else. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    if not interviews:
        return {}
    statement = (
        select(
            InterviewAnswer,
            Interview.starts_at,
            Interview.ends_at,
            Interview.kind,
            Interview.location,
            User.name,
        )
        .join(Interview, Interview.id == InterviewAnswer.interview_id)
        .join(User, User.id == InterviewAnswer.person_id, isouter=True)
        .where(InterviewAnswer.interview_id.in_(listed(interviews)))
        .order_by(InterviewAnswer.number, InterviewAnswer.id)
    )
    last: dict[int, dict[int | None, AnswerView]] = defaultdict(dict)
    for row, starts_at, ends_at, kind, location, name in work.rows(statement):
        mark = mark_of(work.settings.secret, Slot(starts_at, ends_at), kind, location)
        last[row.interview_id][row.person_id] = AnswerView(
            row.answer,
            row.words,
            row.answered_at,
            row.about == mark,
            name or "",
            row.person_id == work.viewer.user_id,
        )
    return {key: tuple(found.values()) for key, found in last.items()}


def signs_given(work: Work, *, about: AskedAbout) -> dict[int, tuple[GivenAnswer, ...]]:
    """Like `answers_given`, of what the viewer has read before, and no more than signs.

    Hundreds are asked for at every click in a calendar. Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_READ)
    if not about:
        return {}
    given = InterviewAnswer
    statement = (
        select(given.interview_id, given.person_id, given.answer, given.about)
        .where(given.interview_id.in_(listed(list(about))))
        .order_by(given.number, given.id)
    )
    last: dict[int, dict[int | None, GivenAnswer]] = defaultdict(dict)
    for key, person_id, answer, asked in work.rows(statement):
        stands = asked == mark_of(work.settings.secret, *about[key])
        own = person_id == work.viewer.user_id
        last[key][person_id] = GivenAnswer(answer, stands, own)
    return {key: tuple(found.values()) for key, found in last.items()}
