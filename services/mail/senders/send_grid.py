"""The SendGrid sender: the provider's own library, one request a letter.

What a letter carries besides its text is its kind (category) and its key (custom argument), so
that events find it again: nothing about anybody. Opens and clicks are not tracked.
"""

import base64
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from python_http_client.exceptions import HTTPError
from sendgrid import SendGridAPIClient
from sendgrid.helpers.mail import (
    Attachment,
    Category,
    ClickTracking,
    Content,
    ContentId,
    CustomArg,
    Disposition,
    FileContent,
    FileName,
    FileType,
    From,
    Ganalytics,
    Header,
    Mail,
    MailSettings,
    MimeType,
    OpenTracking,
    ReplyTo,
    SandBoxMode,
    Subject,
    SubscriptionTracking,
    To,
    TrackingSettings,
)
from sendgrid.helpers.mail.exceptions import ApiKeyIncludedException

from db.keys import key_text
from services.mail.events import LETTER_ARGUMENT
from services.mail.senders.connecting import not_connected
from services.mail.senders.sender import NotTaken, Parcel, Unanswered

TIMEOUT_SECONDS = 20.0
_CATEGORY = "candela"
#: Ours beside those that SendGrid writes itself.
_HEADERS = ("Auto-Submitted", "Content-Language", "List-Unsubscribe")
_SHORTEST, _LONGEST_PAUSE = timedelta(seconds=1), timedelta(hours=1)
#: Answers of SendGrid itself: the letter was not taken, later it may be.
_BUSY = {
    HTTPStatus.TOO_MANY_REQUESTS: "rate_limited",
    HTTPStatus.INTERNAL_SERVER_ERROR: "provider_down",
    HTTPStatus.SERVICE_UNAVAILABLE: "provider_down",
}

# The library writes headers and bodies into its debug log: the key and the letters among them.
logging.getLogger("python_http_client").setLevel(logging.WARNING)


class SendGridSender:
    """Hands letters to SendGrid. `host` stands in for its address in tests."""

    name = "sendgrid"

    def __init__(
        self,
        key: str,
        *,
        region: str = "global",
        sandbox: bool = False,
        host: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._sandbox = sandbox
        self._clock = clock
        self._key = key
        self._client = SendGridAPIClient(api_key=key or "none")
        self._client.set_sendgrid_data_residency(region)
        if host:
            self._client = SendGridAPIClient(api_key=key, host=host)
        self._client.client.timeout = TIMEOUT_SECONDS

    def send(self, parcel: Parcel) -> str:
        """Hand the letter over; returns SendGrid's id of it. Raises NotTaken, Unanswered."""
        if not self._key:
            raise NotTaken(problem="key_missing")
        try:
            answer = self._client.send(request_of(parcel, sandbox=self._sandbox))
        except ApiKeyIncludedException as error:
            raise NotTaken(
                problem="content_refused", said=error, whose="letter", again=False
            ) from error
        except HTTPError as error:
            raise self._refused(error) from error
        except URLError as error:
            # Raised while connecting and while the request is being written: not whole, not taken.
            reason = error.reason
            known = reason if isinstance(reason, OSError) else OSError(str(reason))
            raise not_connected(known) from error
        except (OSError, HTTPException) as error:
            # The request is out, the answer never came.
            raise Unanswered(error) from error
        return str(answer.headers.get("X-Message-Id") or ("sandbox" if self._sandbox else ""))

    def close(self) -> None:
        """Nothing stays open."""

    def _refused(self, error: HTTPError) -> NotTaken | Unanswered:
        status, said, fields = error.status_code, *_errors(error.body)
        if status in _BUSY:
            return NotTaken(_BUSY[status], said, after=self._pause(error.headers))
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            # A gateway in between gave up waiting: what lies behind it may have taken the letter.
            return Unanswered(f"{status} {said}")
        if status == HTTPStatus.FORBIDDEN:
            identity = "from" in fields or "sender identity" in said.lower()
            return NotTaken("sender_refused" if identity else "key_not_allowed", said)
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return NotTaken("too_large", said, whose="letter", again=False)
        if status == HTTPStatus.BAD_REQUEST:
            return _bad_request(said, fields)
        refused = status == HTTPStatus.UNAUTHORIZED
        return NotTaken("key_refused" if refused else "provider_unknown", f"{status} {said}")

    def _pause(self, headers: Any) -> timedelta | None:  # noqa: ANN401 - the library's own
        """How long SendGrid asks us to wait: `Retry-After`, else the reset of its rate limit."""
        with suppress(ValueError, TypeError, OverflowError):
            if wanted := headers.get("Retry-After"):
                if wanted.strip().isdigit():
                    return _within(timedelta(seconds=int(wanted)))
                return _within(parsedate_to_datetime(wanted) - self._clock())
            if reset := headers.get("X-RateLimit-Reset"):
                return _within(datetime.fromtimestamp(int(reset), UTC) - self._clock())
        return None


def request_of(parcel: Parcel, *, sandbox: bool) -> dict[str, Any]:
    """The body of the request for one letter."""
    message = parcel.message
    (sender,), (recipient,) = message["From"].addresses, message["To"].addresses
    mail = Mail()
    mail.from_email = From(sender.addr_spec, sender.display_name or None)
    mail.add_to(To(recipient.addr_spec, recipient.display_name or None))
    if message["Reply-To"]:
        mail.reply_to = ReplyTo(message["Reply-To"].addresses[0].addr_spec)
    mail.subject = Subject(str(message["Subject"]))
    mail.add_content(Content(MimeType.text, _body(message, "plain")))
    mail.add_content(Content(MimeType.html, _body(message, "html")))
    for attachment in (*_pictures(message), *_files(message)):
        mail.add_attachment(attachment)
    for name in _HEADERS:
        if message[name]:
            mail.add_header(Header(name, str(message[name])))
    mail.add_category(Category(_CATEGORY))
    mail.add_category(Category(parcel.kind))
    # Beside the recipient: at the top of the request Twilio describes it as a text.
    mail.add_custom_arg(CustomArg(LETTER_ARGUMENT, key_text(parcel.letter_id), p=0))
    settings = MailSettings()
    settings.sandbox_mode = SandBoxMode(sandbox)
    mail.mail_settings = settings
    mail.tracking_settings = _no_tracking()
    body: dict[str, Any] = mail.get()
    return body


def _no_tracking() -> TrackingSettings:
    tracking = TrackingSettings()
    tracking.click_tracking = ClickTracking(enable=False, enable_text=False)
    tracking.open_tracking = OpenTracking(enable=False)
    tracking.subscription_tracking = SubscriptionTracking(enable=False)
    tracking.ganalytics = Ganalytics(enable=False)
    return tracking


def _pictures(message: EmailMessage) -> list[Attachment]:
    """What the HTML shows and the letter brings along."""
    return [
        Attachment(
            FileContent(base64.b64encode(part.get_content()).decode("ascii")),
            FileName(part.get_filename() or ""),
            FileType(part.get_content_type()),
            Disposition("inline"),
            ContentId(str(part["Content-ID"]).strip("<>")),
        )
        for part in message.walk()
        if isinstance(part, EmailMessage) and part["Content-ID"]
    ]


def _files(message: EmailMessage) -> list[Attachment]:
    """What the letter brings along to be kept; a calendar file says its method."""
    return [
        Attachment(
            FileContent(base64.b64encode(_content(part)).decode("ascii")),
            FileName(part.get_filename() or ""),
            FileType(_type(part)),
            Disposition("attachment"),
        )
        for part in message.iter_attachments()
        if isinstance(part, EmailMessage) and part.is_attachment()
    ]


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _type(part: EmailMessage) -> str:
    method = part.get_param("method")
    kind = part.get_content_type()
    return f"{kind}; method={method}" if method else kind


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return "" if part is None else str(part.get_content())


def _errors(body: bytes) -> tuple[str, set[str]]:
    """What SendGrid says is wrong, and the fields it names by the first word of their path."""
    try:
        errors = [one for one in json.loads(body)["errors"] if isinstance(one, dict)]
    except (ValueError, KeyError, TypeError):
        return body.decode("utf-8", "replace"), set()
    said = "; ".join(str(one.get("message", "")) for one in errors)
    fields = {str(one.get("field") or "") for one in errors}
    return said, {part for field in fields for part in (field.split(".")[0], field)}


def _bad_request(said: str, fields: set[str]) -> NotTaken:
    """400: the sender's address closes the way for every letter, all else is this letter's own."""
    if "from" in fields or "from.email" in fields:
        return NotTaken("sender_refused", said)
    if any(field.startswith("personalizations") for field in fields):
        return NotTaken("recipient_refused", said, whose="letter", again=False)
    return NotTaken("content_refused", said, whose="letter", again=False)


def _within(pause: timedelta) -> timedelta:
    return min(max(pause, _SHORTEST), _LONGEST_PAUSE)
