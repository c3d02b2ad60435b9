"""Where one is signed in: the list, ending one, ending all."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import SignInSession
from services import audit
from services.access.sessions import end_sessions_of
from services.errors import NotFound
from services.permissions import Permission, require
from services.work import Work


@dataclass(frozen=True, slots=True)
class SessionView:
    """A signed-in browser; `here` is the one that asks."""

    id: int
    device: str
    since: datetime
    seen_at: datetime
    here: bool


def my_sessions(work: Work) -> list[SessionView]:
    """Where the viewer is signed in now, last used first. Raises NotAllowed."""
    require(work.viewer, Permission.PROFILE_MANAGE)
    live = (
        select(SignInSession)
        .where(
            SignInSession.user_id == work.viewer.user_id,
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > work.now,
        )
        .order_by(SignInSession.seen_at.desc(), SignInSession.id.desc())
    )
    return [
        SessionView(
            id=session.id,
            device=session.device,
            since=session.created_at,
            seen_at=session.seen_at,
            here=session.id == work.viewer.session_id,
        )
        for session in work.scalars(live)
    ]


def end_my_session(work: Work, *, session_id: int) -> None:
    """Sign one browser of the viewer's out, at its next click. Raises NotFound, NotAllowed."""
    require(work.viewer, Permission.PROFILE_MANAGE)
    session = work.one(SignInSession, session_id)
    if session.user_id != work.viewer.user_id:
        raise NotFound(model="SignInSession")
    if session.ended_at is None:
        session.ended_at = work.now
        audit.record(work, "end_session", "user", work.viewer.user_id)
    work.wake(work.viewer.user_id)


def end_all_my_sessions(work: Work) -> None:
    """Sign the viewer out everywhere, here as well. Raises NotAllowed."""
    require(work.viewer, Permission.PROFILE_MANAGE)
    end_sessions_of(work, user_id=work.viewer.user_id)
    audit.record(work, "end_sessions", "user", work.viewer.user_id)
