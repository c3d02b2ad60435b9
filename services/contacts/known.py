"""The candidate's own contacts, found in any spelling."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from db.likeness import subscriber
from services.contacts.folding import Copy, fold
from services.contacts.found import Kind, Span, without_scheme
from services.contacts.lookalikes import as_latin
from services.contacts.regexes import regex

_NETWORK = regex(
    r"^(?:https?://)?(?:[\w-]+\.)*(?:t\.me|telegram\.me|linkedin\.com|github\.com|gitlab\.com"
    r"|facebook\.com"
    r"|fb\.com|instagram\.com|vk\.com|twitter\.com|x\.com|wa\.me|behance\.net|dribbble\.com)"
    r"/(?:in/|profile/|u/)?@?(?P<name>[\w.-]{3,64})/?$",
    re.IGNORECASE,
)
# What stands for a digit, in lower case and Latin letters.
_LIKE_DIGIT = {"0": "[0o]", "1": "[1li|!]", "3": "[3зэ]", "4": "[4ч]", "6": "[6б]", "8": "[8b]"}
_SHORTEST_BARE_NAME = 5
_FEWEST_DIGITS = 7
_WITH_FIGURES = regex(r"[^\W\d_]{3}.*\d\d")
_FEWEST_DIGITS_OF_A_SUBSCRIBER = 5


def known_contacts(copy: Copy, known: Sequence[str]) -> Iterator[Span]:
    """Where the known contacts stand in a copy of the text."""
    alike = copy.latin if known else ""
    for contact in filter(None, known):
        for kind, pattern in _patterns(contact):
            for match in pattern.finditer(alike):
                yield Span(kind, match.start(), match.end())


def known_backwards(copy: Copy, known: Sequence[str]) -> Iterator[Span]:
    """Where the known contacts stand written from right to left."""
    alike = copy.latin[::-1] if known else ""
    for contact in filter(None, known):
        for kind, pattern in _patterns(contact):
            for match in pattern.finditer(alike):
                yield Span(kind, len(alike) - match.end(), len(alike) - match.start())


def profile_name(address: str) -> str:
    """The account in the address of a profile on a known network; empty for other links."""
    match = _NETWORK.match(address.strip())
    return match["name"] if match else ""


def without_label(contact: str) -> str:
    """The contact without the name of its network before it."""
    return re.sub(r"^[\w ]{2,12}: ?", "", contact)


@lru_cache(maxsize=4096)
def _patterns(contact: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """How one contact can be spelled; remembered, for lists ask about the same ones again."""
    return tuple(_spellings(fold(contact).text.strip()))


def _spellings(contact: str) -> Iterator[tuple[Kind, re.Pattern[str]]]:
    digits = re.sub(r"\D", "", contact)
    if "@" in contact.strip("@"):
        yield "email", _spelled(contact)
        local = contact.partition("@")[0]
        if re.search(r"[._\d]", local) and len(local) > _SHORTEST_BARE_NAME:
            yield "handle", _name_spelled(local)
    elif len(digits) >= _FEWEST_DIGITS and not re.search(r"[^\W\d_]{3}", contact):
        yield "phone", _digits_spelled(contact)
    elif name := profile_name(contact):
        yield "url", _spelled(without_scheme(contact.rstrip("/")))
        yield "handle", _name_spelled(name)
    elif re.search(r"[./]", contact.strip("@")):
        yield "url", _spelled(without_scheme(contact.rstrip("/")))
    elif re.search(r"\w{3}", contact):
        yield "handle", _name_spelled(without_label(contact).lstrip("@"))


def _spelled(contact: str) -> re.Pattern[str]:
    """Exactly these characters; around signs a space or the end of a line may stand."""
    parts = (
        rf"[ \n]{{0,2}}{re.escape(character)}[ \n]{{0,2}}"
        if character in "@./"
        else re.escape(character)
        for character in as_latin(contact.lower())
    )
    return re.compile(rf"(?<!\w){''.join(parts).strip()}(?!\w)")


def _digits_spelled(contact: str) -> re.Pattern[str]:
    """The subscriber's digits with any signs between them, with or without the country's."""
    told = subscriber(contact)
    if len(told) < _FEWEST_DIGITS_OF_A_SUBSCRIBER:  # no country has it: zeros alone, for one
        told = re.sub(r"\D", "", contact)
    digits = (_LIKE_DIGIT.get(digit, digit) for digit in told)
    spelled = r"[\W_]{0,12}(?:\(0\)[\W_]{0,2})?".join(digits)
    return re.compile(
        r"(?<!\d)(?:(?:\+ ?)?(?:\( ?)?\d{1,3}\)?[\W_]{0,3})?(?:\(?[08]\)?[\W_]{0,3})?"
        rf"\(?{spelled}(?!\d)"
    )


def _name_spelled(name: str) -> re.Pattern[str]:
    """An account's name; a short one only with its @ or after t.me/, it may be a word."""
    spelled = re.escape(as_latin(name.lower()))
    if _WITH_FIGURES.search(name):  # "yura secret 77": figures tell it from a name of people
        letters = re.sub(r"[\W_]", "", as_latin(name.lower()))
        spelled = r"[ ._-]{0,2}".join(map(re.escape, letters))
    sign = "?" if len(name) >= _SHORTEST_BARE_NAME else ""
    # Signs of markup may stand around it (_name_), letters beyond them make another name.
    return re.compile(
        rf"(?<![^\W_])(?<![^\W_][_-])(?:t\.me/|@){sign}{spelled}(?![^\W_])(?![_-]+[^\W_])"
    )
