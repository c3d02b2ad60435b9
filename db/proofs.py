"""The proof of a text: a digest made with a salt of its own (docs/adr/0011).

With the salt and the text anybody makes the digest again; without the salt it tells nothing of
the text, and no guess at it can be tried.
"""

import hmac
import secrets

from sqlalchemy.engine.default import DefaultExecutionContext

_SALT_BYTES = 32


def new_salt() -> str:
    """A salt for one text, in hexadecimal."""
    return secrets.token_hex(_SALT_BYTES)


def digest_of(text: str, salt: str) -> str:
    """The HMAC-SHA-256 of the text's UTF-8 under the salt, in hexadecimal."""
    return hmac.new(bytes.fromhex(salt), text.encode(), "sha256").hexdigest()


def proves(text: str, salt: str, digest: str) -> bool:
    """Whether the digest is this text's; of a garbled salt it is none's."""
    try:
        made = digest_of(text, salt)
    except ValueError:
        return False
    return hmac.compare_digest(made.encode(), digest.encode())


def digest_of_row(context: DefaultExecutionContext) -> str:
    """The digest of a row that is being written with `html` and `salt`."""
    written = context.get_current_parameters()  # type: ignore[no-untyped-call]
    return digest_of(written["html"], written["salt"])
