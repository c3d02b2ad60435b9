"""Around a calendar: turning it, choosing a view, which colour is which."""

from collections.abc import Sequence

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, run

Way = tuple[str, str]


def turner(stretch: str, *, before: Way, now: Way, after: Way, label: str) -> Markup:
    """Back, today, on, and beside them the stretch that is shown; ways are (words, address)."""
    return fill(
        '<nav class="turner" aria-label="{label}"><a class="button" data-go href="{back}" '
        'aria-label="{back_word}">{back_sign}</a><a class="button" data-go href="{now}">{now_word}'
        '</a><a class="button" data-go href="{on}" aria-label="{on_word}">{on_sign}</a>'
        "<b>{stretch}</b></nav>",
        label=label,
        back=before[1],
        back_word=before[0],
        back_sign=icon("chevron_left"),
        now=now[1],
        now_word=now[0],
        on=after[1],
        on_word=after[0],
        on_sign=icon("chevron_right"),
        stretch=stretch,
    )


def switch(ways: Sequence[tuple[str, str, bool]], *, label: str) -> Markup:
    """Views of the same thing as links side by side: (words, address, whether it is this one)."""
    drawn = run(
        fill(
            '<li><a data-go href="{href}"{here}>{word}</a></li>',
            href=href,
            here=Markup(' aria-current="page"') if here else "",
            word=word,
        )
        for word, href, here in ways
    )
    return fill('<ul class="switch" aria-label="{label}">{drawn}</ul>', label=label, drawn=drawn)


def key_line(chips: Sequence[Markup], words: str) -> Markup:
    """Which colour is which, and a quiet word about all of it."""
    return fill(
        '<div class="key-line"><div>{chips}</div><p class="quiet">{words}</p></div>',
        chips=run(chips),
        words=words,
    )
