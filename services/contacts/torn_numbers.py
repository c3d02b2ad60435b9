"""Numbers torn apart by signs that nobody puts there but to hide them, or by cells of a table."""

import re
from collections.abc import Iterator

from services.contacts.digits import Group, ends_in_a_year, gaps_of, is_date, is_whole
from services.contacts.found import Span
from services.contacts.phone_ends import edges
from services.contacts.phone_words import said
from services.contacts.regexes import regex

# Signs between the digits that nobody puts there but to hide a number, and cells of a table.
_TORN = tuple(
    regex(
        r"(?<![\w.,$€£₴₽-])(?:\+ ?)?[(\[{]?"
        rf"\d(?:(?:[^\w$€£₴₽%©®{newline}]|_){{0,7}}\d){{8,14}}(?![\w%]|[.,:]\d)"
    )
    for newline in (r"\n", "")  # within a line, and over several
)
_ONLY_TORN = regex(r"[^\d +()./-]|-{2}|\. ?\.|/ ?/|\d ?\+ ?\d|[)\d]\n|\d\)? ?\(\d+\) ?\(")
_GROUP = regex(r"\d+")
_BRACKETS_BETWEEN = regex(r"[\])}>»\"'] ?[\[({<«\"']")
_HIDING = frozenset(
    ["*", "•", "·", "|", "~", ";", "#", "^", "=", "_", "'", "’", "+", "→", ">", ":", "::"]
)  # one sign between all groups, which nobody puts into a sum


def torn_numbers(text: str) -> Iterator[Span]:
    """Such numbers in a text with true figures."""
    for pattern in _TORN:
        for torn in pattern.finditer(text):
            if _ONLY_TORN.search(torn[0]):
                yield from _read(text, torn)


def _read(text: str, torn: re.Match[str]) -> Iterator[Span]:
    """A number taken apart by signs or cells: believed when it is whole, or when words say so."""
    groups = [Group(digits.start(), digits[0]) for digits in _GROUP.finditer(text, *torn.span())]
    told = said(text, torn.start(), torn.end(), len(re.findall(r"\d", torn[0])))
    plus = torn[0].startswith("+")
    signs = set(gaps_of(text, groups))
    if len(signs) > 1 and signs & {".", ","}:  # figures of a table: 10.3, 14.0 | 1.5
        told = "" if told == "phone" else told
    if told == "other" or is_date(groups) or ("\n\n" in torn[0] and not plus):
        return
    for last in range(len(groups), 0, -1):  # a year in the next cell is not a part of it
        part = groups[:last]
        between = (_BRACKETS_BETWEEN.sub("*", sign) for sign in gaps_of(text, part))
        hidden = {sign.strip(" ") for sign in between} <= _HIDING
        whole = is_whole(part, plus=plus, said=told == "phone", hidden=hidden)
        if whole and not is_date(part) and not ends_in_a_year(text, part):
            yield Span("phone", *edges(text, torn.start(), groups[0], groups[last - 1]))
            return
