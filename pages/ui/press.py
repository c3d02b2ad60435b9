"""A primary button whose press is acted on, whatever cuts its run short.

What a visual editor has yet to say comes before the press: the browser sees to that
(look/last_word.js). A run may still end before it has come to the button, because something else
begins the next one.
"""

from dataclasses import dataclass

import streamlit as st

from pages.ui import session


@dataclass
class _Press:
    """Noted in one object that is changed in place: a run may be cut short at any place."""

    waits: bool = False

    def made(self) -> None:
        """The button has been pressed."""
        self.waits = True


def kept_press(label: str, *, key: str) -> bool:
    """Draw the primary button; true in the run that is to act on its press.

    Act at once then: nothing is drawn between this and what is performed. A press is forgotten
    with its button: whoever closes a dialog in that moment has sent nothing.
    """
    press: _Press | None = session.kept(f"press_{key}")
    if press is None or not session.stands(key):
        press = _Press()
        session.keep(f"press_{key}", press)
    st.button(label, key=key, type="primary", on_click=press.made)
    if press.waits:
        press.waits = False
        return True
    return False
