"""After "Hired": the first day at work and the guarantee, in a chip and a dialog."""

from datetime import date

import streamlit as st
from markupsafe import Markup

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.meanwhile import Begun, begin, draw_refusal, end
from pages.ui.problems import shown
from pages.ui.text import on_day, t
from services.applications.hiring import HiringForm, HiringView, hiring_of, set_hiring
from services.applications.views import ApplicationView
from services.conflicts import as_form
from services.errors import Conflict
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading

_DAY = "DD.MM.YYYY"


def draw_hired(viewer: Viewer, here: ApplicationView) -> None:
    """What was agreed, and the way to write it down; only for who stands in "Hired"."""
    if here.stage.outcome != "hired":
        return
    with reading(installation(), viewer) as work:
        agreed = hiring_of(work, application_id=here.id)
    if said := _said(agreed):
        st.html(said, width="content")
    if st.button(t("First day and guarantee"), key="hired_dates", icon=":material/event:"):
        guard.dialog(t("First day and guarantee"), _ask)(here)


def _said(agreed: HiringView) -> Markup:
    chips = []
    if agreed.starts_on is not None:
        day = on_day(agreed.starts_on)
        chips.append(m.chip(t("starts {day}", day=day), symbol="event_available"))
    if agreed.guarantee_until is not None:
        day = on_day(agreed.guarantee_until)
        chips.append(m.chip(t("guarantee until {day}", day=day), symbol="event_busy"))
    return Markup(" ").join(chips)


def _ask(viewer: Viewer, here: ApplicationView) -> None:
    name = f"hired_{key_text(here.id)}"
    stands, version = _agreed(viewer, here)
    visit = begin(name, version, stands, first="on")
    key = f"{name}_{visit.version}"
    with st.form("hired", border=False):
        starts_on = st.date_input(
            t("First day at work"), key=f"{key}_on", value=visit.form.starts_on, format=_DAY
        )
        until = st.date_input(
            t("Guarantee until"), key=f"{key}_until", value=visit.form.guarantee_until, format=_DAY
        )
        st.html(m.quiet(t("The responsible recruiter is reminded on each of these days.")))
        place = st.container(key="hired_problem")
        with ends("hired"):
            sent = st.form_submit_button(t("Save Changes"), key=f"{key}_save", type="primary")
    save = visit.to_save(HiringForm(starts_on, until) if sent else None, stands, version)
    if save is not None:
        with place:
            _save(viewer, here, visit, *save)
        stands, _ = _agreed(viewer, here)
    draw_refusal(name, visit, stands, _names(), _shown)


def _agreed(viewer: Viewer, here: ApplicationView) -> tuple[HiringForm, int]:
    """The days as they stand now, and which version of them that is."""
    with reading(installation(), viewer) as work:
        agreed = hiring_of(work, application_id=here.id)
    return as_form(HiringForm, agreed), agreed.version


def _save(
    viewer: Viewer, here: ApplicationView, visit: Begun[HiringForm], form: HiringForm, version: int
) -> None:
    """Save the days and close the dialog; else say why not."""
    with shown() as attempt:
        try:
            perform(
                installation(),
                viewer,
                set_hiring,
                application_id=here.id,
                starts_on=form.starts_on,
                guarantee_until=form.guarantee_until,
                version=version,
            )
        except Conflict as error:
            visit.refusal = error
            return
    if not attempt.failed:
        end(f"hired_{key_text(here.id)}")
        st.rerun()


def _names() -> dict[str, str]:
    return {"starts_on": t("First day at work"), "guarantee_until": t("Guarantee until")}


def _shown(_field: str, day: date | None) -> str:
    return on_day(day) if day is not None else "–"
