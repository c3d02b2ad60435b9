"""What somebody else sees: the receipt, the frame around his page, the lit box, its facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, run

Fate = Literal["shown", "cut", "hidden"]
_SIGNS: dict[Fate, tuple[str, str]] = {
    "shown": ("lit", "lightbulb"),
    "cut": ("cutout", "hide_source"),
    "hidden": ("unlit", "visibility_off"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where something was cut: the words around it, and the word for what it was."""

    before: str
    word: str
    after: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of the receipt: what it is about, the word for what becomes of it, and why."""

    what: str
    answer: str
    fate: Fate
    why: str = ""
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a dialog with its icon; lit = it is about what the customer gets to see."""

    text: str | Markup
    symbol: str
    lit: bool = False


def receipt(title: str, lines: Iterable[Seen]) -> Markup:
    """«Что видит Nova Pay»: two columns, lamp or struck eye plus a word, under it the rule."""
    return fill(
        '<section class="card receipt"><h2>{eye}{title}</h2><dl>{rows}</dl></section>',
        eye=icon("visibility"),
        title=title,
        rows=run(_line(one) for one in lines),
    )


def _line(one: Seen) -> Markup:
    tone, symbol = _SIGNS[one.fate]
    gaps = run(
        fill(
            '<li>{before} <span class="cut">{word}</span> {after}</li>',
            before=gap.before,
            word=gap.word,
            after=gap.after,
        )
        for gap in one.gaps
    )
    return fill(
        '<div class="{tone}"><dt>{what}</dt><dd>{sign}{answer}</dd>{why}{gaps}</div>',
        tone=tone,
        what=one.what,
        answer=one.answer,
        sign=icon(symbol),
        why=fill('<dd class="why">{why}</dd>', why=one.why) if one.why else "",
        gaps=fill('<dd class="why"><ul>{gaps}</ul></dd>', gaps=gaps) if one.gaps else "",
    )


def looking_on(text: str, line: str) -> Markup:
    """The strip above a page that is somebody else's: whose it is, and that nothing acts here."""
    return fill(
        '<div class="looking-on">{eye}<b>{text}</b><span>{line}</span></div>',
        eye=icon("visibility"),
        text=text,
        line=line,
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
