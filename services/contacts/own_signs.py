"""Accounts that a sign of their own tells, whatever stands beside them."""

import re
from collections.abc import Iterator

from services.contacts.accounts import is_chosen, is_compound, is_ordinary
from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.neighbours import Neighbours
from services.contacts.not_accounts import PLAIN_WORDS
from services.contacts.regexes import regex

# Nothing but an account at Skype begins with live: (or with those five signs taken apart).
_SKYPE = regex(
    r"(?<!\w)live ?: ?\.? ?cid ?\. ?[0-9a-f]{2,8}(?: [0-9a-f]{2,8}){1,6}(?!\w)"
    r"|(?<!\w)(?:skype:[\w.:,-]{3,64}(?:\?\w{1,10})?|live ?: ?\.? ?(?:cid ?\. ?)?(?=\w*[\d_.]"
    r"|[a-z]+(?!\w))[a-z0-9][\w.-]{2,60}\w"
    r"|\w{4}:\.?\w{3}\.\w{8,32}(?!\w)"
    r"|l {1,3}i {1,3}v {1,3}e {1,3}:(?: {1,3}[\w.]){3,40}(?!\w))"
)
_ICQ = regex(
    r"(?<!\w)(?:zoom(?: id)|icq|аськ[аеи]|uin|(?:вк|vk|вконтакте)(?: ищите)? id)(?: ?(?:#|№"
    r"|uin))?[ "
    r":–—-]{1,3}"
    r"(?P<name>\d(?:[ -]?\d){4,11})(?!\d)"
)
_ICON_ALONE = regex("[✈📲💬📱🐙🐦📷📸👤🗨📨🔵🟦⌨]")
_ICON = regex(
    rf"(?:(?<=\n)|\A|(?<=[ |•])){_ICON_ALONE.pattern} ?[:|-]? ?"
    r"(?P<name>@?[a-z][\w.-]{3,40}\w)(?![\w@/])"
)
_THREEMA = regex(r"(?<!\w)threema(?: ?-?id)?[ :=–—-]{1,3}(?P<name>[a-z0-9*][a-z0-9]{7})(?!\w)")
APART = "\n|•·,;()[]*▪●→"


def with_own_signs(copy: Copy, among: Neighbours) -> Iterator[Span]:
    """Skype's live:, numbers of ICQ, keys of Threema, names behind an icon."""
    for skype in _SKYPE.finditer(copy.latin):
        yield Span("handle", *skype.span())
    low = copy.lower
    for number in _ICQ.finditer(low):
        yield Span("handle", *number.span("name"))
    for own in _THREEMA.finditer(low) if "threema" in low else ():
        if re.search(r"\d", own["name"]) or copy.text[own.start("name") : own.end()].isupper():
            yield Span("handle", *own.span("name"))
    for icon in _ICON.finditer(low) if _ICON_ALONE.search(low) else ():
        known = icon[0][0] in "✈📷📸🐙🐦" and among.any_near(icon.start())
        if is_chosen(icon["name"]) or (known and _is_alone(copy, icon)):
            yield Span("handle", *icon.span("name"))


def _is_alone(copy: Copy, icon: re.Match[str]) -> bool:
    """A word in small letters, and nothing more behind the icon of a network."""
    name = icon["name"].lstrip("@")
    written = copy.text[icon.start("name") : icon.end()]
    rest = copy.lower[icon.end() : icon.end() + 3].lstrip(" ")
    return (
        written.islower()
        and not (rest[:1] and rest[0] not in APART)
        and not (is_ordinary(name) or is_compound(name) or name in PLAIN_WORDS)
    )
