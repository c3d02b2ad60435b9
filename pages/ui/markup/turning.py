"""From one to the next: which of how many this is, and the ways to those beside it."""

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon
from pages.ui.markup.calendars import Way


def turning(words: str, *, before: Way | None, after: Way | None, label: str) -> Markup:
    """«2 of 5» between two arrows, at the top of a page; ways are (words, address).

    It stands at the end of a line (`back`), so it is no block of its own.
    """
    return fill(
        '<span class="turning" role="group" aria-label="{label}">{back}<b>{words}</b>{on}</span>',
        label=label,
        back=_arrow(before, "chevron_left", "before"),
        words=words,
        on=_arrow(after, "chevron_right", "after"),
    )


def way_on(*, before: Way | None, after: Way, label: str) -> Markup:
    """Where a page ends: back to the one before, on to the next, in words."""
    return fill(
        '<nav class="way-on" aria-label="{label}">{back}<a class="button" data-go '
        'data-again="on" href="{href}"><span>{words}</span>{sign}</a></nav>',
        label=label,
        back=_earlier(before) if before else "",
        href=after[1],
        words=after[0],
        sign=icon("chevron_right"),
    )


def _earlier(way: Way) -> Markup:
    return fill(
        '<a class="button earlier" data-go data-again="back" href="{href}">{sign}'
        "<span>{words}</span></a>",
        href=way[1],
        sign=icon("chevron_left"),
        words=way[0],
    )


def _arrow(way: Way | None, sign: str, again: str) -> Markup:
    """A link; where there is nobody any more, a sign that leads nowhere and is not read out."""
    if way is None:
        return fill("<i>{sign}</i>", sign=icon(sign))
    return fill(
        '<a data-go data-again="{again}" href="{href}" aria-label="{words}" title="{words}">'
        "{sign}</a>",
        again=again,
        href=way[1],
        words=way[0],
        sign=icon(sign),
    )
