"""The list of customers with its search, and beside it the form of a new one."""

import streamlit as st
from markupsafe import Markup

from pages.ui import frame, session
from pages.ui import markup as m
from pages.ui.customer_form import ask_customer
from pages.ui.installed import installation
from pages.ui.invited import standing_chip
from pages.ui.layout import card, header, line, split
from pages.ui.problems import shown
from pages.ui.staff.undelivered import trouble_chip
from pages.ui.taken import draw_taken
from pages.ui.text import day, t
from services.customers import CustomerRow, add, customers
from services.customers.directory import MOST_SHOWN
from services.errors import Duplicate
from services.ids import key_text
from services.mail.trouble import Trouble, troubles
from services.viewer import Viewer
from services.work import perform, reading


def draw_list(viewer: Viewer) -> None:
    """Everybody there is, and beside it the form of a new customer."""
    trail = m.crumbs([(t("Account settings"), "/settings"), (t("Manage customers"), "")])
    with header(m.title(t("Manage customers"), line=trail), key="customers"):
        st.html(
            m.button_link(t("Companies and departments"), "/companies", symbol="apartment"),
            width="content",
        )
    frame.draw_letters_banner(viewer)
    matter, beside = split("customers", aside=0.5)
    with matter:
        _draw_everybody(viewer)
    with beside, card("new_customer"):
        st.html(m.section(t("New Customer")))
        _draw_form(viewer)


def _draw_form(viewer: Viewer) -> None:
    """The form of a new customer."""
    typed = ask_customer("new_customer", submit=t("New Customer"))
    if typed is None:
        return
    form = typed.form
    with typed.place, shown() as attempt:
        try:
            made = perform(installation(), viewer, add, form=form)
        except Duplicate as error:
            draw_taken(viewer, error)
            return
    if not attempt.failed:
        session.keep("customer_added", form.name if form.active else "")
        st.query_params.from_dict({"id": key_text(made)})
        st.rerun()


def _draw_everybody(viewer: Viewer) -> None:
    """The list with its search."""
    with line("customers"):
        search = st.text_input(
            t("Search"),
            key="customers_search",
            width=280,
            label_visibility="collapsed",
            icon=":material/search:",
            placeholder=t("Name, e-mail or company"),
        )
    with reading(installation(), viewer) as work:
        found = customers(work, search=search)
        trouble = troubles(work, person_ids=[one.id for one in found])
    if not found:
        st.html(
            m.empty(
                t("Nobody found") if search else t("No customers yet"),
                t("A new customer gets an invitation letter with a personal link."),
            ),
        )
        return
    if len(found) >= MOST_SHOWN:
        st.html(m.quiet(t("These are the first {n}. The search finds the others.", n=MOST_SHOWN)))
    columns = [
        m.Column(t("Customer"), "person"),
        m.Column(t("Company or department")),
        m.Column(t("Contacts"), "short"),
        m.Column(t("Status"), "short"),
        m.Column(t("Last seen"), "when"),
    ]
    st.html(
        m.table(
            "customers",
            t("Customers"),
            columns,
            [_row(one, trouble.get(one.id)) for one in found],
            tall=True,
        )
    )


def _row(one: CustomerRow, trouble: Trouble | None) -> m.Row:
    """A customer as a row of the list."""
    kind = t("external") if one.external else t("internal")
    return m.Row(
        key_text(one.id),
        one.name,
        [
            m.person_cell(
                m.Person(one.id, one.name, one.email), f"/customers?id={key_text(one.id)}"
            ),
            m.two_lines(one.company, kind) if one.company else kind,
            m.chip(t("hidden"), symbol="visibility_off")
            if one.contacts_hidden
            else m.chip(t("open"), tone="lit", symbol="lightbulb"),
            _status(one, trouble),
            day(one.last_seen_at) if one.last_seen_at else t("not yet"),
        ],
    )


def _status(one: CustomerRow, trouble: Trouble | None) -> Markup:
    """How far he has come; and that letters do not reach him, where they do not."""
    if one.active and one.access_ends_at is not None:
        found = m.chip(t("until {day}", day=day(one.access_ends_at)), symbol="schedule")
    else:
        found = standing_chip(one.standing)
    if trouble is not None:
        found += trouble_chip()
    return found
