"""Documents: the résumé sheet, what was cut out of it, a letter as it went out."""

from collections.abc import Iterable

from markupsafe import Markup

from pages.ui.markup.basics import chip, fill, icon, quiet, run


def sheet(text: Markup, *, label: str) -> Markup:
    """A résumé on its sheet.

    `text` is cleaned HTML and comes as Markup from the service that cleaned it; a plain string
    would be shown with its tags, never run.
    """
    return fill(
        '<article class="sheet prose" aria-label="{label}">{text}</article>', label=label, text=text
    )


def files(links: Iterable[Markup]) -> Markup:
    """Links to files, as buttons in a line."""
    return fill('<div class="files">{links}</div>', links=run(links))


def cut(word: str) -> Markup:
    """The hatched stub where contact data was taken out, with the word that says so."""
    return fill('<span class="cut">{word}</span>', word=word)


def taken(
    kind: str, before: str, text: str, after: str, *, gone: bool, more: Iterable[str] = ()
) -> Markup:
    """Something taken out of a résumé, or put back: of what kind, and among which words."""
    return fill(
        '<div class="taken">{kind}<span class="among">{before}{text}{after}</span>{more}</div>',
        kind=chip(kind),
        before=before,
        text=fill("<del>{text}</del>" if gone else "<b>{text}</b>", text=text),
        after=after,
        more=quiet(" · ".join(more)) if more else "",
    )


def differences(lines: Iterable[tuple[str, str]], *, label: str) -> Markup:
    """Two texts line by line: what has "gone", what has "come", how much is the "same"."""
    shown = {
        "gone": '<li class="gone"><del>{text}</del></li>',
        "come": '<li class="come"><ins>{text}</ins></li>',
    }
    return fill(
        '<ul class="differences" aria-label="{label}">{lines}</ul>',
        label=label,
        lines=run(
            fill(shown.get(kind, '<li class="same">{text}</li>'), text=text) for kind, text in lines
        ),
    )


def absent(title: str, sentence: str, *, symbol: str = "draft") -> Markup:
    """A sheet that is not there: nothing to show yet, withheld, or unreadable; says what to do."""
    return fill(
        '<article class="sheet absent">{sign}<b>{title}</b><p>{sentence}</p></article>',
        sign=icon(symbol),
        title=title,
        sentence=sentence,
    )


def letter(heads: Iterable[tuple[str, str | Markup]], body: Markup | str) -> Markup:
    """A letter as it went out: From, To, Subject, Date, then its text."""
    return fill(
        '<article class="sheet letter">{heads}<div class="prose">{body}</div></article>',
        heads=pairs(heads),
        body=body,
    )


def pairs(lines: Iterable[tuple[str, str | Markup]]) -> Markup:
    """Names and values under each other: the facts of a vacancy, the head of a letter."""
    rows = run(
        fill("<div><dt>{name}</dt><dd>{value}</dd></div>", name=name, value=value)
        for name, value in lines
    )
    return fill('<dl class="pairs">{rows}</dl>', rows=rows)


def words(text: str) -> Markup:
    """A text people typed, with their line breaks, nothing made of it."""
    return fill('<div class="typed">{text}</div>', text=text)
