"""Contacts that stand where they must not be seen: the text, and each of them in its line."""

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, link, run

_BESIDE = 30


def leak_place(name: str, href: str = "", *, whose: str = "") -> Markup:
    """The text in which something was found, with the way to where it is mended."""
    named = link(name, href) if href else name
    person = fill(" <span>{whose}</span>", whose=whose) if whose else ""
    return fill('<p class="leak-place">{named}{person}</p>', named=named, person=person)


def leak(before: str, found: str, after: str, *, symbol: str, said: str = "") -> Markup:
    """What was found, marked between the words around it; `said` tells what it is."""
    words = run((_end_of(before), fill("<mark>{found}</mark>", found=found), _begin_of(after)))
    more = fill("<span>{said}</span>", said=said) if said else ""
    return fill(
        '<div class="leak">{sign}<p>{words}{more}</p></div>',
        sign=icon(symbol),
        words=words,
        more=more,
    )


def _end_of(words: str) -> str:
    """The last whole words of it."""
    if len(words) <= _BESIDE:
        return words
    cut = words[-_BESIDE:]
    return f"… {cut.partition(' ')[2] or cut}"


def _begin_of(words: str) -> str:
    """The first whole words of it."""
    if len(words) <= _BESIDE:
        return words
    cut = words[:_BESIDE]
    return f"{cut.rpartition(' ')[0] or cut} …"
