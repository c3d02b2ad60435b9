"""The SMTP sender: the agency's own mail server, or its provider's."""

import re
import smtplib
import ssl
from contextlib import suppress
from email.policy import SMTP

from services.mail.senders.connecting import not_connected
from services.mail.senders.sender import NotTaken, Parcel, Unanswered, Whose
from services.settings import SmtpServer

TIMEOUT_SECONDS = 20.0
# Seven bits: not every server on the way takes eight.
_POLICY = SMTP.clone(cte_type="7bit")
_LINE_WITH_DOT = re.compile(rb"(?m)^\.")
_DONE, _GO_AHEAD, _CLOSING, _SIGN_IN_FIRST, _TOO_LARGE = 250, 354, 421, {530, 538}, {523, 552}
_PERMANENT = 500
_Reply = tuple[int, bytes]


class SmtpSender:
    """Hands letters to an SMTP server; the connection is kept from one letter to the next.

    `tls` is for tests with a certificate of their own; everybody else trusts what the system does.
    """

    name = "smtp"

    def __init__(
        self, server: SmtpServer, *, greets_as: str, tls: ssl.SSLContext | None = None
    ) -> None:
        self._server = server
        self._greets_as = greets_as
        self._tls = tls or ssl.create_default_context()
        self._open: smtplib.SMTP | None = None

    def send(self, parcel: Parcel) -> str:
        """Hand the letter over; returns the server's words. Raises NotTaken, Unanswered.

        Step by step, because it must be known how far one came: what breaks before the text is
        handed over has not left, what breaks after it may have.
        """
        content = parcel.message.as_bytes(policy=_POLICY)
        smtp = self._connected()
        try:
            self._address(smtp, parcel)
            _expect(smtp.docmd("DATA"), _GO_AHEAD, "content_refused")
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise NotTaken(problem="server_busy", said=_words(error)) from error
        except NotTaken as refusal:
            self._after_refusal(refusal)
            raise
        return self._hand_over(smtp, content)

    def close(self) -> None:
        """Say goodbye to the server."""
        smtp, self._open = self._open, None
        if smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
            smtp.close()

    def _hand_over(self, smtp: smtplib.SMTP, content: bytes) -> str:
        try:
            smtp.send(_LINE_WITH_DOT.sub(b"..", content) + b".\r\n")
            code, said = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise Unanswered(_words(error)) from error
        if code == _DONE:
            return said.decode("utf-8", "replace")[:200]
        refusal = _refused((code, said), "content_refused", whose="letter")
        self._after_refusal(refusal)
        raise refusal

    def _address(self, smtp: smtplib.SMTP, parcel: Parcel) -> None:
        message = parcel.message
        (sender,), (recipient,) = message["From"].addresses, message["To"].addresses
        _expect(smtp.mail(sender.addr_spec), _DONE, "sender_refused", whose="way")
        _expect(smtp.rcpt(recipient.addr_spec), _DONE, "recipient_refused")

    def _connected(self) -> smtplib.SMTP:
        """The open connection, or a new one with TLS and signed in. Raises NotTaken."""
        if self._open is not None:
            with suppress(OSError, smtplib.SMTPException):
                if self._open.noop()[0] == _DONE:
                    return self._open
            self._drop()
        if not self._server.host:
            raise NotTaken(problem="host_missing")
        try:
            self._open = self._dialled()
        except smtplib.SMTPException as error:
            raise NotTaken(problem="server_busy", said=_words(error)) from error
        except OSError as error:
            raise not_connected(error) from error
        try:
            self._secure_and_sign_in(self._open)
        except BaseException:
            self._drop()
            raise
        return self._open

    def _dialled(self) -> smtplib.SMTP:
        server = self._server
        if server.security == "tls":
            return smtplib.SMTP_SSL(
                server.host,
                server.port,
                local_hostname=self._greets_as,
                timeout=TIMEOUT_SECONDS,
                context=self._tls,
            )
        return smtplib.SMTP(
            server.host, server.port, local_hostname=self._greets_as, timeout=TIMEOUT_SECONDS
        )

    def _secure_and_sign_in(self, smtp: smtplib.SMTP) -> None:
        server = self._server
        try:
            if server.security == "starttls":
                self._start_tls(smtp)
            smtp.ehlo_or_helo_if_needed()
            if server.user:
                smtp.login(server.user, server.password)
        except smtplib.SMTPAuthenticationError as error:
            busy = error.smtp_code < _PERMANENT
            raise NotTaken("server_busy" if busy else "login_refused", _words(error)) from error
        except smtplib.SMTPNotSupportedError as error:
            raise NotTaken(problem="login_not_offered", said=error) from error
        except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException) as error:
            raise NotTaken(problem="server_busy", said=_words(error)) from error
        except smtplib.SMTPException as error:  # no way to sign in that both sides know
            raise NotTaken(problem="login_not_offered", said=error) from error
        except UnicodeEncodeError as error:  # a user or password that SMTP cannot carry
            raise NotTaken(problem="login_refused") from error
        except OSError as error:
            raise not_connected(error) from error

    def _start_tls(self, smtp: smtplib.SMTP) -> None:
        try:
            smtp.starttls(context=self._tls)
        except smtplib.SMTPNotSupportedError as error:
            raise NotTaken(problem="tls_not_offered", said=error) from error
        except smtplib.SMTPResponseException as error:
            raise NotTaken(problem="tls_failed", said=_words(error)) from error

    def _after_refusal(self, refusal: NotTaken) -> None:
        """Go on with a clean envelope, or hang up on a server that is closing."""
        smtp = self._open
        if smtp is None or refusal.problem == "server_busy":
            self._drop()
            return
        try:
            smtp.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def _drop(self) -> None:
        smtp, self._open = self._open, None
        if smtp is not None:
            smtp.close()


def _expect(reply: _Reply, wanted: int, problem: str, *, whose: Whose = "letter") -> None:
    """Raise NotTaken unless the server said what lets us go on (251, "will forward", does)."""
    code = reply[0]
    if code not in {wanted, wanted + 1}:
        raise _refused(reply, problem, whose=whose)


def _refused(reply: _Reply, problem: str, *, whose: Whose) -> NotTaken:
    code, said = reply
    words = f"{code} {said.decode('utf-8', 'replace')}"
    if code == _CLOSING or (code < _PERMANENT and whose == "way"):
        return NotTaken("server_busy", words)
    if code in _SIGN_IN_FIRST:
        return NotTaken("login_needed", words)
    if code in _TOO_LARGE and problem == "content_refused":
        return NotTaken("too_large", words, whose="letter", again=False)
    if code < _PERMANENT:
        return NotTaken("recipient_busy", words, whose="letter")
    if whose == "way":
        return NotTaken(problem, words)
    return NotTaken(problem, words, whose="letter", again=False)


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        return f"{error.smtp_code} {text}"
    return str(error)
