"""Notes: who reads them is seen before a word of them is read."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from pages.ui.markup.basics import chip, fill, icon
from pages.ui.markup.people import Person, avatar

Readers = Literal["hidden", "opened", "customer"]

_SIGNS: dict[Readers, str] = {"hidden": "lock", "opened": "lightbulb", "customer": "group"}


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is shown.

    hidden = staff only (sunken, dashed, lock); opened = the named readers see it (lit, lamp);
    customer = written by the customer (plain, his company beside the name).
    `readers` is the line at its foot and always names them; "" leaves the foot out.
    """

    author: Person
    when: str
    text: str
    kind: Readers
    readers: str = ""
    company: str = ""
    anchor: str = ""
    fresh: str = ""


def note(shown: Note) -> Markup:
    """One note. Line breaks of the author are kept; links are not made."""
    foot = ""
    if shown.readers:
        foot = fill(
            "<footer>{sign}<span>{readers}</span></footer>",
            sign=icon(_SIGNS[shown.kind]),
            readers=shown.readers,
        )
    return fill(
        '<article class="note {kind}" {anchor}><header>{face}<b>{name}</b>{company}{fresh}'
        "<time>{when}</time></header><p>{text}</p>{foot}</article>",
        kind=shown.kind,
        anchor=fill('id="{anchor}"', anchor=shown.anchor) if shown.anchor else "",
        face=avatar(shown.author, size="s"),
        name=shown.author.name,
        company=chip(shown.company) if shown.company else "",
        fresh=chip(shown.fresh, tone="night") if shown.fresh else "",
        when=shown.when,
        text=shown.text,
        foot=foot,
    )
