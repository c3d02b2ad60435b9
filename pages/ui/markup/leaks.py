"""Contacts that stand where they must not be seen: the text, and each of them in its line."""

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, link, run


def leak_place(name: str, href: str = "", *, whose: str = "") -> Markup:
    """The text in which something was found, with the way to where it is mended."""
    named = link(name, href) if href else name
    person = fill(" <span>{whose}</span>", whose=whose) if whose else ""
    return fill('<p class="leak-place">{named}{person}</p>', named=named, person=person)


def leak(before: str, found: str, after: str, *, symbol: str, said: str = "") -> Markup:
    """What was found, marked between the words around it; `said` tells what it is."""
    words = run(
        (before[-40:], fill("<mark>{found}</mark>", found=found), after[:40]),
    )
    more = fill("<span>{said}</span>", said=said) if said else ""
    return fill(
        '<div class="leak">{sign}<p>{words}{more}</p></div>',
        sign=icon(symbol),
        words=words,
        more=more,
    )
