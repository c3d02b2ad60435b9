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
    """A signed-in browser. The cookie holds the secret, the row its digest."""

    __tablename__ = "sign_in_sessions"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    remembered: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

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
    """A personal link from a letter; opening it changes nothing, submitting uses it up."""

    __tablename__ = "access_links"

    id: Mapped[int] = mapped_column(Key, primary_key=True, default=new_key)
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(Key, ForeignKey("users.id"))
    purpose: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index(None, "user_id"),)


class SignInFailure(Base):
    """Failed sign-ins counted per account and per address; survives a restart.

    `subject` is a digest of "account:<folded e-mail>" or "address:<ip>".
    """

    __tablename__ = "sign_in_failures"

    subject: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_failure_at: Mapped[datetime] = mapped_column(UtcDateTime)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
