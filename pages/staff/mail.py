"""Letters: every one as it went out and what became of it; found, opened, sent again."""

import streamlit as st

from pages.ui import frame, guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import header
from pages.ui.mail_words import letter_kind, letter_state, letter_tone
from pages.ui.opened import maybe_key
from pages.ui.problems import opening
from pages.ui.staff.letter import draw_letter
from pages.ui.staff.letter_filter import ask_filter, query_of
from pages.ui.text import moment, t
from services.ids import key_text
from services.mail.archive import LetterRow, letter, letters
from services.permissions import Permission, allows
from services.work import reading

viewer = guard.require(Permission.LETTERS_READ)


def row(one: LetterRow) -> m.Row:
    """A letter as a row of the list."""
    if one.complained:  # it was delivered, then: that it is unwanted is what matters
        state = m.chip(t("reported as spam"), tone="no")
    else:
        state = m.chip(letter_state(one.state, one.sender), tone=letter_tone(one.state))
    return m.Row(
        key_text(one.id),
        one.subject,
        [
            m.title_cell(one.subject, f"/mail?id={key_text(one.id)}", line=letter_kind(one.kind)),
            f"{one.to_name} · {one.to_email}",
            state,
            moment(one.created_at),
        ],
    )


def draw_list() -> None:
    """The letters looked for, newest first."""
    trail = m.crumbs([(t("Account settings"), "/settings"), (t("Letters"), "")])
    with header(m.title(t("Letters"), line=trail), key="letters"):
        if allows(viewer, Permission.AGENCY_MANAGE):
            st.html(
                m.button_link(t("Sending letters"), "/mail-settings", symbol="tune"),
                width="content",
            )
    queue = frame.letters_queue(viewer)
    frame.draw_letters_banner(viewer, queue)
    frame.draw_queue(queue)
    only = ask_filter(viewer)
    with reading(installation(), viewer) as work:
        page = letters(work, before=maybe_key("before"), only=only)
    query = query_of(only)
    if not page.rows and query:
        all_of_them = m.button_link(t("Show all letters"), "/mail")
        st.html(m.empty(t("Nothing found"), t("No letter is like this."), all_of_them))
        return
    if not page.rows:
        st.html(m.empty(t("No letters yet"), t("The first one leaves with a new customer.")))
        return
    columns = [
        m.Column(t("Letter"), "person"),
        m.Column(t("To")),
        m.Column(t("State"), "turn"),
        m.Column(t("Written"), "when"),
    ]
    st.html(m.table("letters", t("Letters"), columns, [row(one) for one in page.rows]))
    newest = (t("Newest"), f"/mail?{query}") if maybe_key("before") else None
    further = None
    if page.next_before:
        further = (t("Next"), f"/mail?before={key_text(page.next_before)}&{query}".rstrip("&"))
    if newest or further:
        st.html(m.pager("", before=newest, after=further))


def draw_one(letter_id: int) -> None:
    """One letter, or that it is not there."""
    with opening(t("Letters"), "/mail") as attempt, reading(installation(), viewer) as work:
        one = letter(work, letter_id=letter_id)
    if attempt.failed:
        return
    draw_letter(viewer, one)


opened = maybe_key("id")
if opened is None:
    draw_list()
else:
    draw_one(opened)
