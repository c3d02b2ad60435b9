"""The vacancy form, for a new vacancy and in the section "Edit Job"."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.found_again import find_again, keep_typed
from pages.ui.layout import ends, fields
from pages.ui.text import on_day, t
from pages.ui.typed import Typed
from pages.ui.words import employment_name, priority_name
from services.amounts import CURRENCIES, NO_SALARY
from services.drafts import form_place
from services.vacancies.forms import EMPLOYMENTS, PRIORITIES, RecruiterChoice, VacancyForm
from services.vacancies.views import PersonView, VacancyView
from services.viewer import Viewer


def ask_vacancy(
    viewer: Viewer,
    key: str,
    recruiters: Sequence[RecruiterChoice],
    *,
    save: str,
    filled: VacancyView | None = None,
    followers: Sequence[PersonView] = (),
) -> Typed[VacancyForm] | None:
    """Draw the form; returns what was typed in the run in which it is submitted.

    A new vacancy asks for little; the rest stands under Edit Job. What is typed in a field is known
    as soon as it is left: should the session end, it is kept.
    """
    names = {one.id: one.name for one in followers} | {one.id: one.name for one in recruiters}
    responsible = filled.recruiter.id if filled else viewer.user_id
    ids = list(names) if responsible in names else [responsible, *names]
    terms: dict[str, Any] = {}
    typed_at = form_place("vacancy", filled.id if filled else 0)
    if not session.stands(f"{key}_title"):
        _fill(key, responsible, filled, followers)
        find_again(viewer, typed_at, f"{key}_")
        _only_who_can_be_chosen(key, responsible, names)
    with fields(key):
        title = st.text_input(t("Title"), key=f"{key}_title")
        left, right = st.columns(2)
        company = left.text_input(t("Company or department"), key=f"{key}_company")
        city = right.text_input(t("City"), key=f"{key}_city")
        description = st.text_area(
            t("Description for customers"),
            key=f"{key}_description",
            height=260 if filled else 140,  # what was written is read whole
        )
        if filled:
            terms = _ask_terms(key)
        notes = st.text_area(
            t("Private notes"),
            key=f"{key}_notes",
            placeholder=t("Only staff read this"),
            height=120 if filled else 90,
        )
        recruiter = st.selectbox(
            t("Responsible recruiter"),
            ids,
            key=f"{key}_recruiter",
            format_func=lambda one: names.get(one, filled.recruiter.name if filled else ""),
        )
        if filled:
            terms["followers"] = tuple(
                st.multiselect(
                    t("Told beside the recruiter"),
                    list(names),
                    key=f"{key}_followers",
                    format_func=names.__getitem__,
                    placeholder=t("Nobody else"),
                    select_all=False,
                )
            )
            terms |= _ask_switches(key)
        keep_typed(typed_at, f"{key}_")
        place = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.button(save, key=f"{key}_save", type="primary")
    if not sent:
        return None
    form = VacancyForm(title, company, city, description, notes, recruiter, **terms)
    return Typed(form, place)


def _fill(
    key: str, responsible: int, filled: VacancyView | None, followers: Sequence[PersonView]
) -> None:
    """Put a vacancy, or nothing, into the fields; the one that tells of it comes last."""
    values: dict[str, Any] = {
        "company": filled.company if filled else "",
        "city": filled.city if filled else "",
        "description": filled.description if filled else "",
        "notes": filled.private_notes if filled else "",
        "recruiter": responsible,
    }
    if filled:
        terms, salary = filled.terms, filled.terms.salary or NO_SALARY
        values |= {
            "employment": terms.employment,
            "employment_words": terms.employment_words,
            "hires": terms.hires_wanted,
            "salary_from": _amount(salary.lowest),
            "salary_to": _amount(salary.highest),
            "currency": salary.currency or CURRENCIES[0],
            "deadline": terms.deadline_on,
            "priority": terms.priority,
            "requirements": terms.requirements,
            "project": terms.project,
            "followers": [one.id for one in followers],
            "shows_salary": terms.shows_salary,
            "shows_age": terms.shows_age,
            "gives_originals": terms.gives_originals,
        }
    for end, value in values.items():
        session.fill(f"{key}_{end}", value)
    session.fill(f"{key}_title", filled.title if filled else "")


def _only_who_can_be_chosen(key: str, responsible: int, names: Mapping[int, str]) -> None:
    """Of what was found again: somebody who is not there any more leaves the choice as it is."""
    if session.typed(f"{key}_recruiter") not in names:
        session.fill(f"{key}_recruiter", responsible)
    if session.stands(f"{key}_followers"):
        chosen = session.typed(f"{key}_followers")
        session.fill(f"{key}_followers", [one for one in chosen if one in names])


def _ask_terms(key: str) -> dict[str, Any]:
    """What is offered and wanted; all but the first line is read by staff alone."""
    left, middle, right = st.columns([2, 3, 1])
    asked: dict[str, Any] = {
        "employment": left.selectbox(
            t("Employment"),
            EMPLOYMENTS,
            key=f"{key}_employment",
            format_func=lambda one: employment_name(one) or t("Not said"),
        ),
        "employment_words": middle.text_input(
            t("In your words"),
            key=f"{key}_employment_words",
            placeholder=t("Hybrid, two days at home"),
        ),
        "hires_wanted": right.number_input(t("Hires wanted"), 1, 999, key=f"{key}_hires"),
    }
    st.html(m.quiet(t("What follows only staff read, down to the private notes.")))
    left, middle, right = st.columns([2, 2, 1])
    asked |= {
        "salary_from": left.text_input(t("Salary from"), key=f"{key}_salary_from"),
        "salary_to": middle.text_input(t("Salary to"), key=f"{key}_salary_to"),
        "salary_currency": right.selectbox(t("Currency"), CURRENCIES, key=f"{key}_currency"),
    }
    left, right = st.columns(2)
    asked |= {
        "deadline_on": left.date_input(
            t("Deadline"), key=f"{key}_deadline", value=None, format="DD.MM.YYYY"
        ),
        "priority": right.selectbox(
            t("Priority"),
            PRIORITIES,
            key=f"{key}_priority",
            format_func=priority_name,
        ),
        "requirements": st.text_area(
            t("Requirements"),
            key=f"{key}_requirements",
            placeholder=t("Only staff read this"),
            height=110,
        ),
        "project": st.text_area(
            t("About the project"),
            key=f"{key}_project",
            placeholder=t("Only staff read this"),
            height=110,
        ),
    }
    return asked


def _ask_switches(key: str) -> dict[str, Any]:
    """What its customers read of its candidates beside what they always read."""
    return {
        "shows_salary": st.checkbox(
            t("Customers see the candidates’ salary expectations"),
            key=f"{key}_shows_salary",
        ),
        "shows_age": st.checkbox(t("Customers see the candidates’ age"), key=f"{key}_shows_age"),
        "gives_originals": st.checkbox(
            t("Customers who see contacts may download the original resumes"),
            key=f"{key}_gives_originals",
            help=t(
                "Also where there is a version for customers: what was taken out of it stands in "
                "the original. From whom contacts are hidden never gets it."
            ),
        ),
    }


def _amount(value: int | None) -> str:
    return "" if value is None else str(value)


def field_names() -> dict[str, str]:
    """The fields as the form calls them."""
    return {
        "title": t("Title"),
        "company": t("Company or department"),
        "city": t("City"),
        "description": t("Description for customers"),
        "private_notes": t("Private notes"),
        "recruiter_id": t("Responsible recruiter"),
        "employment": t("Employment"),
        "employment_words": t("In your words"),
        "salary_from": t("Salary from"),
        "salary_to": t("Salary to"),
        "salary_currency": t("Currency"),
        "hires_wanted": t("Hires wanted"),
        "deadline_on": t("Deadline"),
        "priority": t("Priority"),
        "requirements": t("Requirements"),
        "project": t("About the project"),
        "shows_salary": t("Customers see the candidates’ salary expectations"),
        "shows_age": t("Customers see the candidates’ age"),
        "gives_originals": t("Customers who see contacts may download the original resumes"),
        "followers": t("Told beside the recruiter"),
    }


def shown_value(people: Mapping[int, str], field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
    """A field's value as a text."""
    if field == "followers":
        return ", ".join(people.get(one, "?") for one in value)
    if field == "recruiter_id":
        return people.get(value, "?")
    if field == "employment":
        return employment_name(value)
    if field == "priority":
        return priority_name(value)
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    return "" if value is None else on_day(value) if isinstance(value, date) else str(value)
