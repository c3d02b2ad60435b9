"""Letters: each as it went out, its link to be copied."""

import streamlit as st

from pages.ui import frame, guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import header
from pages.ui.opened import maybe_key
from pages.ui.problems import opening
from pages.ui.text import moment, t
from pages.ui.words import letter_kind, letter_state
from services.ids import key_text
from services.mail.archive import LetterRow, letter, letters
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.LETTERS_READ)


def row(one: LetterRow) -> m.Row:
    """A letter as a row of the list."""
    return m.Row(
        key_text(one.id),
        one.subject,
        [
            m.title_cell(one.subject, f"/mail?id={key_text(one.id)}", line=letter_kind(one.kind)),
            f"{one.to_name} · {one.to_email}",
            letter_state(one.state),
            moment(one.created_at),
        ],
    )


def draw_list() -> None:
    """Every letter, newest first."""
    with header(m.title(t("Letters")), key="letters"):
        pass
    frame.draw_letters_banner(viewer)
    with reading(installation(), viewer) as work:
        page = letters(work, before=maybe_key("before"))
    if not page.rows:
        st.html(m.empty(t("No letters yet"), t("The first one leaves with a new customer.")))
        return
    columns = [
        m.Column(t("Letter"), "person"),
        m.Column(t("To")),
        m.Column(t("State")),
        m.Column(t("Written"), "when"),
    ]
    st.html(m.table("letters", t("Letters"), columns, [row(one) for one in page.rows]))
    if page.next_before:
        further = (t("Next"), f"/mail?before={key_text(page.next_before)}")
        st.html(m.pager("", before=None, after=further))


def draw_one(letter_id: int) -> None:
    """One letter with its text and the link its button leads to."""
    with opening(t("Letters"), "/mail") as attempt, reading(installation(), viewer) as work:
        one = letter(work, letter_id=letter_id)
    if attempt.failed:
        return
    trail = m.crumbs([(t("Letters"), "/mail"), (one.row.to_name, "")])
    with header(m.title(one.row.subject, line=trail), key="letter"):
        if one.link:
            st.html(
                m.copy_button(one.link, label=t("Copy the link"), done=t("Copied")), width="content"
            )
    frame.draw_letters_banner(viewer)
    heads = [
        (t("To"), f"{one.row.to_name} <{one.row.to_email}>"),
        (t("Subject"), one.row.subject),
        (t("State"), letter_state(one.row.state)),
        (t("Written"), moment(one.row.created_at)),
    ]
    st.html(m.letter(heads, m.words(one.text)))


opened = maybe_key("id")
if opened is None:
    draw_list()
else:
    draw_one(opened)
