"""What looks like a contact and is none, as somebody has said: how two spellings are compared."""

import unicodedata

from services.contacts.regexes import regex

LONGEST = 500
"""No string longer than this is spared: normalising heaps of marks takes its time."""

_SPACE = regex(r"\s+")
_HEAD = regex(r"(?:[^/?#\s]{1,20}://)?[^/?#]*")
"""Up to the path: no case is told apart there."""


def spared_key(text: str) -> str:
    """The form in which two spellings of one string are equal: compatibility, case, space.

    Behind the host of an address capitals tell one page from another, and so they do here. Nothing
    else is forgiven: a sign more or an invisible one makes another string of it, of which nobody
    has said anything.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    head = _HEAD.match(plain)
    path = head.end() if head else 0
    plain = unicodedata.normalize("NFKC", plain[:path].casefold() + plain[path:])
    return _SPACE.sub(" ", plain).strip()
