"""The page behind a sign-in link: opening it changes nothing, its button signs in."""

import streamlit as st

from pages.ui import guard, session
from pages.ui.installed import installation
from pages.ui.link_page import draw_link_page
from pages.ui.markup import title
from pages.ui.problems import shown
from pages.ui.text import t
from services.access.links import SIGN_IN, LinkOwner, enter_by_link
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


draw_link_page("enter", (SIGN_IN,), form, shut=t("Signing in did not work. Please try once more."))
