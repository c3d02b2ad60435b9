"""My vacancies: how the selection stands, as cards that read well on a phone."""

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.drawn import dot
from pages.ui.installed import installation
from pages.ui.interviews.asked import draw_next, open_asked
from pages.ui.opened import maybe_key
from pages.ui.text import day, t, tn
from pages.ui.words import closed_as, stage_name
from services.ids import key_text
from services.interviews.views import next_interviews
from services.permissions import Permission
from services.vacancies.views import VacancyRow, vacancies
from services.work import reading

viewer = guard.require(Permission.VACANCIES_READ)


def card(one: VacancyRow) -> m.VacancyCard:
    """A vacancy with its stages and what waits for the reader."""
    counts = [
        m.StageCount(dot(count.stage), stage_name(count.stage), count.candidates)
        for count in one.stages
        if count.candidates
    ]
    opened = (
        closed_as(one.closed_as) if one.closed_as else t("opened {day}", day=day(one.opened_at))
    )
    line = " · ".join(part for part in (one.city, opened, considered(one)) if part)
    return m.VacancyCard(f"/vacancy?id={key_text(one.id)}", one.title, line, counts, strip(one))


def considered(one: VacancyRow) -> str:
    """How many are considered, where the strip does not say so already."""
    if not one.unopened:
        return ""
    return tn("{count} candidate considered", "{count} candidates considered", one.considered)


def strip(one: VacancyRow) -> m.Strip:
    """New candidates are lit; else how many are considered."""
    if one.closed_as:
        return m.Strip(t("Closed: to be read, not changed"), "lock")
    if one.unopened:
        words = tn("{count} new candidate", "{count} new candidates", one.unopened)
        return m.Strip(words, "lightbulb", lit=True)
    if one.considered:
        words = tn("{count} candidate considered", "{count} candidates considered", one.considered)
        return m.Strip(words, "group")
    return m.Strip(t("The recruiter is looking for candidates"), "person_search")


closed = "closed" in st.query_params
with reading(installation(), viewer) as work:
    page = vacancies(work, before=maybe_key("before"), closed=closed)
    ahead = [] if closed else next_interviews(work, most=3)
unopened = sum(one.unopened for one in page.rows)
waiting = tn("{count} candidate is new to you", "{count} candidates are new to you", unopened)
if closed:
    st.html(m.back(t("My vacancies"), "/vacancies") + m.title(t("Closed vacancies")))
else:
    st.html(m.title(t("My vacancies"), line=waiting if unopened else ""))
draw_next(ahead, address="/vacancies")
if page.rows:
    st.html(m.cards(m.vacancy_card(card(one)) for one in page.rows))
    if page.next_before:
        address = "/vacancies?closed=1&" if closed else "/vacancies?"
        further = (t("Next"), f"{address}before={key_text(page.next_before)}")
        st.html(m.pager("", before=None, after=further))
elif closed:
    st.html(m.empty(t("No closed vacancies"), t("Those that your recruiter closes stand here.")))
else:
    st.html(
        m.empty(
            t("No open vacancies"),
            t("As soon as your recruiter opens one for you, it stands here."),
        )
    )
if not closed:
    st.html(m.quiet(m.link(t("Closed vacancies"), "/vacancies?closed=1")))
open_asked(viewer)
