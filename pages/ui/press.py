"""A button whose press waits for what a visual editor has yet to say.

The editor speaks up 0.2 s after the last key: whoever types and presses at once would otherwise
send what stood there before (docs/adr/0009).
"""

import time
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from pages.ui import session

_EDITOR_SECONDS = 0.4


@dataclass
class _Press:
    """Noted in one object that is changed in place: a run may be cut short at any place."""

    state: Literal["", "just now", "settled"] = ""

    def made(self) -> None:
        """The button has been pressed."""
        self.state = "just now"


def settled_press(label: str, *, key: str) -> bool:
    """Draw the primary button; true in the run that is to act on its press.

    Act at once then: nothing is drawn between this and what is performed.
    """
    press: _Press | None = session.kept(f"press_{key}")
    if press is None:
        press = _Press()
        session.keep(f"press_{key}", press)
    st.button(label, key=key, type="primary", on_click=press.made)
    if press.state == "just now":
        press.state = "settled"
        time.sleep(_EDITOR_SECONDS)
        st.rerun(scope="app" if session.is_page_run() else "fragment")
    if press.state == "settled":
        press.state = ""
        return True
    return False
