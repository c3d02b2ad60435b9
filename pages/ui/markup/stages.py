"""Stages: the dot with its word, the bar of a vacancy, the progress of one candidate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pages.ui.markup.basics import fill, run

#: Kinds with a colour of their own; any other stage gets the grey of the longlist.
KINDS = frozenset({"longlist", "new", "review", "interview", "offer", "hired", "refused"})


@dataclass(frozen=True, slots=True)
class StageCount:
    """A stage with the number of candidates in it; `kind` chooses the colour."""

    kind: str
    name: str
    count: int


def kind_class(kind: str) -> str:
    """The CSS class of a stage's colour."""
    return f"at-{kind if kind in KINDS else 'longlist'}"


def stage(kind: str, name: str) -> Markup:
    """A stage: its dot, always beside the word."""
    return fill(
        '<span class="stage {kind}"><i class="dot"></i>{name}</span>',
        kind=kind_class(kind),
        name=name,
    )


def stage_bar(counts: Iterable[StageCount]) -> Markup:
    """The candidates of a vacancy as one bar, wide where many are; the legend has the words."""
    parts = run(
        fill(
            '<i class="{kind}" style="flex-grow:{count}"></i>',
            kind=kind_class(one.kind),
            count=one.count,
        )
        for one in counts
        if one.count > 0
    )
    return fill('<div class="stage-bar" aria-hidden="true">{parts}</div>', parts=parts)


def legend(counts: Iterable[StageCount], *, counted: bool = True) -> Markup:
    """The words and numbers of a stage bar: «Нові 2», so that no plural can be wrong.

    Not `counted`: only which colour is which, once for a list of bars.
    """
    parts = run(
        fill(
            '<li class="stage {kind}"><i class="dot"></i>{name}{count}</li>',
            kind=kind_class(one.kind),
            name=one.name,
            count=f" {one.count}" if counted else "",
        )
        for one in counts
        if one.count > 0
    )
    return fill('<ul class="legend">{parts}</ul>', parts=parts)


def progress(reached: int, of: int, *, name: str, label: str) -> Markup:
    """How far a candidate has come: `reached` of `of` steps, the stage's name beside them."""
    steps = run(
        Markup('<i class="on"></i>') if step < reached else Markup("<i></i>") for step in range(of)
    )
    return fill(
        '<span class="progress"><span class="steps" role="img" aria-label="{label}">{steps}</span>'
        "<b>{name}</b></span>",
        steps=steps,
        name=name,
        label=label,
    )


def stand(parts: Sequence[str | Markup]) -> Markup:
    """Where a candidate stands: progress, whose turn, what is usual, in one box."""
    return fill('<div class="stand">{parts}</div>', parts=run(parts))
