"""The visual editor for letters: its field, and what may be put in at the cursor."""

import re
from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup
from streamlit_quill import st_quill

from pages.ui import session
from pages.ui.markup.basics import fill, run
from services.editing import for_editor, from_editor, same_resume

_TOOLS = [
    ["bold", "italic", "underline"],
    [{"list": "ordered"}, {"list": "bullet"}],
    ["link", "clean"],
]
_BLANK = re.compile(r"<p>(?:<br>|\s|&nbsp;|\u00a0)*</p>")


def ask_rich(label: str, begun: str, *, key: str) -> str:
    """The editor, filled with what it begins with; returns clean markup.

    A paragraph has its distance by itself: empty lines between two are not kept.
    """
    with st.container(key=f"quill_{key}"):
        st.html(fill('<p class="field-label">{label}</p>', label=label))
        typed = st_quill(
            value=for_editor(begun), html=True, toolbar=_TOOLS, placeholder="", key=f"{key}_body"
        )
    return _written(typed or "", begun)


def typed_rich(begun: str, *, key: str) -> str | None:
    """What stands in this editor, also in the run that has left it; None where it is not there."""
    typed = session.typed(f"{key}_body")
    return _written(typed, begun) if isinstance(typed, str) else None


def _written(typed: str, begun: str) -> str:
    written = _BLANK.sub("", from_editor(typed))
    # The editor only spells the same text in its own way.
    return begun if same_resume(written, begun) else written


def insertions(offered: Iterable[tuple[str, str]], *, label: str) -> Markup:
    """What one may put in where the cursor stands: (placeholder, what it means)."""
    buttons = run(
        fill(
            '<button type="button" class="chip" data-insert="{place}" title="{meaning}">'
            "{place}</button>",
            place=f"{{{name}}}",
            meaning=meaning,
        )
        for name, meaning in offered
    )
    return fill(
        '<div class="insertions" role="group" aria-label="{label}"><span>{label}</span>{buttons}'
        "</div>",
        label=label,
        buttons=buttons,
    )
