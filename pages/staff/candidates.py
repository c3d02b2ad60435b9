"""Candidates: the whole base; one box and one line of filters, all of it kept in the address."""

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.base_address import address_of
from pages.ui.installed import installation
from pages.ui.layout import header, line
from pages.ui.opened import maybe_key
from pages.ui.staff.base_filter import draw_chosen, draw_filters, looked_for
from pages.ui.staff.base_list import draw_list
from pages.ui.staff.saved_filters import draw_saved
from pages.ui.text import t
from services.candidates.listing import candidates
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.BASE_SEARCH)

looked = looked_for()
with reading(installation(), viewer) as work:
    page = candidates(
        work,
        search=looked.words,
        before=maybe_key("before"),
        only=looked.only,
        sort=looked.sort,
    )
with header(m.title(t("Candidates"), count=page.found), key="candidates"):
    st.html(
        m.button_link(t("Several files"), "/intake", symbol="upload_file", drop=True),
        width="content",
    )
    st.html(
        m.button_link(t("New candidate"), "/candidate-edit", symbol="add", primary=True),
        width="content",
    )
with line("candidates"):
    draw_filters(viewer, looked)
    draw_saved(viewer, looked)
draw_chosen(viewer, looked)
if page.names_only:
    st.html(
        m.banner(
            t(
                "Only names are searched at the moment: the index of resumes is being made. "
                "Please try again in a few minutes."
            ),
        )
    )
if page.rows:
    draw_list(viewer, page, looked)
elif looked.everybody:
    st.html(
        m.empty(
            t("No candidates yet"),
            t("Add the first one from a resume file or by hand."),
            m.button_link(t("New candidate"), "/candidate-edit", symbol="add"),
        )
    )
else:
    st.html(
        m.empty(
            t("Nobody found"),
            t("No candidate is like this. Take a filter away, or type less."),
            m.button_link(t("Show all"), address_of(type(looked)())),
        )
    )
