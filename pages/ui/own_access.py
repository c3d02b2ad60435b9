"""One's own password, and where one is signed in."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.components import door
from pages.ui.installed import installation
from pages.ui.layout import card, ends, line
from pages.ui.problems import shown
from pages.ui.text import day, moment, t
from services.access.change_password import change_password
from services.access.my_sessions import (
    SessionView,
    end_all_my_sessions,
    end_my_session,
    my_sessions,
)
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading


def draw_password(viewer: Viewer) -> None:
    """The old one, the new one; whoever has none yet gets a link by letter."""
    st.html(m.section(t("Password"), place="password"))
    if st.query_params.get("changed") == "password":
        del st.query_params["changed"]
        st.html(m.banner(t("Your password is changed."), tone="yes", symbol="check_circle"))
    with st.form("password", border=False):
        old = st.text_input(
            t("Current password"),
            key="password_old",
            type="password",
            autocomplete="current-password",
        )
        new = st.text_input(
            t("New password"),
            key="password_new",
            type="password",
            autocomplete="new-password",
        )
        st.html(m.quiet(t("At least 12 characters. A short sentence is easy to remember.")))
        st.html(
            m.quiet(
                Markup(" ").join(
                    (
                        t("You stay signed in here and are signed out everywhere else."),
                        m.link(t("Forgotten, or none yet?"), "/forgot"),
                    )
                )
            )
        )
        place = st.container(key="password_problem")
        with ends("password"):
            sent = st.form_submit_button(t("Change the password"), key="password_save")
    if not sent:
        return
    with place, shown() as attempt:
        ticket = change_password(
            installation(), viewer, old=old, new=new, address=session.address()
        )
    if not attempt.failed:
        # In this very run: the next one finds no session behind the cookie any more.
        door.enter(ticket, "/settings?changed=password", key="door_password")


def draw_sessions(viewer: Viewer) -> None:
    """Every browser one is signed in with, and the button that ends it."""
    with reading(installation(), viewer) as work:
        found = my_sessions(work)
    st.html(m.section(t("Where I am signed in"), len(found), place="sessions"))
    for one in found:
        _draw_session(viewer, one)
    with ends("sessions"):
        everywhere = st.button(
            t("Sign out everywhere"), key="sessions_end", icon=":material/logout:"
        )
    if everywhere:
        with shown():
            perform(installation(), viewer, end_all_my_sessions)
        st.rerun()


def _draw_session(viewer: Viewer, one: SessionView) -> None:
    key = key_text(one.id)
    words = t("Last seen {seen}, signed in {since}", seen=moment(one.seen_at), since=day(one.since))
    with card(f"session_{key}"), line(f"session_{key}"):
        st.html(
            m.device(one.device or t("Unknown browser"), words),
            width="stretch",
        )
        if one.here:
            st.html(m.chip(t("This device"), tone="yes"), width="content")
        elif st.button(t("Sign out"), key=f"session_end_{key}"):
            with shown() as attempt:
                perform(installation(), viewer, end_my_session, session_id=one.id)
            if not attempt.failed:
                st.rerun()
