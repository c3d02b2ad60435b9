"""The undo bar: what was just done, and a short while to take it back."""

from datetime import timedelta
from typing import Literal

import streamlit as st

from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import bar
from pages.ui.markup import countdown
from pages.ui.problems import shown
from pages.ui.text import t
from services.applications.moving import undo_move
from services.applications.presenting import undo_presenting
from services.viewer import Viewer
from services.work import perform

_KEPT = "undo"


def offer(kind: Literal["move", "presenting"], key: int, words: str) -> None:
    """Offer to take this act back from the next run on."""
    seconds = installation().settings.presenting.undo_seconds
    until = installation().clock() + timedelta(seconds=seconds)
    session.keep(_KEPT, (kind, key, words, until.timestamp()))


def draw(viewer: Viewer) -> None:
    """The bar, while there is something to take back."""
    kept = session.kept(_KEPT)
    if kept is None:
        return
    kind, key, words, until = kept
    left = until - installation().clock().timestamp()
    if left <= 0:
        session.forget(_KEPT)
        return
    with bar(countdown(words, int(left) + 1), key="undo"):
        undone = st.button(t("Undo"), key="undo_go", icon=":material/undo:")
    if undone:
        session.forget(_KEPT)
        with shown() as attempt:
            if kind == "move":
                perform(installation(), viewer, undo_move, change_id=key)
            else:
                perform(installation(), viewer, undo_presenting, batch=key)
        if not attempt.failed:
            st.rerun()
