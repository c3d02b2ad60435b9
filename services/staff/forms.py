"""Inviting staff, their role, blocking and re-activating; one administrator always stays."""

from dataclasses import dataclass

from sqlalchemy import select

from db.keys import new_key
from db.models import User
from services import audit
from services.access.closing import shut
from services.access.invited import refuse_taken
from services.checks import check_all, check_choice, check_email, check_line, check_required
from services.conflicts import differing, refuse_stale
from services.errors import LastAdministrator, NotAllowed, NotFound
from services.folding import fold_email, tidy
from services.i18n import LANGUAGES
from services.permissions import Permission, require
from services.staff.invitations import invite
from services.viewer import STAFF_ROLES, Role
from services.work import Work


@dataclass(frozen=True, slots=True)
class StaffForm:
    """The form of a member of staff: e-mail and name are required."""

    email: str
    name: str
    role: str = Role.RECRUITER.value
    phone: str = ""
    position: str = ""
    language: str = "en"


def add(work: Work, *, form: StaffForm) -> int:
    """Add a member of staff and queue the invitation. Raises Invalid, Duplicate, NotAllowed."""
    require(work.viewer, Permission.STAFF_MANAGE)
    _check(form)
    refuse_taken(work, email=form.email, own_id=None)
    colleague = User(
        id=new_key(),
        role=form.role,
        time_zone=work.viewer.time_zone,
        created_at=work.now,
        invited_by_id=work.viewer.user_id,
    )
    _fill(colleague, form)
    work.add(colleague)
    work.flush()
    audit.record(work, "add", "staff", colleague.id, role=form.role)
    invite(work, colleague=colleague)
    return colleague.id


def edit(work: Work, *, user_id: int, form: StaffForm, version: int) -> None:
    """Change a member of staff, his role among it; what he may do changes at his next click.

    Another e-mail voids what was sent to the former one. Raises Invalid, Duplicate, Conflict,
    LastAdministrator, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.STAFF_MANAGE)
    colleague = _colleague(work, user_id)
    refuse_stale(work, "staff", colleague.id, read=version, stands=colleague.version)
    _check(form)
    refuse_taken(work, email=form.email, own_id=colleague.id)
    told = ("email", "name", "phone", "position", "language")
    before = {name: getattr(colleague, name) for name in told}
    if form.role != colleague.role:
        _keep_an_administrator(work, colleague)
        audit.record(work, "role", "staff", colleague.id, role=[colleague.role, form.role])
        colleague.role = form.role
    known_as = colleague.folded_email
    _fill(colleague, form)
    colleague.version += 1
    changes = differing(before, {name: getattr(colleague, name) for name in told})
    stands = colleague.version
    audit.record(work, "edit", "staff", colleague.id, changes=changes, version=stands)
    if colleague.folded_email != known_as:
        shut(work, user_id=colleague.id, why="address_changed")
        if colleague.last_seen_at is None and colleague.blocked_at is None:
            invite(work, colleague=colleague)
    work.wake(colleague.id)


def block(work: Work, *, user_id: int) -> None:
    """Close the access of a member of staff at once; what he did stays under his name.

    Raises LastAdministrator, NotFound, NotAllowed.
    """
    require(work.viewer, Permission.STAFF_MANAGE)
    colleague = _colleague(work, user_id)
    if colleague.blocked_at is not None:
        return
    _keep_an_administrator(work, colleague)
    colleague.blocked_at = work.now
    colleague.version += 1
    shut(work, user_id=colleague.id, why="recipient_blocked")
    audit.record(work, "block", "staff", colleague.id)


def reactivate(work: Work, *, user_id: int) -> None:
    """Open a blocked colleague's access again; invite him if he was never in.

    Raises NotFound, NotAllowed.
    """
    require(work.viewer, Permission.STAFF_MANAGE)
    colleague = _colleague(work, user_id)
    if colleague.blocked_at is None:
        return
    colleague.blocked_at = None
    colleague.version += 1
    audit.record(work, "reactivate", "staff", colleague.id)
    if colleague.last_seen_at is None:
        invite(work, colleague=colleague)


def invite_again(work: Work, *, user_id: int) -> None:
    """Send another invitation; the links of those before work until one is used.

    Raises NotFound, NotAllowed (also for somebody who is blocked).
    """
    require(work.viewer, Permission.STAFF_MANAGE)
    colleague = _colleague(work, user_id)
    if colleague.blocked_at is not None:
        raise NotAllowed(act="invite the blocked")
    invite(work, colleague=colleague)
    audit.record(work, "invite_again", "staff", colleague.id)


def _keep_an_administrator(work: Work, colleague: User) -> None:
    """Raise LastAdministrator if nobody but him could manage the agency.

    Two who do this to each other at the same moment are run one after the other (DuckDB) or
    one of them again (PostgreSQL, serializable): the second finds himself the last.
    """
    if colleague.role != Role.ADMINISTRATOR or colleague.blocked_at is not None:
        return
    others = select(User.id).where(
        User.role == Role.ADMINISTRATOR, User.blocked_at.is_(None), User.id != colleague.id
    )
    if work.scalars(others).first() is None:
        raise LastAdministrator


def _check(form: StaffForm) -> None:
    check_all(
        lambda: check_email("email", form.email),
        lambda: check_required("name", form.name),
        lambda: check_choice("role", form.role, STAFF_ROLES),
        lambda: check_line("phone", form.phone),
        lambda: check_line("position", form.position),
        lambda: check_choice("language", form.language, LANGUAGES),
    )


def _fill(colleague: User, form: StaffForm) -> None:
    colleague.email, colleague.folded_email = tidy(form.email), fold_email(form.email)
    for field in ("name", "phone", "position"):
        setattr(colleague, field, tidy(getattr(form, field)))
    colleague.language = form.language


def _colleague(work: Work, user_id: int) -> User:
    user = work.one(User, user_id)
    if user.role not in STAFF_ROLES:
        raise NotFound(model="User")
    return user
