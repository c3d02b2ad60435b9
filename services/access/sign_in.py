"""Signing in with a password: counted, equally slow and equally worded for everyone."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import Agency, Credential, User
from services.access.attempts import count, counted_as, counter, subject
from services.access.passwords import matches
from services.access.sessions import new_ticket
from services.errors import AccessClosed, SignInLocked, SignInRefused
from services.folding import fold_email
from services.installation import Installation
from services.viewer import DOORKEEPER
from services.work import Work, perform


@dataclass(frozen=True, slots=True)
class Attempt:
    """A counted attempt: whose password it would be, and what may follow."""

    subjects: tuple[str, ...]
    user_id: int | None
    password_hash: str | None
    attempts_left: int


def sign_in(
    installation: Installation,
    *,
    email: str,
    password: str,
    address: str,
    remember: bool,
) -> str:
    """Check a password and return the ticket that starts a session.

    The slow check runs outside of any unit of work: nobody waits for it. The attempt is
    counted before it, so that attempts made at the same moment are all counted.
    Raises SignInRefused, SignInLocked, AccessClosed.
    """
    attempt = perform(installation, DOORKEEPER, count_attempt, email=email, address=address)
    if not matches(installation.hasher, password, attempt.password_hash):
        raise SignInRefused(attempts_left=attempt.attempts_left)
    ticket = perform(installation, DOORKEEPER, admit, attempt=attempt, remember=remember)
    if ticket is None:
        raise AccessClosed
    return ticket


def count_attempt(work: Work, *, email: str, address: str) -> Attempt:
    """Count an attempt against the account and the address. Raises SignInLocked."""
    folded, known_as = fold_email(email), counted_as(address)
    subjects = (
        subject("account", folded),
        subject("address", known_as),
        subject("account from address", f"{folded} {known_as}"),
    )
    *counters, from_here = (counter(work, counted=one) for one in subjects)
    limit = work.settings.access.failures_until_locked
    minutes = count(work, counters=[(one, limit) for one in counters])
    if minutes is not None:
        raise SignInLocked(minutes=minutes)
    from_here.failures += 1
    from_here.last_failure_at = work.now
    found = work.rows(
        select(User.id, Credential.password_hash)
        .join(Credential, Credential.user_id == User.id, isouter=True)
        .where(User.folded_email == folded),
    ).one_or_none()
    user_id, password_hash = found or (None, None)
    left = limit - max(one.failures for one in counters)
    return Attempt(subjects, user_id, password_hash, left)


def admit(work: Work, *, attempt: Attempt, remember: bool) -> str | None:
    """Forget the attempts on this account from this address, and make a ticket.

    Those made elsewhere stay counted: whoever makes them must not see by their number that
    somebody has signed in. None for a blocked person.
    """
    account, address, from_here = (counter(work, counted=one) for one in attempt.subjects)
    # The address keeps its other failures: one good password does not excuse forty guesses.
    for one, forgotten in ((account, from_here.failures), (address, 1)):
        one.failures = max(0, one.failures - forgotten)
        if one.failures < work.settings.access.failures_until_locked:
            one.locked_until = None
    from_here.failures = 0
    if attempt.user_id is None:
        raise SignInRefused(attempts_left=0)
    user = work.one(User, attempt.user_id)
    if user.blocked_at is not None:
        return None
    return new_ticket(work, user_id=user.id, remember=remember)


@dataclass(frozen=True, slots=True)
class DoorPlate:
    """What anybody may read at the door: the agency's name and how to reach it."""

    name: str
    phone: str
    email: str
    language: str


def door_plate(work: Work) -> DoorPlate | None:
    """The agency's door plate, None before it is set up."""
    agency = work.scalars(select(Agency)).one_or_none()
    if agency is None:
        return None
    return DoorPlate(agency.name, agency.phone, agency.email, agency.language)
