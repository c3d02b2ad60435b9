"""Prints docs/rights.md: what each role may do, reach and write, read off the code itself.

`python -m tools.rights > docs/rights.md`; a test says when the file is out of date.
"""

import sys
from collections.abc import Iterable, Sequence

from db import models
from db.base import Base
from services.permissions import PERMISSIONS, Permission
from services.scope import RULES, Rule
from services.viewer import Role
from services.write_scope import WRITES, MayWrite

PEOPLE = (Role.ADMINISTRATOR, Role.RECRUITER, Role.CUSTOMER)
PRINCIPALS = (Role.DOORKEEPER, Role.POSTMAN, Role.REDACTOR, Role.LIBRARIAN, Role.USHER)

WHAT = {
    Permission.AGENCY_MANAGE: "change the agency's name, contacts and address, how letters leave",
    Permission.STAFF_MANAGE: "invite, block and re-activate staff, their roles, handing over",
    Permission.CUSTOMERS_MANAGE: "add, edit, block and re-activate customers; send letters again",
    Permission.VACANCIES_READ: "see vacancies",
    Permission.VACANCIES_MANAGE: "add and edit vacancies, tie customers to them",
    Permission.CANDIDATES_READ: "see candidates",
    Permission.CANDIDATES_MANAGE: "add and edit candidates and their resumes",
    Permission.TERMS_CORRECT: "correct skills and categories; staff accept or undo it",
    Permission.BASE_SEARCH: "search and filter the whole base",
    Permission.BASE_EXPORT: "take candidates away as a file",
    Permission.BASE_INDEX: "bring the index of the search up to date",
    Permission.VOCABULARY_MANAGE: "rename, merge and archive skills and categories",
    Permission.ORIGINALS_READ: "download original resume files",
    Permission.APPLICATIONS_READ: "see who stands where in a vacancy",
    Permission.APPLICATIONS_MOVE: "move candidates between stages",
    Permission.APPLICATIONS_PRESENT: "link and present candidates, look on as customers",
    Permission.INTERVIEWS_READ: "see interviews and the calendar",
    Permission.INTERVIEWS_SCHEDULE: "schedule interviews, move them, call them off",
    Permission.INTERVIEWS_ANSWER: "answer an invitation to an interview from its letter",
    Permission.INTERVIEWS_RING: "remind of interviews, ask for feedback after them",
    Permission.NOTES_READ: "read notes",
    Permission.NOTES_WRITE: "write notes",
    Permission.NOTES_OPEN: "open notes to customers and hide them again",
    Permission.NOTIFICATIONS_READ: "read what one was told",
    Permission.LETTERS_READ: "read the letters that went out and what became of them",
    Permission.PROFILE_MANAGE: "choose one's own language, password, sessions",
    Permission.PROFILE_SHOW: "keep what customers read of one: contacts, signature, photo",
}

_HEAD = """\
# Who may do, reach and write what

Generated from `services/permissions.py`, `services/scope.py` and `services/write_scope.py` by
`python -m tools.rights`; do not edit. A permission says what kind of act a role may try, the
scope on which rows, the write scope what may be written at all. What is in no table is refused.
`tests/services/test_access_matrix.py` calls every public function of the services for every kind
of viewer and holds them to it.
"""

_PRINCIPALS = """\
The doorkeeper signs people in, the postman sends letters, the redactor reads the contacts that
must be cut out of what a customer is given, the librarian what staff search for.
The usher takes candidates' answers to invitations, reminds of interviews and asks for feedback.
"""

_WRITING = """\
Beside this a customer signs with his own name only and opens his own notes to his own side only.
Administrators make staff and change their roles, recruiters do neither; no customer becomes staff
and no member of staff a customer. Staff make links of invitations only.
"""


def document() -> str:
    """The whole text of docs/rights.md."""
    return "\n".join(
        [
            _HEAD,
            "## Permissions\n",
            _permissions(),
            "## What people reach\n",
            "A blocked customer has no vacancy any more, and so reaches nothing through one.\n",
            _reach(PEOPLE),
            "## What the internal principals reach\n",
            _PRINCIPALS,
            _reach(PRINCIPALS),
            "## What may be written\n",
            _WRITING,
            _writes((*PEOPLE, *(role for role in PRINCIPALS if WRITES[role]))),
        ]
    )


def _permissions() -> str:
    rows = (
        (f"`{permission}`", WHAT[permission], *(_tick(permission, role) for role in PEOPLE))
        for permission in Permission
    )
    return _table(("permission", "lets one", *PEOPLE), rows)


def _tick(permission: Permission, role: Role) -> str:
    return "yes" if permission in PERMISSIONS[role] else "–"


def _reach(roles: Sequence[Role]) -> str:
    rows = ((name, *(_rule(RULES[role].get(model)) for role in roles)) for name, model in _models())
    return _table(("table", *roles), (row for row in rows if any(cell != "–" for cell in row[1:])))


def _rule(rule: Rule | None) -> str:
    if rule is None:
        return "–"
    if rule.__name__ == "_everything":
        return "every row"
    return (rule.__doc__ or "").strip().splitlines()[0].rstrip(".")


def _writes(roles: Sequence[Role]) -> str:
    rows = (
        (name, *(_acts(WRITES[role].get(model)) for role in roles)) for name, model in _models()
    )
    return _table(("table", *roles), (row for row in rows if any(cell != "–" for cell in row[1:])))


def _acts(may: MayWrite | None) -> str:
    if may is None:
        return "–"
    acts = ["make"] if may.make else []
    if may.change:
        columns = sorted(may.change - {"version"})
        acts.append("change" if columns == ["*"] else f"change {', '.join(columns)}")
    if may.remove:
        acts.append("remove")
    return "; ".join(acts) or "–"


def _models() -> Iterable[tuple[str, type[Base]]]:
    return ((name, getattr(models, name)) for name in models.__all__)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
