"""A customer's access: closing it after reading what that ends, opening it, letting it go on."""

from collections.abc import Callable

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends, line
from pages.ui.problems import shown
from pages.ui.staff.across import Save, draw_across
from pages.ui.text import day, literal, moment, t, tn
from services.access.ending import keep_access
from services.customers import CustomerCard, CustomerForm, block, reactivate
from services.customers.consequences import BlockPreview, block_preview
from services.vacancies.across import crossed_by_customer
from services.viewer import Viewer
from services.work import perform, reading

_MOST_NAMED = 5


def draw_access_button(viewer: Viewer, one: CustomerCard) -> None:
    """Block or re-activate."""
    if one.active:
        if st.button(t("Block"), key="customer_block", icon=":material/block:"):
            guard.dialog(t("Block {name}", name=literal(one.name)), _confirm)(one)
    elif st.button(t("Re-activate"), key="customer_reactivate", icon=":material/how_to_reg:"):
        with shown() as attempt:
            perform(installation(), viewer, reactivate, customer_id=one.id)
        if not attempt.failed:
            st.rerun()


def draw_access_banner(viewer: Viewer, one: CustomerCard) -> None:
    """That access is closed; or when it ends by itself, and the button with which it goes on."""
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
    elif one.access_ends_at is not None:
        words = t(
            "Access ends on {day}: “{vacancy}” was closed.",
            day=day(one.access_ends_at),
            vacancy=one.access_ends_with,
        )
        if one.warned_at is not None:
            words += " " + t("Warned by letter: {day}", day=day(one.warned_at))
        st.html(m.banner(words, symbol="schedule"))
        with line("customer_keep"):
            if st.button(t("Keep the access"), key="customer_keep", icon=":material/undo:"):
                with shown() as attempt:
                    perform(installation(), viewer, keep_access, customer_id=one.id)
                if not attempt.failed:
                    st.rerun()


def ask_before_blocking(one: CustomerCard, form: CustomerForm, save: Save) -> None:
    """A form that would block: what that ends is read first, then all of it is saved.

    Whoever closes the dialog has saved nothing; the form keeps what was typed.
    """
    guard.dialog(t("Block {name}", name=literal(one.name)), _confirm_form)(one, form, save)


def _confirm(viewer: Viewer, one: CustomerCard) -> None:
    _ask(viewer, one, lambda: perform(installation(), viewer, block, customer_id=one.id))


def _confirm_form(viewer: Viewer, one: CustomerCard, form: CustomerForm, save: Save) -> None:
    with shown() as attempt, reading(installation(), viewer) as work:
        ties = crossed_by_customer(work, customer_id=one.id, company=form.company)
    if attempt.failed:
        return
    if ties:
        draw_across(ties)
    _ask(viewer, one, lambda: save(viewer, ties))


def _ask(viewer: Viewer, one: CustomerCard, act: Callable[[], None]) -> None:
    with shown() as attempt, reading(installation(), viewer) as work:
        found = block_preview(work, customer_id=one.id)
    if attempt.failed:
        return
    st.html(
        m.quiet(t("From this moment on they see nothing any more. Everything written is kept."))
    )
    if lines := _consequences(found):
        st.html(m.facts(lines))
    place = st.container(key="customer_block_problem")
    with ends("customer_block"):
        later = st.button(t("Not now"), key="customer_block_later")
        go = st.button(t("Block"), key="customer_block_go", type="primary")
    if later:
        st.rerun()
    if go:
        with place, shown() as attempt:
            act()
        if not attempt.failed:
            st.rerun()


def _consequences(found: BlockPreview) -> list[m.Fact]:
    """What ends with it, and which vacancies are left without a customer."""
    devices = tn(
        "{count} signed-in device is signed out",
        "{count} signed-in devices are signed out",
        found.sessions,
    )
    links = tn("{count} personal link is void", "{count} personal links are void", found.links)
    letters = tn(
        "{count} waiting letter does not leave",
        "{count} waiting letters do not leave",
        found.letters,
    )
    alone = t("Left without any customer: {vacancies}", vacancies=", ".join(found.left_alone))
    meetings = tn(
        "{count} coming interview would be without this customer: {interviews}",
        "{count} coming interviews would be without this customer: {interviews}",
        len(found.interviews),
        interviews="; ".join(
            f"{one.candidate}, {moment(one.starts_at)}" for one in found.interviews[:_MOST_NAMED]
        ),
    )
    lines = (
        (found.sessions, m.Fact(devices, "logout")),
        (found.links, m.Fact(links, "link_off")),
        (found.letters, m.Fact(letters, "mail")),
        (len(found.interviews), m.Fact(meetings, "event_busy")),
        (len(found.left_alone), m.Fact(alone, "priority_high")),
    )
    return [fact for number, fact in lines if number]
