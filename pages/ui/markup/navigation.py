"""The navigation of each frame: staff at the left, customers on top, the mark at the door."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, run
from pages.ui.markup.people import Person, avatar


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the navigation."""

    href: str
    text: str
    symbol: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Bell:
    """The bell: where it leads, how many are unread, and the words that say so."""

    href: str
    unread: int
    label: str


@dataclass(frozen=True, slots=True)
class Menu:
    """What opens under the reader's own face."""

    who: Person
    label: str
    sign_out: str
    places: Sequence[Place] = ()


def staff_nav(
    places: Sequence[Place], *, label: str, home: str, bell: Bell | None, menu: Menu
) -> Markup:
    """The staff's navigation: mark and bell, places, the reader."""
    return fill(
        '<nav class="nav staff" aria-label="{label}"><div class="nav-head">{mark}{bell}</div>'
        "{places}{menu}</nav>",
        label=label,
        mark=_mark("Candela", home),
        bell=_bell(bell),
        places=_places(places),
        menu=_menu(menu, named=True),
    )


def customer_nav(
    places: Sequence[Place], *, label: str, agency: str, home: str, bell: Bell | None, menu: Menu
) -> Markup:
    """The customer's top bar with the agency's name; on a phone the places lie at the bottom."""
    return fill(
        '<nav class="nav customer" aria-label="{label}"><div class="nav-head">{mark}'
        '<div class="nav-tools">{bell}{menu}</div></div>{places}</nav>',
        label=label,
        mark=_mark(agency, home),
        bell=_bell(bell),
        places=_places(places),
        menu=_menu(menu, named=False),
    )


def door_mark(name: str = "Candela") -> Markup:
    """The mark above a form at the door."""
    return fill('<p class="door-mark"><i class="mark"></i><b>{name}</b></p>', name=name)


def divider(word: str) -> Markup:
    """A thin line with a word in it, between two ways to go on («или»)."""
    return fill('<p class="divider"><span>{word}</span></p>', word=word)


def _mark(name: str, home: str) -> Markup:
    return fill(
        '<a class="nav-mark" data-go href="{home}"><i class="mark"></i><b>{name}</b></a>',
        home=home,
        name=name,
    )


def _places(places: Sequence[Place]) -> Markup:
    return fill(
        '<ul class="nav-places">{drawn}</ul>',
        drawn=run(
            fill(
                '<li><a data-go href="{href}" {here}>{sign}<span>{text}</span></a></li>',
                href=one.href,
                text=one.text,
                sign=icon(one.symbol),
                here=Markup('aria-current="page"') if one.here else "",
            )
            for one in places
        ),
    )


def _bell(bell: Bell | None) -> Markup | str:
    if bell is None:
        return ""
    number = (
        fill('<i class="unread">{unread}</i>', unread=min(bell.unread, 99)) if bell.unread else ""
    )
    return fill(
        '<a class="bell" data-go href="{href}" aria-label="{label}" title="{label}">'
        "{sign}{number}</a>",
        href=bell.href,
        label=bell.label,
        number=number,
        sign=icon("notifications"),
    )


def _menu(menu: Menu, *, named: bool) -> Markup:
    """The reader's face; under it his pages and the way out, a plain form that posts."""
    text = fill(
        '<span class="person-text"><b>{name}</b><span class="person-line">{line}</span></span>',
        name=menu.who.name,
        line=menu.who.line,
    )
    places = run(
        fill(
            '<a data-go href="{href}">{sign}{text}</a>',
            href=one.href,
            sign=icon(one.symbol),
            text=one.text,
        )
        for one in menu.places
    )
    return fill(
        '<details class="menu"><summary aria-label="{label}">{face}{beside}</summary>'
        '<div class="menu-list">{inside}{places}'
        '<form method="post" action="/session/end"><button type="submit">{sign}{out}</button>'
        "</form></div></details>",
        label=menu.label,
        face=avatar(menu.who, size="m"),
        beside=text if named else "",
        inside="" if named else fill('<div class="menu-who">{text}</div>', text=text),
        places=places,
        sign=icon("logout"),
        out=menu.sign_out,
    )
