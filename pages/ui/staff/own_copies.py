"""One's own choice of whether the copies of interview letters begin ticked."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t
from services.interviews.copy_choice import choose_copies, copies_ticked
from services.viewer import Viewer
from services.work import perform, reading


def draw_copies(viewer: Viewer) -> None:
    """The two ways, and what each means."""
    with reading(installation(), viewer) as work:
        stands = copies_ticked(work)
    st.html(m.section(t("Copies to customers about interviews")))
    if session.kept("copies_saved"):
        session.forget("copies_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    said = {
        True: t("Each customer of the vacancy gets one, unless I untick it"),
        False: t("Only when needed: I tick who gets one"),
    }
    with st.form("copies", border=False):
        ticked = st.radio(
            t("A letter to the customer about each new interview"),
            list(said),
            key="copies_ticked",
            index=0 if stands else 1,
            format_func=said.__getitem__,
        )
        place = st.container(key="copies_problem")
        with ends("copies"):
            sent = st.form_submit_button(t("Save Changes"), key="copies_save")
    if sent:
        with place, shown() as attempt:
            perform(installation(), viewer, choose_copies, ticked=bool(ticked))
        if not attempt.failed:
            session.keep("copies_saved", "now")
            st.rerun()
