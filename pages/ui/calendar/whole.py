"""The calendar page, for staff and for customers: the same, but for what can be done in it."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session, undo
from pages.ui.calendar.agenda import draw_agenda
from pages.ui.calendar.grid import Pointed, draw_grid
from pages.ui.calendar.head import draw_legend, draw_tools
from pages.ui.calendar.place import Place, address_of, place_in
from pages.ui.calendar.stretch import entries_in, today
from pages.ui.interviews.asked import open_asked
from pages.ui.interviews.given import all_mark_chips, mark_chips
from pages.ui.interviews.wanted import Wanted, want
from pages.ui.layout import header
from pages.ui.text import t
from services.interviews.views import MOST_IN_VIEW
from services.permissions import Permission, allows
from services.viewer import Viewer

_FILTERED_BY = "calendar_filtered_by"


def draw_calendar(viewer: Viewer) -> None:
    """Head, grid or list, legend; the dialog that is asked for."""
    may_schedule = allows(viewer, Permission.INTERVIEWS_SCHEDULE)
    place = _place()
    with header(m.title(t("Calendar")), key="calendar"):
        if may_schedule and st.button(
            t("Schedule an interview"),
            key="calendar_new",
            type="primary",
            icon=":material/event:",
        ):
            want(Wanted("choose"))
    draw_tools(viewer, place, today())
    if place.view == "list":
        _draw_list(viewer, place)
    else:
        _hear(draw_grid(viewer, place, may_schedule=may_schedule))
        draw_legend(all_mark_chips(viewer))
    undo.draw(viewer)
    st.html(m.quiet(m.link(t("Interviews in my own calendar"), "/settings#feed")))
    open_asked(viewer)


def _place() -> Place:
    """What the address shows; with the filter of the last visit where it only says "calendar"."""
    query, usual = st.query_params.to_dict(), session.kept(_FILTERED_BY)
    place = place_in(query, today=today(), narrow=session.is_narrow(), usual=usual)
    if place.only != usual:
        session.keep(_FILTERED_BY, place.only)
    return place


def _draw_list(viewer: Viewer, place: Place) -> None:
    found = entries_in(viewer, place)
    if len(found) == MOST_IN_VIEW:
        st.html(
            m.banner(t("Only the first {n} interviews are shown: filter them.", n=MOST_IN_VIEW))
        )
    draw_agenda(found, address=address_of(place), filtered=place.filtered)
    draw_legend(mark_chips(found))


def _hear(pointed: Pointed | None) -> None:
    """What was done in the grid opens its dialog; nothing is changed by pointing alone."""
    if pointed is None:
        return
    if pointed.what == "open":
        want(Wanted("details", pointed.interview_id))
    elif pointed.what == "move":
        want(Wanted("move", pointed.interview_id, when=pointed.when))
    else:
        want(Wanted("choose", when=pointed.when))
    st.rerun()
