"""Account settings: the way to Manage customers, the agency, one's own profile and access."""

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends, header, narrow
from pages.ui.news_form import draw_news_choices
from pages.ui.own_access import draw_password, draw_sessions
from pages.ui.own_feed import draw_feed
from pages.ui.problems import shown
from pages.ui.profile_form import draw_profile
from pages.ui.staff.ending_days_form import draw_ending_days
from pages.ui.staff.letterhead_form import draw_letterhead
from pages.ui.staff.own_copies import draw_copies
from pages.ui.staff.own_profile import draw_own_profile
from pages.ui.staff.safe_defaults_form import draw_safe_defaults
from pages.ui.text import t
from services.agency import AgencyView, agency, edit
from services.permissions import Permission, allows
from services.work import perform, reading

viewer = guard.require(Permission.PROFILE_MANAGE)


def draw_ways() -> None:
    """The sections that have a page of their own."""
    ways = [
        ("/customers", t("Manage customers"), t("Who follows your vacancies, and what they see."))
    ]
    if allows(viewer, Permission.STAFF_MANAGE):
        ways.append(("/staff", t("Manage staff"), t("Who works here, and who may do what.")))
    ways.append(
        (
            "/vocabulary",
            t("Skills and categories"),
            t("The words candidates are found by: rename, merge, translate."),
        )
    )
    ways.append(("/mail", t("Letters"), t("Every letter as it went out.")))
    if allows(viewer, Permission.AGENCY_MANAGE):
        ways.append(
            (
                "/stages",
                t("Stages of new vacancies"),
                t("What each selection begins with; every vacancy can have its own."),
            )
        )
        ways.append(
            (
                "/letter-templates",
                t("Letter templates"),
                t("How invitations, refusals and offers begin, in three languages."),
            )
        )
        ways.append(
            (
                "/mail-settings",
                t("Sending letters"),
                t("Through your mail server or SendGrid; with a test letter."),
            )
        )
    cards = [m.vacancy_card(m.VacancyCard(place, name, line, [])) for place, name, line in ways]
    st.html(m.cards(cards))


def draw_agency(found: AgencyView) -> None:
    """The agency's name and contacts, for administrators."""
    st.html(m.section(t("Agency")))
    if session.kept("agency_saved"):
        session.forget("agency_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    with st.form("agency", border=False):
        name = st.text_input(t("Name of the agency"), key="agency_name", value=found.name)
        left, right = st.columns(2)
        phone = left.text_input(t("Phone"), key="agency_phone", value=found.phone)
        email = right.text_input(t("E-mail"), key="agency_email", value=found.email)
        left, right = st.columns(2)
        site = left.text_input(t("Website"), key="agency_site", value=found.site)
        base = right.text_input(
            t("Address for links in letters"), key="agency_base", value=found.base_url
        )
        place = st.container(key="agency_problem")
        with ends("agency"):
            sent = st.form_submit_button(t("Save Changes"), key="agency_save")
    if sent:
        form = AgencyView(name, phone, email, site, base)
        with place, shown() as attempt:
            perform(installation(), viewer, edit, form=form)
        if not attempt.failed:
            session.keep("agency_saved", "now")
            st.rerun()


with header(m.title(t("Account settings")), key="settings"):
    pass
draw_ways()
with narrow("settings"):
    st.html(m.section(t("My language and time zone")))
    draw_profile(viewer)
    draw_news_choices(viewer)
    draw_own_profile(viewer)
    draw_copies(viewer)
    draw_feed(viewer)
    draw_password(viewer)
    draw_sessions(viewer)
    if allows(viewer, Permission.AGENCY_MANAGE):
        with reading(installation(), viewer) as work:
            own = agency(work)
        draw_agency(own)
        draw_safe_defaults(viewer)
        draw_ending_days(viewer)
        draw_letterhead(viewer, own.name)
