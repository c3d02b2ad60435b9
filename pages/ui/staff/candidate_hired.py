"""After "Hired": the first day at work and the guarantee, in a chip and a dialog."""

import streamlit as st
from markupsafe import Markup

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.text import on_day, t
from services.applications.hiring import HiringView, hiring_of, set_hiring
from services.applications.views import ApplicationView
from services.viewer import Viewer
from services.work import perform, reading


def draw_hired(viewer: Viewer, here: ApplicationView) -> None:
    """What was agreed, and the way to write it down; only for who stands in "Hired"."""
    if here.stage.outcome != "hired":
        return
    with reading(installation(), viewer) as work:
        agreed = hiring_of(work, application_id=here.id)
    if said := _said(agreed):
        st.html(said, width="content")
    if st.button(t("First day and guarantee"), key="hired_dates", icon=":material/event:"):
        guard.dialog(t("First day and guarantee"), _ask)(here, agreed)


def _said(agreed: HiringView) -> Markup:
    chips = []
    if agreed.starts_on is not None:
        day = on_day(agreed.starts_on)
        chips.append(m.chip(t("starts {day}", day=day), symbol="event_available"))
    if agreed.guarantee_until is not None:
        day = on_day(agreed.guarantee_until)
        chips.append(m.chip(t("guarantee until {day}", day=day), symbol="event_busy"))
    return Markup(" ").join(chips)


def _ask(viewer: Viewer, here: ApplicationView, agreed: HiringView) -> None:
    with st.form("hired", border=False):
        starts_on = st.date_input(
            t("First day at work"), key="hired_on", value=agreed.starts_on, format="DD.MM.YYYY"
        )
        until = st.date_input(
            t("Guarantee until"),
            key="hired_until",
            value=agreed.guarantee_until,
            format="DD.MM.YYYY",
        )
        st.html(m.quiet(t("The responsible recruiter is reminded on each of these days.")))
        place = st.container(key="hired_problem")
        with ends("hired"):
            sent = st.form_submit_button(t("Save Changes"), key="hired_go", type="primary")
    if sent:
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                set_hiring,
                application_id=here.id,
                starts_on=starts_on,
                guarantee_until=until,
                version=agreed.version,
            )
        if not attempt.failed:
            st.rerun()
