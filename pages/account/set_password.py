"""The page behind the button of an invitation: opening it changes nothing, submitting does."""

import streamlit as st

from pages.ui import guard, session
from pages.ui.components import door
from pages.ui.installed import installation
from pages.ui.layout import narrow
from pages.ui.markup import (
    Contact,
    Person,
    button_link,
    door_mark,
    form_error,
    quiet,
    reach,
    title,
)
from pages.ui.problems import sentences, shown
from pages.ui.text import t
from services.access.links import LinkOwner, owner_of_link, set_password
from services.access.sign_in import door_plate
from services.errors import LinkUnusable
from services.viewer import DOORKEEPER
from services.work import reading

guard.anonymous()
token = st.query_params.get("token", "")


def form(owner: LinkOwner) -> None:
    """Choose a password; then the owner is signed in at once."""
    st.html(title(t("Set a password"), line=owner.email))
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


def unusable(error: LinkUnusable) -> None:
    """Say what happened to the link, and whom to call."""
    st.html(
        title(t("This link does not open anything"))
        + form_error(*sentences(error))
        + button_link(t("Sign in"), "/sign-in", primary=True)
    )
    with reading(installation(), DOORKEEPER) as work:
        plate = door_plate(work)
    if plate is not None:
        ways = [Contact("phone", plate.phone), Contact("email", plate.email)]
        st.html(
            reach(
                Person(0, plate.name),
                [way for way in ways if way.text],
                lead=t("Ask for a new link:"),
            )
        )


with narrow("set_password", slim=True):
    st.html(door_mark())
    if session.kept("ticket"):
        if door.enter(session.kept("ticket"), "/") is not None:
            session.forget("ticket")
            st.html(form_error(t("Your password is saved. Please sign in.")))
    else:
        try:
            with reading(installation(), DOORKEEPER) as work:
                found = owner_of_link(work, secret=token)
        except LinkUnusable as problem:
            unusable(problem)
        else:
            form(found)
            if session.kept("ticket"):
                st.rerun()
