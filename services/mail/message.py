"""A letter as a mail program gets it: our headers, HTML with its plain-text twin, the logo.

A letter about an interview brings its calendar file along.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime

from db.keys import key_text
from services.errors import NotFound
from services.files import FileStore
from services.interviews.calendar_file import method_of
from services.mail.look import Look

CALENDAR_NAME = "interview.ics"
# Signs that a name may hold only in quotes, or that end a coded word. Folding a long line, the
# standard library forgets the quotes: a comma in a name would then begin another address.
_NOT_IN_A_NAME = re.compile(r'[()<>\[\]:;@\\,"]|=\?|\?=|(?<!\w)\.')
# Before a word that fits into no line it puts an empty one: there the headers would end.
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Envelope:
    """What of a letter goes into its headers."""

    letter_id: int
    from_name: str
    from_address: str
    to_name: str
    to_email: str
    reply_to: str
    subject: str
    language: str
    unsubscribe: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that a letter brings along."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that a letter brings along, and what its HTML calls it."""

    cid: str
    content: bytes


def logo_of(files: FileStore, stored_as: str) -> Logo | None:
    """The logo as a letter brings it along; None without one, or where its file is gone."""
    if not stored_as:
        return None
    try:
        return Logo(Look(logo=stored_as).cid, files.read(stored_as))
    except NotFound:
        return None


def compose(
    envelope: Envelope,
    *,
    text: str,
    html: str,
    now: datetime,
    logo: Logo | None = None,
    calendar: str = "",
    enclosures: Sequence[Enclosure] = (),
) -> EmailMessage:
    """Put a letter together. Raises ValueError for an address that no header can hold.

    The same letter always has the same Message-ID: whoever got it twice can tell.
    """
    message = EmailMessage()
    message["From"] = _address("From", envelope.from_name, envelope.from_address)
    message["To"] = _address("To", envelope.to_name, envelope.to_email)
    if envelope.reply_to:
        message["Reply-To"] = _address("Reply-To", "", envelope.reply_to)
    message["Subject"] = one_line(envelope.subject)
    message["Date"] = format_datetime(now)
    domain = ascii_domain(envelope.from_address)
    message["Message-ID"] = f"<{key_text(envelope.letter_id)}.candela@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    if envelope.unsubscribe:
        message["List-Unsubscribe"] = f"<{one_line(envelope.unsubscribe)}>"
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    if logo is not None:
        _bring_along(message, logo)
    if calendar:
        _put_in(message, calendar)
    for one in enclosures:
        main, _, sub = one.media_type.partition(";")[0].partition("/")
        message.add_attachment(one.content, maintype=main, subtype=sub, filename=one_line(one.name))
    # Last: what is called Content-… before then is moved into the first part.
    message["Content-Language"] = envelope.language
    message.as_bytes(policy=SMTP)  # header defects and unencodable characters are found here
    return message


def _bring_along(message: EmailMessage, logo: Logo) -> None:
    """Put the picture beside the HTML that shows it: nothing is fetched when it is read."""
    page = message.get_body(("html",))
    if isinstance(page, EmailMessage):
        page.add_related(
            logo.content,
            "image",
            "png",
            cid=f"<{logo.cid}>",
            disposition="inline",
            filename="logo.png",
        )


def _put_in(message: EmailMessage, calendar: str) -> None:
    """Attach the calendar file, its method said beside it (RFC 6047, 2.4)."""
    message.add_attachment(calendar, subtype="calendar", cte="base64", filename=CALENDAR_NAME)
    *_, part = message.iter_attachments()
    part.set_param("method", method_of(calendar))


def is_address(email: str) -> bool:
    """Whether a header can hold this address."""
    try:
        _address("To", "", email)
    except ValueError:
        return False
    return bool(email)


def ascii_email(email: str) -> str:
    """The address as it travels, its domain in ASCII."""
    return f"{email.rpartition('@')[0]}@{ascii_domain(email)}"


def ascii_domain(email: str) -> str:
    """The domain as it travels in headers, whatever script it is written in."""
    return email.rpartition("@")[2].encode("idna").decode("ascii")


def one_line(text: str) -> str:
    """No CR, LF or NUL reaches a header."""
    return " ".join(text.replace("\x00", "").split())


def _address(header: str, name: str, email: str) -> Address:
    spec = ascii_email(email)
    try:
        address = Address(one_line(name), addr_spec=spec)
    except MessageError as error:
        raise ValueError(spec) from error
    if _is_read_back(header, address):
        return address
    words = one_line(_NOT_IN_A_NAME.sub(" ", name)).split()
    return Address(" ".join(word[:_LONGEST_WORD] for word in words), addr_spec=spec)


def _is_read_back(header: str, address: Address) -> bool:
    """Whether who reads the folded header finds this one address in it."""
    message = EmailMessage()
    message[header] = address
    try:
        read = message_from_bytes(message.as_bytes(policy=SMTP), policy=default)[header]
        found = [one.addr_spec for one in read.addresses]
    except (LookupError, AttributeError, TypeError):  # the library stumbles over such a line
        return False
    return found == [address.addr_spec]
