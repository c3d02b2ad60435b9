"""People: avatar, a person's line, ways to reach him."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, outside, run

Size = Literal["s", "m", "l", "xl"]
TINTS = 6

_SYMBOLS = {
    "phone": "call",
    "email": "mail",
    "telegram": "send",
    "link": "link",
    "url": "link",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Anybody with a face: `key` chooses the tint, so he looks the same on every page.

    `photo` is the address of a picture that stands in the place of the initials.
    """

    key: int
    name: str
    line: str = ""
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach somebody; `kind` is phone, email, telegram, link or any other word."""

    kind: str
    text: str


def initials(name: str) -> str:
    """At most two capital letters out of a name («Анна-Мария Костюк» → «АК»)."""
    firsts = [next((c for c in word if c.isalnum()), "") for word in name.split()]
    return "".join(first for first in firsts if first)[:2].upper()


def tint(key: int) -> int:
    """The person's tint, 1 to 6."""
    return key % TINTS + 1


def avatar(person: Person, *, size: Size = "m") -> Markup:
    """The photo, else initials on the person's tint. Decoration: the name stands beside it."""
    if person.photo:
        return fill(
            '<img class="avatar {size}" src="{photo}" alt="">', size=size, photo=person.photo
        )
    return fill(
        '<span class="avatar {size} tint-{tint}" aria-hidden="true">{letters}</span>',
        size=size,
        tint=tint(person.key),
        letters=initials(person.name),
    )


def person(who: Person, *, size: Size = "m") -> Markup:
    """Avatar, name and a quiet second line."""
    line = fill('<span class="person-line">{line}</span>', line=who.line) if who.line else ""
    return fill(
        '<div class="person">{face}<span class="person-text"><b>{name}</b>{line}</span></div>',
        face=avatar(who, size=size),
        name=who.name,
        line=line,
    )


def device(name: str, line: str) -> Markup:
    """A browser somebody is signed in with: a sign instead of a face, name, quiet second line."""
    return fill(
        '<div class="person"><span class="avatar m device">{sign}</span>'
        '<span class="person-text"><b>{name}</b><span class="person-line">{line}</span></span>'
        "</div>",
        sign=icon("language"),
        name=name,
        line=line,
    )


def href(contact: Contact) -> str:
    """What a click on a contact does: call, write, open the chat; "" if nothing can be done."""
    if contact.kind == "phone":
        digits = "".join(c for c in contact.text if c.isdigit())
        return f"tel:{'+' if contact.text.strip().startswith('+') else ''}{digits}"
    if contact.kind == "email":
        return f"mailto:{quote(contact.text, safe='@')}"
    if contact.kind == "telegram":
        return f"https://t.me/{quote(contact.text.strip().lstrip('@'))}"
    if contact.kind in {"link", "url"} and contact.text.startswith(("https://", "http://")):
        return contact.text
    return ""


def contacts(ways: Iterable[Contact]) -> Markup:
    """Contacts as pills that act: `tel:`, `mailto:`, `t.me`."""
    return fill(
        '<ul class="contacts">{ways}</ul>',
        ways=run(fill("<li>{way}</li>", way=_way(one)) for one in ways),
    )


def _way(contact: Contact) -> Markup:
    text = run(
        [
            icon(_SYMBOLS.get(contact.kind, "alternate_email")),
            fill("<span>{text}</span>", text=contact.text),
        ]
    )
    target = href(contact)
    return outside(text, target) if target else fill("<span>{text}</span>", text=text)


def reach(who: Person, ways: Iterable[Contact], *, lead: str = "", words: str = "") -> Markup:
    """Whom to call: avatar, a leading word («Ваша рекрутерка»), name, plain contact links.

    `words` are what he says of himself, in lines of his own.
    """
    links = run(
        fill("<li>{one}</li>", one=outside(way.text, href(way)) if href(way) else way.text)
        for way in ways
    )
    return fill(
        '<div class="reach">{face}<div>{lead}<p><b>{name}</b></p><ul>{links}</ul>{words}'
        "</div></div>",
        face=avatar(who, size="l"),
        lead=fill('<p class="lead">{lead}</p>', lead=lead) if lead else "",
        name=who.name,
        links=links,
        words=fill('<div class="typed">{words}</div>', words=words) if words else "",
    )
