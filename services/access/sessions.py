"""Sign-in sessions: a row per signed-in browser, checked on every rerun and route."""

from datetime import datetime, timedelta

from sqlalchemy import select

from db.models import SignInSession, SignInTicket, User
from services.access.secrets import digest, new_secret
from services.errors import SignedOut
from services.viewer import Role, Viewer
from services.work import Work

_TICKET_SECONDS = 30
# "Last seen" costs a write; five minutes are exact enough.
_TOUCH_AFTER = timedelta(minutes=5)


def new_ticket(work: Work, *, user_id: int, remember: bool) -> str:
    """Make a ticket that starts one session within 30 seconds."""
    ticket = new_secret()
    work.add(
        SignInTicket(
            digest=digest(ticket),
            user_id=user_id,
            remembered=remember,
            expires_at=work.now + timedelta(seconds=_TICKET_SECONDS),
        ),
    )
    return ticket


def start_session(
    work: Work, *, ticket: str, device: str = "", instead_of: str = ""
) -> tuple[str, timedelta | None]:
    """Exchange a ticket for the session's secret and, where remembered, its age for the cookie.

    The session that this browser had before (`instead_of`) is over. Raises SignedOut for a
    ticket that is unknown, used or too old, or whose user is blocked.
    """
    found = work.rows(
        select(SignInTicket, User)
        .join(User, User.id == SignInTicket.user_id)
        .where(SignInTicket.digest == digest(ticket)),
    ).one_or_none()
    if found is None:
        raise SignedOut
    row, user = found
    if row.used_at is not None or row.expires_at < work.now or user.blocked_at is not None:
        raise SignedOut
    row.used_at = user.last_seen_at = work.now
    if instead_of:
        end_session(work, secret=instead_of)
    secret = new_secret()
    age = _age(work, user.role, remembered=row.remembered)
    work.add(
        SignInSession(
            digest=digest(secret),
            user_id=user.id,
            remembered=row.remembered,
            created_at=work.now,
            seen_at=work.now,
            expires_at=work.now + age,
            device=device,
        ),
    )
    return secret, age if row.remembered else None


def viewer_of(work: Work, *, secret: str) -> Viewer:
    """Who is behind a session's secret right now. Raises SignedOut when nobody is."""
    found = work.rows(
        select(
            SignInSession.id.label("session_id"),
            SignInSession.seen_at,
            SignInSession.user_id,
            User.role,
            User.name,
            User.language,
            User.time_zone,
            User.company_id,
            User.contacts_hidden,
        )
        .join(User, User.id == SignInSession.user_id)
        .where(
            SignInSession.digest == digest(secret),
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > work.now,
            User.blocked_at.is_(None),
        ),
    ).one_or_none()
    if found is None:
        raise SignedOut
    return Viewer.of(found.user_id, found, session_id=found.session_id, seen_at=found.seen_at)


def who_is_here(work: Work) -> set[tuple[int, int]]:
    """Everybody who is signed in, with each of his sessions."""
    live = (
        select(SignInSession.user_id, SignInSession.id)
        .join(User, User.id == SignInSession.user_id)
        .where(
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > work.now,
            User.blocked_at.is_(None),
        )
    )
    return {(user_id, session_id) for user_id, session_id in work.rows(live)}


def touch_due(viewer: Viewer, now: datetime) -> bool:
    """Whether it is time to write down that this session is in use."""
    return viewer.seen_at is not None and now - viewer.seen_at >= _TOUCH_AFTER


def touch(work: Work, *, session_id: int) -> None:
    """Write down that a session is in use: an idle one ends by itself, a used one goes on."""
    session = work.one(SignInSession, session_id)
    user = work.one(User, session.user_id)
    session.seen_at = user.last_seen_at = work.now
    if not session.remembered:
        session.expires_at = work.now + _age(work, user.role, remembered=False)


def end_session(work: Work, *, secret: str) -> None:
    """Sign this browser out, in every tab. An unknown or ended session is no error."""
    session = work.scalars(
        select(SignInSession).where(
            SignInSession.digest == digest(secret),
            SignInSession.ended_at.is_(None),
        ),
    ).one_or_none()
    if session is not None:
        session.ended_at = work.now
        work.wake(session.user_id)


def end_sessions_of(work: Work, *, user_id: int, told_at: datetime | None = None) -> None:
    """Sign a person out everywhere (blocked, or the password changed).

    His open tabs look again at once, or at `told_at`: until then one may come in anew.
    """
    live = select(SignInSession).where(
        SignInSession.user_id == user_id,
        SignInSession.ended_at.is_(None),
    )
    for session in work.scalars(live):
        session.ended_at = work.now
    work.wake(user_id, told_at)


def _age(work: Work, role: str, *, remembered: bool) -> timedelta:
    access = work.settings.access
    if not remembered:
        return timedelta(hours=access.session_hours)
    if role == Role.CUSTOMER:
        return timedelta(days=access.remembered_days_customer)
    return timedelta(days=access.remembered_days_staff)
