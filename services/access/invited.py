"""How far an invitation has come: queued, opened in a browser, accepted."""

from datetime import datetime

from sqlalchemy import Subquery, func, select

from db.models import AccessLink, User
from services.access.links import SET_PASSWORD
from services.errors import Duplicate
from services.folding import fold_email
from services.work import Work


def invitations() -> Subquery:
    """Of each person invited: when last, and when he first opened an invitation's page."""
    return (
        select(
            AccessLink.user_id,
            func.max(AccessLink.created_at).label("invited_at"),
            func.min(AccessLink.opened_at).label("opened_at"),
        )
        .where(AccessLink.purpose == SET_PASSWORD)
        .group_by(AccessLink.user_id)
        .subquery()
    )


def standing(user: User, invited_at: datetime | None, opened_at: datetime | None) -> str:
    """`blocked`, `active` (has been in), `opened`, `invited`, or `added` (no letter so far)."""
    if user.blocked_at is not None:
        return "blocked"
    if user.last_seen_at is not None:
        return "active"
    if opened_at is not None:
        return "opened"
    return "added" if invited_at is None else "invited"


def refuse_taken(work: Work, *, email: str, own_id: int | None) -> None:
    """Raise Duplicate when somebody else has this e-mail, in whatever spelling; it says who."""
    taken = work.rows(
        select(User.id, User.role, User.name, User.blocked_at).where(
            User.folded_email == fold_email(email)
        ),
    ).one_or_none()
    if taken is not None and taken.id != own_id:
        raise Duplicate(
            what="email",
            role=taken.role,
            user_id=taken.id,
            name=taken.name,
            blocked=taken.blocked_at is not None,
        )
