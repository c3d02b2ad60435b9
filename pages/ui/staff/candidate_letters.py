"""Letters to a candidate: what was written to him, and writing one more."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import undo
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.mail_words import letter_kind, letter_state
from pages.ui.press import kept_press
from pages.ui.problems import shown
from pages.ui.staff.letter_files import ask_files
from pages.ui.staff.letter_preview import draw_preview, wants_preview
from pages.ui.staff.letter_typed import begin_letter
from pages.ui.staff.letter_words import address_or_way, ask_words
from pages.ui.staff.writing_wanted import Writing, done, want
from pages.ui.text import moment, t
from services.applications.views import ApplicationView
from services.drafts import form_place
from services.ids import key_text, new_key
from services.mail.archive import LetterFilter, LetterRow, letters, refusals_written
from services.viewer import Viewer
from services.work import perform, reading
from services.writing.by_hand import KINDS, preview_letter, write

_SHOWN = 5


def draw_letters(viewer: Viewer, here: ApplicationView) -> None:
    """The newest letters to him, each a way to what it said; and the button for one more.

    A link may ask for one of a kind: `letter=refusal` in the address begins it.
    """
    with reading(installation(), viewer) as work:
        found = letters(work, only=LetterFilter(candidate_id=here.candidate_id)).rows
    st.html(
        m.section(t("Letters"), len(found) or "")
        + refusal_offer(viewer, here)
        + m.history(_line(one) for one in found[:_SHOWN])
        + (_all_of_them(here) if len(found) > _SHOWN else "")
    )
    pressed = st.button(t("Write a letter"), key="letter_new", icon=":material/mail:")
    asked = str(st.query_params.get("letter", ""))
    if "letter" in st.query_params:
        del st.query_params["letter"]
    if pressed or asked in KINDS:
        want(
            Writing(
                "candidate",
                (here.id,),
                new_key(),
                kind=asked if asked in KINDS else KINDS[0],
                candidate_id=here.candidate_id,
            )
        )


def refusal_offer(viewer: Viewer, here: ApplicationView) -> Markup:
    """Whoever was refused and has not been written to about it: the way to do so."""
    if here.stage.outcome != "refused":
        return Markup("")
    him = here.candidate_id
    with reading(installation(), viewer) as work:
        if refusals_written(work, vacancy_id=here.vacancy_id, candidate_ids=[him]):
            return Markup("")
    return refusal_banner(
        t("The candidate has been refused, but nobody has written about it yet."), him, here.id
    )


def refusal_banner(words: str, candidate_id: int, application_id: int) -> Markup:
    """The offer, and the way to the letter: nothing is sent by itself."""
    address = f"/candidate?id={key_text(candidate_id)}&app={key_text(application_id)}"
    way = m.button_link(t("Write the refusal letter"), f"{address}&letter=refusal")
    return m.banner(words, symbol="mail", action=way)


def _line(one: LetterRow) -> m.Event:
    """What it is about, what it is, to which address, and how far it has got.

    One that is written when it leaves says nothing yet.
    """
    kind = letter_kind(one.kind)
    way = m.link(one.subject or kind, f"/mail?id={key_text(one.id)}")
    said = " · ".join((kind, one.to_email, letter_state(one.state, one.sender)))
    return m.Event(moment(one.created_at), said, way, symbol="mail")


def _all_of_them(here: ApplicationView) -> Markup:
    address = f"/mail?candidate={key_text(here.candidate_id)}"
    return m.button_link(t("All letters to the candidate"), address, symbol="mail")


def kind_words(kind: str) -> str:
    """What a letter by hand is for."""
    return {"free": t("Free letter"), "refusal": t("Refusal"), "offer": t("Offer")}[kind]


def ask_kind(key: str, begun: str) -> str:
    """What it is for: each has a wording of its own."""
    return st.radio(
        t("What for"),
        KINDS,
        key=f"{key}_kind",
        index=KINDS.index(begun),
        format_func=kind_words,
        horizontal=True,
    )


def ask_letter_to_candidate(viewer: Viewer, asked: Writing) -> None:
    """The dialog of one letter to one candidate."""
    application_id = asked.keys[0]
    address = address_or_way(viewer, asked.candidate_id)
    if not address:
        return
    st.html(m.pairs([(t("To"), address)]))
    key = f"letter_{key_text(asked.made)}"
    typed = begin_letter(viewer, key, form_place("letter", application_id))
    kind = ask_kind(key, typed.kind or asked.kind)
    letter = ask_words(viewer, typed, application_id, kind)
    chosen = ask_files(viewer, key, candidate_id=asked.candidate_id)
    if wants_preview(key):
        with shown() as attempt, reading(installation(), viewer) as work:
            laid_out = preview_letter(work, application_id=application_id, letter=letter)
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
                write,
                application_id=application_id,
                kind=kind,
                letter=letter,
                letter_id=asked.made,
                files=chosen.files,
            )
        if not attempt.failed:
            chosen.let_go()
            undo.offer("letter", made, t("Letter on its way"))
            done()
