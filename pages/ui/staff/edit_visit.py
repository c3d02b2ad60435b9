"""A visit of the edit page, and its press of Save Changes."""

import time
from dataclasses import dataclass

import streamlit as st

from pages.ui.text import t
from services.errors import CandelaError

_EDITOR_SECONDS = 0.4


@dataclass
class Visit:
    """What has happened since the page was opened, kept in one piece and changed in place.

    Streamlit may cut a run short wherever it reads or writes its session, and the editor begins a
    new run 0.2 s after the last key: a press noted by itself could be lost between two such
    places, or acted on twice.

    `version`: what the reader saw when he began; somebody else's save in between is a conflict.
    `press`, of Save Changes: "just now", then "settled" once the editor has had its last word.
    `resume`: the résumé for customers as it was saved. `refusal`: why it was not, until the next
    press; the editor may call for another run right after it was said.
    """

    version: int
    press: str = ""
    saved: bool = False
    resume: str | None = None
    refusal: CandelaError | None = None

    def save(self) -> None:
        """The button has been pressed."""
        self.press, self.refusal = "just now", None


def settle(visit: Visit) -> None:
    """The button Save Changes; a press waits for what the editor has yet to say."""
    st.button(t("Save Changes"), key="candidate_edit_save", type="primary", on_click=visit.save)
    if visit.press == "just now":
        visit.press = "settled"
        time.sleep(_EDITOR_SECONDS)
        st.rerun()
