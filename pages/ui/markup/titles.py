"""The top of a page: title with its number and line, the way back, a candidate's head."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, link, run
from pages.ui.markup.people import Contact, Person, avatar, contacts


def title(text: str, *, count: int | str = "", line: str | Markup = "") -> Markup:
    """The one `h1` of a page, a quiet number beside it, a quiet line under it."""
    number = fill(' <span class="count">{count}</span>', count=count) if count != "" else ""
    under = fill('<p class="line">{line}</p>', line=line) if line else ""
    return fill(
        '<header class="title"><h1>{text}{number}</h1>{under}</header>',
        text=text,
        number=number,
        under=under,
    )


def crumbs(parts: Iterable[tuple[str, str]]) -> Markup:
    """Where this page belongs: pairs of words and address ("" = not a link)."""
    drawn = [
        link(text, href) if href else fill("<span>{text}</span>", text=text) for text, href in parts
    ]
    return fill(
        '<p class="crumbs">{drawn}</p>', drawn=Markup('<i aria-hidden="true">/</i>').join(drawn)
    )


def back(text: str, href: str, *, place: str | Markup = "") -> Markup:
    """The way back, and where one is («1 з 3», or `turning`) at the right."""
    return fill(
        '<p class="back"><a data-go href="{href}">{arrow}{text}</a><span>{place}</span></p>',
        href=href,
        text=text,
        place=place,
        arrow=icon("arrow_back"),
    )


def candidate_head(
    who: Person,
    *,
    ways: Sequence[Contact] = (),
    under: Sequence[Markup] = (),
    lead: Markup | str = "",
) -> Markup:
    """A candidate's face, name and headline; his contacts as pills, or chips, under them."""
    return fill(
        '<header class="title candidate-head">{lead}<div>{face}<div class="names"><h1>{name}</h1>'
        '<p class="line">{line}</p>{ways}{under}</div></div></header>',
        lead=lead,
        face=avatar(who, size="xl"),
        name=who.name,
        line=who.line,
        ways=contacts(ways) if ways else "",
        under=fill('<div class="under">{under}</div>', under=run(under)) if under else "",
    )
