"""A letter before it leaves: as it will be read, and its plain-text twin."""

import streamlit as st

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.text import t
from services.mail.letters import LaidOut
from services.viewer import Viewer
from services.work import reading
from services.writing.screen import for_screen

_HEIGHT = 520


def wants_preview(key: str) -> bool:
    """Whether the reader wants to see the letter as it goes out."""
    return st.toggle(t("Preview: exactly what goes out"), key=f"{key}_letter_preview")


def draw_preview(viewer: Viewer, laid_out: LaidOut, *, key: str) -> None:
    """Its HTML in a frame of its own, and the plain text that goes out with it."""
    with reading(installation(), viewer) as work:
        page = for_screen(work, laid_out=laid_out)
    read, plain = st.tabs([t("As it is read"), t("As plain text")], key=f"{key}_preview_tabs")
    with read, st.container(key=f"frame_{key}"):
        st.html(m.pairs([(t("Subject"), laid_out.subject)]))
        st.iframe(page, height=_HEIGHT)
    with plain:
        st.html(m.letter([(t("Subject"), laid_out.subject)], m.words(laid_out.text)))
