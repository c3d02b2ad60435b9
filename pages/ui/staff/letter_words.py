"""The words of a letter in a form: its language, its subject, its text in the visual editor."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.found_again import say_found
from pages.ui.installed import installation
from pages.ui.placeholder_words import meanings
from pages.ui.rich import ask_rich, insertions
from pages.ui.staff.letter_typed import TypedLetter
from pages.ui.text import t
from services.i18n import LANGUAGES
from services.ids import key_text
from services.viewer import Viewer
from services.work import Work, reading
from services.writing.defaults import Wording
from services.writing.letters import CandidateLetter, address_of, draft, usual_language

Found = TypeVar("Found")
#: What a letter begins with, asked for once: the work, and the language that is chosen.
Begins = Callable[[Work, str], Wording]


def address_or_way(viewer: Viewer, candidate_id: int) -> str:
    """The candidate's e-mail; where none is known, "" and the way to add one is drawn."""
    with reading(installation(), viewer) as work:
        address = address_of(work, candidate_id=candidate_id)
    if not address:
        way = m.link(t("Add one"), f"/candidate-edit?id={key_text(candidate_id)}")
        st.html(m.quiet(t("The candidate has no e-mail: no letter can be sent.")) + " " + way)
    return address


def ask_words(
    viewer: Viewer, typed: TypedLetter, application_id: int, kind: str, *, hint: str = ""
) -> CandidateLetter:
    """The letter of this kind: it begins with the agency's wording in the candidate's language."""
    key = typed.key
    usual = _once(
        f"{key}_letter_language",
        lambda: _read(viewer, lambda work: usual_language(work, application_id=application_id)),
    )

    def begins(work: Work, language: str) -> Wording:
        return draft(work, application_id=application_id, kind=kind, language=language).wording

    offered = ("when", "where") if kind.startswith("interview_") else ()
    return ask_wording(viewer, typed, begins, usual=usual, offered=offered, kind=kind, hint=hint)


def ask_wording(
    viewer: Viewer,
    typed: TypedLetter,
    begins: Begins,
    *,
    usual: str,
    kind: str,
    offered: tuple[str, ...],
    hint: str = "",
) -> CandidateLetter:
    """Language, subject and text; `offered` are the placeholders that may be put in.

    What was typed stays, whoever saves another template meanwhile, and while another language is
    looked at; what was found again is said.
    """
    if typed.found:
        say_found(to_be_saved=False)
    usual = typed.language or usual
    language = st.selectbox(
        t("Language of the letter"),
        list(LANGUAGES),
        key=f"{typed.key}_letter_language",
        index=list(LANGUAGES).index(usual),
        format_func=LANGUAGES.__getitem__,
    )
    mark = f"{typed.key}_{kind}_{language}"
    typed.turn_to(mark)
    begun = typed.begun.get(mark)
    if begun is None:
        begun = typed.begin(mark, _read(viewer, lambda work: begins(work, language)))
    subject = st.text_input(t("Subject"), key=f"{mark}_subject", value=begun.subject)
    if offered:
        words = meanings(kind)
        ways = [(one, words[one]) for one in offered]
        st.html(insertions(ways, label=t("Put in where the cursor is:")))
    body = ask_rich(t("Letter"), begun.body, key=mark)
    if hint:
        st.html(m.quiet(hint))
    typed.now = Wording(subject, body)
    return CandidateLetter(language, typed.now)


def _read(viewer: Viewer, asked: Callable[[Work], Found]) -> Found:
    with reading(installation(), viewer) as work:
        return asked(work)


def _once(widget: str, asked: Callable[[], Found]) -> Found:
    """What this widget began with: asked for anew once it has left the page."""
    name = f"began_{widget}"
    found: Found | None = session.kept(name)
    if found is None or not session.stands(widget):
        found = asked()
        session.keep(name, found)
    return found
