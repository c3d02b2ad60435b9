"""How letters look: the agency's colour and logo, with what a letter will look like."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t
from services.letterhead import (
    LetterheadView,
    choose_colour,
    letterhead,
    remove_logo,
    set_logo,
)
from services.mail.colours import for_dark
from services.photos import read_logo
from services.viewer import Viewer
from services.work import perform, reading

_KINDS = ["png", "jpg", "jpeg", "webp"]


def draw_letterhead(viewer: Viewer, agency_name: str) -> None:
    """The choice, and what it leads to; for administrators."""
    with reading(installation(), viewer) as work:
        chosen = letterhead(work)
    st.html(m.section(t("How letters look"), place="letterhead"))
    if session.kept("letterhead_saved"):
        session.forget("letterhead_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    st.html(
        m.letterhead(
            m.Letterhead(
                agency_name,
                chosen.logo,
                chosen.shade,
                for_dark(chosen.colour),
                t("Open the candidate"),
            )
        )
    )
    if chosen.shade != chosen.colour:
        st.html(
            m.banner(
                t(
                    "White words on this colour would be hard to read. Letters use a darker "
                    "shade of it: {shade}",
                    shade=chosen.shade.upper(),
                ),
                symbol="info",
            )
        )
    _draw_colour(viewer, chosen)
    _draw_logo(viewer, chosen)


def _draw_colour(viewer: Viewer, chosen: LetterheadView) -> None:
    with st.form("letterhead", border=False):
        colour = st.color_picker(
            t("Colour of buttons and links"), key="letterhead_colour", value=chosen.colour
        )
        place = st.container(key="letterhead_problem")
        with ends("letterhead"):
            sent = st.form_submit_button(t("Save Changes"), key="letterhead_save")
    if sent:
        with place, shown() as attempt:
            perform(installation(), viewer, choose_colour, colour=colour)
        if not attempt.failed:
            _saved()


def _draw_logo(viewer: Viewer, chosen: LetterheadView) -> None:
    with st.container(key="upload_logo"):
        file = st.file_uploader(
            t("Logo"), type=_KINDS, key=f"letterhead_logo_{session.kept('logos') or 0}"
        )
    st.html(m.quiet(t("PNG, JPEG or WebP up to 5 MB; it stands on white, above each letter.")))
    if file is not None:
        with shown() as attempt:
            perform(installation(), viewer, set_logo, picture=read_logo(file.getvalue()))
        if not attempt.failed:
            _saved()
    if chosen.logo and st.button(t("Remove the logo"), key="letterhead_logo_remove"):
        with shown() as attempt:
            perform(installation(), viewer, remove_logo)
        if not attempt.failed:
            _saved()


def _saved() -> None:
    session.keep("letterhead_saved", "now")
    # Another key empties the uploader: the file in it has been taken.
    session.keep("logos", str(int(session.kept("logos") or 0) + 1))
    st.rerun()
