"""The languages a candidate speaks: a row for each, with how well."""

import streamlit as st

from pages.ui import session
from pages.ui.staff.candidate_places import say_where
from pages.ui.text import reader, t
from pages.ui.words import letter_language, level_name
from services.candidates.particulars import LEVELS, LanguageForm, language_names
from services.i18n import LANGUAGES


def fill_languages(prefix: str, languages: list[tuple[str, str]]) -> None:
    """Put languages, each by its code with its level, into the rows, and none below them."""
    for number in range(len(languages), session.kept(f"{prefix}_languages", 0) + 1):
        session.clear(f"{prefix}_language_{number}", f"{prefix}_level_{number}")
    for number, (language, level) in enumerate(languages):
        session.fill(f"{prefix}_language_{number}", language)
        session.fill(f"{prefix}_level_{number}", level)
    session.keep(f"{prefix}_languages", len(languages))


def ask_languages(prefix: str) -> tuple[LanguageForm, ...]:
    """One row per language and an empty one to go on; below them where they were found."""
    names = {"": t("Add a language"), **language_names(reader().locale)}
    kept = session.kept(f"{prefix}_languages", 0)
    last_is_filled = bool(session.typed(f"{prefix}_language_{kept}", ""))
    rows = kept + (2 if last_is_filled else 1)
    session.keep(f"{prefix}_languages", rows - 1)
    found = [_ask_language(prefix, number, names) for number in range(rows)]
    say_where(prefix, "languages")
    return tuple(one for one in found if one.language)


def ask_letter_language(prefix: str) -> str:
    """The field for the language in which letters to the candidate begin."""
    return st.selectbox(
        t("Language of letters"),
        ["", *LANGUAGES],
        key=f"{prefix}_letter_language",
        format_func=lambda code: letter_language(code) or t("unknown"),
        help=t(
            "Letters and reminders to the candidate begin in it; it is proposed from the language "
            "of the resume. Only staff see it."
        ),
    )


def _ask_language(prefix: str, number: int, names: dict[str, str]) -> LanguageForm:
    left, right = st.columns([3, 2])
    language = left.selectbox(
        t("Language"),
        list(names),
        key=f"{prefix}_language_{number}",
        format_func=lambda code: names.get(code, code),
        label_visibility="visible" if number == 0 else "collapsed",
    )
    level = right.selectbox(
        t("Level"),
        LEVELS,
        key=f"{prefix}_level_{number}",
        format_func=lambda code: level_name(code) or t("Not said"),
        label_visibility="visible" if number == 0 else "collapsed",
    )
    return LanguageForm(language, level)
