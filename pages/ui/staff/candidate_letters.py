"""Letters to a candidate: what was written to him, and writing one more."""

import streamlit as st

from pages.ui import guard, undo
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.mail_words import letter_state
from pages.ui.problems import shown
from pages.ui.staff.letter_words import address_or_way, ask_words, draw_preview, wants_preview
from pages.ui.text import moment, t
from services.applications.views import ApplicationView
from services.ids import key_text
from services.mail.archive import LetterFilter, LetterRow, letters
from services.viewer import Viewer
from services.work import perform, reading
from services.writing.by_hand import KINDS, preview_letter, write

_SHOWN = 5


def draw_letters(viewer: Viewer, here: ApplicationView) -> None:
    """The newest letters to him, each a way to what it said; and the button for one more."""
    with reading(installation(), viewer) as work:
        found = letters(work, only=LetterFilter(candidate_id=here.candidate_id)).rows
    st.html(
        m.section(t("Letters"), len(found) or "") + m.history(_line(one) for one in found[:_SHOWN])
    )
    if st.button(t("Write a letter"), key="letter_new", icon=":material/mail:"):
        guard.dialog(t("Letter to the candidate"), _ask, width="medium")(here)


def _line(one: LetterRow) -> m.Event:
    way = m.link(one.subject, f"/mail?id={key_text(one.id)}")
    return m.Event(moment(one.created_at), letter_state(one.state, one.sender), way, symbol="mail")


def kind_words(kind: str) -> str:
    """What a letter by hand is for."""
    return {"free": t("Free letter"), "refusal": t("Refusal"), "offer": t("Offer")}[kind]


def _ask(viewer: Viewer, here: ApplicationView) -> None:
    if not address_or_way(viewer, here.candidate_id):
        return
    kind = st.radio(
        t("What for"), KINDS, key="letter_kind", format_func=kind_words, horizontal=True
    )
    letter = ask_words(viewer, "letter", here.id, kind)
    if wants_preview("letter"):
        with shown() as attempt, reading(installation(), viewer) as work:
            laid_out = preview_letter(work, application_id=here.id, letter=letter)
        if not attempt.failed:
            draw_preview(laid_out)
    place = st.container(key="letter_problem")
    with ends("letter"):
        go = st.button(t("Send the letter"), key="letter_go", type="primary")
    if go:
        with place, shown() as attempt:
            made = perform(
                installation(), viewer, write, application_id=here.id, kind=kind, letter=letter
            )
        if not attempt.failed:
            undo.offer("letter", made, t("Letter on its way"))
            st.rerun()
