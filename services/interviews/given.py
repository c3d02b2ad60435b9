"""What was answered to letters about interviews: as far as its reader is told of it."""

from collections import defaultdict
from collections.abc import Sequence
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


Given = dict[int, tuple[AnswerView, ...]]


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
