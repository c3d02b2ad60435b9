"""Secrets that travel: made once, shown once, kept only as a digest."""

import hashlib
import secrets

_BYTES = 32


def new_secret() -> str:
    """Return 256 random bits as text fit for a cookie or a link."""
    return secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> str:
    """Return the digest under which a secret is looked up.

    Plain SHA-256: the secret has 256 random bits, there is nothing to guess.
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
