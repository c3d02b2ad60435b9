"""The section "Edit Job": the vacancy's form, and its customers."""

import streamlit as st

from pages.ui import frame, guard, session
from pages.ui import markup as m
from pages.ui.customer_form import ask_customer
from pages.ui.installed import installation
from pages.ui.layout import card, line, split
from pages.ui.problems import shown
from pages.ui.staff.vacancy_closing import offer_closing
from pages.ui.taken import draw_taken
from pages.ui.text import t
from pages.ui.vacancy_form import ask_vacancy
from services.customers import add as add_customer
from services.customers import tieable
from services.errors import Duplicate
from services.ids import key_text
from services.vacancies.customers import tie, untie
from services.vacancies.forms import edit, recruiters
from services.vacancies.views import PersonView, VacancyView
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
        _customers(viewer, one)


def _edit_form(viewer: Viewer, one: VacancyView) -> None:
    with reading(installation(), viewer) as work:
        choices = recruiters(work)
    typed = ask_vacancy(
        f"vacancy_{key_text(one.id)}_{one.version}",
        choices,
        own_id=viewer.user_id,
        save=t("Save Changes"),
        filled=one,
    )
    if typed is None:
        return
    with typed.place, shown() as attempt:
        perform(
            installation(),
            viewer,
            edit,
            vacancy_id=one.id,
            form=typed.form,
            version=one.version,
        )
    if not attempt.failed:
        session.keep("saved", "now")
        st.rerun()


def _customers(viewer: Viewer, one: VacancyView) -> None:
    if session.kept("saved"):
        session.forget("saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    for customer in one.customers:
        _customer(viewer, one, customer)
    if not one.customers:
        st.html(m.quiet(t("Nobody outside the agency sees this vacancy yet.")))
    if st.button(
        t("Add new customer"),
        key="vacancy_add_customer",
        icon=":material/person_add:",
        width="stretch",
    ):
        guard.dialog(t("Add new customer"), _new_customer, width="medium")(one)
    _existing(viewer, one)
    frame.draw_letters_banner(viewer)


def _customer(viewer: Viewer, one: VacancyView, customer: PersonView) -> None:
    key = key_text(customer.id)
    about = [customer.company] if customer.company else []
    about.append(t("contacts hidden") if customer.contacts_hidden else t("contacts open"))
    if not customer.active:
        about.append(t("blocked"))
    with card(f"tied_{key}"), line(f"tied_{key}"):
        st.html(m.person(m.Person(customer.id, customer.name, " · ".join(about))), width="stretch")
        if st.button(t("Untie"), key=f"untie_{key}", icon=":material/link_off:"):
            with shown() as attempt:
                perform(installation(), viewer, untie, vacancy_id=one.id, customer_id=customer.id)
            if not attempt.failed:
                st.rerun()


def _existing(viewer: Viewer, one: VacancyView) -> None:
    """Choose one of the customers there are."""
    with reading(installation(), viewer) as work:
        choices = {choice.id: choice for choice in tieable(work, vacancy_id=one.id)}
    if not choices:
        return
    chosen = st.selectbox(
        t("Or choose an existing customer"),
        list(choices),
        index=None,
        key=f"vacancy_tie_{len(one.customers)}",
        placeholder=t("Name or company"),
        format_func=lambda id_: " · ".join(
            part for part in (choices[id_].name, choices[id_].company) if part
        ),
    )
    if chosen is not None:
        with shown() as attempt:
            perform(installation(), viewer, tie, vacancy_id=one.id, customer_id=chosen)
        if not attempt.failed:
            st.rerun()


def _new_customer(viewer: Viewer, one: VacancyView) -> None:
    st.html(
        m.quiet(
            t(
                "He will be tied to “{vacancy}” at once and gets an invitation letter.",
                vacancy=one.title,
            )
        )
    )
    typed = ask_customer("vacancy_customer", submit=t("Add new customer"), company=one.company)
    if typed is None:
        return
    with typed.place, shown() as attempt:
        try:
            perform(installation(), viewer, add_customer, form=typed.form, vacancy_id=one.id)
        except Duplicate as error:
            draw_taken(viewer, error)
            return
    if not attempt.failed:
        st.rerun()
