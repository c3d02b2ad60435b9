"""Cards that are one link: a customer's vacancies and candidates, readable at 390 px."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, lit_dot, run
from pages.ui.markup.people import Person, avatar
from pages.ui.markup.stages import StageCount, legend, stage_bar


@dataclass(frozen=True, slots=True)
class Strip:
    """The line at a card's foot: what waits for the reader (lit) or what comes next."""

    text: str
    symbol: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class VacancyCard:
    """A vacancy as its customer meets it."""

    href: str
    title: str
    line: str
    counts: Sequence[StageCount]
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class CandidateCard:
    """A candidate of a vacancy; `fresh` is the word for «new for you», "" if already opened."""

    href: str
    who: Person
    foot: Sequence[Markup] = ()
    fresh: str = ""


def vacancy_card(card: VacancyCard) -> Markup:
    """Title, a quiet line, the bar of stages with its legend, the lit strip."""
    return fill(
        '<li class="card tappable"><h2><a data-go href="{href}">{title}</a></h2><p>{line}</p>'
        "{bar}{strip}</li>",
        href=card.href,
        title=card.title,
        line=card.line,
        bar=run([stage_bar(card.counts), legend(card.counts)]) if card.counts else "",
        strip=strip(card.strip) if card.strip else "",
    )


def candidate_card(card: CandidateCard) -> Markup:
    """Face, name, headline, and under them stage, whose turn, answers."""
    foot = fill('<div class="card-foot">{foot}</div>', foot=run(card.foot)) if card.foot else ""
    return fill(
        '<li class="card tappable candidate">{face}<div><h2><a data-go href="{href}">{name}</a>'
        "{fresh}</h2><p>{line}</p>{foot}</div></li>",
        face=avatar(card.who, size="l"),
        href=card.href,
        name=card.who.name,
        line=card.who.line,
        fresh=lit_dot(card.fresh) if card.fresh else "",
        foot=foot,
    )


def cards(drawn: Iterable[Markup]) -> Markup:
    """Cards under each other; side by side where there is room."""
    return fill('<ul class="cards">{drawn}</ul>', drawn=run(drawn))


def strip(shown: Strip) -> Markup:
    """The strip at the foot of a card."""
    return fill(
        '<div class="strip {tone}">{sign}<span>{text}</span>{arrow}</div>',
        tone="lit" if shown.lit else "",
        sign=icon(shown.symbol),
        text=shown.text,
        arrow=icon("arrow_forward"),
    )
