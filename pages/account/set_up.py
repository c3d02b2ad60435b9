"""Set-up: the one page of a new installation. Works once."""

from urllib.parse import urlsplit

import streamlit as st

from pages.ui import guard, session
from pages.ui.components import door
from pages.ui.installed import installation
from pages.ui.markup import banner, door_mark, form_error, quiet, section, title
from pages.ui.problems import shown
from pages.ui.text import t, zones_to_choose
from pages.ui.typed import Typed
from services.access.set_up import SetUpForm, set_up
from services.i18n import LANGUAGES
from services.sample import fill_with_sample_data

guard.anonymous()
_LOCAL = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104 - compared with, not bound to


def own_address() -> str:
    """The address this page was opened under: what links in letters carry unless changed."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def warn_if_local(address: str) -> None:
    """Say so while nobody outside can open the links of a letter."""
    if (urlsplit(address).hostname or "") in _LOCAL:
        st.html(
            banner(
                t(
                    "Nobody outside this computer can open this address. Links in letters "
                    "will work once it is the public one."
                ),
                symbol="info",
            )
        )


def text(label: str, field: str, *, placeholder: str = "", autocomplete: str = "off") -> str:
    """A line of the form."""
    return st.text_input(
        label,
        key=f"set_up_{field}",
        placeholder=placeholder,
        autocomplete=autocomplete,
    )


def ask() -> tuple[str, bool, Typed[SetUpForm] | None]:
    """The form: the code, whether samples are wanted, and once it is sent what was typed."""
    names = zones_to_choose(session.time_zone())
    with st.form("set_up", border=False):
        code = text(t("One-time code"), "code", placeholder="xxxx-xxxx-xxxx")
        st.html(quiet(t("It stands in the window where Candela was started.")))
        st.html(section(t("Agency")))
        agency = text(t("Name of the agency"), "agency")
        phone = text(t("Phone"), "phone")
        mail = text(t("E-mail"), "agency_email", placeholder=t("Empty: yours"))
        address = st.text_input(
            t("Address for links in letters"), key="set_up_address", value=own_address()
        )
        warn_if_local(address)
        st.html(section(t("Administrator")))
        name = text(t("Your name"), "name", autocomplete="name")
        email = text(t("Your e-mail, it is your login"), "email", autocomplete="username")
        password = st.text_input(
            t("Password"),
            key="set_up_password",
            type="password",
            autocomplete="new-password",
        )
        st.html(quiet(t("At least 12 characters. A short sentence is easy to remember.")))
        codes = list(LANGUAGES)
        language = st.selectbox(
            t("Language"),
            codes,
            key="set_up_language",
            index=codes.index(session.language()),
            format_func=LANGUAGES.__getitem__,
        )
        time_zone = st.selectbox(
            t("Time zone"),
            list(names),
            key="set_up_zone",
            format_func=names.__getitem__,
        )
        samples = st.checkbox(t("Fill with sample data"), key="set_up_samples")
        place = st.container(key="set_up_problem")
        sent = st.form_submit_button(t("Set up"), key="set_up_go", type="primary", width="stretch")
    form = SetUpForm(agency, phone, mail, address, name, email, password, language, time_zone)
    return code, samples, Typed(form, place) if sent else None


with st.container(key="wide_door"):
    st.html(door_mark() + title(t("Set up Candela"), line=t("This page works once.")))
    if session.kept("ticket"):
        if door.enter(session.kept("ticket"), "/") is not None:
            session.forget("ticket")
            st.html(form_error(t("Candela is set up. Please sign in.")))
    else:
        given_code, wants_samples, typed = ask()
        if typed is not None:
            with typed.place, shown() as attempt, st.spinner(t("Setting up, a few seconds…")):
                ticket = set_up(
                    installation(),
                    code=given_code,
                    form=typed.form,
                    furnish=fill_with_sample_data if wants_samples else None,
                )
                session.keep("ticket", ticket)
            if not attempt.failed:
                st.rerun()
