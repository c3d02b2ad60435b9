"""Writing to a customer: the dialog, with its preview."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import undo
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.press import kept_press
from pages.ui.problems import shown
from pages.ui.staff.letter_preview import draw_preview, wants_preview
from pages.ui.staff.letter_typed import begin_letter
from pages.ui.staff.letter_words import ask_wording
from pages.ui.staff.writing_wanted import Writing, done, want
from pages.ui.text import t
from services.customers import CustomerCard
from services.customers import card as customer_card
from services.drafts import form_place
from services.ids import key_text, new_key
from services.viewer import Viewer
from services.work import Work, perform, reading
from services.writing.defaults import Wording
from services.writing.to_customers import (
    KIND,
    draft_to_customer,
    preview_to_customer,
    write_to_customer,
)


def draw_letter_button(one: CustomerCard) -> None:
    """The button; whoever has no access is not written to."""
    if one.active and st.button(t("Write a letter"), key="customer_letter", icon=":material/mail:"):
        want(Writing("customer", (one.id,), new_key(), kind=KIND))


def ask_letter_to_customer(viewer: Viewer, asked: Writing) -> None:
    """Language, subject, text and preview; in the customer's own language first."""
    customer_id = asked.keys[0]
    with shown() as attempt, reading(installation(), viewer) as work:
        one = customer_card(work, customer_id=customer_id)
    if attempt.failed:
        return
    st.html(m.pairs([(t("To"), f"{one.name} <{one.email}>")]))
    key = f"letter_{key_text(asked.made)}"

    def begins(work: Work, language: str) -> Wording:
        return draft_to_customer(work, customer_id=customer_id, language=language)

    typed = begin_letter(viewer, key, form_place("customer_letter", customer_id))
    letter = ask_wording(viewer, typed, begins, usual=one.language, kind=KIND, offered=())
    if wants_preview(key):
        with shown() as attempt, reading(installation(), viewer) as work:
            laid_out = preview_to_customer(work, customer_id=customer_id, letter=letter)
        if not attempt.failed:
            draw_preview(viewer, laid_out, key=key)
    place = st.container(key=f"{key}_problem")
    with ends("letter"):
        go = kept_press(t("Send the letter"), key=f"{key}_go")
    if go:
        with place, shown() as attempt:
            made = perform(
                installation(),
                viewer,
                write_to_customer,
                customer_id=customer_id,
                letter=letter,
                letter_id=asked.made,
            )
        if not attempt.failed:
            undo.offer("letter", made, t("Letter on its way"))
            done()
