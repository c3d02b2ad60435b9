"""Vacancies: each with its company, recruiter and the state of its selection."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import frame, guard, session, undo
from pages.ui import markup as m
from pages.ui.drawn import dot
from pages.ui.installed import installation
from pages.ui.interviews.asked import draw_next, open_asked
from pages.ui.layout import header
from pages.ui.markup.basics import fill
from pages.ui.opened import maybe_key
from pages.ui.problems import shown
from pages.ui.text import day, t, tn
from pages.ui.vacancy_form import ask_vacancy
from pages.ui.words import closed_as, stage_name
from services.ids import key_text
from services.interviews.views import next_interviews
from services.permissions import Permission
from services.vacancies.forms import add, recruiters
from services.vacancies.views import VacancyRow, vacancies
from services.viewer import Viewer
from services.work import perform, reading

viewer = guard.require(Permission.VACANCIES_READ)


def selection(counts: list[m.StageCount]) -> Markup:
    """How the candidates stand: the bar, its words read out and shown on pointing."""
    words = ", ".join(f"{one.name} {one.count}" for one in counts)
    return fill(
        '<span role="img" aria-label="{words}" title="{words}">{bar}</span>',
        words=words,
        bar=m.stage_bar(counts),
    )


def counts_of(one: VacancyRow) -> list[m.StageCount]:
    """The stages of a vacancy in which somebody is."""
    return [
        m.StageCount(dot(count.stage), stage_name(count.stage), count.candidates)
        for count in one.stages
        if count.candidates
    ]


def colours(rows: Sequence[VacancyRow]) -> Markup:
    """Which colour is which stage, once for all bars of the list."""
    named = {count.name: count for one in rows for count in counts_of(one)}
    order = {
        stage_name(count.stage): place for one in rows for place, count in enumerate(one.stages)
    }
    return m.legend(sorted(named.values(), key=lambda one: order[one.name]), counted=False)


def row(one: VacancyRow) -> m.Row:
    """A vacancy as a row of the list."""
    why = closed_as(one.closed_as) if one.closed_as else ""
    line = " · ".join(part for part in (one.company, one.city, why) if part)
    return m.Row(
        key_text(one.id),
        one.title,
        [
            m.title_cell(one.title, f"/vacancy?id={key_text(one.id)}", line=line),
            selection(counts_of(one)),
            str(one.considered),
            one.recruiter,
            day(one.opened_at),
        ],
    )


def new_vacancy(viewer: Viewer) -> None:
    """The form of a new vacancy."""
    with reading(installation(), viewer) as work:
        choices = recruiters(work)
    typed = ask_vacancy(viewer, "new_vacancy", choices, save=t("Add vacancy"))
    if typed is not None:
        with typed.place, shown() as attempt:
            made = perform(installation(), viewer, add, form=typed.form)
        if not attempt.failed:
            st.switch_page("staff/vacancy.py", query_params={"id": key_text(made)})


closed = "closed" in st.query_params
with reading(installation(), viewer) as work:
    page = vacancies(work, before=maybe_key("before"), closed=closed)
    ahead = [] if closed else next_interviews(work, most=3)
unread = session.kept(frame.UNREAD, 0)
news = tn("{count} new notification", "{count} new notifications", unread)
waiting = m.link(news, "/notifications") if unread else ""
heading = t("Closed vacancies") if closed else t("Vacancies")
with header(m.title(heading, line=waiting), key="vacancies"):
    st.html(
        m.button_link(t("Open ones"), "/vacancies", symbol="work")
        if closed
        else m.button_link(t("Closed ones"), "/vacancies?closed=1", symbol="lock"),
        width="content",
    )
    if st.button(t("New vacancy"), key="vacancies_new", type="primary", icon=":material/add:"):
        guard.dialog(t("New vacancy"), new_vacancy, width="medium")()
if not closed:
    frame.draw_next_step(viewer)
    draw_next(ahead, address="/vacancies")
if page.rows:
    columns = [
        m.Column(t("Vacancy"), "person"),
        m.Column(t("Candidates by stage"), "bar"),
        m.Column(t("Considered"), "number"),
        m.Column(t("Recruiter")),
        m.Column(t("Opened"), "when"),
    ]
    st.html(
        m.table("vacancies", t("Vacancies"), columns, [row(one) for one in page.rows])
        + colours(page.rows)
    )
    address = "/vacancies?closed=1&" if closed else "/vacancies?"
    first = (t("Newest"), address[:-1]) if maybe_key("before") else None
    further = (
        (t("Next"), f"{address}before={key_text(page.next_before)}") if page.next_before else None
    )
    st.html(m.pager("", before=first, after=further))
elif closed:
    st.html(m.empty(t("No closed vacancies"), t("One is closed under Edit Job, at the end.")))
else:
    st.html(
        m.empty(
            t("No vacancies yet"),
            t("Add the first one; then connect its customer and add candidates."),
        )
    )
undo.draw(viewer)
open_asked(viewer)
