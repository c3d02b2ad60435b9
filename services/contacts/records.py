"""Contacts in records that a program reads: the fields of a vCard, commands of a LaTeX résumé."""

from collections.abc import Iterator

from services.contacts.folding import Copy
from services.contacts.found import Kind, Span
from services.contacts.regexes import regex

_CARD = "begin:vcard"
_FIELD = regex(
    r"(?:(?<=\n)|\A)(?:item\d\.)?(?P<key>adr|tel|email|url|impp|nickname"
    r"|x-(?:skype|jabber|icq|telegram|socialprofile)[\w-]{0,12})"
    r"(?:;[^:\n]{1,80})?:(?P<value>[^\n]{3,240})"
)
_COMMAND = regex(
    r"\\(?P<key>social|homepage|website|address|github|gitlab|linkedin|twitter|skype|telegram)"
    r"(?:\[[^\]\n]{0,40}\])?(?P<value>(?:\{[^{}\n]{1,120}\}){1,3})"
)
# "id,first,last,user_name,phone": the head of a table, and no names of accounts.
_HEAD_OF_A_TABLE = regex(
    r"(?:(?<=\n)|\A)[a-z_]{1,24}(?P<sign>[,;\t])(?:[a-z_]{1,24}(?P=sign)){2,30}[a-z_]{1,24}(?=\n)"
)
_KINDS: dict[str, Kind] = {
    "adr": "address",
    "address": "address",
    "tel": "phone",
    "email": "email",
    "url": "url",
    "homepage": "url",
    "website": "url",
}
_AROUND = " ;{}"


def records(copy: Copy) -> Iterator[Span]:
    """What the fields say; a kind that is not named is an account."""
    low = copy.lower
    for pattern in _FIELD, _COMMAND:
        if (_CARD if pattern is _FIELD else "\\") not in low:
            continue
        for field in pattern.finditer(low):
            value = field["value"]
            start = field.start("value") + len(value) - len(value.lstrip(_AROUND))
            end = field.start("value") + len(value.rstrip(_AROUND))
            if start < end:
                yield Span(_KINDS.get(field["key"], "handle"), start, end)


def heads_of_tables(text: str) -> list[tuple[int, int]]:
    """Where lines stand that name the columns of a table."""
    if "_" not in text:
        return []
    return [head.span() for head in _HEAD_OF_A_TABLE.finditer(text)]
