"""The main script: who is there, which pages are his, run the one he asked for."""

import streamlit as st

from pages.ui import frame, navigation, session
from pages.ui.components import door
from pages.ui.door import at_the_door, door_pages
from pages.ui.guard import NotYours
from pages.ui.layout import end_of_page
from pages.ui.markup import button_link, empty
from pages.ui.text import t
from services.viewer import Viewer

_NOT_THERE = "account/not_there.py"

st.set_page_config(page_title="Candela", layout="wide", initial_sidebar_state="collapsed")


def pages_of(viewer: Viewer) -> list[st.Page]:
    """This viewer's pages; the start page is his first one under an address of its own.

    Whoever is signed in already comes through the doors to the start page.
    """
    files = {entry.address: entry.file_for(viewer) for entry in navigation.ENTRIES}
    names = navigation.titles(viewer)
    # An address that is registered for nobody would open the framework's own English dialog.
    found = [
        st.Page(
            file or _NOT_THERE,
            title=names[address if file else navigation.NOT_THERE],
            url_path=address,
        )
        for address, file in {**files, navigation.NOT_THERE: None}.items()
    ]
    start = files[navigation.HOME]
    assert start is not None  # noqa: S101 - every role has its home in the table
    found += [st.Page(start, title="Candela", url_path=address) for address in navigation.DOORS]
    found += at_the_door()
    return [*found, st.Page(start, title="Candela", url_path="start", default=True)]


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
        frame.draw_navigation(viewer, page.url_path or navigation.HOME)
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


with session.one_run():
    run(session.viewer())
