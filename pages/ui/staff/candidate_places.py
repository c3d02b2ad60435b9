"""The lines of a file in which proposals were found: each stands below its field."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.text import t


def keep_places(prefix: str, quotes: dict[str, str]) -> None:
    """Keep the lines by field for this visit."""
    session.keep(f"{prefix}_found", quotes)


def say_where(prefix: str, field: str) -> None:
    """Draw the line in which a field's proposal was found, below it; nothing where none was."""
    quotes: dict[str, str] = session.kept(f"{prefix}_found") or {}
    quote = quotes.get(field)
    if not quote:
        return
    if field == "experience_years" and quotes.get("experience_counted"):
        st.html(m.quiet(t("Counted from the dates of the jobs since “{line}”", line=quote)))
    else:
        st.html(m.quiet(t("Found in “{line}”", line=quote)))
