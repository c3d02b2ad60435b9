"""The customers of a vacancy: who follows it, adding one, choosing one there is already."""

from dataclasses import asdict

import streamlit as st

from pages.ui import frame, guard, session
from pages.ui import markup as m
from pages.ui.customer_form import ask_customer
from pages.ui.installed import installation
from pages.ui.layout import card, ends, line
from pages.ui.problems import shown
from pages.ui.staff.across import draw_across
from pages.ui.taken import draw_taken
from pages.ui.text import t
from services.customers import CustomerForm, tieable
from services.customers import add as add_customer
from services.errors import AcrossCompanies, Duplicate
from services.ids import key_text
from services.vacancies.across import preview_of_new, tie_preview
from services.vacancies.customers import tie, untie
from services.vacancies.views import PersonView, VacancyView
from services.viewer import Viewer
from services.work import perform, reading

_DRAFT = "customer_across"


def draw_customers(viewer: Viewer, one: VacancyView) -> None:
    """Everybody who follows the vacancy, and the two ways to somebody else."""
    if session.kept("saved"):
        session.forget("saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    if session.kept("customer_invited"):
        words = t(
            "The invitation letter to {name} is on its way.", name=session.kept("customer_invited")
        )
        session.forget("customer_invited")
        st.html(m.banner(words, tone="yes", symbol="check_circle"))
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
        session.forget(_DRAFT)
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
    """Choose one of the customers there are; across companies only after reading what he sees."""
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
    if chosen is None:
        return
    with shown() as attempt, reading(installation(), viewer) as work:
        found = tie_preview(work, vacancy_id=one.id, customer_id=chosen)
    if attempt.failed:
        return
    confirmed = False
    if found.crosses:
        with card("tie_across"):
            draw_across([found])
            with ends("tie_across"):
                confirmed = st.button(t("Tie all the same"), key="tie_across_go")
        if not confirmed:
            return
    with shown() as attempt:
        perform(
            installation(),
            viewer,
            tie,
            vacancy_id=one.id,
            customer_id=chosen,
            across_companies=confirmed,
        )
    if not attempt.failed:
        st.rerun()


def _new_customer(viewer: Viewer, one: VacancyView) -> None:
    st.html(
        m.quiet(
            t(
                "They will be tied to “{vacancy}” at once and get an invitation letter.",
                vacancy=one.title,
            )
        )
    )
    typed = ask_customer("vacancy_customer", submit=t("Add new customer"), company=one.company)
    if typed is not None:
        session.forget(_DRAFT)
        with typed.place:
            _add(viewer, one, typed.form, confirmed=False)
    draft = session.kept(_DRAFT)
    if draft is not None:
        form = CustomerForm(**draft)
        with card("add_across"):
            with reading(installation(), viewer) as work:
                found = preview_of_new(
                    work, vacancy_id=one.id, name=form.name, company=form.company
                )
            draw_across([found])
            with ends("add_across"):
                go = st.button(t("Add all the same"), key="add_across_go")
            if go:
                _add(viewer, one, form, confirmed=True)


def _add(viewer: Viewer, one: VacancyView, form: CustomerForm, *, confirmed: bool) -> None:
    """Add him; of another company he is kept as a draft until that is confirmed."""
    with shown() as attempt:
        try:
            perform(
                installation(),
                viewer,
                add_customer,
                form=form,
                vacancy_id=one.id,
                across_companies=confirmed,
            )
        except Duplicate as error:
            draw_taken(viewer, error)
            return
        except AcrossCompanies:
            session.keep(_DRAFT, asdict(form))
            return
    if not attempt.failed:
        session.forget(_DRAFT)
        if form.active:
            session.keep("customer_invited", form.name)
        st.rerun()
