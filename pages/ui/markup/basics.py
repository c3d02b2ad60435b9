"""The smallest pieces: icon, chip, dot, links that look like buttons."""

import re
from collections.abc import Iterable
from functools import cache
from string import Formatter
from typing import Literal

from markupsafe import Markup, escape

Tone = Literal["plain", "line", "night", "lit", "yes", "no"]
Turn = Literal["other", "overdue", "ours", "dated", "done"]

_SPECIAL = re.compile("[&<>'\"]")
# A sentence's own signs after an address are none of it.
_ADDRESS = re.compile(r"(https?://[^\s<>\"'`«»“”]*[^\s<>\"'`«»“”.,;:!?)\]])")
_TURNS: dict[Turn, tuple[Tone, str]] = {
    "other": ("night", "hourglass_top"),
    "overdue": ("no", "hourglass_top"),
    "ours": ("plain", "person"),
    "dated": ("night", "event"),
    "done": ("plain", "check"),
}


def fill(template: str, **values: object) -> Markup:
    """A template of ours with values put in; everything that is not Markup is escaped."""
    # Here and in `run` every piece is escaped already: made directly, Markup asks no piece again.
    pieces = []
    for literal, name in _pieces(template):
        pieces.append(literal)
        if name is not None:
            pieces.append(_escaped(values[name]))
    return str.__new__(Markup, "".join(pieces))


def _escaped(value: object) -> str:
    """What `escape` returns, in a quarter of its time for a text with nothing to escape."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL.search(value)):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """The template taken apart, once: a list of fifty rows fills some five hundred of them."""
    parsed = tuple(Formatter().parse(template))
    if any(spec or conversion for _, _, spec, conversion in parsed):
        raise ValueError(template)
    return tuple((literal, name) for literal, name, _, _ in parsed)


def run(parts: Iterable[str | Markup]) -> Markup:
    """Pieces one after the other; plain strings are escaped."""
    return str.__new__(Markup, "".join(map(_escaped, parts)))


def icon(name: str, *, label: str = "") -> Markup:
    """An icon by its Material Symbols name (the ones of `look/icons.txt`).

    Without a label it is decoration beside a word; with one it speaks for itself.
    """
    if label:
        return fill(
            '<span class="ms" role="img" aria-label="{label}">{name}</span>', label=label, name=name
        )
    return fill('<span class="ms" aria-hidden="true">{name}</span>', name=name)


def chip(text: str, *, tone: Tone = "plain", symbol: str = "") -> Markup:
    """A short fact in a pill. `lit` means: the customer sees this; `no`: refused or overdue."""
    drawn = icon(symbol) if symbol else ""
    return fill('<span class="chip {tone}">{drawn}{text}</span>', tone=tone, drawn=drawn, text=text)


def waiting(text: str, turn: Turn) -> Markup:
    """Whose turn it is, in words fit for the reader («Ждём заказчика: 3 дня»).

    other = somebody else's, overdue = longer than the norm, ours = the reader's own side,
    dated = a date is set, done = nothing is waited for.
    """
    tone, symbol = _TURNS[turn]
    return chip(text, tone=tone, symbol=symbol)


def chips(words: Iterable[str], *, tone: Tone = "plain") -> Markup:
    """Skills, categories or languages in a row that wraps."""
    drawn = run(fill("<li>{one}</li>", one=chip(word, tone=tone)) for word in words)
    return fill('<ul class="chips">{drawn}</ul>', drawn=drawn)


def lit_dot(label: str) -> Markup:
    """The amber dot: the customer has not opened this yet (or: new for you)."""
    return fill(
        '<span class="lit-dot" role="img" aria-label="{label}" title="{label}"></span>', label=label
    )


def link(text: str | Markup, href: str) -> Markup:
    """A link to a page of ours; a plain click switches pages without a reload."""
    return fill('<a data-go href="{href}">{text}</a>', href=href, text=text)


def outside(text: str | Markup, href: str) -> Markup:
    """A link that leaves the app, in a new tab; `tel:` and `mailto:` stay where they are."""
    if href.startswith(("tel:", "mailto:")):
        return fill('<a href="{href}">{text}</a>', href=href, text=text)
    return fill(
        '<a href="{href}" target="_blank" rel="noopener noreferrer">{text}</a>',
        href=href,
        text=text,
    )


def with_links(text: str) -> Markup:
    """A text in which every web address leads there; one of any other kind stays a word."""
    parts = _ADDRESS.split(text)
    return run(outside(part, part) if at % 2 else part for at, part in enumerate(parts))


def button_link(
    text: str,
    href: str,
    *,
    symbol: str = "",
    primary: bool = False,
    download: bool = False,
    drop: bool = False,
) -> Markup:
    """A link that looks like a button: leads to a page, or downloads from one of our routes.

    With `drop`, files that are dropped anywhere on this page are taken to the one it leads to.
    """
    kind = "button primary" if primary else "button"
    how = Markup("data-go data-drop") if drop else Markup("data-go")
    if download:
        how = Markup("download")
    return fill(
        '<a class="{kind}" {how} href="{href}">{drawn}<span>{text}</span></a>',
        kind=kind,
        how=how,
        href=href,
        drawn=icon(symbol) if symbol else "",
        text=text,
    )


def copy_button(text: str, *, label: str, done: str) -> Markup:
    """A button that puts a text on the clipboard and then says so (`done`)."""
    return fill(
        '<button type="button" class="button" data-copy="{text}" data-done="{done}">'
        '{drawn}<span aria-live="polite">{label}</span></button>',
        text=text,
        done=done,
        label=label,
        drawn=icon("content_copy"),
    )


def marked(text: str, symbol: str, *, label: str, tone: str = "") -> Markup:
    """A word with a quiet sign behind it, which says itself what it means."""
    return fill(
        '<span class="marked {tone}" title="{label}">{text}{sign}</span>',
        tone=tone,
        label=label,
        text=text,
        sign=icon(symbol, label=label),
    )


def section(title: str, count: int | str = "", *, place: str = "") -> Markup:
    """The heading of a part of a page, with a quiet number beside it.

    A link with `#place` in its address leads there.
    """
    number = fill(' <span class="count">{count}</span>', count=count) if count != "" else ""
    named = fill(' id="{place}"', place=place) if place else ""
    return fill(
        '<h2 class="section"{named}>{title}{number}</h2>', named=named, title=title, number=number
    )


def quiet(text: str | Markup) -> Markup:
    """A line of secondary text."""
    return fill('<p class="quiet">{text}</p>', text=text)
