"""The one place of a page that opens dialogs about interviews, and the lists that lead to them."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.interviews.details import draw_details
from pages.ui.interviews.lines import lines
from pages.ui.interviews.wanted import closed, wanted
from pages.ui.staff.interview_acts import ask_cancel, ask_move, ask_schedule
from pages.ui.staff.interview_choice import ask_whom
from pages.ui.text import t
from services.interviews.views import InterviewView
from services.permissions import Permission, allows
from services.viewer import Viewer


def open_asked(viewer: Viewer) -> None:
    """Open the dialog that the address or a button asks for; at each run, until it is closed."""
    asked = wanted()
    if asked is None or session.has_dialog():
        return
    if asked.what == "details":
        guard.dialog(t("Interview"), draw_details, on_dismiss=closed)(asked)
    elif not allows(viewer, Permission.INTERVIEWS_SCHEDULE):
        closed()
    elif asked.what == "choose":
        guard.dialog(t("Schedule an interview"), ask_whom, on_dismiss=closed)(asked)
    elif asked.what == "schedule":
        guard.dialog(t("Schedule an interview"), ask_schedule, width="medium", on_dismiss=closed)(
            asked
        )
    elif asked.what == "move":
        guard.dialog(t("Reschedule the interview"), ask_move, width="medium", on_dismiss=closed)(
            asked
        )
    else:
        guard.dialog(t("Cancel the interview"), ask_cancel, on_dismiss=closed)(asked)


def draw_next(ones: Sequence[InterviewView], *, address: str) -> None:
    """What is ahead, on a start page; nothing where nothing is."""
    if ones:
        calendar = m.quiet(m.link(t("Open the calendar"), "/calendar"))
        st.html(m.section(t("Next interviews")) + lines(ones, address=address) + calendar)
