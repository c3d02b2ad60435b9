"""Companies and departments: the list, and one of them with its customers and vacancies."""

import streamlit as st
from markupsafe import Markup

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import card, header, split
from pages.ui.opened import maybe_key
from pages.ui.problems import opening
from pages.ui.staff.company_change import draw_merge, draw_rename
from pages.ui.text import t
from services.companies import CompanyCard, companies
from services.companies import card as company_card
from services.companies.directory import Belonging
from services.ids import key_text
from services.permissions import Permission
from services.work import reading

viewer = guard.require(Permission.CUSTOMERS_MANAGE)


def crumbs(*more: tuple[str, str]) -> Markup:
    """Where this page belongs: Manage customers."""
    return m.crumbs(
        [
            (t("Account settings"), "/settings"),
            (t("Manage customers"), "/customers"),
            *more,
        ]
    )


def draw_list() -> None:
    """Every company and department with its numbers."""
    title = t("Companies and departments")
    with header(m.title(title, line=crumbs((title, ""))), key="companies"):
        pass
    with reading(installation(), viewer) as work:
        found = companies(work)
    if not found:
        st.html(
            m.empty(
                t("No companies yet"),
                t("One is made with the first customer or vacancy that names it."),
            )
        )
        return
    columns = [
        m.Column(t("Company or department"), "person"),
        m.Column(t("Customers"), "number"),
        m.Column(t("Vacancies"), "number"),
    ]
    rows = [
        m.Row(
            key_text(one.id),
            one.name,
            [
                m.title_cell(one.name, f"/companies?id={key_text(one.id)}"),
                str(one.customers),
                str(one.vacancies),
            ],
        )
        for one in found
    ]
    st.html(m.table("companies", title, columns, rows))


def belongings(
    title: str, column: m.Column, page: str, ones: tuple[Belonging, ...], ended: str
) -> Markup:
    """Customers or vacancies of the company, each a link; what the inactive ones are called."""
    if not ones:
        return m.section(title) + m.quiet(t("None"))
    rows = [
        m.Row(
            key_text(one.id),
            one.name,
            [
                m.title_cell(
                    one.name,
                    f"/{page}?id={key_text(one.id)}",
                    line="" if one.active else ended,
                )
            ],
        )
        for one in ones
    ]
    return m.section(title, len(ones)) + m.table(page, title, [column], rows)


def draw_one(company_id: int) -> None:
    """One company: whose it is at the left; its name, and merging, beside it."""
    with (
        opening(t("Companies and departments"), "/companies") as attempt,
        reading(installation(), viewer) as work,
    ):
        one: CompanyCard = company_card(work, company_id=company_id)
    if attempt.failed:
        return
    trail = crumbs((t("Companies and departments"), "/companies"), (one.name, ""))
    with header(m.title(one.name, line=trail), key="company"):
        pass
    matter, beside = split("company")
    with matter:
        st.html(
            belongings(
                t("Customers"),
                m.Column(t("Name"), "person"),
                "customers",
                one.customers,
                t("blocked"),
            )
        )
        st.html(
            belongings(
                t("Vacancies"),
                m.Column(t("Title"), "person"),
                "vacancy",
                one.vacancies,
                t("closed"),
            )
        )
    with beside:
        with card("company_name"):
            draw_rename(viewer, one)
        with card("company_merge"):
            draw_merge(viewer, one)


opened = maybe_key("id")
if opened is None:
    draw_list()
else:
    draw_one(opened)
