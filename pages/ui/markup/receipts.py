"""What somebody else sees: the receipt, the lit box of the dialog, its facts."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, run


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of the receipt: what it is about, and the word for seen or hidden."""

    what: str
    answer: str
    lit: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a dialog with its icon; lit = it is about what the customer gets to see."""

    text: str | Markup
    symbol: str
    lit: bool = False


def receipt(title: str, lines: Iterable[Seen]) -> Markup:
    """«Что видит Nova Pay»: two columns, lamp or struck eye plus a word."""
    rows = run(
        fill(
            '<div class="{tone}"><dt>{what}</dt><dd>{sign}{answer}</dd></div>',
            tone="lit" if one.lit else "unlit",
            what=one.what,
            answer=one.answer,
            sign=icon("lightbulb" if one.lit else "visibility_off"),
        )
        for one in lines
    )
    return fill(
        '<section class="card receipt"><h3>{eye}{title}</h3><dl>{rows}</dl></section>',
        eye=icon("visibility"),
        title=title,
        rows=rows,
    )


def lit_box(first: str, then: str) -> Markup:
    """Whom it is about, in bold, and who will see it: the first thing in a dialog that shows."""
    return fill('<div class="lit-box"><b>{first}</b><p>{then}</p></div>', first=first, then=then)


def facts(lines: Iterable[Fact]) -> Markup:
    """The facts under the lit box, one a line."""
    rows = run(
        fill(
            '<li class="{tone}">{sign}<span>{text}</span></li>',
            text=one.text,
            tone="lit" if one.lit else "",
            sign=icon(one.symbol),
        )
        for one in lines
    )
    return fill('<ul class="facts">{rows}</ul>', rows=rows)
