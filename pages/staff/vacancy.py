"""A vacancy: its candidates, and the section "Edit Job" with its customers."""

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import header
from pages.ui.opened import key_in_address
from pages.ui.problems import opening
from pages.ui.staff.vacancy_candidates import draw_candidates
from pages.ui.staff.vacancy_edit import draw_edit
from pages.ui.staff.vacancy_stages import draw_stages
from pages.ui.text import day, on_day, t
from pages.ui.words import closed_as
from services.ids import key_text
from services.permissions import Permission
from services.vacancies.views import VacancyView, vacancy
from services.work import reading

viewer = guard.require(Permission.VACANCIES_READ)


def draw(one: VacancyView) -> None:
    """The head, then the section that the address names."""
    address = f"/vacancy?id={key_text(one.id)}"
    section = st.query_params.get("section")
    editing = section in {"edit", "stages"}
    people = ", ".join(customer.name for customer in one.customers)
    line = " · ".join(
        part
        for part in (
            one.company,
            one.city,
            people or t("no customer yet"),
            closed_as(one.closed_as)
            if one.closed_as
            else t("opened {day}", day=day(one.opened_at)),
            t("deadline {day}", day=on_day(one.terms.deadline_on)) if one.terms.deadline_on else "",
            t("high priority") if one.terms.priority == "high" else "",
        )
        if part
    )
    with header(m.title(one.title, line=line), key="vacancy"):
        if editing:
            st.html(
                m.button_link(t("Candidates of the vacancy"), address, symbol="group"),
                width="content",
            )
        if editing and section != "stages":
            st.html(
                m.button_link(t("Stages"), f"{address}&section=stages", symbol="swap_horiz"),
                width="content",
            )
        if section != "edit":
            st.html(
                m.button_link(t("Edit Job"), f"{address}&section=edit", symbol="edit"),
                width="content",
            )
        if not editing and not one.closed_as:
            st.html(
                m.button_link(
                    t("Several files"),
                    f"/intake?vacancy={key_text(one.id)}",
                    symbol="upload_file",
                    drop=True,
                ),
                width="content",
            )
            st.html(
                m.button_link(
                    t("Add candidate"),
                    f"/candidate-edit?vacancy={key_text(one.id)}",
                    symbol="add",
                    primary=True,
                ),
                width="content",
            )
    if section == "stages":
        draw_stages(viewer, one)
    elif editing:
        draw_edit(viewer, one)
    else:
        draw_candidates(viewer, one)


with (
    opening(t("Vacancies"), "/vacancies") as attempt,
    reading(installation(), viewer) as work,
):
    found = vacancy(work, vacancy_id=key_in_address("id"))
if not attempt.failed:
    draw(found)
