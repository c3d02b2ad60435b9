"""The page behind a link for a password: opening it changes nothing, submitting does."""

import streamlit as st

from pages.ui import guard, session
from pages.ui.components import door
from pages.ui.dead_link import draw_dead_link
from pages.ui.installed import installation
from pages.ui.layout import narrow
from pages.ui.markup import door_mark, form_error, quiet, title
from pages.ui.opened import link_in_address
from pages.ui.problems import shown
from pages.ui.text import t
from services.access.links import NEW_PASSWORD, PASSWORD_PURPOSES, LinkOwner, set_password
from services.errors import LinkUnusable

guard.anonymous()


def form(owner: LinkOwner, token: str) -> None:
    """Choose a password; then the owner is signed in at once."""
    forgotten = owner.purpose == NEW_PASSWORD
    st.html(title(t("Set a new password") if forgotten else t("Set a password"), line=owner.email))
    with st.form("set_password", border=False):
        st.text_input(
            t("New password"),
            key="new_password",
            type="password",
            autocomplete="new-password",
        )
        st.html(quiet(t("At least 12 characters. A short sentence is easy to remember.")))
        place = st.container(key="new_password_problem")
        sent = st.form_submit_button(
            t("Save and sign in"), key="new_password_go", type="primary", width="stretch"
        )
    if sent:
        with place, shown():
            password = session.typed("new_password", "")
            session.keep("ticket", set_password(installation(), secret=token, password=password))


with narrow("set_password", slim=True):
    st.html(door_mark())
    if session.kept("ticket"):
        if door.enter(session.kept("ticket"), "/") is not None:
            session.forget("ticket")
            st.html(form_error(t("Your password is saved. Please sign in.")))
    else:
        secret = st.query_params.get("token", "")
        try:
            found = link_in_address(secret, PASSWORD_PURPOSES)
        except LinkUnusable as problem:
            draw_dead_link(secret, problem)
        else:
            form(found, secret)
            if session.kept("ticket"):
                st.rerun()
