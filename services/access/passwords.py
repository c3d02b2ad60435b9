"""Passwords: any Unicode text of 12 to 128 characters that is not a common one.

The hash itself is streamlit-authenticator's (bcrypt), handed in by the edge: that package
imports Streamlit, which services do not know.
"""

import base64
import hashlib
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from services.access.common_passwords import is_common
from services.errors import Invalid
from services.folding import composed

SHORTEST, LONGEST = 12, 128
# Decomposed, a character is some four.
_LONGEST_TYPED = 4 * LONGEST


class Hasher(Protocol):
    """Hashes a text and checks it against a hash."""

    def hash(self, password: str) -> str:
        """Return a salted hash."""

    def check_pw(self, password: str, hashed_password: str) -> bool:
        """Whether the text belongs to the hash."""


def accept_password(password: str, field: str = "password") -> str:
    """Return the password if it may be used. Raises Invalid naming `field` otherwise."""
    if len(password) < SHORTEST:
        raise Invalid(**{field: "password_too_short"})
    if len(password) > LONGEST:
        raise Invalid(**{field: "password_too_long"})
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in password):
        raise Invalid(**{field: "password_has_control_characters"})
    if is_common(password):
        raise Invalid(**{field: "password_is_common"})
    return password


def hash_password(hasher: Hasher, password: str) -> str:
    """Return the hash of an accepted password."""
    return hasher.hash(_digest(password))


def matches(hasher: Hasher, password: str, password_hash: str | None) -> bool:
    """Whether the password belongs to the hash; as slow for a missing hash as for a wrong one."""
    found = hasher.check_pw(_digest(password), password_hash or _hash_of_nobody(hasher.hash))
    return found and password_hash is not None


def _digest(password: str) -> str:
    """44 ASCII characters for any password: bcrypt reads 72 bytes and stops at a NUL.

    NFC first: the same password typed on two keyboards may arrive composed or decomposed. What
    stands behind the longest one that could be typed is not looked at.
    """
    read = composed(password[:_LONGEST_TYPED]).encode("utf-8", "surrogatepass")
    return base64.b64encode(hashlib.sha256(read).digest()).decode("ascii")


@lru_cache(maxsize=4)
def _hash_of_nobody(hash_: Callable[[str], str]) -> str:
    return hash_(_digest("nobody's password"))
