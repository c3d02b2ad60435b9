"""The search box of a list: its words stand in the address."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.ui import session
from pages.ui.text import t


def draw_search(
    name: str, words: str, searched: Callable[[str], None], *, placeholder: str, width: int
) -> None:
    """The box with the words of the address; `searched` puts what was typed there.

    Where a link has changed the words it is another box: a message that was on its way then still
    says what the older one held, and would take the link back.
    """
    box, held = session.kept(name, (0, words))
    if held != words:
        box += 1
    session.keep(name, (box, words))
    key = _key(name, box)
    session.fill(key, words)
    st.text_input(
        t("Search"),
        key=key,
        on_change=partial(_typed, name, key, searched),
        width=width,
        label_visibility="collapsed",
        placeholder=placeholder,
        icon=":material/search:",
    )


def _key(name: str, box: int) -> str:
    return f"{name}_{box}"


def _typed(name: str, key: str, searched: Callable[[str], None]) -> None:
    words, (box, _) = session.typed(key, "").strip(), session.kept(name)
    if key != _key(name, box):
        return  # it comes too late: a link has been followed meanwhile
    session.keep(name, (box, words))
    searched(words)
