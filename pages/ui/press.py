"""A button whose press waits for what a visual editor has yet to say.

The editor speaks up 0.2 s after the last key: whoever types and presses at once would otherwise
send what stood there before (docs/adr/0009).
"""

import time
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

import streamlit as st

from pages.ui import session

#: Until whatever was typed before a press has come from the editor.
EDITOR_SECONDS = 0.4


@dataclass
class _Press:
    """Noted in one object that is changed in place: a run may be cut short at any place.

    `seen`: what the reader had read when he pressed.
    """

    state: Literal["", "just now", "settled"] = ""
    seen: Any = None

    def made(self) -> None:
        """The button has been pressed."""
        self.state = "just now"


def settled_press(label: str, *, key: str, seen: Any = None) -> bool:  # noqa: ANN401 - whatever was read
    """Draw the primary button; true in the run that is to act on its press.

    Act at once then: nothing is drawn between this and what is performed. A press is forgotten
    with its button: whoever closes a dialog in that moment has sent nothing.
    """
    press: _Press | None = session.kept(f"press_{key}")
    if press is None or not session.stands(key):
        press = _Press()
        session.keep(f"press_{key}", press)
    st.button(label, key=key, type="primary", on_click=press.made)
    if press.state == "just now":
        press.state, press.seen = "settled", seen
        wait_for_the_editor()
    if press.state == "settled":
        press.state = ""
        return True
    return False


def wait_for_the_editor() -> NoReturn:
    """Run again with what was typed in the editor last; it stands drawn above."""
    time.sleep(EDITOR_SECONDS)
    st.rerun(scope="app" if session.is_page_run() else "fragment")


def seen_at_press(key: str) -> Any:  # noqa: ANN401 - whatever was read
    """What was `seen` when the button was pressed: not what has come since."""
    return session.kept(f"press_{key}").seen
