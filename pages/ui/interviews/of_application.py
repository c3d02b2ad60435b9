"""The interviews of one application, beside the candidate."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import readonly
from pages.ui.installed import installation
from pages.ui.interviews.lines import lines
from pages.ui.staff.interview_choice import start
from pages.ui.text import t
from services.applications.views import ApplicationView
from services.ids import key_text
from services.interviews.views import InterviewView, of_application
from services.permissions import Permission, allows
from services.viewer import Viewer
from services.work import reading


def draw_interviews(viewer: Viewer, here: ApplicationView) -> list[InterviewView]:
    """Each with its time and what became of it; staff schedule one more from here.

    Returns them.
    """
    with reading(installation(), viewer) as work:
        found = of_application(work, application_id=here.id)
    may_schedule = allows(viewer, Permission.INTERVIEWS_SCHEDULE) and not here.closed
    if found or may_schedule:
        address = f"/candidate?id={key_text(here.candidate_id)}&app={key_text(here.id)}"
        drawn = lines(found, address=address, about="application") if found else ""
        readonly.show(viewer, m.section(t("Interviews"), len(found) or ""), drawn)
    if allows(viewer, Permission.INTERVIEWS_SCHEDULE) and _stays_by_oversight(here, found):
        words = t("An interview is still ahead. Cancel it if it is not to take place.")
        st.html(m.banner(words, symbol="event_busy"))
    if may_schedule and st.button(
        t("Schedule an interview"), key="interview_new", icon=":material/event:"
    ):
        start(here.id)
    return found


def _stays_by_oversight(here: ApplicationView, found: list[InterviewView]) -> bool:
    """Whether one is still ahead though nobody considers the candidate any more."""
    now = installation().clock()
    ahead = any(one.state == "scheduled" and one.slot.ends_at > now for one in found)
    return ahead and (here.closed or here.stage.outcome == "refused")
