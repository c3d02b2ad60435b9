"""A vacancy as a customer sees it: what it is, and its candidates by stage."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import readonly
from pages.ui.drawn import stage_label
from pages.ui.installed import installation
from pages.ui.text import day, t, tn
from pages.ui.words import closed_as, employment_name
from services.applications.views import ApplicationRow, of_vacancy, with_recruiter_again
from services.customers.sides import VacancySide
from services.ids import key_text
from services.vacancies.views import VacancyView, vacancy
from services.viewer import Viewer
from services.work import Work, reading


def ask(work: Work, vacancy_id: int) -> VacancyView:
    """What the page needs to be there at all. Raises NotFound, NotAllowed."""
    return vacancy(work, vacancy_id=vacancy_id)


def draw(viewer: Viewer, one: VacancyView, *, stage: int | None, number: int) -> VacancySide:
    """Head, description, a page of the candidates; returns what it was drawn with."""
    with reading(installation(), viewer) as work:
        again = with_recruiter_again(work, vacancy_id=one.id)
        page = of_vacancy(work, vacancy_id=one.id, stage_id=stage, page=number)
    _draw_head(viewer, one, again)
    if not page.rows:
        st.html(
            m.empty(
                t("Nobody has been presented yet"),
                t("Your recruiter will present candidates here; you will be told."),
            )
        )
        return VacancySide(one, page, again)
    drawn = m.cards(m.candidate_card(_card(row)) for row in page.rows)
    readonly.show(viewer, m.section(t("Candidates"), page.found), drawn)
    address = f"/vacancy?id={key_text(one.id)}"
    before = (t("Back"), f"{address}&page={number - 1}") if number else None
    after = (t("Next"), f"{address}&page={page.next_page}") if page.next_page else None
    if before or after:
        readonly.show(viewer, m.pager("", before=before, after=after))
    return VacancySide(one, page, again)


def _draw_head(viewer: Viewer, one: VacancyView, again: int) -> None:
    why = closed_as(one.closed_as) if one.closed_as else ""
    wanted = one.terms.hires_wanted
    hires = t("hires wanted: {count}", count=wanted) if wanted > 1 else ""
    job = (employment_name(one.terms.employment), one.terms.employment_words, hires)
    line = " · ".join(part for part in (one.company, one.city, *job, why) if part)
    way_back = m.back(t("My vacancies"), "/vacancies")
    readonly.show(viewer, way_back, m.title(one.title, line=line))
    if one.description:
        with st.expander(t("About the vacancy"), key=readonly.key(viewer, "vacancy_about")):
            st.html(m.words(one.description))
    if again:
        st.html(
            m.quiet(
                tn(
                    "{count} candidate is with the recruiter again",
                    "{count} candidates are with the recruiter again",
                    again,
                )
            )
        )


def _card(row: ApplicationRow) -> m.CandidateCard:
    """A candidate with his stage; a lit dot until he is opened."""
    address = f"/candidate?id={key_text(row.candidate_id)}&app={key_text(row.id)}"
    line = " · ".join(part for part in (row.headline, row.city) if part)
    return m.CandidateCard(
        address,
        m.Person(row.candidate_id, row.name, line),
        [stage_label(row.stage), m.quiet(day(row.moved_at))],
        "" if row.opened else t("New to you"),
    )
