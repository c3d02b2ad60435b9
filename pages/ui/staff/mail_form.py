"""The form of how letters leave; secrets are entered here and never shown again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui.layout import ends
from pages.ui.mail_words import region_name, security_name, sender_name
from pages.ui.text import t
from pages.ui.typed import Typed
from services.mail.configuration import REGIONS, SECURITIES, MailForm, MailView


@dataclass(frozen=True, slots=True)
class Entered(Typed[MailForm]):
    """What was entered, and whether a test letter is to leave as soon as it is saved."""

    tried: bool


def ask_mail(name: str, view: MailView, sender: str) -> Entered | None:
    """Draw the form of this sender; returns what was entered in the run of its submission.

    The keys of its fields begin with the name.
    """
    form, key = replace(view.form, sender=sender), f"{name}_{sender}"
    # the Enter key would press the first button: it sends a letter
    with st.form(key, border=False, enter_to_submit=False):
        left, right = st.columns(2)
        form = replace(
            form,
            from_name=left.text_input(
                t("Sender’s name"),
                key=f"{key}_from_name",
                value=form.from_name,
                placeholder=t("the agency’s name"),
            ),
            from_address=right.text_input(
                t("Sender’s address"),
                key=f"{key}_from_address",
                value=form.from_address,
                placeholder=t("the agency’s e-mail"),
            ),
        )
        if sender == "smtp":
            form = _ask_smtp(key, view, form)
        if sender == "sendgrid":
            form = _ask_sendgrid(key, view, form)
        place = st.container(key=f"{key}_problem")
        with ends(key):
            tried = st.form_submit_button(t("Save and send a test letter"), key=f"{key}_try")
            saved = st.form_submit_button(t("Save Changes"), key=f"{key}_save", type="primary")
    return Entered(form, place, tried) if tried or saved else None


def _ask_smtp(key: str, view: MailView, form: MailForm) -> MailForm:
    if view.smtp_from_environment:
        st.html(m.quiet(t("Server, user and password come from the environment.")))
        return form
    left, right = st.columns([2, 1])
    host = left.text_input(
        t("Server"), key=f"{key}_host", value=form.smtp_host, placeholder="smtp.example.com"
    )
    port = right.text_input(t("Port"), key=f"{key}_port", value=str(form.smtp_port)).strip()
    security = st.radio(
        t("Encryption"),
        SECURITIES,
        key=f"{key}_security",
        index=SECURITIES.index(form.smtp_security),
        horizontal=True,
        format_func=security_name,
    )
    left, right = st.columns(2)
    user = left.text_input(t("User"), key=f"{key}_user", value=form.smtp_user, autocomplete="off")
    password = right.text_input(
        t("Password"),
        key=f"{key}_password",
        type="password",
        placeholder=_kept(view.password_kept),
        autocomplete="new-password",
    )
    return replace(
        form,
        smtp_host=host,
        smtp_port=int(port) if port.isascii() and port.isdigit() else 0,
        smtp_security=security,
        smtp_user=user,
        smtp_password=password,
    )


def _ask_sendgrid(key: str, view: MailView, form: MailForm) -> MailForm:
    if view.key_kept == "environment":
        st.html(m.quiet(t("The key comes from the environment.")))
        api_key = ""
    else:
        api_key = st.text_input(
            t("SendGrid’s key"),
            key=f"{key}_key",
            type="password",
            placeholder=_kept(view.key_kept),
            autocomplete="new-password",
        )
        st.html(m.quiet(t("It needs the permission “Mail Send” and nothing else.")))
    region = st.radio(
        t("SendGrid’s region"),
        REGIONS,
        key=f"{key}_region",
        index=REGIONS.index(form.sendgrid_region),
        horizontal=True,
        format_func=region_name,
    )
    sandbox = st.checkbox(
        t("Sandbox: SendGrid checks every letter and delivers none"),
        key=f"{key}_sandbox",
        value=form.sendgrid_sandbox,
    )
    webhook_key = st.text_input(
        t("Public key of the events"),
        key=f"{key}_webhook",
        value=form.webhook_key,
    )
    st.html(
        m.quiet(
            t(
                "At SendGrid: Settings → Mail Settings → Event Webhook. Switch on the signature "
                "and copy the verification key."
            )
        )
    )
    return replace(
        form,
        sendgrid_key=api_key,
        sendgrid_region=region,
        sendgrid_sandbox=sandbox,
        webhook_key=webhook_key,
    )


def _kept(where: str) -> str:
    """What stands in an empty field of a secret: that there is one, never the secret."""
    return t("entered; leave empty to keep it") if where else t("none yet")


def field_names() -> dict[str, str]:
    """The fields as the form calls them."""
    return {
        "sender": t("How letters leave"),
        "from_name": t("Sender’s name"),
        "from_address": t("Sender’s address"),
        "smtp_host": t("Server"),
        "smtp_port": t("Port"),
        "smtp_security": t("Encryption"),
        "smtp_user": t("User"),
        "sendgrid_region": t("SendGrid’s region"),
        "sendgrid_sandbox": t("Sandbox: SendGrid checks every letter and delivers none"),
        "webhook_key": t("Public key of the events"),
    }


def shown_value(field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
    """A field's value as a text."""
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    words: dict[str, Callable[[str], str]] = {
        "sender": sender_name,
        "smtp_security": security_name,
        "sendgrid_region": region_name,
    }
    return words.get(field, str)(value)
