"""The place of a meeting, told to somebody from whom a person's contacts are hidden.

The link of a call and the street to come to lead to the meeting, not to the person: they stay.
What could be an account, an address or a number of his own is cut like everywhere else.
"""

from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from services.contacts.detection import find, without
from services.contacts.folding import fold
from services.contacts.found import Found
from services.contacts.known import known_contacts
from services.contacts.regexes import regex

# Services that number or name their rooms themselves.
_SERVICES = regex(
    r"(?:[\w-]+\.)?zoom\.(?:us|com)|[\w-]+\.webex\.com|meet\.google\.com"
    r"|teams\.(?:microsoft|live)\.com"
)
# Elsewhere whoever makes a room names it: a company's own server, or one that is open to all.
_NAMED = regex(
    r"(?:meet|meeting|meetings|call|calls|conf|conference|video|vc|bbb|jitsi|webinar)"
    r"(?:\.[\w-]+){1,3}"
)
_PERSONAL = regex(r"/(?:my|meet)/[^\d]")  # a room under its owner's name
_THREAD = regex(r"@(?:thread|unq)\b")  # of a call, not of a mailbox
_DIGITS = regex(r"\d(?:[\s().-]?\d){6,}")
_ROUNDS = 4


def redact_place(
    text: str,
    *,
    kind: str,
    known: Sequence[str],
    names: Sequence[str] = (),
    spared: Sequence[str] = (),
    mark: str,
) -> str:
    """The place of a meeting of this kind without contacts, but for what leads there."""
    for _ in range(_ROUNDS):
        found = found_in_place(text, kind=kind, known=known, names=names, spared=spared)
        if not found:
            break
        text = without(text, found, mark)
    return text


def found_in_place(
    text: str,
    *,
    kind: str,
    known: Sequence[str],
    names: Sequence[str] = (),
    spared: Sequence[str] = (),
) -> list[Found]:
    """The contacts in the place of a meeting of this kind, but for what leads there."""
    there = [one for one in find(text, known=known) if _leads_there(one, kind, known)]
    return [
        one
        for one in find(text, known=known, names=names, spared=spared)
        if not any(way.start <= one.start and one.end <= way.end for way in there)
    ]


def _leads_there(found: Found, kind: str, known: Sequence[str]) -> bool:
    if any(known_contacts(fold(unquote(found.text)), known)):
        return False
    if kind == "in_person":
        return found.kind == "address"
    return kind == "video" and found.kind in {"url", "email"} and _is_room(found.text)


def _is_room(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    host, rest = parts.netloc.lower(), unquote(link.removeprefix(f"https://{parts.netloc}"))
    if parts.scheme != "https" or _PERSONAL.search(rest) or "@" in _THREAD.sub("", rest):
        return False
    if _SERVICES.fullmatch(host):
        return True
    return bool(_NAMED.fullmatch(host)) and not _DIGITS.search(rest)
