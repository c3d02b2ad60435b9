"""The permission table, and its page in the docs."""

import pytest

from services.errors import NotAllowed
from services.permissions import PERMISSIONS, Permission, allows, require
from services.viewer import DOORKEEPER, POSTMAN, STAFF_ROLES, Role, Viewer
from tests.architecture.reading import ROOT
from tools.rights import WHAT, document

CUSTOMERS = {
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
}


def test_who_holds_which():
    usher = {Permission.INTERVIEWS_ANSWER, Permission.INTERVIEWS_RING}
    staff = set(Permission) - {Permission.TERMS_CORRECT} - usher
    held = {
        Role.ADMINISTRATOR: staff,
        Role.RECRUITER: staff - {Permission.AGENCY_MANAGE, Permission.STAFF_MANAGE},
        Role.CUSTOMER: CUSTOMERS,
        Role.DOORKEEPER: set(),
        Role.POSTMAN: set(),
        Role.REDACTOR: set(),
        Role.LIBRARIAN: {Permission.BASE_INDEX},
        Role.USHER: usher,
    }
    for role in Role:
        viewer = Viewer(1, role)
        assert {permission for permission in Permission if allows(viewer, permission)} == held[role]
        for permission in Permission:
            if permission in held[role]:
                require(viewer, permission)
            else:
                with pytest.raises(NotAllowed) as refused:
                    require(viewer, permission)
                assert refused.value.fields == {"permission": permission}
    assert set(PERMISSIONS) == set(Role)


def test_who_is_who():
    assert {role for role in Role if Viewer(1, role).is_staff} == STAFF_ROLES
    assert {role for role in Role if Viewer(1, role).is_customer} == {Role.CUSTOMER}
    assert (DOORKEEPER.role, POSTMAN.role) == (Role.DOORKEEPER, Role.POSTMAN)


def test_the_page_in_the_docs_says_what_the_code_says():
    page = (ROOT / "docs" / "rights.md").read_text("utf-8")
    assert page == document(), "run: python -m tools.rights > docs/rights.md"
    assert set(WHAT) == set(Permission)
    assert "None" not in page
