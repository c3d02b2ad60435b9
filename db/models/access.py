"""What opens the door: credentials, sessions, one-time tickets, personal links, failures.

Only the doorkeeper's scope reaches these tables. Secrets are stored as SHA-256 digests.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key, UtcDateTime
from db.keys import new_key


class Credential(Base):
    """The password hash of one user; a user without a row has not set a password yet."""

    __tablename__ = "credentials"

    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"), primary_key=True)
    password_hash: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SignInSession(Base):
    """A signed-in browser. The cookie holds the secret, the row its digest.

    `device` says in a few words which browser it is («Firefox, Windows»), for its owner.
    """

    __tablename__ = "sign_in_sessions"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    remembered: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    device: Mapped[str] = mapped_column(default="")

    __table_args__ = (Index(None, "user_id"),)


class SignInTicket(Base):
    """Carries a checked password from the form to the route that sets the cookie. Used once."""

    __tablename__ = "sign_in_tickets"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    remembered: Mapped[bool]
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AccessLink(Base):
    """A personal link from a letter; opening it changes nothing, submitting uses it up.

    `purpose` is set_password (an invitation), new_password (forgotten) or sign_in. `opened_at`
    is when its page first stood in a browser.
    """

    __tablename__ = "access_links"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    purpose: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "user_id"),)


class LinkRequest(Base):
    """Somebody asked for a link to this e-mail; answered by a letter, or by nothing, and removed.

    Written down alike for known and unknown addresses, so that nobody learns which is which.
    """

    __tablename__ = "link_requests"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    purpose: Mapped[str]
    folded_email: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SignInFailure(Base):
    """Attempts counted per account and per address; survives a restart.

    `subject` is a digest of a kind and a value: "account:<folded e-mail>", "address:<ip>" for
    sign-ins, "asked-account:…", "asked-address:…" for links asked for.
    """

    __tablename__ = "sign_in_failures"

    subject: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_failure_at: Mapped[datetime] = mapped_column(UtcDateTime)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
