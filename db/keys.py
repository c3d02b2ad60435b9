"""Keys: 64-bit, ordered by time, made in Python.

A key is 42 bits of milliseconds since 2020 followed by 21 random bits. Keys are ids, never
secrets: what a viewer may see is decided by the scope, not by what he can guess.
"""

import secrets
import threading
import time
from functools import lru_cache

_EPOCH_MS = 1_577_836_800_000  # 2020-01-01T00:00:00Z
_RANDOM_BITS = 21
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base32: no i, l, o, u
_TEXT_LENGTH = 13
_MAX_KEY = (1 << 63) - 1

_last = 0
_lock = threading.Lock()


def new_key() -> int:
    """Return a fresh positive 63-bit key, greater than every key this process made before."""
    global _last  # noqa: PLW0603 - the one piece of state that keeps keys increasing
    milliseconds = time.time_ns() // 1_000_000 - _EPOCH_MS
    drawn = (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
    with _lock:
        _last = max(drawn, _last + 1)
        return _last


# A page says the same keys at each click, a calendar hundreds of them.
@lru_cache(maxsize=8192)
def key_text(key: int) -> str:
    """Return the key as it stands in a URL: 13 characters of lower-case base32."""
    if not 0 < key <= _MAX_KEY:
        raise ValueError(key)
    return "".join(_ALPHABET[(key >> shift) & 31] for shift in range(60, -1, -5))


def parse_key(text: str) -> int:
    """Read a key from a URL. Raises ValueError for anything `key_text` would not write."""
    if len(text) != _TEXT_LENGTH:
        raise ValueError(text)
    key = 0
    for character in text:
        key = (key << 5) | _ALPHABET.index(character)
    if not 0 < key <= _MAX_KEY:
        raise ValueError(text)
    return key
