"""Links asked for at the door: forgotten passwords, and signing in without one.

Asking costs the same and says the same for every address. Who is behind it is looked up
afterwards, when nobody waits for the answer any more.
"""

from dataclasses import replace

from sqlalchemy import select

from db.models import AccessLink, LinkRequest, User
from services import audit
from services.access.attempts import count, counted_as, counter, subject
from services.access.door_letters import door_letter
from services.access.links import NEW_PASSWORD, SIGN_IN
from services.access.secrets import digest
from services.checks import check_email
from services.errors import AskedTooOften, LinkUnusable, NotAllowed
from services.folding import fold_email
from services.installation import Installation
from services.viewer import DOORKEEPER, Role
from services.work import Work, perform, reading


def ask_for_link(work: Work, *, email: str, purpose: str, address: str) -> None:
    """Ask for a link by letter; nothing tells whether anybody has this e-mail.

    Raises Invalid, AskedTooOften, NotAllowed (no such kind of link is asked for).
    """
    check_email("email", email)
    if purpose not in {NEW_PASSWORD, SIGN_IN}:
        raise NotAllowed(purpose=purpose)
    _note(work, fold_email(email), purpose, address)


def ask_again(work: Work, *, secret: str, address: str) -> None:
    """Ask for another link of the same kind with one that does not work any more.

    Raises LinkUnusable (unknown, blocked), AskedTooOften.
    """
    found = work.rows(
        select(AccessLink.purpose, User.folded_email, User.blocked_at)
        .join(User, User.id == AccessLink.user_id)
        .where(AccessLink.digest == digest(secret)),
    ).one_or_none()
    if found is None:
        raise LinkUnusable(reason="unknown")
    if found.blocked_at is not None:
        raise LinkUnusable(reason="blocked")
    _note(work, found.folded_email, SIGN_IN if found.purpose == SIGN_IN else NEW_PASSWORD, address)


def answer_requests(installation: Installation) -> int:
    """Answer what was asked for since, each in a unit of its own; returns how many letters."""
    with reading(installation, DOORKEEPER) as work:
        waiting = unanswered(work)
    letters = 0
    for request_id, user_id in waiting:
        # In the name of whose door it is: nobody else may be known.
        keeper = replace(DOORKEEPER, user_id=user_id or 0)
        letters += perform(installation, keeper, answer, request_id=request_id, user_id=user_id)
    return letters


def unanswered(work: Work) -> list[tuple[int, int | None]]:
    """The requests nobody has answered yet, oldest first, and whose e-mail each names."""
    rows = work.rows(
        select(LinkRequest.id, User.id)
        .join(User, User.folded_email == LinkRequest.folded_email, isouter=True)
        .order_by(LinkRequest.id),
    )
    return [(request_id, user_id) for request_id, user_id in rows]


def answer(work: Work, *, request_id: int, user_id: int | None) -> bool:
    """Queue the letter with the link; whether there was one to queue. The request is gone then.

    A blocked person gets nothing. Staff have no sign-in links: theirs is for a new password.
    """
    request = work.scalars(select(LinkRequest).where(LinkRequest.id == request_id)).one_or_none()
    if request is None:
        return False
    work.remove(request)
    user = None
    if user_id is not None:
        user = work.scalars(select(User).where(User.id == user_id)).one_or_none()
    if user is None or user.blocked_at is not None:
        return False
    purpose = request.purpose if user.role == Role.CUSTOMER else NEW_PASSWORD
    door_letter(work, user=user, purpose=purpose)
    audit.record(work, f"ask_{purpose}", "user", user.id)
    return True


def _note(work: Work, folded: str, purpose: str, address: str) -> None:
    access = work.settings.access
    limits = (
        (subject("asked-account", folded), access.links_per_account),
        # Many come by one address: an office, a proxy that names nobody behind it.
        (subject("asked-address", counted_as(address)), access.links_per_address),
    )
    counters = [(counter(work, counted=what), limit) for what, limit in limits]
    minutes = count(work, counters=counters)
    if minutes is not None:
        raise AskedTooOften(minutes=minutes)
    work.add(LinkRequest(purpose=purpose, folded_email=folded, asked_at=work.now))
