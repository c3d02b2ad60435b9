"""Changing one's own password: the old one is asked for, counted like a sign-in."""

from sqlalchemy import select

from db.models import SignInSession, User
from services import audit
from services.access.links import store_password
from services.access.passwords import accept_password, hash_password, matches
from services.access.sessions import new_ticket
from services.access.sign_in import Attempt, admit, count_attempt
from services.errors import AccessClosed, Invalid
from services.installation import Installation
from services.permissions import Permission, require
from services.viewer import DOORKEEPER, Viewer
from services.work import Work, perform, reading


def change_password(
    installation: Installation, viewer: Viewer, *, old: str, new: str, address: str
) -> str:
    """Change the viewer's password; returns the ticket of the one session that goes on.

    All sessions end, this one is begun anew. The slow checks run outside of any unit of work.
    Raises Invalid, SignInLocked, AccessClosed, NotAllowed.
    """
    require(viewer, Permission.PROFILE_MANAGE)
    accepted = accept_password(new, "new_password")
    with reading(installation, DOORKEEPER) as work:
        email = work.one(User, viewer.user_id).email
    attempt = perform(installation, DOORKEEPER, count_attempt, email=email, address=address)
    if not matches(installation.hasher, old, attempt.password_hash):
        raise Invalid(old_password="wrong_password")  # noqa: S106 - a problem's name
    return perform(
        installation,
        DOORKEEPER,
        replace_password,
        attempt=attempt,
        password_hash=hash_password(installation.hasher, accepted),
        session_id=viewer.session_id,
    )


def replace_password(
    work: Work, *, attempt: Attempt, password_hash: str, session_id: int | None
) -> str:
    """Keep the new hash, end every session, make the ticket for this browser.

    Raises AccessClosed for a person who was blocked meanwhile.
    """
    remembered = work.scalars(
        select(SignInSession.remembered).where(SignInSession.id == session_id),
    ).one_or_none()
    if admit(work, attempt=attempt, remember=False) is None or attempt.user_id is None:
        raise AccessClosed
    store_password(work, user_id=attempt.user_id, password_hash=password_hash)
    audit.record(work, "change_password", "user", attempt.user_id)
    return new_ticket(work, user_id=attempt.user_id, remember=bool(remembered))
