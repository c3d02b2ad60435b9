"""The signature under SendGrid's events: ECDSA over the timestamp and the raw body."""

import binascii
from datetime import datetime, timedelta

from services.errors import Invalid

WINDOW = timedelta(seconds=300)
_MOST_DIGITS = 12
_LONGEST_KEY, _LONGEST_SIGNATURE = 500, 300


def in_window(timestamp: str, now: datetime) -> bool:
    """Whether the timestamp is a number of seconds within five minutes of now."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= _MOST_DIGITS):
        return False
    return abs(now.timestamp() - int(timestamp)) <= WINDOW.total_seconds()


def is_signed(public_key: str, signature: str, timestamp: str, body: bytes) -> bool:
    """Whether the holder of the key signed exactly this timestamp and these bytes."""
    from sendgrid.helpers.eventwebhook import EventWebhook  # noqa: PLC0415 - see _key

    if not public_key or not 0 < len(signature) <= _LONGEST_SIGNATURE:
        return False
    try:
        checker = EventWebhook(public_key)
        return bool(checker.verify_signature(body.decode("utf-8"), signature, timestamp))
    except (ValueError, TypeError, binascii.Error):
        return False


def check_public_key(field: str, text: str) -> str:
    """The public key as SendGrid shows it, in one line; may be empty.

    Raises Invalid for anything that is not the public half of an elliptic-curve key.
    """
    key = bare_key(text)
    if key and not _is_key(key):
        raise Invalid(**{field: "not_a_public_key"})
    return key


def bare_key(text: str) -> str:
    """The key in one line, without the BEGIN and END of a PEM file."""
    return "".join("".join(line.split()) for line in text.splitlines() if "-----" not in line)


def _is_key(text: str) -> bool:
    # Loaded when first needed: an installation without SendGrid starts without its library.
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ec import (  # noqa: PLC0415
        EllipticCurvePublicKey,
    )
    from sendgrid.helpers.eventwebhook import EventWebhook  # noqa: PLC0415

    if len(text) > _LONGEST_KEY:
        return False
    try:
        return isinstance(EventWebhook(text).public_key, EllipticCurvePublicKey)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return False
