"""One's own filters of the base: opened by a click, kept under a name, forgotten."""

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.base_address import Looked, values_of
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import t
from services.candidates.saved import SavedView, forget_filter, save_filter, saved_filters
from services.viewer import Viewer
from services.work import perform, reading

_NAME, _GONE = "saved_filter_name", "saved_filter_gone"


def draw_saved(viewer: Viewer, looked: Looked) -> None:
    """The popover; only an open one asks for anything."""
    opened = st.popover(t("My filters"), key="filter_saved", on_change="rerun")
    if not opened.open:
        return
    with opened:
        with reading(installation(), viewer) as work:
            kept = saved_filters(work)
        st.html(_links(kept) if kept else m.quiet(t("None yet: filter the list and keep it here.")))
        if values_of(looked):
            _draw_keep(viewer, looked)
        if kept:
            _draw_forget(viewer, kept)


def _links(kept: list[SavedView]) -> Markup:
    parts = [m.link(one.name, f"/candidates?{one.query}") for one in kept]
    return m.listed(parts)


def _draw_keep(viewer: Viewer, looked: Looked) -> None:
    name = st.text_input(
        t("Keep the list as it is filtered now"), key=_NAME, placeholder=t("Name"), max_chars=60
    )
    if st.button(t("Save"), key="saved_filter_save", icon=":material/bookmark:"):
        with shown() as attempt:
            query = urlencode(values_of(looked))
            perform(installation(), viewer, save_filter, name=name, query=query)
        if not attempt.failed:
            session.clear(_NAME)
            st.rerun()


def _draw_forget(viewer: Viewer, kept: list[SavedView]) -> None:
    names = {one.id: one.name for one in kept}
    gone = st.selectbox(
        t("Keep one no longer"),
        list(names),
        key=_GONE,
        index=None,
        format_func=lambda key: names.get(key, ""),
        placeholder=t("Choose"),
    )
    if gone is not None and st.button(t("Remove"), key="saved_filter_remove"):
        with shown() as attempt:
            perform(installation(), viewer, forget_filter, filter_id=gone)
        if not attempt.failed:
            session.clear(_GONE)
            st.rerun()
