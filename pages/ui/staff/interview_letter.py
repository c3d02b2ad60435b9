"""The letter to the candidate, within the form of an interview: words, language, preview."""

from dataclasses import dataclass

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import t
from services.i18n import LANGUAGES
from services.ids import key_text
from services.interviews.choosing import FormChoices
from services.interviews.forms import InterviewForm
from services.interviews.invitation import preview
from services.viewer import Viewer
from services.work import reading
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter, address_of, draft
from services.writing.plain import as_markup, as_paragraphs


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why it is written: its kind, what the box says, and whether he must be told.

    Who was invited is told of every change; else the box begins as `ticked`.
    """

    kind: str
    label: str
    must: bool = False
    ticked: bool = True


def ask_letter(
    viewer: Viewer, key: str, choices: FormChoices, form: InterviewForm, why: Occasion
) -> CandidateLetter | None:
    """The letter that goes out with it; None where none shall, or nobody knows where to."""
    with reading(installation(), viewer) as work:
        address = address_of(work, candidate_id=choices.candidate_id)
    if not address:
        way = m.link(t("Add one"), f"/candidate-edit?id={key_text(choices.candidate_id)}")
        st.html(m.quiet(t("The candidate has no e-mail: no letter can be sent.")) + " " + way)
        return None
    if why.must:
        st.html(m.section(why.label))
    elif not st.checkbox(why.label, key=f"{key}_letter", value=why.ticked, help=address):
        return None
    language = st.selectbox(
        t("Language of the letter"),
        list(LANGUAGES),
        key=f"{key}_letter_language",
        index=list(LANGUAGES).index(session.language()),
        format_func=LANGUAGES.__getitem__,
    )
    letter = _words(viewer, key, choices, why.kind, language)
    if st.toggle(t("Preview: exactly what goes out"), key=f"{key}_letter_preview"):
        _preview(viewer, choices, form, letter, called_off=why.kind == "interview_called_off")
    return letter


def _words(
    viewer: Viewer, key: str, choices: FormChoices, kind: str, language: str
) -> CandidateLetter:
    with reading(installation(), viewer) as work:
        begun = draft(work, application_id=choices.application_id, kind=kind, language=language)
    subject = st.text_input(
        t("Subject"), key=f"{key}_letter_subject_{language}", value=begun.wording.subject
    )
    text = st.text_area(
        t("Letter"),
        key=f"{key}_letter_text_{language}",
        value=as_paragraphs(begun.wording.body),
        height=220,
        help=t("When, where and with whom stand below these words by themselves."),
    )
    return CandidateLetter(language, Wording(subject, as_markup(text)))


def _preview(
    viewer: Viewer,
    choices: FormChoices,
    form: InterviewForm,
    letter: CandidateLetter,
    *,
    called_off: bool,
) -> None:
    with shown() as attempt, reading(installation(), viewer) as work:
        laid_out = preview(
            work,
            application_id=choices.application_id,
            form=form,
            letter=letter,
            called_off=called_off,
        )
    if not attempt.failed:
        st.html(m.letter([(t("Subject"), laid_out.subject)], m.words(laid_out.text)))
