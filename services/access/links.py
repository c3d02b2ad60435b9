"""Personal links from letters: opening changes nothing, only submitting uses them up."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from db.models import AccessLink, Credential, User
from services import audit
from services.access.passwords import accept_password, hash_password
from services.access.secrets import digest, new_secret
from services.access.sessions import end_sessions_of, new_ticket
from services.errors import LinkUnusable
from services.installation import Installation
from services.viewer import DOORKEEPER, Role
from services.work import Work, perform

# What a link is for: an invitation, a forgotten password, signing in without one.
SET_PASSWORD = "set_password"  # noqa: S105 - the name of a purpose
NEW_PASSWORD = "new_password"  # noqa: S105 - the name of a purpose
SIGN_IN = "sign_in"
# Whoever has just set a password comes in with its ticket, before his tabs are led to the door.
_TO_COME_IN = timedelta(seconds=5)
PASSWORD_PURPOSES = (SET_PASSWORD, NEW_PASSWORD)


@dataclass(frozen=True, slots=True)
class LinkOwner:
    """Whose link it is and what for, as shown on the page it opens."""

    name: str
    email: str
    language: str
    purpose: str


def new_link(work: Work, *, user_id: int, purpose: str) -> str:
    """Make a link's secret with which this person can do one thing once.

    Links made before go on working until one of them is used.
    """
    secret = new_secret()
    work.add(
        AccessLink(
            digest=digest(secret),
            user_id=user_id,
            purpose=purpose,
            created_at=work.now,
            expires_at=work.now + _lifetime(work, purpose),
        ),
    )
    return secret


def void_links(work: Work, *, user_id: int) -> None:
    """Make every unused link of a person worthless."""
    unused = select(AccessLink).where(AccessLink.user_id == user_id, AccessLink.used_at.is_(None))
    for link in work.scalars(unused):
        link.expires_at = min(link.expires_at, work.now)


def owner_of_link(work: Work, *, secret: str, purposes: tuple[str, ...]) -> LinkOwner:
    """Whose link this is. Raises LinkUnusable (unknown, used, expired, blocked)."""
    link, user = _usable(work, secret, purposes)
    return LinkOwner(user.name, user.email, user.language, link.purpose)


def opened_in_browser(work: Work, *, secret: str) -> None:
    """Write down that a link's page stands in a browser, the first time; uses nothing up."""
    link = work.scalars(select(AccessLink).where(AccessLink.digest == digest(secret))).one_or_none()
    if link is not None and link.opened_at is None:
        link.opened_at = work.now


def set_password(installation: Installation, *, secret: str, password: str) -> str:
    """Set the password of a link's owner and return a ticket that signs him in.

    Hashing runs outside of any unit of work. Raises Invalid, LinkUnusable.
    """
    accepted = accept_password(password)
    password_hash = hash_password(installation.hasher, accepted)
    return perform(installation, DOORKEEPER, use_link, secret=secret, password_hash=password_hash)


def use_link(work: Work, *, secret: str, password_hash: str) -> str:
    """Store the password's hash, use the person's links up, end older sessions.

    Raises LinkUnusable.
    """
    link, user = _usable(work, secret, PASSWORD_PURPOSES)
    link.used_at = work.now
    store_password(work, user_id=user.id, password_hash=password_hash)
    audit.record(work, "set_password", "user", user.id)
    return new_ticket(work, user_id=user.id, remember=False)


def store_password(work: Work, *, user_id: int, password_hash: str) -> None:
    """Keep a new password's hash; whatever opened the door before it opens nothing any more."""
    void_links(work, user_id=user_id)  # those of older letters set no other password after it
    end_sessions_of(work, user_id=user_id, told_at=work.now + _TO_COME_IN)
    credential = work.scalars(
        select(Credential).where(Credential.user_id == user_id),
    ).one_or_none()
    if credential is None:
        credential = work.add(Credential(user_id=user_id))
    credential.password_hash = password_hash
    credential.changed_at = work.now


def enter_by_link(work: Work, *, secret: str, remember: bool) -> str:
    """Use a sign-in link up and return the ticket that starts a session.

    The other sign-in links of this person have done their duty, too. Raises LinkUnusable.
    """
    link, user = _usable(work, secret, (SIGN_IN,))
    link.used_at = work.now
    others = select(AccessLink).where(
        AccessLink.user_id == user.id, AccessLink.purpose == SIGN_IN, AccessLink.used_at.is_(None)
    )
    for other in work.scalars(others):
        other.expires_at = min(other.expires_at, work.now)
    audit.record(work, "enter_by_link", "user", user.id)
    return new_ticket(work, user_id=user.id, remember=remember)


def _usable(work: Work, secret: str, purposes: tuple[str, ...]) -> tuple[AccessLink, User]:
    found = work.rows(
        select(AccessLink, User)
        .join(User, User.id == AccessLink.user_id)
        .where(AccessLink.digest == digest(secret), AccessLink.purpose.in_(purposes)),
    ).one_or_none()
    if found is None:
        raise LinkUnusable(reason="unknown")
    link, user = found
    if user.blocked_at is not None:
        raise LinkUnusable(reason="blocked")
    if link.purpose == SIGN_IN and user.role != Role.CUSTOMER:
        raise LinkUnusable(reason="unknown")
    if link.used_at is not None:
        raise LinkUnusable(reason="used")
    if link.expires_at <= work.now:
        raise LinkUnusable(reason="expired")
    return link, user


def _lifetime(work: Work, purpose: str) -> timedelta:
    access = work.settings.access
    return {
        SET_PASSWORD: timedelta(days=access.password_link_days),
        NEW_PASSWORD: timedelta(minutes=access.new_password_link_minutes),
        SIGN_IN: timedelta(minutes=access.sign_in_link_minutes),
    }[purpose]
