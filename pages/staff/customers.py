"""Manage customers: the form, the list with its search, one customer's page."""

import streamlit as st
from markupsafe import Markup

from pages.ui import frame, guard, session
from pages.ui import markup as m
from pages.ui.customer_form import ask_customer
from pages.ui.installed import installation
from pages.ui.invited import standing_chip, way_so_far
from pages.ui.layout import card, header, line, narrow, split
from pages.ui.mail_words import mail_problem
from pages.ui.opened import maybe_key
from pages.ui.problems import opening, shown
from pages.ui.taken import draw_taken
from pages.ui.text import day, t
from pages.ui.typed import Typed
from services.customers import (
    CustomerCard,
    CustomerForm,
    CustomerRow,
    add,
    block,
    customers,
    edit,
    invite_again,
    reactivate,
)
from services.customers import card as customer_card
from services.customers.directory import MOST_SHOWN
from services.errors import Duplicate
from services.ids import key_text
from services.mail.trouble import Trouble, troubles
from services.permissions import Permission
from services.work import perform, reading

viewer = guard.require(Permission.CUSTOMERS_MANAGE)


def crumbs() -> Markup:
    """Where this page belongs: Account settings."""
    return m.crumbs([(t("Account settings"), "/settings"), (t("Manage customers"), "")])


def status(one: CustomerRow, trouble: Trouble | None) -> Markup:
    """How far he has come; and that letters do not reach him, where they do not."""
    found = standing_chip(one.standing)
    if trouble is not None:
        found += m.chip(t("letters do not arrive"), tone="no", symbol="mark_email_unread")
    return found


def row(one: CustomerRow, trouble: Trouble | None) -> m.Row:
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
            status(one, trouble),
            day(one.last_seen_at) if one.last_seen_at else t("not yet"),
        ],
    )


def draw_form() -> None:
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


def draw_list() -> None:
    """Everybody there is, and beside it the form of a new customer."""
    with header(m.title(t("Manage customers"), line=crumbs()), key="customers"):
        st.html(
            m.button_link(t("Companies and departments"), "/companies", symbol="apartment"),
            width="content",
        )
    frame.draw_letters_banner(viewer)
    matter, beside = split("customers", aside=0.5)
    with matter:
        draw_everybody()
    with beside, card("new_customer"):
        st.html(m.section(t("New Customer")))
        draw_form()


def draw_everybody() -> None:
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
            [row(one, trouble.get(one.id)) for one in found],
            tall=True,
        )
    )


def draw_one(customer_id: int) -> None:
    """One customer: block or re-activate him, change the form."""
    with (
        opening(t("Manage customers"), "/customers") as attempt,
        reading(installation(), viewer) as work,
    ):
        one = customer_card(work, customer_id=customer_id)
        trouble = troubles(work, person_ids=[one.id]).get(one.id)
    if attempt.failed:
        return
    trail = m.crumbs(
        [
            (t("Account settings"), "/settings"),
            (t("Manage customers"), "/customers"),
            (one.name, ""),
        ]
    )
    with header(m.title(one.name, line=trail), key="customer"):
        if one.invitation_id is not None:
            st.html(
                m.button_link(
                    t("Invitation letter"), f"/mail?id={key_text(one.invitation_id)}", symbol="mail"
                ),
                width="content",
            )
        if one.standing in {"added", "invited", "opened"}:
            invite_anew(one)
        st.html(
            m.button_link(t("Letters"), f"/mail?person={key_text(one.id)}", symbol="mail"),
            width="content",
        )
        toggle_access(one)
    if trouble is not None:
        st.html(trouble_banner(trouble))
    if session.kept("customer_added"):
        st.html(
            m.banner(
                t(
                    "The invitation letter to {name} is on its way.",
                    name=session.kept("customer_added"),
                ),
                tone="yes",
                symbol="check_circle",
            )
        )
        session.forget("customer_added")
    if not one.active:
        st.html(
            m.banner(
                t(
                    "Access is closed: sessions, links and waiting letters are void. "
                    "Everything written is kept."
                ),
                tone="no",
                symbol="block",
            )
        )
    frame.draw_letters_banner(viewer)
    with narrow("customer"):
        st.html(
            m.quiet(
                Markup("{} {}").format(
                    standing_chip(one.standing),
                    way_so_far(one.invited_at, one.opened_at, one.last_seen_at),
                )
            )
        )
        typed = ask_customer(
            f"customer_{key_text(one.id)}_{one.version}", submit=t("Save Changes"), filled=one
        )
        if typed is not None:
            save(one, typed)


def save(one: CustomerCard, typed: Typed[CustomerForm]) -> None:
    """Save the form; an e-mail that is taken says whose it is."""
    with typed.place, shown() as attempt:
        try:
            perform(
                installation(),
                viewer,
                edit,
                customer_id=one.id,
                form=typed.form,
                version=one.version,
            )
        except Duplicate as error:
            draw_taken(viewer, error)
            return
    if not attempt.failed:
        st.rerun()


def invite_anew(one: CustomerCard) -> None:
    """Another invitation for whoever has not been here yet."""
    if not st.button(
        t("Send the invitation again"), key="customer_invite", icon=":material/forward_to_inbox:"
    ):
        return
    with shown() as attempt:
        perform(installation(), viewer, invite_again, customer_id=one.id)
    if not attempt.failed:
        session.keep("customer_added", one.name)
        st.rerun()


def trouble_banner(trouble: Trouble) -> Markup:
    """Why letters do not reach this customer, and the way to the letter."""
    words = mail_problem(trouble.problem) if trouble.problem else ""
    if trouble.complained:
        words = t("The recipient reported this letter as spam. Please talk before you write again.")
    said = t("Details: “{said}”", said=trouble.said) if trouble.said else ""
    way = m.button_link(t("Open the letter"), f"/mail?id={key_text(trouble.letter_id)}")
    return m.banner(f"{words} {said}", tone="no", symbol="error", action=way)


def toggle_access(one: CustomerCard) -> None:
    """Block or re-activate, in one click."""
    if one.active:
        act = st.button(t("Block"), key="customer_block", icon=":material/block:") and block
    else:
        act = (
            st.button(t("Re-activate"), key="customer_reactivate", icon=":material/how_to_reg:")
            and reactivate
        )
    if act:
        with shown() as attempt:
            perform(installation(), viewer, act, customer_id=one.id)
        if not attempt.failed:
            st.rerun()


opened = maybe_key("id")
if opened is None:
    draw_list()
else:
    draw_one(opened)
