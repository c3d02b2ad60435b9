"""The candidates found in the base: rows, their order, and the pages behind."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session, undo
from pages.ui.base_address import Looked, address_of
from pages.ui.components import rows
from pages.ui.drawn import stage_label
from pages.ui.opened import maybe_key
from pages.ui.staff.base_acts import draw_bar, draw_told
from pages.ui.text import day, t
from services.candidates.filters import BY_ACTIVITY, BY_NAME, NEWEST
from services.candidates.listing import CandidatePage, CandidateRow
from services.ids import key_text
from services.viewer import Viewer


def draw_list(viewer: Viewer, page: CandidatePage, looked: Looked) -> None:
    """The table, where its pages lead, and what can be done with the chosen ones."""
    drawn = [_row(one) for one in page.rows]
    ticks = m.Ticks(t("Choose all"), t("Choose"))
    st.html(m.table("candidates", t("Candidates"), _columns(looked), drawn, ticks=ticks))
    round_ = session.kept("rows_round", 0)
    answer = rows.wired("candidates", [one.id for one in drawn], key=f"candidates_{round_}")
    first = (t("To the top"), address_of(looked)) if maybe_key("before") else None
    further = None
    if page.next_before:
        further = (t("Next"), address_of(looked, before=key_text(page.next_before)))
    if first or further:
        st.html(m.pager("", before=first, after=further))
    draw_told()
    if answer.selected:
        draw_bar([one for one in page.rows if key_text(one.id) in answer.selected])
    else:
        undo.draw(viewer)


def _columns(looked: Looked) -> list[m.Column]:
    """Two of the heads sort; pressed again, they lead back to the newest ones."""

    def href(by: str) -> str:
        return address_of(replace(looked, sort=NEWEST if looked.sort == by else by))

    by_name, by_activity = looked.sort == BY_NAME, looked.sort == BY_ACTIVITY
    return [
        m.Column(t("Candidate"), "person", href(BY_NAME), "up" if by_name else ""),
        m.Column(t("Vacancy")),
        m.Column(t("Stage"), "stage"),
        m.Column(t("City"), "short"),
        m.Column(t("Movement"), "when", href(BY_ACTIVITY), "down" if by_activity else ""),
    ]


def _row(one: CandidateRow) -> m.Row:
    who = m.Person(one.id, one.name, one.headline)
    latest = one.latest
    place = ""
    if latest:
        place = f"{latest.vacancy} · {latest.company}" if latest.company else latest.vacancy
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
