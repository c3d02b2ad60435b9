"""The vacancy form, for a new vacancy and in the section "Edit Job"."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.layout import ends
from pages.ui.text import t
from pages.ui.typed import Typed
from services.vacancies.forms import RecruiterChoice, VacancyForm
from services.vacancies.views import VacancyView


def ask_vacancy(
    key: str,
    recruiters: Sequence[RecruiterChoice],
    *,
    own_id: int,
    save: str,
    filled: VacancyView | None = None,
) -> Typed[VacancyForm] | None:
    """Draw the form; returns what was typed in the run in which it is submitted."""
    names = {one.id: one.name for one in recruiters}
    responsible = filled.recruiter.id if filled else own_id
    ids = list(names) if responsible in names else [responsible, *names]
    with st.form(key, border=False):
        title = st.text_input(t("Title"), key=f"{key}_title", value=filled.title if filled else "")
        left, right = st.columns(2)
        company = left.text_input(
            t("Company or department"), key=f"{key}_company", value=filled.company if filled else ""
        )
        city = right.text_input(t("City"), key=f"{key}_city", value=filled.city if filled else "")
        description = st.text_area(
            t("Description for customers"),
            key=f"{key}_description",
            value=filled.description if filled else "",
            height=260 if filled else 140,  # what was written is read whole
        )
        notes = st.text_area(
            t("Private notes"),
            key=f"{key}_notes",
            value=filled.private_notes if filled else "",
            placeholder=t("Only staff read this"),
            height=120 if filled else 90,
        )
        recruiter = st.selectbox(
            t("Responsible recruiter"),
            ids,
            key=f"{key}_recruiter",
            index=ids.index(responsible),
            format_func=lambda one: names.get(one, filled.recruiter.name if filled else ""),
        )
        place = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.form_submit_button(save, key=f"{key}_save", type="primary")
    if not sent:
        return None
    return Typed(VacancyForm(title, company, city, description, notes, recruiter), place)
