"""The page behind a link for a password: opening it changes nothing, submitting does."""

import streamlit as st

from pages.ui import guard, session
from pages.ui.installed import installation
from pages.ui.link_page import draw_link_page
from pages.ui.markup import quiet, title
from pages.ui.problems import shown
from pages.ui.text import t
from services.access.links import NEW_PASSWORD, PASSWORD_PURPOSES, LinkOwner, set_password

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


draw_link_page(
    "set_password", PASSWORD_PURPOSES, form, shut=t("Your password is saved. Please sign in.")
)
