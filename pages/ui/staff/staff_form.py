"""The form of a member of staff."""

import streamlit as st

from pages.ui import session
from pages.ui.layout import ends
from pages.ui.markup import quiet
from pages.ui.text import t
from pages.ui.typed import Typed
from pages.ui.words import role_name
from services.i18n import LANGUAGES
from services.staff import ColleagueCard, StaffForm

_ROLES = ("recruiter", "administrator")


def ask_colleague(
    key: str, *, submit: str, filled: ColleagueCard | None = None
) -> Typed[StaffForm] | None:
    """Draw the form; returns what was typed in the run in which it is submitted."""
    codes = list(LANGUAGES)
    language = filled.language if filled else session.language()
    with st.form(key, border=False):
        email = st.text_input(
            t("E-mail"),
            key=f"{key}_email",
            placeholder="name@company.com",
            value=filled.email if filled else "",
        )
        name = st.text_input(t("Name"), key=f"{key}_name", value=filled.name if filled else "")
        role = st.radio(
            t("Role"),
            _ROLES,
            key=f"{key}_role",
            index=_ROLES.index(filled.role) if filled else 0,
            horizontal=True,
            format_func=role_name,
        )
        st.html(quiet(t("Administrators manage the agency and its staff, too.")))
        left, right = st.columns(2)
        phone = left.text_input(
            t("Phone"), key=f"{key}_phone", value=filled.phone if filled else ""
        )
        position = right.text_input(
            t("Position"), key=f"{key}_position", value=filled.position if filled else ""
        )
        chosen = st.selectbox(
            t("Language"),
            codes,
            key=f"{key}_language",
            index=codes.index(language),
            format_func=LANGUAGES.__getitem__,
        )
        place = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.form_submit_button(submit, key=f"{key}_save", type="primary")
    if not sent:
        return None
    return Typed(StaffForm(email, name, role, phone, position, chosen), place)
