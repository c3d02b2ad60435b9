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
from services.viewer import DOORKEEPER
from services.work import Work, perform

SET_PASSWORD = "set_password"  # noqa: S105 - the name of a purpose


@dataclass(frozen=True, slots=True)
class LinkOwner:
    """Whose link it is, as shown on the page it opens."""

    name: str
    email: str
    language: str


def new_password_link(work: Work, *, user_id: int) -> str:
    """Make a link's secret with which this person can set a password once."""
    secret = new_secret()
    work.add(
        AccessLink(
            digest=digest(secret),
            user_id=user_id,
            purpose=SET_PASSWORD,
            created_at=work.now,
            expires_at=work.now + timedelta(days=work.settings.access.password_link_days),
        ),
    )
    return secret


def void_links(work: Work, *, user_id: int) -> None:
    """Make every unused link of a person worthless."""
    unused = select(AccessLink).where(AccessLink.user_id == user_id, AccessLink.used_at.is_(None))
    for link in work.scalars(unused):
        link.expires_at = min(link.expires_at, work.now)


def owner_of_link(work: Work, *, secret: str) -> LinkOwner:
    """Whose password link this is. Raises LinkUnusable (unknown, used, expired, blocked)."""
    _link, user = _usable(work, secret)
    return LinkOwner(name=user.name, email=user.email, language=user.language)


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
    link, user = _usable(work, secret)
    link.used_at = work.now
    void_links(work, user_id=user.id)  # those of older letters set no other password after it
    end_sessions_of(work, user_id=user.id)
    credential = work.scalars(
        select(Credential).where(Credential.user_id == user.id),
    ).one_or_none()
    if credential is None:
        credential = work.add(Credential(user_id=user.id))
    credential.password_hash = password_hash
    credential.changed_at = work.now
    audit.record(work, "set_password", "user", user.id)
    return new_ticket(work, user_id=user.id, remember=False)


def _usable(work: Work, secret: str) -> tuple[AccessLink, User]:
    found = work.rows(
        select(AccessLink, User)
        .join(User, User.id == AccessLink.user_id)
        .where(AccessLink.digest == digest(secret), AccessLink.purpose == SET_PASSWORD),
    ).one_or_none()
    if found is None:
        raise LinkUnusable(reason="unknown")
    link, user = found
    if user.blocked_at is not None:
        raise LinkUnusable(reason="blocked")
    if link.used_at is not None:
        raise LinkUnusable(reason="used")
    if link.expires_at <= work.now:
        raise LinkUnusable(reason="expired")
    return link, user
