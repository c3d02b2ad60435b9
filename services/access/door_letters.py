"""The letters that open the door: a new password, signing in without one; and whom to call."""

from dataclasses import dataclass

from sqlalchemy import select

from db.models import AccessLink, Agency, User
from services.access.links import NEW_PASSWORD, SIGN_IN, new_link
from services.access.secrets import digest
from services.i18n import Translator, translator
from services.mail.letters import LetterContent
from services.mail.outbox import queue
from services.mail.signing import signed_by, signed_by_house
from services.viewer import STAFF_ROLES
from services.work import Work

_PAGES = {NEW_PASSWORD: "set-password", SIGN_IN: "enter"}


@dataclass(frozen=True, slots=True)
class WhomToCall:
    """Who helps when a link does not: the recruiter who invited, else the agency."""

    id: int
    name: str
    phone: str
    email: str


def whom_to_call(work: Work, *, secret: str) -> WhomToCall | None:
    """Whom the owner of this link may call; for an unknown link the agency.

    None before the agency is set up.
    """
    agency = work.scalars(select(Agency)).one_or_none()
    if agency is None:
        return None
    owner = work.scalars(
        select(User)
        .join(AccessLink, AccessLink.user_id == User.id)
        .where(AccessLink.digest == digest(secret)),
    ).first()
    inviter = None if owner is None else _inviter(work, owner)
    if inviter is None:
        return WhomToCall(0, agency.name, agency.phone, agency.email)
    return WhomToCall(inviter.id, inviter.name, inviter.phone or agency.phone, inviter.email)


def door_letter(work: Work, *, user: User, purpose: str) -> None:
    """Make a link for this person and queue the letter that brings it."""
    agency = work.scalars(select(Agency)).one()
    words = translator(user.language)
    # Never the address a request came by: whoever forges its Host would be sent the link.
    address = work.settings.base_url or agency.base_url
    secret = new_link(work, user_id=user.id, purpose=purpose)
    inviter = _inviter(work, user)
    contact = signed_by_house(agency) if inviter is None else signed_by(inviter, agency)
    says = _sign_in if purpose == SIGN_IN else _new_password
    subject, paragraphs, button = says(words, agency.name)
    content = LetterContent(
        subject=subject,
        greeting=words.text("Hello, {name}!", name=user.name),
        paragraphs=paragraphs,
        button=button,
        link=f"{address}/{_PAGES[purpose]}?token={secret}",
        facts=((words.text("Your login"), user.email),),
        small_print=(
            _works_once(words, _minutes(work, purpose)),
            words.text("If it was not you, you need not do anything: nobody gets in without it."),
        ),
        contact=contact,
        agency_name=agency.name,
    )
    queue(work, kind=purpose, recipient=user, reply_to=contact.email, content=content)


def _new_password(words: Translator, agency: str) -> tuple[str, tuple[str, ...], str]:
    t = words.text
    asked = t("Somebody, probably you, asked for a new password for this e-mail.")
    effect = t("As soon as it is saved you are signed out on all other devices.")
    subject = t("{agency}: a new password", agency=agency)
    return subject, (asked, effect), t("Set a new password")


def _sign_in(words: Translator, agency: str) -> tuple[str, tuple[str, ...], str]:
    t = words.text
    subject = t("{agency}: sign in without a password", agency=agency)
    here = t("Here is the link with which you sign in without a password.")
    return subject, (here,), t("To the sign-in")


def _minutes(work: Work, purpose: str) -> int:
    access = work.settings.access
    if purpose == SIGN_IN:
        return access.sign_in_link_minutes
    return access.new_password_link_minutes


def _works_once(words: Translator, minutes: int) -> str:
    return words.plural(
        "The button works once, for {count} minute.",
        "The button works once, for {count} minutes.",
        minutes,
    )


def _inviter(work: Work, user: User) -> User | None:
    """The member of staff who invited him, while he is still there."""
    if user.invited_by_id is None:
        return None
    found: User | None = work.scalars(
        select(User).where(
            User.id == user.invited_by_id,
            User.blocked_at.is_(None),
            User.role.in_(STAFF_ROLES),
        ),
    ).one_or_none()
    return found
