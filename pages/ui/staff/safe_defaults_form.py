"""What resumes for customers begin with, for administrators."""

from dataclasses import replace

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t
from pages.ui.words import left_out_names
from services.resumes.leaving_out import (
    LeftOut,
    SafeDefaults,
    choose_safe_defaults,
    safe_defaults,
)
from services.viewer import Viewer
from services.work import perform, reading


def draw_safe_defaults(viewer: Viewer) -> None:
    """The switches as they hold now, and the button that changes them."""
    with reading(installation(), viewer) as work:
        holds = safe_defaults(work)
    st.html(m.section(t("Resumes for customers"), place="left_out"))
    if session.kept("safe_defaults_saved"):
        session.forget("safe_defaults_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    st.html(
        m.quiet(
            t(
                "For customers from whom contacts are hidden. On a candidate’s page each can be "
                "chosen otherwise for that candidate alone. Surname and photo hold at once, "
                "wherever such a customer meets a candidate; the rest when a resume is copied "
                "without contacts."
            )
        )
    )
    with st.form("safe_defaults", border=False):
        asked = _ask(holds)
        place = st.container(key="safe_defaults_problem")
        with ends("safe_defaults"):
            sent = st.form_submit_button(t("Save Changes"), key="safe_defaults_save")
    if sent:
        with place, shown() as attempt:
            perform(installation(), viewer, choose_safe_defaults, defaults=asked)
        if not attempt.failed:
            session.keep("safe_defaults_saved", "now")
            st.rerun()


def _ask(holds: SafeDefaults) -> SafeDefaults:
    asked = {
        name: st.toggle(label, value=getattr(holds.left_out, name), key=f"safe_defaults_{name}")
        for name, label in left_out_names().items()
    }
    own = st.toggle(
        t("Our contacts where the candidate’s stood"),
        value=holds.own_contacts,
        key="safe_defaults_own",
    )
    return replace(holds, left_out=LeftOut(**asked), own_contacts=own)
