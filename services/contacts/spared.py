"""What looks like a contact and is none, as somebody has said: how two spellings are compared."""

import re
import unicodedata

LONGEST = 500
"""No string longer than this is spared: normalising heaps of marks takes its time."""

_SPACE = re.compile(r"\s+")


def spared_key(text: str) -> str:
    """The form in which two spellings of one string are equal: compatibility, case, space.

    Nothing else is forgiven: a sign more or an invisible one makes another string of it, of
    which nobody has said anything.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _SPACE.sub(" ", plain).strip()
