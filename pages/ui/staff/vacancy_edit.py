"""The section "Edit Job": the vacancy's form, and its customers."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import split
from pages.ui.meanwhile import Begun, begin, draw_refusal, end
from pages.ui.problems import shown
from pages.ui.staff.across import ask_across
from pages.ui.staff.vacancy_closing import offer_closing
from pages.ui.staff.vacancy_customers import draw_customers
from pages.ui.text import moment, t
from pages.ui.typed import Typed
from pages.ui.vacancy_form import ask_vacancy, field_names, shown_value
from pages.ui.words import vacancy_event
from services.errors import AcrossCompanies, Conflict
from services.ids import key_text
from services.vacancies.across import TiePreview, crossed_by_vacancy
from services.vacancies.forms import VacancyForm, as_form, edit, recruiters
from services.vacancies.story import story
from services.vacancies.views import VacancyView, followers
from services.viewer import Viewer
from services.work import perform, reading


def draw_edit(viewer: Viewer, one: VacancyView) -> None:
    """The form at the left; the customers who follow the vacancy beside it."""
    matter, beside = split("vacancy_edit")
    with matter:
        st.html(m.section(t("Edit Job")))
        _edit_form(viewer, one)
        offer_closing(viewer, one)
        _draw_story(viewer, one)
    with beside:
        st.html(m.section(t("Customers"), len(one.customers)))
        draw_customers(viewer, one)


def _draw_story(viewer: Viewer, one: VacancyView) -> None:
    """Opened, closed as what, opened again: when and by whom."""
    with reading(installation(), viewer) as work:
        events = story(work, vacancy_id=one.id)
    symbols = {"opened": "work", "closed": "lock", "reopened": "refresh"}
    lines = [
        m.Event(
            moment(event.happened_at),
            event.by,
            vacancy_event(event.kind, event.closed_as),
            symbols[event.kind],
        )
        for event in events
    ]
    st.html(m.section(t("What became of it")) + m.history(lines))


def _edit_form(viewer: Viewer, one: VacancyView) -> None:
    with reading(installation(), viewer) as work:
        choices = recruiters(work)
        following = followers(work, vacancy_id=one.id)
    name, stands = f"vacancy_{key_text(one.id)}", as_form(one, following)
    visit = begin(name, one.version, stands, first="title")
    typed = ask_vacancy(
        viewer,
        f"{name}_{visit.version}",
        choices,
        save=t("Save Changes"),
        filled=one,
        followers=following,
    )
    save = visit.to_save(typed.form if typed else None, stands, one.version)
    if save is not None:
        _save(viewer, one, visit, Typed(save[0], typed.place if typed else st.container()), save[1])
    else:
        people = {choice.id: choice.name for choice in choices}
        draw_refusal(name, visit, stands, field_names(), partial(shown_value, people))


def _save(
    viewer: Viewer,
    one: VacancyView,
    visit: Begun[VacancyForm],
    typed: Typed[VacancyForm],
    version: int,
) -> None:
    """Save the form; a company that makes ties cross is asked about first."""

    def save(viewer: Viewer, ties: Sequence[TiePreview] = ()) -> None:
        perform(
            installation(),
            viewer,
            edit,
            vacancy_id=one.id,
            form=typed.form,
            version=version,
            across_companies=[tie.customer_id for tie in ties],
        )
        end(f"vacancy_{key_text(one.id)}")
        session.keep("saved", "now")

    crosses = False
    with typed.place, shown() as attempt:
        try:
            save(viewer)
        except AcrossCompanies:
            crosses = True
        except Conflict as error:
            visit.refusal = error
            st.rerun()
    if crosses:
        ask_across(
            lambda work: crossed_by_vacancy(work, vacancy_id=one.id, company=typed.form.company),
            save,
        )
        return
    if not attempt.failed:
        st.rerun()
