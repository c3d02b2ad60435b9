"""The test letter: sent at once, past the outbox, to say in a code what is wrong with the way."""

from dataclasses import dataclass

from db.keys import new_key
from db.models import User
from services import audit
from services.agency import agency
from services.checks import check_email
from services.i18n import translator
from services.installation import Installation
from services.mail.configuration import Way, way
from services.mail.letters import Contact, LetterContent, lay_out
from services.mail.look import look_of
from services.mail.message import Envelope, compose, logo_of
from services.mail.senders import NotTaken, Parcel, Unanswered
from services.mail.senders.choice import sender_for
from services.permissions import Permission, require
from services.viewer import Viewer
from services.work import Work, perform

KIND = "test"


@dataclass(frozen=True, slots=True)
class Tried:
    """How the test ended: `problem` is "" when the letter was taken."""

    sender: str
    problem: str = ""
    said: str = ""
    stored_as: str = ""
    sandbox: bool = False


def send_test_letter(installation: Installation, viewer: Viewer, *, to_email: str) -> Tried:
    """Send a letter to this address (to the viewer's own for "") now. Raises Invalid, NotAllowed.

    The call to the sender runs outside of any unit of work.
    """
    chosen, parcel = perform(installation, viewer, write_test_letter, to_email=to_email)
    if parcel is None:
        return Tried(chosen.sender, "from_missing")
    sender = sender_for(installation.settings, chosen)
    try:
        stored_as = sender.send(parcel)
    except (NotTaken, Unanswered) as told:
        return Tried(chosen.sender, told.problem, told.said)
    finally:
        sender.close()
    sandbox = chosen.sender == "sendgrid" and chosen.sendgrid_sandbox
    return Tried(chosen.sender, stored_as=stored_as, sandbox=sandbox)


def write_test_letter(work: Work, *, to_email: str) -> tuple[Way, Parcel | None]:
    """The letter itself, in the viewer's language; None where no header can hold its addresses.

    Raises Invalid, NotAllowed.
    """
    require(work.viewer, Permission.AGENCY_MANAGE)
    to_email = check_email(
        "to_email", to_email.strip() or work.one(User, work.viewer.user_id).email
    )
    chosen = way(work)
    t = translator(work.viewer.language).text
    look = look_of(work)
    laid_out = lay_out(_content(work, chosen), translator(work.viewer.language), look)
    letter_id = new_key()
    envelope = Envelope(
        letter_id=letter_id,
        from_name=chosen.from_name,
        from_address=chosen.from_address,
        to_name=work.viewer.name,
        to_email=to_email,
        reply_to="",
        subject=t("Test letter from {agency}", agency=chosen.from_name),
        language=work.viewer.language,
    )
    audit.record(work, "send_test", "mail", letter_id, sender=chosen.sender)
    try:
        message = compose(
            envelope,
            text=laid_out.text,
            html=laid_out.html,
            now=work.now,
            logo=logo_of(work.files, look.logo),
        )
    except ValueError:
        return chosen, None
    return chosen, Parcel(letter_id, KIND, message)


def _content(work: Work, chosen: Way) -> LetterContent:
    t = translator(work.viewer.language).text
    return LetterContent(
        subject="",
        greeting=t("Hello, {name}!", name=work.viewer.name),
        paragraphs=(
            t("This is the test letter you have just asked for."),
            t("You are reading it, so letters of {agency} arrive.", agency=chosen.from_name),
        ),
        button=t("Open Candela"),
        link=f"{_address(work)}/mail-settings",
        facts=(),
        small_print=(),
        contact=Contact(chosen.from_name, email=chosen.from_address),
        agency_name=chosen.from_name,
    )


def _address(work: Work) -> str:
    return work.settings.base_url or agency(work).base_url
