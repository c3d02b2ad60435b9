"""The vacancy form, for a new vacancy and in the section "Edit Job"."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui.layout import ends
from pages.ui.text import t
from pages.ui.typed import Typed
from pages.ui.words import employment_name, priority_name
from services.amounts import CURRENCIES, NO_SALARY
from services.vacancies.forms import EMPLOYMENTS, PRIORITIES, RecruiterChoice, VacancyForm
from services.vacancies.views import PersonView, VacancyTerms, VacancyView


def ask_vacancy(
    key: str,
    recruiters: Sequence[RecruiterChoice],
    *,
    own_id: int,
    save: str,
    filled: VacancyView | None = None,
    followers: Sequence[PersonView] = (),
) -> Typed[VacancyForm] | None:
    """Draw the form; returns what was typed in the run in which it is submitted.

    A new vacancy asks for little; the rest stands under Edit Job.
    """
    names = {one.id: one.name for one in followers} | {one.id: one.name for one in recruiters}
    responsible = filled.recruiter.id if filled else own_id
    ids = list(names) if responsible in names else [responsible, *names]
    terms: dict[str, Any] = {}
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
        if filled:
            terms = _ask_terms(key, filled.terms)
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
        if filled:
            terms["followers"] = tuple(
                st.multiselect(
                    t("Told beside the recruiter"),
                    list(names),
                    default=[one.id for one in followers],
                    key=f"{key}_followers",
                    format_func=names.__getitem__,
                    placeholder=t("Nobody else"),
                )
            )
            terms |= _ask_switches(key, filled.terms)
        place = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.form_submit_button(save, key=f"{key}_save", type="primary")
    if not sent:
        return None
    form = VacancyForm(title, company, city, description, notes, recruiter, **terms)
    return Typed(form, place)


def _ask_terms(key: str, filled: VacancyTerms) -> dict[str, Any]:
    """What is offered and wanted; all but the first line is read by staff alone."""
    left, middle, right = st.columns([2, 3, 1])
    asked: dict[str, Any] = {
        "employment": left.selectbox(
            t("Employment"),
            EMPLOYMENTS,
            key=f"{key}_employment",
            index=EMPLOYMENTS.index(filled.employment),
            format_func=lambda one: employment_name(one) or t("Not said"),
        ),
        "employment_words": middle.text_input(
            t("In your words"),
            key=f"{key}_employment_words",
            value=filled.employment_words,
            placeholder=t("Hybrid, two days at home"),
        ),
        "hires_wanted": right.number_input(
            t("Hires wanted"), 1, 999, key=f"{key}_hires", value=filled.hires_wanted
        ),
    }
    st.html(m.quiet(t("What follows only staff read, down to the private notes.")))
    salary = filled.salary or NO_SALARY
    left, middle, right = st.columns([2, 2, 1])
    asked |= {
        "salary_from": left.text_input(
            t("Salary from"), key=f"{key}_salary_from", value=_amount(salary.lowest)
        ),
        "salary_to": middle.text_input(
            t("Salary to"), key=f"{key}_salary_to", value=_amount(salary.highest)
        ),
        "salary_currency": right.selectbox(
            t("Currency"),
            CURRENCIES,
            key=f"{key}_currency",
            index=CURRENCIES.index(salary.currency or CURRENCIES[0]),
        ),
    }
    left, right = st.columns(2)
    asked |= {
        "deadline_on": left.date_input(
            t("Deadline"), key=f"{key}_deadline", value=filled.deadline_on, format="DD.MM.YYYY"
        ),
        "priority": right.selectbox(
            t("Priority"),
            PRIORITIES,
            key=f"{key}_priority",
            index=PRIORITIES.index(filled.priority),
            format_func=priority_name,
        ),
        "requirements": st.text_area(
            t("Requirements"),
            key=f"{key}_requirements",
            value=filled.requirements,
            placeholder=t("Only staff read this"),
            height=110,
        ),
        "project": st.text_area(
            t("About the project"),
            key=f"{key}_project",
            value=filled.project,
            placeholder=t("Only staff read this"),
            height=110,
        ),
    }
    return asked


def _ask_switches(key: str, filled: VacancyTerms) -> dict[str, Any]:
    """What its customers read of its candidates beside what they always read."""
    return {
        "shows_salary": st.checkbox(
            t("Customers see the candidates’ salary expectations"),
            key=f"{key}_shows_salary",
            value=filled.shows_salary,
        ),
        "shows_age": st.checkbox(
            t("Customers see the candidates’ age"), key=f"{key}_shows_age", value=filled.shows_age
        ),
    }


def _amount(value: int | None) -> str:
    return "" if value is None else str(value)
