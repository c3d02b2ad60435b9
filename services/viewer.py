"""Who is looking: rebuilt from the database on every rerun, never kept longer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, Self


class Role(StrEnum):
    """The three roles people have, and five internal principals with narrow scopes.

    The doorkeeper reads and writes what signing in needs, the postman the outbox, the
    redactor the contacts that must be cut out of what a customer receives, the librarian
    what staff search for; the usher takes candidates' answers about interviews, and rings.
    """

    ADMINISTRATOR = "administrator"
    RECRUITER = "recruiter"
    CUSTOMER = "customer"
    DOORKEEPER = "doorkeeper"
    POSTMAN = "postman"
    REDACTOR = "redactor"
    LIBRARIAN = "librarian"
    USHER = "usher"


STAFF_ROLES = frozenset({Role.ADMINISTRATOR, Role.RECRUITER})


class PersonRow(Protocol):
    """What the database knows of a person who looks: a row of people, or these columns of one."""

    role: str
    name: str
    language: str
    time_zone: str
    company_id: int | None
    contacts_hidden: bool


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person (or internal principal) in whose name a unit of work runs.

    `company_id` and `contacts_hidden` are a customer's. `session_id` is the sign-in session
    behind the request and `seen_at` its last use as written down; None where there is none
    (letters, schedules, tests). `preview`: staff look on as this customer (`customers/preview.py`);
    what he reads is read in his name, and nothing is ever written in it.
    """

    user_id: int
    role: Role
    name: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    company_id: int | None = None
    contacts_hidden: bool = False
    session_id: int | None = None
    seen_at: datetime | None = None
    preview: bool = False

    @classmethod
    def of(
        cls,
        user_id: int,
        person: PersonRow,
        *,
        session_id: int | None = None,
        seen_at: datetime | None = None,
    ) -> Self:
        """The viewer whom this row describes: the one place where a row becomes rights."""
        return cls(
            user_id=user_id,
            role=Role(person.role),
            name=person.name,
            language=person.language,
            time_zone=person.time_zone,
            company_id=person.company_id,
            contacts_hidden=person.contacts_hidden,
            session_id=session_id,
            seen_at=seen_at,
        )

    @property
    def is_staff(self) -> bool:
        """Whether the viewer works for the agency."""
        return self.role in STAFF_ROLES

    @property
    def is_customer(self) -> bool:
        """Whether the viewer is a customer."""
        return self.role is Role.CUSTOMER


DOORKEEPER = Viewer(user_id=0, role=Role.DOORKEEPER, name="doorkeeper")
LIBRARIAN = Viewer(user_id=0, role=Role.LIBRARIAN, name="librarian")
POSTMAN = Viewer(user_id=0, role=Role.POSTMAN, name="postman")
USHER = Viewer(user_id=0, role=Role.USHER, name="usher")
