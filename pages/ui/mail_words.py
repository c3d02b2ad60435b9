"""Words about letters: their states, their kinds, how they leave, and what keeps them."""

from functools import cache

from pages.ui import session
from pages.ui.markup.basics import Tone
from pages.ui.text import t

_TONES: dict[str, Tone] = {"delivered": "yes", "failed": "no", "bounced": "no", "unknown": "no"}


def letter_state(state: str, sender: str = "") -> str:
    """What became of a letter; a letter that was only written to a file says so."""
    if state == "sent" and sender == "file":
        return t("Written to file")
    return letter_states()[state]


def letter_states() -> dict[str, str]:
    """Every state a letter can be in."""
    return {
        "queued": t("Waiting"),
        "sending": t("Leaving now"),
        "sent": t("Sent"),
        "delivered": t("Delivered"),
        "bounced": t("Came back"),
        "failed": t("Not sent"),
        "unknown": t("Unknown"),
    }


def letter_tone(state: str) -> Tone:
    """The tone of a state's chip."""
    return _TONES.get(state, "plain")


def letter_kind(kind: str) -> str:
    """What a letter is."""
    return {
        "invitation": t("Invitation"),
        "staff_invitation": t("Invitation"),
        "new_password": t("New password"),
        "sign_in": t("Sign-in link"),
        "news": t("News"),
        "vacancy_added": t("Another vacancy"),
        "access_ends": t("Access ends"),
        "digest": t("Daily letter"),
        "free": t("Letter to the candidate"),
        "customer": t("Letter to the customer"),
        "refusal": t("Refusal"),
        "offer": t("Offer"),
        "interview_copy": t("Copy about an interview"),
        "interview_invitation": t("Invitation letter"),
        "interview_moved": t("Interview changed"),
        "interview_called_off": t("Interview cancelled"),
        "interview_reminder": t("Reminder of an interview"),
    }.get(kind, t("Letter"))


def event_kind(kind: str) -> str:
    """What the provider told about a letter."""
    return {
        "processed": t("SendGrid has taken the letter"),
        "deferred": t("The recipient’s server asked to wait"),
        "delivered": t("The recipient’s server has taken the letter"),
        "bounce": t("The letter came back"),
        "dropped": t("SendGrid did not pass the letter on"),
        "spamreport": t("The recipient reported it as spam"),
    }.get(kind, kind)


def sender_name(sender: str) -> str:
    """A way out for letters, as it stands in the choice."""
    return {
        "file": t("Into files, nothing is sent"),
        "smtp": t("Through a mail server (SMTP)"),
        "sendgrid": t("Through SendGrid"),
    }[sender]


def security_name(security: str) -> str:
    """How the connection to a mail server is kept private."""
    return {
        "starttls": t("STARTTLS (port 587)"),
        "tls": t("TLS (port 465)"),
        "none": t("not encrypted (port 25)"),
    }[security]


def mail_problem(problem: str) -> str:
    """Why a letter did not leave, and what to do, in plain words."""
    return _problems(session.language()).get(problem) or t("The letter could not be sent.")


@cache
def _problems(_language: str) -> dict[str, str]:
    return _of_the_way() | _of_sendgrid() | _of_the_letter() | _told_later()


def _of_the_way() -> dict[str, str]:
    return {
        "name_unknown": t("There is no server of this name. Please check the server’s name."),
        "connection_refused": t(
            "The server does not accept connections on this port. Please check the port."
        ),
        "no_connection": t(
            "The server cannot be reached. Please check name and port, and whether a firewall "
            "stands in between."
        ),
        "certificate_refused": t(
            "The server’s certificate is not trusted: it is expired, self-made or belongs to "
            "another name. Please check the server’s name."
        ),
        "tls_failed": t(
            "No encrypted connection came about. Please try the other kind of encryption."
        ),
        "tls_not_offered": t("The server offers no STARTTLS on this port. Please try TLS."),
        "login_refused": t("The server refused user or password."),
        "login_not_offered": t(
            "The server offers no sign-in here. Please try another kind of encryption, or leave "
            "the user empty."
        ),
        "login_needed": t("The server wants a sign-in. Please enter user and password."),
        "sender_refused": t(
            "The sender’s address is not accepted. Use an address that belongs to this account, "
            "or have it verified at the provider."
        ),
        "host_missing": t("The name of the mail server is missing."),
        "from_missing": t("The sender’s address is missing or cannot be used."),
        "server_busy": t("The server is busy or hung up. It is tried again by itself."),
        "cannot_write": t("The letter could not be written into the data directory."),
    }


def _of_sendgrid() -> dict[str, str]:
    return {
        "key_missing": t("SendGrid’s key is missing."),
        "key_refused": t("SendGrid does not know this key. Please enter a new one."),
        "key_not_allowed": t(
            "The key may not send letters. Give it the permission “Mail Send” at SendGrid."
        ),
        "rate_limited": t("The provider asks us to slow down. It is tried again by itself."),
        "provider_down": t("SendGrid is out of order. It is tried again by itself."),
        "provider_unknown": t("SendGrid gave an answer we do not know. It is tried again."),
    }


def _of_the_letter() -> dict[str, str]:
    return {
        "recipient_refused": t("The recipient’s server does not know this address."),
        "recipient_busy": t("The recipient’s server does not take the letter for now."),
        "content_refused": t("The letter was refused for what stands in it."),
        "too_large": t("The letter is too large."),
        "cannot_be_written": t("The address cannot be written on a letter."),
        "file_missing": t("A file that belongs to the letter is gone: it did not leave."),
        "recipient_blocked": t("The recipient’s access is closed: the letter did not leave."),
        "address_changed": t("The e-mail was changed: the letter to the former one did not leave."),
        "nothing_left": t("What it was to tell was read or taken back: it did not leave."),
        "interrupted": t(
            "Candela was interrupted while the letter was leaving. Nobody knows whether it left: "
            "it is not sent again by itself."
        ),
        "no_answer": t(
            "The letter was handed over and no answer came. Nobody knows whether it left: it is "
            "not sent again by itself."
        ),
    }


def _told_later() -> dict[str, str]:
    return {
        "bounced": t("The letter came back: the address does not exist or takes no letters."),
        "blocked_there": t("The recipient’s server turned the letter away."),
        "dropped": t(
            "SendGrid did not pass the letter on: an earlier one came back from this address, or "
            "the recipient wants none."
        ),
    }


def region_name(region: str) -> str:
    """Where SendGrid keeps what it is given."""
    return t("European Union") if region == "eu" else t("worldwide")
