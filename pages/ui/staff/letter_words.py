"""The words of a letter to a candidate in a form: language, subject, text, and how it will look."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.text import t
from services.i18n import LANGUAGES
from services.ids import key_text
from services.mail.letters import LaidOut
from services.viewer import Viewer
from services.work import reading
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter, address_of, draft
from services.writing.plain import as_markup, as_paragraphs


def address_or_way(viewer: Viewer, candidate_id: int) -> str:
    """The candidate's e-mail; where none is known, "" and the way to add one is drawn."""
    with reading(installation(), viewer) as work:
        address = address_of(work, candidate_id=candidate_id)
    if not address:
        way = m.link(t("Add one"), f"/candidate-edit?id={key_text(candidate_id)}")
        st.html(m.quiet(t("The candidate has no e-mail: no letter can be sent.")) + " " + way)
    return address


def ask_words(
    viewer: Viewer, key: str, application_id: int, kind: str, *, hint: str = ""
) -> CandidateLetter:
    """The letter of this kind: it begins with the agency's wording in the chosen language."""
    language = st.selectbox(
        t("Language of the letter"),
        list(LANGUAGES),
        key=f"{key}_letter_language",
        index=list(LANGUAGES).index(session.language()),
        format_func=LANGUAGES.__getitem__,
    )
    with reading(installation(), viewer) as work:
        begun = draft(work, application_id=application_id, kind=kind, language=language)
    mark = f"{key}_{kind}_{language}"
    subject = st.text_input(t("Subject"), key=f"{mark}_subject", value=begun.wording.subject)
    text = st.text_area(
        t("Letter"),
        key=f"{mark}_text",
        value=as_paragraphs(begun.wording.body),
        height=220,
        help=hint or None,
    )
    return CandidateLetter(language, Wording(subject, as_markup(text)))


def wants_preview(key: str) -> bool:
    """Whether the reader wants to see the letter as it goes out."""
    return st.toggle(t("Preview: exactly what goes out"), key=f"{key}_letter_preview")


def draw_preview(laid_out: LaidOut) -> None:
    """Its subject and its words; the HTML beside them says the same."""
    st.html(m.letter([(t("Subject"), laid_out.subject)], m.words(laid_out.text)))
