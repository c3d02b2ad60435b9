"""The sample agency: fills an installation with believable people, vacancies and candidates.

This is the one service that writes through a plain session instead of a unit of work: what it
writes happened in the past and in the names of eleven people, while a unit of work belongs to
one viewer and to now, and its scope refuses rows in another's name. Only the set-up page and
`python -m tools.demo` call it, before anybody works with the installation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from db.models import AccessLink, Letter, User
from db.sample.filling import Filled, Invitation, fill
from db.sample.people import PEOPLE
from db.transactions import run_in_transaction
from services.access.passwords import hash_password
from services.customers.invitations import invite
from services.installation import Installation
from services.mail.dispatch import Taken, claim, settle
from services.mail.senders.choice import LETTERS_FOLDER
from services.mail.senders.files import FileSender
from services.viewer import Role, Viewer
from services.work import Work

DEMO_PASSWORD = "demo-Candela-1"  # noqa: S105 - printed by `make demo`, opens nothing else


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who signs in to a demo with DEMO_PASSWORD."""

    email: str
    role: Role
    name: str
    company: str
    contacts_hidden: bool


def demo_accounts() -> Iterator[DemoAccount]:
    """The accounts that a demo has."""
    for person in PEOPLE:
        if person.demo:
            yield DemoAccount(
                person.demo,
                Role(person.role),
                person.name,
                person.company.capitalize(),
                person.contacts_hidden,
            )


def fill_with_sample_data(installation: Installation) -> None:
    """Add the sample to an agency that has just been set up.

    The agency and its administrator stay as they are; the people added cannot sign in.
    """
    run_in_transaction(
        installation.database,
        lambda session: _fill(installation, session, password_hash=None, base_url=""),
    )


def fill_demo(installation: Installation, *, base_url: str) -> Filled:
    """Make the demo in an empty, migrated database: the agency, its accounts, eight weeks of work.

    Raises DuplicateKey for a database that has a demo already.
    """
    password_hash = hash_password(installation.hasher, DEMO_PASSWORD)
    return run_in_transaction(
        installation.database,
        lambda session: _fill(
            installation, session, password_hash=password_hash, base_url=base_url
        ),
    )


def _fill(
    installation: Installation,
    session: Session,
    *,
    password_hash: str | None,
    base_url: str,
) -> Filled:
    filled = fill(
        session,
        now=installation.clock(),
        files_put=installation.files.put,
        password_hash=password_hash,
        base_url=base_url,
    )
    for invitation in filled.invitations:
        _send(installation, session, invitation)
    return filled


def _send(installation: Installation, session: Session, invitation: Invitation) -> None:
    """Write and send the invitation letter as it was at its time, in the inviter's name."""
    inviter = session.get_one(User, invitation.recruiter_id)
    customer = session.get_one(User, invitation.customer_id)
    viewer = Viewer.of(inviter.id, inviter)
    work = Work(installation, session, viewer, invitation.invited_at)
    blocked_since, customer.blocked_at = customer.blocked_at, None  # not yet, at that time
    with session.no_autoflush:  # as in a unit of work: what is new stays in hand until it is posted
        invite(work, customer=customer, vacancy_id=invitation.vacancy_id)
    for row in tuple(session.new):
        if isinstance(row, AccessLink):
            row.used_at = invitation.invited_at + timedelta(hours=3)
        elif isinstance(row, Letter):
            _post(installation, work, row)
    customer.blocked_at = blocked_since


def _post(installation: Installation, work: Work, letter: Letter) -> None:
    work.flush()
    parcel = claim(work, letter_id=letter.id)
    if parcel is None:
        return
    sender = FileSender(installation.settings.data_dir / LETTERS_FOLDER)
    settle(work, letter_id=letter.id, outcome=Taken(sender.name, sender.send(parcel)))
