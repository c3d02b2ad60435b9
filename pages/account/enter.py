"""The page behind a sign-in link: opening it changes nothing, its button signs in."""

import streamlit as st

from pages.ui import guard, session
from pages.ui.components import door
from pages.ui.dead_link import draw_dead_link
from pages.ui.installed import installation
from pages.ui.layout import narrow
from pages.ui.markup import door_mark, form_error, title
from pages.ui.opened import link_in_address
from pages.ui.problems import shown
from pages.ui.text import t
from services.access.links import SIGN_IN, LinkOwner, enter_by_link
from services.errors import LinkUnusable
from services.viewer import DOORKEEPER
from services.work import perform

guard.anonymous()


def form(owner: LinkOwner, token: str) -> None:
    """One button; on a device of one's own one need not come by letter every week."""
    st.html(title(t("Hello, {name}!", name=owner.name), line=owner.email))
    with st.form("enter", border=False):
        st.checkbox(t("Remember me on this device"), key="enter_remember", value=True)
        place = st.container(key="enter_problem")
        sent = st.form_submit_button(t("Sign in"), key="enter_go", type="primary", width="stretch")
    if sent:
        with place, shown():
            remember = bool(session.typed("enter_remember"))
            ticket = perform(
                installation(), DOORKEEPER, enter_by_link, secret=token, remember=remember
            )
            session.keep("ticket", ticket)


with narrow("enter", slim=True):
    st.html(door_mark())
    if session.kept("ticket"):
        if door.enter(session.kept("ticket"), "/") is not None:
            session.forget("ticket")
            st.html(form_error(t("Signing in did not work. Please try once more.")))
    else:
        secret = st.query_params.get("token", "")
        try:
            found = link_in_address(secret, (SIGN_IN,))
        except LinkUnusable as problem:
            draw_dead_link(secret, problem)
        else:
            form(found, secret)
            if session.kept("ticket"):
                st.rerun()
