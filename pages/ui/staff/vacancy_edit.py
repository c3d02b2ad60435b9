"""The section "Edit Job": the vacancy's form, and its customers."""

from collections.abc import Collection

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import split
from pages.ui.problems import shown
from pages.ui.staff.across import confirm_draft, forget_draft, keep_draft
from pages.ui.staff.vacancy_closing import offer_closing
from pages.ui.staff.vacancy_customers import draw_customers
from pages.ui.text import t
from pages.ui.vacancy_form import ask_vacancy
from services.errors import AcrossCompanies
from services.ids import key_text
from services.vacancies.across import crossed_by_vacancy
from services.vacancies.forms import VacancyForm, edit, recruiters
from services.vacancies.views import VacancyView
from services.viewer import Viewer
from services.work import perform, reading


def draw_edit(viewer: Viewer, one: VacancyView) -> None:
    """The form at the left; the customers who follow the vacancy beside it."""
    matter, beside = split("vacancy_edit")
    with matter:
        st.html(m.section(t("Edit Job")))
        _edit_form(viewer, one)
        offer_closing(viewer, one)
    with beside:
        st.html(m.section(t("Customers"), len(one.customers)))
        draw_customers(viewer, one)


def _edit_form(viewer: Viewer, one: VacancyView) -> None:
    with reading(installation(), viewer) as work:
        choices = recruiters(work)
    key = _form_key(one)
    typed = ask_vacancy(
        key,
        choices,
        own_id=viewer.user_id,
        save=t("Save Changes"),
        filled=one,
    )
    if typed is not None:
        forget_draft()
        with typed.place:
            _save(viewer, one, typed.form)
    confirm_draft(
        viewer,
        key,
        VacancyForm,
        crossed=lambda work, company: crossed_by_vacancy(work, vacancy_id=one.id, company=company),
        save=lambda form, ties: _save(
            viewer, one, form, confirmed=[tie.customer_id for tie in ties]
        ),
    )


def _form_key(one: VacancyView) -> str:
    return f"vacancy_{key_text(one.id)}_{one.version}"


def _save(
    viewer: Viewer, one: VacancyView, form: VacancyForm, *, confirmed: Collection[int] = ()
) -> None:
    """Save the form; one whose company makes ties cross is kept until that is confirmed."""
    with shown() as attempt:
        try:
            perform(
                installation(),
                viewer,
                edit,
                vacancy_id=one.id,
                form=form,
                version=one.version,
                across_companies=confirmed,
            )
        except AcrossCompanies:
            keep_draft(_form_key(one), form)
            return
    if not attempt.failed:
        forget_draft()
        session.keep("saved", "now")
        st.rerun()
