"""The first start: a one-time code, one form, one administrator."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from db.keys import new_key
from db.models import Agency, Credential, User
from services import audit
from services.access.passwords import accept_password, hash_password
from services.access.sessions import new_ticket
from services.checks import (
    check_all,
    check_base_url,
    check_choice,
    check_email,
    check_line,
    check_required,
)
from services.errors import AlreadySetUp, Duplicate, WrongSetUpCode
from services.folding import fold_email, tidy
from services.i18n import LANGUAGES
from services.i18n.times import zones
from services.installation import Installation
from services.viewer import DOORKEEPER, Role
from services.work import Work, perform, reading

_CODE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
_CODE_FILE = "set-up-code"


@dataclass(frozen=True, slots=True)
class SetUpForm:
    """What the set-up page asks for."""

    agency_name: str
    agency_phone: str
    agency_email: str
    base_url: str
    name: str
    email: str
    password: str
    language: str
    time_zone: str


def needs_set_up(work: Work) -> bool:
    """Whether nobody has set up this installation yet."""
    return work.scalars(select(Agency.id)).first() is None


def set_up_code(installation: Installation) -> str | None:
    """The one-time code printed at the start; None once the installation is set up.

    Kept in a 0600 file, so that a restart before the set-up prints the same one.
    """
    file = installation.settings.data_dir / _CODE_FILE
    with reading(installation, DOORKEEPER) as work:
        if not needs_set_up(work):
            file.unlink(missing_ok=True)
            return None
    if not file.exists():
        code = "-".join("".join(secrets.choice(_CODE_ALPHABET) for _ in range(4)) for _ in range(3))
        file.touch(mode=0o600)
        file.write_text(code, "ascii")
    try:
        return file.read_text("ascii")
    except FileNotFoundError:  # another browser has just set up, and taken the code away
        return set_up_code(installation)


def set_up(
    installation: Installation,
    *,
    code: str,
    form: SetUpForm,
    furnish: Callable[[Installation], None] | None = None,
) -> str:
    """Make the agency and its administrator; return a ticket that signs him in.

    `furnish` fills the new agency (with the sample) before the ticket is made: however long that
    takes, the ticket has its whole life before it. Of two browsers that race, one wins and the
    other is told. Raises WrongSetUpCode, Invalid, AlreadySetUp.
    """
    expected = set_up_code(installation)
    if expected is None:
        raise AlreadySetUp
    if not hmac.compare_digest(tidy(code).lower().encode(), expected.encode()):
        # Asked once more: a browser that lost the race may have been shown a code made anew.
        raise AlreadySetUp if set_up_code(installation) is None else WrongSetUpCode
    check_form(form)
    password_hash = hash_password(installation.hasher, form.password)
    try:
        founder = perform(installation, DOORKEEPER, found, form=form, password_hash=password_hash)
    except Duplicate:
        raise AlreadySetUp from None
    (installation.settings.data_dir / _CODE_FILE).unlink(missing_ok=True)
    if furnish is not None:
        furnish(installation)
    return perform(installation, DOORKEEPER, new_ticket, user_id=founder, remember=False)


def check_form(form: SetUpForm) -> None:
    """Raise Invalid naming every field that cannot be accepted."""
    check_all(
        lambda: check_required("agency_name", form.agency_name),
        lambda: check_line("agency_phone", form.agency_phone),
        lambda: tidy(form.agency_email) and check_email("agency_email", form.agency_email),
        lambda: check_required("name", form.name),
        lambda: check_email("email", form.email),
        lambda: check_base_url("base_url", form.base_url),
        lambda: accept_password(form.password),
        lambda: check_choice("language", form.language, LANGUAGES),
        lambda: check_choice("time_zone", form.time_zone, zones()),
    )


def found(work: Work, *, form: SetUpForm, password_hash: str) -> int:
    """Write the agency, its administrator and his password; return his key.

    Raises AlreadySetUp.
    """
    if not needs_set_up(work):
        raise AlreadySetUp
    work.add(
        Agency(
            name=tidy(form.agency_name),
            phone=tidy(form.agency_phone),
            email=tidy(form.agency_email) or tidy(form.email),
            base_url=form.base_url.strip().rstrip("/"),
            language=form.language,
            time_zone=form.time_zone,
            created_at=work.now,
        ),
    )
    administrator = work.add(
        User(
            id=new_key(),
            role=Role.ADMINISTRATOR.value,
            email=tidy(form.email),
            folded_email=fold_email(form.email),
            name=tidy(form.name),
            phone=tidy(form.agency_phone),
            language=form.language,
            time_zone=form.time_zone,
            created_at=work.now,
        ),
    )
    work.add(
        Credential(
            user_id=administrator.id,
            password_hash=password_hash,
            changed_at=work.now,
        ),
    )
    audit.record(work, "set_up", "user", administrator.id)
    return administrator.id
