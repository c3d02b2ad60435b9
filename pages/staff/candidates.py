"""Candidates: the whole base, newest first, with a box that finds names."""

from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.drawn import stage_label
from pages.ui.installed import installation
from pages.ui.layout import header, line
from pages.ui.opened import maybe_key
from pages.ui.text import day, t
from services.candidates.listing import CandidateRow, candidates
from services.ids import key_text
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.CANDIDATES_READ)


def searched() -> None:
    """Keep the search in the address: the link can be sent, Back works."""
    words = session.typed("candidates_search", "").strip()
    st.query_params.from_dict({"q": words} if words else {})


def row(one: CandidateRow) -> m.Row:
    """A candidate as a row of the list."""
    who = m.Person(one.id, one.name, one.headline)
    latest = one.latest
    place = (
        f"{latest.vacancy} · {latest.company}"
        if latest and latest.company
        else (latest.vacancy if latest else "")
    )
    return m.Row(
        key_text(one.id),
        one.name,
        [
            m.person_cell(who, f"/candidate?id={key_text(one.id)}"),
            place,
            stage_label(latest.stage) if latest else Markup(""),
            one.city,
            day(latest.moved_at if latest else one.created_at),
        ],
    )


search = st.query_params.get("q", "")
if session.typed("candidates_search") is None:
    session.fill("candidates_search", search)
with reading(installation(), viewer) as work:
    page = candidates(work, search=search, before=maybe_key("before"))

with header(m.title(t("Candidates"), count=page.found), key="candidates"):
    st.html(
        m.button_link(t("New candidate"), "/candidate-edit", symbol="add", primary=True),
        width="content",
    )
with line("candidates"):
    st.text_input(
        t("Search"),
        key="candidates_search",
        on_change=searched,
        width=280,
        label_visibility="collapsed",
        placeholder=t("Name"),
        icon=":material/search:",
    )
if page.rows:
    columns = [
        m.Column(t("Candidate"), "person"),
        m.Column(t("Vacancy")),
        m.Column(t("Stage"), "stage"),
        m.Column(t("City"), "short"),
        m.Column(t("Movement"), "when"),
    ]
    st.html(m.table("candidates", t("Candidates"), columns, [row(one) for one in page.rows]))
    query = f"&q={quote(search)}" if search else ""
    first = (t("Newest"), f"/candidates?{query[1:]}") if maybe_key("before") else None
    further = (
        (t("Next"), f"/candidates?before={key_text(page.next_before)}{query}")
        if page.next_before
        else None
    )
    st.html(m.pager("", before=first, after=further))
elif search:
    st.html(
        m.empty(
            t("Nobody found"),
            t("No candidate’s name contains “{words}”.", words=search),
            m.button_link(t("Show all"), "/candidates"),
        )
    )
else:
    st.html(
        m.empty(
            t("No candidates yet"),
            t("Add the first one from a resume file or by hand."),
            m.button_link(t("New candidate"), "/candidate-edit", symbol="add", primary=True),
        )
    )
