"""The sender that is chosen, ready to take letters."""

from services.mail.configuration import Way
from services.mail.message import ascii_domain
from services.mail.secret_store import mail_secrets
from services.mail.senders.files import FileSender
from services.mail.senders.sender import Sender
from services.mail.senders.smtp import SmtpSender
from services.settings import Settings

LETTERS_FOLDER = "letters"


def sender_for(settings: Settings, chosen: Way) -> Sender:
    """The sender that an administrator chose. What it lacks it says when a letter comes."""
    if chosen.sender == "smtp":
        password = mail_secrets(settings).smtp_password
        server = chosen.smtp.model_copy(update={"password": password})
        return SmtpSender(server, greets_as=_own_name(chosen.from_address))
    if chosen.sender == "sendgrid":
        # Loaded when first needed: whoever sends otherwise starts without it.
        from services.mail.senders.send_grid import SendGridSender  # noqa: PLC0415

        return SendGridSender(
            mail_secrets(settings).sendgrid_key,
            region=chosen.sendgrid_region,
            sandbox=chosen.sendgrid_sandbox,
        )
    return FileSender(settings.data_dir / LETTERS_FOLDER)


def _own_name(from_address: str) -> str:
    """What we call ourselves to a mail server: the agency's domain."""
    try:
        return ascii_domain(from_address) or "localhost"
    except UnicodeError:
        return "localhost"
