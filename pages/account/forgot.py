"""Coming in without the password: a sign-in link, or one for a new password, by letter."""

import streamlit as st

from pages.ui import guard, session
from pages.ui.installed import installation
from pages.ui.layout import narrow
from pages.ui.markup import banner, door_mark, link, quiet, title
from pages.ui.problems import shown
from pages.ui.text import t
from pages.ui.whom_to_call import draw_whom_to_call
from services.access.links import NEW_PASSWORD, SIGN_IN
from services.access.requests import ask_for_link
from services.viewer import DOORKEEPER
from services.work import perform

guard.anonymous()
_ASKED = "asked_for_link"


def form() -> None:
    """An e-mail and two ways; what is said afterwards is the same for everybody."""
    with st.form("forgot", border=False):
        email = st.text_input(
            t("E-mail"),
            key="forgot_email",
            value=session.kept("typed_email", ""),
            autocomplete="username",
            placeholder="name@company.com",
        )
        place = st.container(key="forgot_problem")
        enter = st.form_submit_button(
            t("Send me a sign-in link"), key="forgot_enter", type="primary", width="stretch"
        )
        password = st.form_submit_button(
            t("Set a new password"), key="forgot_password", width="stretch"
        )
    if not (enter or password):
        return
    with place, shown() as attempt:
        perform(
            installation(),
            DOORKEEPER,
            ask_for_link,
            email=email,
            purpose=SIGN_IN if enter else NEW_PASSWORD,
            address=session.address(),
        )
    if not attempt.failed:
        session.keep(_ASKED, email)
        st.rerun()


with narrow("forgot", slim=True):
    st.html(door_mark() + title(t("Come in without the password")))
    asked = session.kept(_ASKED)
    if asked:
        session.forget(_ASKED)
        words = t(
            "If {email} has access here, a letter with a link is on its way. Look into the spam "
            "folder, too.",
            email=asked,
        )
        st.html(banner(words, tone="yes", symbol="mark_email_read"))
    else:
        form()
    st.html(quiet(link(t("Back to the sign-in"), "/sign-in")))
    draw_whom_to_call(t("Nothing arrives?"))
