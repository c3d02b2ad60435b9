"""The dispatcher: takes queued letters to the sender, one at a time, after their commit."""

from datetime import timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Protocol

from sqlalchemy import select

from db.keys import key_text
from db.models import Agency, Letter, User
from services.installation import Installation
from services.mail.news import KINDS as KINDS_OF_NEWS
from services.mail.news import write_as_it_leaves
from services.viewer import POSTMAN
from services.work import Work, perform, reading

_MOST_ATTEMPTS = 5
_BATCH = 20


class Sender(Protocol):
    """Takes a finished message away. Raises OSError when it could not."""

    def send(self, letter_id: int, message: EmailMessage) -> str:
        """Take the message; returns where it went, for the mail page."""


class FileSender:
    """Writes letters as `.eml` files: nothing leaves the house."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, letter_id: int, message: EmailMessage) -> str:
        """Write the message; the same letter always goes to the same file."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"{key_text(letter_id)}.eml"
        unfinished = self._folder / f"{name}.part"
        unfinished.write_bytes(message.as_bytes(policy=SMTP))
        unfinished.rename(self._folder / name)
        return name


def dispatch(installation: Installation, sender: Sender) -> int:
    """Send every letter that is due; returns how many left."""
    with reading(installation, POSTMAN) as work:
        letter_ids = due(work)
    return sum(_send(installation, sender, letter_id) for letter_id in letter_ids)


def due(work: Work) -> list[int]:
    """The letters whose turn it is, oldest first."""
    waiting = (
        select(Letter.id)
        .where(Letter.state == "queued", Letter.send_after <= work.now)
        .order_by(Letter.id)
        .limit(_BATCH)
    )
    return [int(letter_id) for letter_id in work.scalars(waiting)]


def find_lost(work: Work) -> int:
    """Mark letters that a crash left between call and answer as unknown; returns how many.

    Called once at the start. Nobody can know whether they left, so they are never sent again
    by themselves.
    """
    lost = work.scalars(select(Letter).where(Letter.state == "sending")).all()
    for letter in lost:
        letter.state, letter.problem = "unknown", "interrupted"
    return len(lost)


def claim(work: Work, *, letter_id: int) -> EmailMessage | None:
    """Mark a letter as being sent and return its message; None if it is not to leave any more.

    The recipient is read once more: a letter to a blocked person does not leave. Nor does one
    whose addresses no header can hold: it has failed, and holds nobody else's letter up.
    """
    letter = work.one(Letter, letter_id)
    if letter.state != "queued":
        return None
    recipient = work.one(User, letter.recipient_id)
    if recipient.blocked_at is not None:
        letter.state, letter.problem = "failed", "recipient_blocked"
        return None
    try:
        message = _message(work, letter)
        message.as_bytes(policy=SMTP)
    except ValueError:  # header defects and unencodable characters are ValueErrors
        letter.state, letter.problem = "failed", "cannot_be_written"
        return None
    letter.state = "sending"
    letter.attempts += 1
    return message


def settle(work: Work, *, letter_id: int, stored_as: str = "", problem: str = "") -> None:
    """Write down how it ended; a letter that failed is tried again later, five times at most."""
    letter = work.one(Letter, letter_id)
    if not problem:
        letter.state, letter.sent_at, letter.stored_as = "sent", work.now, stored_as
        return
    letter.problem = problem
    letter.state = "failed" if letter.attempts >= _MOST_ATTEMPTS else "queued"
    letter.send_after = work.now + timedelta(seconds=30 * 4**letter.attempts)


def _send(installation: Installation, sender: Sender, letter_id: int) -> bool:
    write_as_it_leaves(installation, letter_id=letter_id)
    message = perform(installation, POSTMAN, claim, letter_id=letter_id)
    if message is None:
        return False
    stored_as, problem = "", ""
    try:
        stored_as = sender.send(letter_id, message)
    except OSError as error:
        problem = type(error).__name__
    perform(
        installation,
        POSTMAN,
        settle,
        letter_id=letter_id,
        stored_as=stored_as,
        problem=problem,
    )
    return not problem


def _message(work: Work, letter: Letter) -> EmailMessage:
    agency = work.scalars(select(Agency)).one()
    from_address = work.settings.letters.from_address or agency.email
    message = EmailMessage()
    message["From"] = _address(agency.name, from_address)
    message["To"] = _address(letter.to_name, letter.to_email)
    if letter.reply_to:
        message["Reply-To"] = _address("", letter.reply_to)
    message["Subject"] = _one_line(letter.subject)
    message["Date"] = format_datetime(work.now)
    message["Message-ID"] = make_msgid(key_text(letter.id), _ascii_domain(from_address))
    message["Auto-Submitted"] = "auto-generated"
    if letter.kind in KINDS_OF_NEWS.values():
        address = work.settings.base_url or agency.base_url
        message["List-Unsubscribe"] = f"<{address}/settings>"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    # Last: what is called Content-… before then is moved into the first part.
    message["Content-Language"] = letter.language
    return message


def _address(name: str, email: str) -> Address:
    return Address(_one_line(name), addr_spec=f"{email.rpartition('@')[0]}@{_ascii_domain(email)}")


def _ascii_domain(email: str) -> str:
    """The domain as it travels in headers, whatever script it is written in."""
    return email.rpartition("@")[2].encode("idna").decode("ascii")


def _one_line(text: str) -> str:
    """No CR, LF or NUL reaches a header."""
    return " ".join(text.replace("\x00", "").split())
