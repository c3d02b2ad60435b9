"""One's own language and time zone."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t, zones_to_choose
from services.i18n import LANGUAGES
from services.profile import choose_language
from services.viewer import Viewer
from services.work import perform


def draw_profile(viewer: Viewer) -> None:
    """The form; everything on screen follows at once."""
    if session.kept("profile_saved"):
        session.forget("profile_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    codes, names = list(LANGUAGES), zones_to_choose(viewer.time_zone)
    with st.form("profile", border=False):
        language = st.selectbox(
            t("Language"),
            codes,
            key="profile_language",
            index=codes.index(viewer.language),
            format_func=LANGUAGES.__getitem__,
        )
        zone = st.selectbox(
            t("Time zone"), list(names), key="profile_zone", format_func=names.__getitem__
        )
        place = st.container(key="profile_problem")
        with ends("profile"):
            sent = st.form_submit_button(t("Save Changes"), key="profile_save")
    if sent:
        with place, shown() as attempt:
            perform(installation(), viewer, choose_language, language=language, time_zone=zone)
        if not attempt.failed:
            session.keep("profile_saved", "now")
            session.speak(language, zone)
            st.rerun()
