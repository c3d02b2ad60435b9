"""The customer form as the trade knows it, for Manage customers and for a vacancy."""

from typing import Any

import streamlit as st

from pages.ui import session
from pages.ui.layout import ends
from pages.ui.text import t
from pages.ui.typed import Typed
from pages.ui.words import role_name
from services.customers import CustomerCard, CustomerForm
from services.i18n import LANGUAGES


def ask_customer(
    key: str, *, submit: str, filled: CustomerCard | None = None, company: str = ""
) -> Typed[CustomerForm] | None:
    """Draw the form; returns what was typed in the run in which it is submitted."""
    codes = list(LANGUAGES)
    language = filled.language if filled else session.language()
    with st.form(key, border=False):
        email = st.text_input(
            t("E-mail"),
            key=f"{key}_email",
            placeholder="name@company.com",
            value=filled.email if filled else "",
        )
        name = st.text_input(t("Name"), key=f"{key}_name", value=filled.name if filled else "")
        kind = st.radio(
            t("Customer"),
            ["external", "internal"],
            key=f"{key}_kind",
            index=0 if filled is None or filled.external else 1,
            horizontal=True,
            format_func={"external": t("external"), "internal": t("internal")}.__getitem__,
        )
        company = st.text_input(
            t("Company or department"),
            key=f"{key}_company",
            value=filled.company if filled else company,
        )
        left, right = st.columns(2)
        phone = left.text_input(
            t("Phone"), key=f"{key}_phone", value=filled.phone if filled else ""
        )
        position = right.text_input(
            t("Position"), key=f"{key}_position", value=filled.position if filled else ""
        )
        left, right = st.columns(2)
        chosen = left.selectbox(
            t("Language"),
            codes,
            key=f"{key}_language",
            index=codes.index(language),
            format_func=LANGUAGES.__getitem__,
        )
        status = right.selectbox(
            t("Status"),
            ["active", "blocked"],
            key=f"{key}_status",
            index=0 if filled is None or filled.active else 1,
            format_func={"active": t("active"), "blocked": t("blocked")}.__getitem__,
        )
        hidden = st.checkbox(
            t("Hide candidates’ contacts"),
            key=f"{key}_hidden",
            value=filled.contacts_hidden if filled else False,
            help=t(
                "This customer sees no phone, e-mail or other contact of a candidate, anywhere."
            ),
        )
        place = st.container(key=f"{key}_problem")
        with ends(key):
            sent = st.form_submit_button(submit, key=f"{key}_save", type="primary")
    if not sent:
        return None
    form = CustomerForm(
        email=email,
        name=name,
        external=kind == "external",
        company=company,
        phone=phone,
        position=position,
        language=chosen,
        active=status == "active",
        contacts_hidden=hidden,
    )
    return Typed(form, place)


def field_names() -> dict[str, str]:
    """The fields as the form calls them."""
    return {
        "email": t("E-mail"),
        "name": t("Name"),
        "external": t("Customer"),
        "company": t("Company or department"),
        "phone": t("Phone"),
        "position": t("Position"),
        "language": t("Language"),
        "active": t("Status"),
        "contacts_hidden": t("Hide candidates’ contacts"),
        "role": t("Role"),
    }


def shown_value(field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
    """A field's value as a text, of a customer or of a colleague."""
    if field == "external":
        return t("external") if value else t("internal")
    if field == "active":
        return t("active") if value else t("blocked")
    if field == "role":
        return role_name(value)
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    return LANGUAGES.get(value, value) if field == "language" else str(value)
