"""The main script: who is there, which pages are his, run the one he asked for."""

import streamlit as st

from pages.ui import frame, navigation, session
from pages.ui.components import door
from pages.ui.door import door_pages
from pages.ui.guard import NotYours
from pages.ui.layout import end_of_page
from pages.ui.markup import button_link, empty
from pages.ui.registered import pages_of
from pages.ui.text import t
from services.viewer import Viewer

st.set_page_config(page_title="Candela", layout="wide", initial_sidebar_state="collapsed")


def run(viewer: Viewer | None) -> None:
    """Draw the frame and run the page."""
    pages = door_pages() if viewer is None else pages_of(viewer)
    page = st.navigation(pages, position="hidden")
    if viewer is None and session.secret():
        # The session has ended (signed out elsewhere, blocked, too old): give the cookie back and
        # load the page anew, so that the frame is the door's.
        door.leave(session.here(), ticket="dead")
        return
    if viewer is not None:
        frame.draw_navigation(page.url_path or navigation.HOME)
    with st.container(key="page"):
        try:
            page.run()
        except NotYours:
            st.html(
                empty(
                    t("This page does not exist"),
                    t("Or it is not yours to see."),
                    button_link(t("To the start page"), "/"),
                )
            )
    if viewer is not None and viewer.is_customer:
        frame.draw_foot(viewer)
    end_of_page()


with session.page_run():
    run(session.viewer())
