"""Contacts marked inside a text while it is laid out, and the text read back with offsets.

A mark is one private-use character before the contact, telling its kind, and one behind it.
Whatever a layout does around a contact, the labels stay exact.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

KINDS = ("email", "phone", "url", "handle", "address")
_OPEN = {kind: chr(0xE001 + place) for place, kind in enumerate(KINDS)}
_KIND = {sign: kind for kind, sign in _OPEN.items()}
_CLOSE = "\ue000"
_GLUE = {ord(space): 0xE010 + place for place, space in enumerate(" \n\t")}
_MARKED = re.compile(f"([{''.join(_OPEN.values())}][^{_CLOSE}]*{_CLOSE})")


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a contact stands: offsets in characters."""

    kind: str
    start: int
    end: int


def marked(kind: str, text: str) -> str:
    """The text as a contact of this kind, in full."""
    return f"{_OPEN[kind]}{text}{_CLOSE}"


def around(text: str, change: Callable[[str], str]) -> str:
    """The text with everything but its contacts changed."""
    pieces = _MARKED.split(text)
    return "".join(piece if piece[:1] in _KIND else change(piece) for piece in pieces)


def glued(text: str) -> str:
    """The text with no space inside a contact, so that breaking its lines leaves contacts whole."""
    pieces = _MARKED.split(text)
    return "".join(piece.translate(_GLUE) if piece[:1] in _KIND else piece for piece in pieces)


def unglued(text: str) -> str:
    """The same text with the spaces again."""
    return text.translate({glue: space for space, glue in _GLUE.items()})


def read(text: str) -> tuple[str, list[Contact]]:
    """The text without marks, and the contacts in it."""
    clean: list[str] = []
    contacts: list[Contact] = []
    length = 0
    for piece in _MARKED.split(text):
        kind = _KIND.get(piece[:1])
        said = piece[1:-1] if kind else piece
        if kind:
            contacts.append(Contact(kind, length, length + len(said)))
        clean.append(said)
        length += len(said)
    return "".join(clean), contacts
