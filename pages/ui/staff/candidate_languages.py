"""The languages a candidate speaks: a row for each, with its level."""

import streamlit as st

from pages.ui import session
from pages.ui.text import t
from pages.ui.words import language_level, language_name
from services.candidates.languages import CODES, LEVELS, Language


def ask_languages(prefix: str) -> tuple[Language, ...]:
    """One row per language and an empty one to go on; a row without a language says nothing."""
    numbers = range(session.kept(f"{prefix}_languages", 0) + 1)
    known = sorted(CODES, key=language_name)
    found = [one for number in numbers if (one := _ask_language(prefix, number, known))]
    if len(found) > session.kept(f"{prefix}_languages", 0):
        session.keep(f"{prefix}_languages", len(found))
        st.rerun()
    return tuple(found)


def _ask_language(prefix: str, number: int, known: list[str]) -> Language | None:
    left, right = st.columns([3, 2])
    code = left.selectbox(
        t("Languages"),
        ["", *known],
        key=f"{prefix}_language_{number}",
        format_func=lambda one: language_name(one) if one else t("Choose a language"),
        label_visibility="collapsed" if number else "visible",
    )
    level = right.selectbox(
        t("Level"),
        ["", *LEVELS],
        key=f"{prefix}_level_{number}",
        format_func=lambda one: language_level(one) if one else t("Level not known"),
        label_visibility="collapsed" if number else "visible",
    )
    return Language(code, level) if code else None
