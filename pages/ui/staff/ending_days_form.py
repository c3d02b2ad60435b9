"""How long customers keep their access after a vacancy was closed, for administrators."""

import re

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import t
from services.access.ending_days import choose_ending_days, ending_days
from services.viewer import Viewer
from services.work import perform, reading


def draw_ending_days(viewer: Viewer) -> None:
    """Both numbers of days as they hold now, and the button that changes them."""
    with reading(installation(), viewer) as work:
        chosen = ending_days(work)
    st.html(m.section(t("Access after a vacancy is closed"), place="ending"))
    if session.kept("ending_days_saved"):
        session.forget("ending_days_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    st.html(
        m.quiet(
            t(
                "Whoever closes a vacancy may let access end by itself. These days hold from the "
                "next closing on; what was decided before keeps its dates."
            )
        )
    )
    with st.form("ending_days", border=False):
        left, right = st.columns(2)
        after = left.text_input(
            t("Days until access ends"), key="ending_days_after", value=str(chosen.ends_after)
        )
        before = right.text_input(
            t("Days of warning before that"),
            key="ending_days_before",
            value=str(chosen.warned_before),
        )
        place = st.container(key="ending_days_problem")
        with ends("ending_days"):
            sent = st.form_submit_button(t("Save Changes"), key="ending_days_save")
    if sent:
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                choose_ending_days,
                ends_after=_number(after),
                warned_before=_number(before),
            )
        if not attempt.failed:
            session.keep("ending_days_saved", "now")
            st.rerun()


def _number(typed: str) -> int | None:
    """The days that were typed; None for what is no number of them."""
    typed = typed.strip()
    return int(typed) if re.fullmatch("[0-9]{1,9}", typed) else None
