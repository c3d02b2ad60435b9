"""Lists whose rows can be chosen or moved: wires a table that `markup.table` has drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages.ui.components.scripts import script

_rows = st.components.v2.component("candela_rows", js=script("rows"), isolate_styles=False)


@dataclass(frozen=True, slots=True)
class Move:
    """A stage chosen in a row: the row's id and the id of the stage."""

    row: str
    to: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader did: the ids of the ticked rows, and a move in the rerun it caused."""

    selected: tuple[str, ...]
    moved: Move | None


def wired(name: str, ids: Sequence[str], *, key: str, start: Sequence[str] = ()) -> Answer:
    """Wire the table of that name; call it right after the table is drawn.

    `ids` are the rows that were drawn: an id that is not among them is never returned, whatever
    the browser says. To clear the ticks, use another key (a counter in the session).
    """
    with st.container(key=f"unseen_{key}"):
        result = _rows(
            data={"name": name, "selected": list(start)},
            key=key,
            default={"selected": list(start)},
            on_selected_change=lambda: None,
            on_moved_change=lambda: None,
        )
    drawn = set(ids)
    ticked = tuple(one for one in result.selected or () if one in drawn)
    return Answer(selected=ticked, moved=_move(result.moved, drawn))


def _move(said: object, drawn: set[str]) -> Move | None:
    """A move as reported by the browser, if it is well-formed and about a row that was drawn."""
    if not isinstance(said, dict) or said.get("id") not in drawn:
        return None
    return Move(row=str(said["id"]), to=str(said.get("to", "")))
