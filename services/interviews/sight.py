"""Interviews that went out of a customer's sight, or came back into it, untouched themselves.

The candidate is with the recruiter again, a stage goes dark, the customer is untied, his access is
closed and opened again: what takes an interview from him knows nothing of calendars. So once a
minute what his calendar was told is compared with what he sees now, in his own scope, and he is
written one letter that says what holds as it leaves (`copies.py`): what was undone in between, it
does not tell.

The blocked are written nothing, not even that an entry goes: no letter leaves to them at all. What
stands in a calendar of theirs is what they were told while they might read it.
"""

from collections import defaultdict
from datetime import timedelta

from sqlalchemy import select

from db.models import Interview, Letter, User
from services.installation import Installation
from services.interviews.calendar_file import Told, told_by
from services.interviews.told import NOT_OUT, due_to_viewer
from services.mail.outbox import LetterKind, queue_unwritten
from services.permissions import Permission, require
from services.viewer import USHER, Role, Viewer
from services.work import Work, perform, reading

_UNDER_WAY = ("queued", "sending")
# Why a letter did not leave, though nothing was wrong with it. Any other is for staff to look at.
_HELD_BACK = ("nothing_left", "recipient_blocked", "address_changed")

HeldBy = list[tuple[Viewer, dict[int, Told | None]]]


def follow_sight(installation: Installation) -> int:
    """Queue a letter to every customer whose calendar holds something else than he sees.

    Returns how many were queued.
    """
    with reading(installation, USHER) as work:
        held = held_by_customers(work)
    queued = 0
    for customer, told in held:
        with reading(installation, customer) as work:
            due = due_to_viewer(work, told=told)
        for interview_id in (key for key, news in due.items() if news):
            queued += perform(
                installation,
                USHER,
                write_what_holds,
                interview_id=interview_id,
                customer_id=customer.user_id,
            )
    return queued


def held_by_customers(work: Work) -> HeldBy:
    """Every customer who was written to of interviews ahead, and what each calendar holds.

    None where no letter has left. Without those to whom one is under way, or cannot be delivered.
    Raises NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_RING)
    letters = work.rows(
        select(Letter.interview_id, Letter.state, Letter.problem, Letter.calendar, User)
        .join(Interview, Interview.id == Letter.interview_id)
        .join(User, User.id == Letter.recipient_id)
        .where(
            Letter.kind == LetterKind.INTERVIEW_COPY,
            Interview.ends_at > work.now,
            User.role == Role.CUSTOMER,
            User.blocked_at.is_(None),
        )
        .order_by(Letter.id)
    )
    people: dict[int, Viewer] = {}
    last: dict[tuple[int, int], str] = {}
    to_follow: dict[tuple[int, int], bool] = {}
    for interview_id, state, problem, calendar, user in letters:
        people[user.id] = Viewer.of(user.id, user)
        key = (user.id, interview_id)
        if calendar and state not in NOT_OUT:
            last[key] = calendar
        stuck = state == "failed" and problem not in _HELD_BACK
        to_follow[key] = state not in _UNDER_WAY and not stuck
    found: dict[int, dict[int, Told | None]] = defaultdict(dict)
    for key, follow in to_follow.items():
        if follow:
            customer_id, interview_id = key
            found[customer_id][interview_id] = told_by(last[key]) if key in last else None
    return [(people[customer_id], told) for customer_id, told in found.items()]


def write_what_holds(work: Work, *, interview_id: int, customer_id: int) -> bool:
    """Queue the letter, to leave once a move can no longer be undone; False where one waits.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.INTERVIEWS_RING)
    work.one(Interview, interview_id)
    customer = work.one(User, customer_id)
    waiting = select(Letter.id).where(
        Letter.interview_id == interview_id,
        Letter.recipient_id == customer_id,
        Letter.kind == LetterKind.INTERVIEW_COPY,
        Letter.state.in_(_UNDER_WAY),
    )
    if work.scalars(waiting).first() is not None:
        return False
    queue_unwritten(
        work,
        kind=LetterKind.INTERVIEW_COPY,
        recipient=customer,
        vacancy_id=None,
        interview_id=interview_id,
        send_after=work.now + timedelta(seconds=2 * work.settings.presenting.undo_seconds),
    )
    return True
