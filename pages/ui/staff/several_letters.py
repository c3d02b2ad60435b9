"""A letter to several candidates of a vacancy: one wording, each gets his own."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session, undo
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.press import kept_press
from pages.ui.problems import shown
from pages.ui.staff.candidate_letters import ask_kind
from pages.ui.staff.letter_files import ask_files
from pages.ui.staff.letter_preview import draw_preview, wants_preview
from pages.ui.staff.letter_typed import begin_letter
from pages.ui.staff.letter_words import ask_wording
from pages.ui.staff.writing_wanted import Writing, done
from pages.ui.text import t, tn
from pages.ui.words import letter_language
from services.drafts import form_place
from services.ids import key_text
from services.viewer import Viewer
from services.work import Work, perform, reading
from services.writing.by_hand import preview_letter
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter
from services.writing.placeholders import names_for
from services.writing.several import Recipient, recipients, write_to_several
from services.writing.templates import template


def ask_letter_to_several(viewer: Viewer, asked: Writing) -> None:
    """The dialog: who gets it and who cannot, the wording, how it looks for one of them."""
    with shown() as attempt, reading(installation(), viewer) as work:
        found = recipients(work, vacancy_id=asked.vacancy_id, application_ids=asked.keys)
    if attempt.failed:
        return
    reached = [one for one in found if one.email]
    st.html(_whom(reached, [one for one in found if not one.email]))
    if not reached:
        return
    key = f"letters_{key_text(asked.made)}"
    typed = begin_letter(viewer, key, form_place("several_letters", asked.vacancy_id))
    kind = ask_kind(key, typed.kind or asked.kind)

    def begins(work: Work, language: str) -> Wording:
        return template(work, kind=kind, language=language).wording

    letter = ask_wording(
        viewer,
        typed,
        begins,
        usual=_usual(reached),
        kind=kind,
        offered=names_for(kind),
        hint=t("Each letter is filled in for its reader; nobody reads who else was written to."),
    )
    _say_other_languages(letter.language, reached)
    chosen = ask_files(viewer, key, candidate_id=None)
    _preview(viewer, key, letter, reached)
    place = st.container(key=f"{key}_problem")
    with ends("letters"):
        go = kept_press(
            tn("Send {count} letter", "Send {count} letters", len(reached)), key=f"{key}_go"
        )
    if go:
        with place, shown() as attempt:
            count = perform(
                installation(),
                viewer,
                write_to_several,
                vacancy_id=asked.vacancy_id,
                application_ids=asked.keys,
                kind=kind,
                letter=letter,
                batch_id=asked.made,
                files=chosen.files,
            )
        if not attempt.failed:
            chosen.let_go()
            words = tn("{count} letter on its way", "{count} letters on their way", count)
            undo.offer("letters", asked.made, words)
            session.keep("rows_round", session.kept("rows_round", 0) + 1)
            done()


def _whom(reached: list[Recipient], others: list[Recipient]) -> Markup:
    """Who gets a letter; whoever has no e-mail is named before anything is sent."""
    drawn = Markup("")
    if reached:
        drawn += m.pairs([(t("To"), ", ".join(f"{one.name} <{one.email}>" for one in reached))])
    if others:
        names = Markup(", ").join(
            m.link(one.name, f"/candidate-edit?id={key_text(one.candidate_id)}") for one in others
        )
        words = Markup("{} {}").format(t("Without an e-mail, so without a letter:"), names)
        drawn += m.banner(words, symbol="info")
    return drawn


def _usual(reached: list[Recipient]) -> str:
    """The language that all of them have, as far as it is known; else the reader's own."""
    known = {one.language for one in reached if one.language}
    return known.pop() if len(known) == 1 else session.language()


def _say_other_languages(language: str, reached: list[Recipient]) -> None:
    """Who of them is written to in another language as a rule."""
    others = [
        f"{one.name} ({letter_language(one.language)})"
        for one in reached
        if one.language not in {"", language}
    ]
    if others:
        said = t(
            "Their letters are in another language as a rule: {names}.", names=", ".join(others)
        )
        st.html(m.banner(said, symbol="info"))


def _preview(viewer: Viewer, key: str, letter: CandidateLetter, reached: list[Recipient]) -> None:
    """As one of them will read it; who, is chosen."""
    if not wants_preview(key):
        return
    names = {one.application_id: one.name for one in reached}
    whose = st.selectbox(
        t("As it goes to"), list(names), key=f"{key}_whose", format_func=names.__getitem__
    )
    with shown() as attempt, reading(installation(), viewer) as work:
        laid_out = preview_letter(work, application_id=whose, letter=letter)
    if not attempt.failed:
        draw_preview(viewer, laid_out, key=key)
