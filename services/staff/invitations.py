"""The letter with which a colleague gets into the system for the first time."""

from sqlalchemy import select

from db.models import Agency, User
from services.access.links import SET_PASSWORD, new_link
from services.i18n import translator
from services.mail.letters import LetterContent
from services.mail.outbox import queue
from services.mail.signing import signed_by
from services.scope import STAFF_INVITATION
from services.viewer import Role
from services.work import Work


def invite(work: Work, *, colleague: User) -> None:
    """Queue the invitation of a colleague: who invites, as what, the login, one button."""
    agency = work.scalars(select(Agency)).one()
    host = work.one(User, work.viewer.user_id)
    words = translator(colleague.language)
    t = words.text
    address = work.settings.base_url or agency.base_url
    secret = new_link(work, user_id=colleague.id, purpose=SET_PASSWORD)
    administrator = colleague.role == Role.ADMINISTRATOR
    content = LetterContent(
        subject=t("{agency}: your access to Candela", agency=agency.name),
        greeting=t("Hello, {name}!", name=colleague.name),
        paragraphs=(
            t(
                "{host} invites you to work at {agency} as an administrator.",
                host=host.name,
                agency=agency.name,
            )
            if administrator
            else t(
                "{host} invites you to work at {agency} as a recruiter.",
                host=host.name,
                agency=agency.name,
            ),
        ),
        button=t("Set a password and sign in"),
        link=f"{address}/set-password?token={secret}",
        facts=((t("Address"), address), (t("Your login"), colleague.email)),
        small_print=(
            words.plural(
                "The button works once, for {count} day. If you did not expect this letter, "
                "you need not do anything.",
                "The button works once, for {count} days. If you did not expect this letter, "
                "you need not do anything.",
                work.settings.access.password_link_days,
            ),
        ),
        contact=signed_by(host, agency),
        agency_name=agency.name,
    )
    queue(work, kind=STAFF_INVITATION, recipient=colleague, reply_to=host.email, content=content)
