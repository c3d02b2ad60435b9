"""What was said to be no contact: named, and taken back by one press."""

from collections.abc import Mapping

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.problems import shown
from pages.ui.text import t
from services.candidates.spared import take_back
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform


def take_back_pressed(viewer: Viewer, name: str) -> None:
    """Do what was pressed, before what hangs on it is read."""
    listed: Mapping[str, tuple[int, str]] = session.kept(f"{name}_spared", {})
    for key, (candidate_id, text) in listed.items():
        if session.typed(key):
            with shown():
                house = installation()
                perform(house, viewer, take_back, candidate_id=candidate_id, texts=[text])


def draw_spared(name: str, spared: Mapping[int, tuple[str, ...]]) -> None:
    """Each of them, candidate by candidate, folded away."""
    listed = {
        f"{name}_back_{key_text(candidate_id)}_{number}": (candidate_id, text)
        for candidate_id, texts in spared.items()
        for number, text in enumerate(texts)
    }
    session.keep(f"{name}_spared", listed)
    if not listed:
        return
    with st.expander(t("Said to be no contact")):
        for key, (_, text) in listed.items():
            with line(key):
                st.html(m.quiet(text), width="stretch")
                st.button(t("It is a contact"), key=key, type="tertiary")
