"""Lists: a real table whose rows are links; on a phone every row becomes a card.

Selection and stage changes inside a list are wired by `pages.ui.components.rows`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from pages.ui.markup.basics import fill, icon, lit_dot, run
from pages.ui.markup.people import Person, avatar
from pages.ui.markup.stages import kind_class

#: person = face, name (the row's link) and headline; number and when are right-aligned; bar is a
#: bar of stages; short is a word or two (a city, a chip).
Kind = Literal["person", "text", "short", "bar", "stage", "turn", "number", "when"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `href` makes its head a link that sorts; `sorted_by` is "up", "down" or ""."""

    label: str
    kind: Kind = "text"
    href: str = ""
    sorted_by: Literal["", "up", "down"] = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the id that selection returns, the name read out with its tick, a cell per column."""

    id: str
    name: str
    cells: Sequence[str | Markup]


@dataclass(frozen=True, slots=True)
class Ticks:
    """The words of a list whose rows can be chosen."""

    all: str
    one: str


@dataclass(frozen=True, slots=True)
class StageChoice:
    """A stage one may move to, in a row's choice."""

    id: str
    kind: str
    name: str


def table(
    name: str,
    label: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    ticks: Ticks | None = None,
    tall: bool = False,
) -> Markup:
    """A list. `name` ties it to its component; with `ticks` its rows can be chosen.

    In a `tall` one the second line of a cell stands under the first: for a list beside a form.
    """
    heads = run(_head(column) for column in columns)
    tick_all = ""
    if ticks:
        tick_all = fill(
            '<th class="tick" role="columnheader"><input type="checkbox" data-all '
            'aria-label="{all}"></th>',
            all=ticks.all,
        )
    return fill(
        '<table class="rows {chosen}" role="table" data-rows="{name}" aria-label="{label}">'
        '<thead role="rowgroup"><tr role="row">{tick_all}{heads}</tr></thead>'
        '<tbody role="rowgroup">{body}</tbody></table>',
        chosen=" ".join(("with-ticks" if ticks else "", "tall" if tall else "")).strip(),
        name=name,
        label=label,
        tick_all=tick_all,
        heads=heads,
        body=run(_row(row, columns, ticks) for row in rows),
    )


def person_cell(who: Person, href: str, *, fresh: str = "") -> Markup:
    """Face, name as the link of the whole row, headline cut to fit; `fresh` lights the dot."""
    return fill(
        '<span class="who">{face}<a data-go href="{href}">{name}</a>'
        '<span class="headline">{line}</span>{dot}</span>',
        face=avatar(who, size="s"),
        href=href,
        name=who.name,
        line=who.line,
        dot=lit_dot(fresh) if fresh else "",
    )


def title_cell(text: str, href: str, *, line: str = "", fresh: str = "") -> Markup:
    """A name without a face (a vacancy, a letter) as the link of the whole row."""
    return fill(
        '<span class="who"><a data-go href="{href}">{text}</a><span class="headline">{line}'
        "</span>{dot}</span>",
        href=href,
        text=text,
        line=line,
        dot=lit_dot(fresh) if fresh else "",
    )


def two_lines(first: str | Markup, second: str) -> Markup:
    """Two facts in a cell, the second one quiet: under each other in a tall list."""
    return fill(
        '<span class="two">{first}<span class="headline">{second}</span></span>',
        first=first,
        second=second,
    )


def stack(lines: Sequence[str | Markup]) -> Markup:
    """What a cell says in several lines, chips among them; empty ones take no room."""
    drawn = run(fill("<div>{line}</div>", line=line) for line in lines if line)
    return fill('<div class="stack">{drawn}</div>', drawn=drawn)


def choice(row: str, current: str, options: Sequence[tuple[str, str]], *, label: str) -> Markup:
    """What becomes of a row, as a choice of (id, words); another one is reported as a move."""
    return _choice("choice bare", row, current, options, label=label)


def stage_choice(
    row: str, current: StageChoice, others: Sequence[StageChoice], *, label: str
) -> Markup:
    """The stage of a row as a choice; choosing another reports a move (see components.rows)."""
    shape = f"stage choice {kind_class(current.kind)}"
    options = [(one.id, one.name) for one in others]
    return _choice(shape, row, current.id, options, label=label, sign=Markup('<i class="dot"></i>'))


def pager(text: str, *, before: tuple[str, str] | None, after: tuple[str, str] | None) -> Markup:
    """Where one is in a long list, with (words, address) of the pages before and after."""
    earlier = (
        fill(
            '<a class="button" data-go href="{href}">{sign}{text}</a>',
            text=before[0],
            href=before[1],
            sign=icon("chevron_left"),
        )
        if before
        else ""
    )
    later = (
        fill(
            '<a class="button" data-go href="{href}">{text}{sign}</a>',
            text=after[0],
            href=after[1],
            sign=icon("chevron_right"),
        )
        if after
        else ""
    )
    return fill(
        '<nav class="pager"><span>{text}</span>{earlier}{later}</nav>',
        text=text,
        earlier=earlier,
        later=later,
    )


def removable(text: str, href: str, *, label: str) -> Markup:
    """A filter that is set, as a chip; a click leads to the list without it."""
    return fill(
        '<a class="chip night" data-go href="{href}" aria-label="{label}">{text}{sign}</a>',
        text=text,
        href=href,
        label=label,
        sign=icon("close"),
    )


def chosen(parts: Sequence[Markup], all_of_them: Markup) -> Markup:
    """What a list is filtered by, in a row, and the way back to all of it."""
    drawn = run(fill("<li>{one}</li>", one=one) for one in (*parts, all_of_them))
    return fill('<ul class="chips chosen">{drawn}</ul>', drawn=drawn)


def listed(links: Sequence[Markup]) -> Markup:
    """Links under each other."""
    return fill(
        '<ul class="links">{all}</ul>', all=run(fill("<li>{one}</li>", one=one) for one in links)
    )


def _choice(
    shape: str,
    row: str,
    current: str,
    options: Sequence[tuple[str, str]],
    *,
    label: str,
    sign: Markup | str = "",
) -> Markup:
    drawn = run(
        fill(
            '<option value="{id}" {chosen}>{name}</option>',
            id=id_,
            name=name,
            chosen=Markup("selected") if id_ == current else "",
        )
        for id_, name in options
    )
    return fill(
        '<span class="{shape}">{sign}<select data-move="{row}" data-was="{was}" '
        'aria-label="{label}">{drawn}</select>{arrow}</span>',
        shape=shape,
        sign=sign,
        row=row,
        was=current,
        label=label,
        drawn=drawn,
        arrow=icon("expand_more"),
    )


def _head(column: Column) -> Markup:
    sign = {"up": "arrow_upward", "down": "arrow_downward", "": ""}[column.sorted_by]
    text: str | Markup = column.label
    if column.href:
        text = fill(
            '<a data-go href="{href}">{label}{sign}</a>',
            href=column.href,
            label=column.label,
            sign=icon(sign) if sign else "",
        )
    order = {"up": "ascending", "down": "descending", "": "none"}[column.sorted_by]
    return fill(
        '<th class="c-{kind}" role="columnheader" scope="col" aria-sort="{order}">{text}</th>',
        kind=column.kind,
        order=order,
        text=text,
    )


def _row(row: Row, columns: Sequence[Column], ticks: Ticks | None) -> Markup:
    tick = ""
    if ticks:
        tick = fill(
            '<td class="tick" role="cell"><input type="checkbox" data-id="{id}" '
            'aria-label="{one}: {name}"></td>',
            id=row.id,
            one=ticks.one,
            name=row.name,
        )
    cells = run(
        fill(
            '<td class="c-{kind}" role="cell"{named}>{cell}</td>',
            kind=column.kind,
            # On a phone there are no heads: a bare number is named beside it.
            named=fill(' data-name="{label}"', label=column.label)
            if column.kind == "number"
            else "",
            cell=cell,
        )
        for column, cell in zip(columns, row.cells, strict=True)
    )
    return fill('<tr role="row">{tick}{cells}</tr>', tick=tick, cells=cells)
