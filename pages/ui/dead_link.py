"""Where a personal link ends that opens nothing: what happened, whom to call, a new one."""

import streamlit as st

from pages.ui import session
from pages.ui.installed import installation
from pages.ui.markup import banner, button_link, form_error, link, quiet, title
from pages.ui.problems import sentences, shown
from pages.ui.text import t
from pages.ui.whom_to_call import draw_whom_to_call
from services.access.requests import ask_again
from services.errors import LinkUnusable
from services.viewer import DOORKEEPER
from services.work import perform

_ASKED = "asked_again"


def draw_dead_link(secret: str, problem: LinkUnusable) -> None:
    """Say what happened; whoever is not blocked gets a new link by one button.

    Whoever is signed in anyway – the letter was his way here before – is led inside.
    """
    reason = problem.fields["reason"]
    if reason == "used" and session.viewer() is not None:
        st.html(title(t("You are signed in already")))
        st.html(button_link(t("To the start page"), "/", primary=True))
        return
    st.html(title(t("This link does not open anything")) + form_error(*sentences(problem)))
    if session.kept(_ASKED) == secret:
        st.html(
            banner(
                t("A letter with a new link is on its way to your e-mail."),
                tone="yes",
                symbol="mark_email_read",
            )
        )
    elif reason == "unknown":
        st.html(button_link(t("Get a new link"), "/forgot", primary=True))
    elif reason != "blocked":
        _another(secret)
    if reason != "blocked":
        st.html(quiet(link(t("Sign in"), "/sign-in")))
    draw_whom_to_call(
        t("Whom to call:") if reason == "blocked" else t("It does not work?"), secret=secret
    )


def _another(secret: str) -> None:
    asked = st.button(t("Get a new link"), key="link_again", type="primary", width="stretch")
    if not asked:
        return
    with shown() as attempt:
        perform(installation(), DOORKEEPER, ask_again, secret=secret, address=session.address())
    if not attempt.failed:
        session.keep(_ASKED, secret)
        st.rerun()
