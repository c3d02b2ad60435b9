"""All candidates presented to me, whatever the vacancy."""

from urllib.parse import quote

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.drawn import stage_label
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.opened import maybe_key
from pages.ui.search_box import draw_search
from pages.ui.text import t
from services.candidates.listing import CandidateRow, candidates
from services.ids import key_text
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.CANDIDATES_READ)


def searched(words: str) -> None:
    """Keep the search in the address."""
    st.query_params.from_dict({"q": words} if words else {})


def card(one: CandidateRow) -> m.CandidateCard:
    """A candidate with the vacancy and stage he moved in last."""
    about = " · ".join(part for part in (one.headline, one.city) if part)
    foot = []
    if one.latest is not None:
        foot = [stage_label(one.latest.stage), m.quiet(one.latest.vacancy)]
    address = f"/candidate?id={key_text(one.id)}"
    return m.CandidateCard(address, m.Person(one.id, one.name, about), foot)


search = st.query_params.get("q", "")
with reading(installation(), viewer) as work:
    page = candidates(work, search=search, before=maybe_key("before"))
st.html(m.title(t("Candidates"), count=page.found))
with line("candidates"):
    draw_search(
        "candidates_search", search, searched, placeholder=t("Name, skill or city"), width=280
    )
if page.rows:
    st.html(m.cards(m.candidate_card(card(one)) for one in page.rows))
    if page.next_before:
        query = f"&q={quote(search)}" if search else ""
        further = (t("Next"), f"/candidates?before={key_text(page.next_before)}{query}")
        st.html(m.pager("", before=None, after=further))
elif search:
    st.html(
        m.empty(
            t("Nobody found"),
            t("None of your candidates is like “{words}”.", words=search),
            m.button_link(t("Show all"), "/candidates"),
        )
    )
else:
    st.html(
        m.empty(
            t("Nobody has been presented yet"),
            t("Your recruiter will present candidates here; you will be told."),
        )
    )
