"""Notes: who reads them is seen before a word of them is read."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from pages.ui.markup.basics import chip, fill, icon, link, run
from pages.ui.markup.people import Person, avatar

Readers = Literal["hidden", "opened", "customer"]

_SIGNS: dict[Readers, str] = {"hidden": "lock", "opened": "lightbulb", "customer": "group"}


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is shown.

    hidden = staff only (sunken, dashed, lock); opened = the named readers see it (lit, lamp);
    customer = written by the customer (plain, his company beside the name).
    `readers` is the line at its foot and always names them; "" leaves the foot out.
    `answer` sets it in under what it answers; `mark` stands beside the time ("edited").
    `story` is what became of it (a line and the words it had), folded away under `story_title`;
    `doings` are links to what can be done with it.
    """

    author: Person
    when: str
    text: str
    kind: Readers
    readers: str = ""
    company: str = ""
    anchor: str = ""
    fresh: str = ""
    answer: bool = False
    mark: str = ""
    story: tuple[tuple[str, str], ...] = ()
    story_title: str = ""
    doings: tuple[tuple[str, str], ...] = ()


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
        '<article class="note {kind}{answer}" {anchor}><header>{face}<b>{name}</b>{company}{fresh}'
        "<time>{when}</time></header><p>{text}</p>{foot}{story}{doings}</article>",
        kind=shown.kind,
        answer=" answer" if shown.answer else "",
        story=_story(shown),
        doings=_doings(shown),
        anchor=fill('id="{anchor}"', anchor=shown.anchor) if shown.anchor else "",
        face=avatar(shown.author, size="s"),
        name=shown.author.name,
        company=chip(shown.company) if shown.company else "",
        fresh=chip(shown.fresh, tone="night") if shown.fresh else "",
        when=f"{shown.when} · {shown.mark}" if shown.mark else shown.when,
        text=shown.text,
        foot=foot,
    )


def _story(shown: Note) -> Markup:
    if not shown.story:
        return Markup("")
    lines = run(
        fill("<li><span>{line}</span>{words}</li>", line=line, words=_words(words))
        for line, words in shown.story
    )
    return fill(
        "<details><summary>{title}</summary><ul>{lines}</ul></details>",
        title=shown.story_title,
        lines=lines,
    )


def _words(words: str) -> Markup:
    return fill("<p>{words}</p>", words=words) if words else Markup("")


def _doings(shown: Note) -> Markup:
    if not shown.doings:
        return Markup("")
    ways = run(link(word, address) for word, address in shown.doings)
    return fill('<nav class="doings">{ways}</nav>', ways=ways)
