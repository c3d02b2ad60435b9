"""Accounts that are named again elsewhere, with other signs between their parts or with none.

"instagram: @noor.paints, Discord noorpaints": who tells one account tells the other ones beside it.
"""

from collections.abc import Iterable, Iterator

from services.contacts.folding import Copy
from services.contacts.found import Span
from services.contacts.regexes import regex

_NAMES = frozenset({"handle", "email", "url"})
_TOKEN = regex(r"(?<![\w@/.-])[a-z][\w.-]{4,40}(?![\w@/])")
_LAST = regex(r"(?:[/@ ]|\A)@?(?P<name>[a-z][\w.-]{4,40})/?\Z")
_SIGNS = str.maketrans("", "", "._-")
_SHORTEST = 7


def echoes(copy: Copy, told: Iterable[Span]) -> Iterator[Span]:
    """Words in small letters that are spelled as an account told elsewhere in the text."""
    names = {name for span in told if span.kind in _NAMES for name in _named(copy, span)}
    for token in _TOKEN.finditer(copy.text) if names else ():
        said = token[0].rstrip(".-")
        if said.islower() and said.translate(_SIGNS) in names:
            yield Span("handle", token.start(), token.start() + len(said))


def _named(copy: Copy, span: Span) -> Iterator[str]:
    """The name of an account, of a mailbox, or at the end of a link."""
    said = copy.lower[span.start : span.end]
    if span.kind == "email":
        said = said.partition("@")[0]
    elif span.kind == "url" and "/" not in said:
        return  # a site may be called as a company is
    if found := _LAST.search(said):
        name = found["name"].translate(_SIGNS)
        if len(name) >= _SHORTEST:
            yield name
