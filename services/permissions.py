"""Permissions and the one table that says which role holds which.

A permission says what kind of act a role may try; the scope (`scope.py`) says on which rows.
"""

from enum import StrEnum

from services.errors import NotAllowed
from services.viewer import Role, Viewer


class Permission(StrEnum):
    """Named `resource:act`, with a line of what it lets one do in the docs table."""

    AGENCY_MANAGE = "agency:manage"
    STAFF_MANAGE = "staff:manage"
    CUSTOMERS_MANAGE = "customers:manage"
    VACANCIES_READ = "vacancies:read"
    VACANCIES_MANAGE = "vacancies:manage"
    CANDIDATES_READ = "candidates:read"
    CANDIDATES_MANAGE = "candidates:manage"
    TERMS_CORRECT = "terms:correct"
    BASE_SEARCH = "base:search"
    BASE_EXPORT = "base:export"
    BASE_INDEX = "base:index"
    VOCABULARY_MANAGE = "vocabulary:manage"
    ORIGINALS_READ = "originals:read"
    APPLICATIONS_READ = "applications:read"
    APPLICATIONS_MOVE = "applications:move"
    APPLICATIONS_PRESENT = "applications:present"
    INTERVIEWS_READ = "interviews:read"
    INTERVIEWS_SCHEDULE = "interviews:schedule"
    INTERVIEWS_ANSWER = "interviews:answer"
    INTERVIEWS_RING = "interviews:ring"
    NOTES_READ = "notes:read"
    NOTES_WRITE = "notes:write"
    NOTES_OPEN = "notes:open"
    NOTIFICATIONS_READ = "notifications:read"
    LETTERS_READ = "letters:read"
    PROFILE_MANAGE = "profile:manage"
    PROFILE_SHOW = "profile:show"


_CUSTOMER = frozenset(
    {
        Permission.VACANCIES_READ,
        Permission.CANDIDATES_READ,
        Permission.TERMS_CORRECT,
        Permission.ORIGINALS_READ,
        Permission.APPLICATIONS_READ,
        Permission.APPLICATIONS_MOVE,
        Permission.INTERVIEWS_READ,
        Permission.INTERVIEWS_ANSWER,
        Permission.NOTES_READ,
        Permission.NOTES_WRITE,
        Permission.NOTIFICATIONS_READ,
        Permission.PROFILE_MANAGE,
    },
)
_USHER = frozenset({Permission.INTERVIEWS_ANSWER, Permission.INTERVIEWS_RING})
# Staff edit a candidate’s words themselves: to correct is to propose. They answer no invitations.
_STAFF = frozenset(Permission) - {Permission.TERMS_CORRECT} - _USHER
_RECRUITER = _STAFF - {Permission.AGENCY_MANAGE, Permission.STAFF_MANAGE}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: _STAFF,
    Role.RECRUITER: _RECRUITER,
    Role.CUSTOMER: _CUSTOMER,
    Role.DOORKEEPER: frozenset(),
    Role.POSTMAN: frozenset(),
    Role.REDACTOR: frozenset(),
    Role.LIBRARIAN: frozenset({Permission.BASE_INDEX}),
    Role.USHER: _USHER,
}


def allows(viewer: Viewer, permission: Permission) -> bool:
    """Whether the viewer's role holds the permission."""
    return permission in PERMISSIONS[viewer.role]


def require(viewer: Viewer, permission: Permission) -> None:
    """Raise NotAllowed unless the viewer's role holds the permission."""
    if not allows(viewer, permission):
        raise NotAllowed(permission=permission)
