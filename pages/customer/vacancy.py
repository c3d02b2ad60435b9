"""A vacancy of mine: its candidates by stage."""

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.drawn import stage_label
from pages.ui.installed import installation
from pages.ui.opened import key_in_address, maybe_key, page_in_address
from pages.ui.problems import opening
from pages.ui.text import day, t, tn
from pages.ui.told import read_what_was_told
from pages.ui.words import closed_as, employment_name
from services.applications.views import ApplicationRow, of_vacancy, with_recruiter_again
from services.ids import key_text
from services.permissions import Permission
from services.vacancies.views import VacancyView, vacancy
from services.work import reading

viewer = guard.require(Permission.VACANCIES_READ)


def card(row: ApplicationRow) -> m.CandidateCard:
    """A candidate with his stage; a lit dot until he is opened."""
    address = f"/candidate?id={key_text(row.candidate_id)}&app={key_text(row.id)}"
    line = " · ".join(part for part in (row.headline, row.city) if part)
    return m.CandidateCard(
        address,
        m.Person(row.candidate_id, row.name, line),
        [stage_label(row.stage), m.quiet(day(row.moved_at))],
        "" if row.opened else t("New to you"),
    )


def draw(one: VacancyView) -> None:
    """Head, description, the candidates."""
    chosen = maybe_key("stage")
    number = page_in_address()
    with reading(installation(), viewer) as work:
        again = with_recruiter_again(work, vacancy_id=one.id)
        page = of_vacancy(work, vacancy_id=one.id, stage_id=chosen, page=number)
    why = closed_as(one.closed_as) if one.closed_as else ""
    wanted = one.terms.hires_wanted
    hires = t("hires wanted: {count}", count=wanted) if wanted > 1 else ""
    job = (employment_name(one.terms.employment), one.terms.employment_words, hires)
    line = " · ".join(part for part in (one.company, one.city, *job, why) if part)
    st.html(m.back(t("My vacancies"), "/vacancies") + m.title(one.title, line=line))
    if one.description:
        with st.expander(t("About the vacancy"), key="vacancy_about"):
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
    if not page.rows:
        st.html(
            m.empty(
                t("Nobody has been presented yet"),
                t("Your recruiter will present candidates here; you will be told."),
            )
        )
        return
    drawn = m.cards(m.candidate_card(card(row)) for row in page.rows)
    st.html(m.section(t("Candidates"), page.found) + drawn)
    address = f"/vacancy?id={key_text(one.id)}"
    before = (t("Back"), f"{address}&page={number - 1}") if number else None
    after = (t("Next"), f"{address}&page={page.next_page}") if page.next_page else None
    if before or after:
        st.html(m.pager("", before=before, after=after))


read_what_was_told(viewer)
with (
    opening(t("My vacancies"), "/vacancies") as attempt,
    reading(installation(), viewer) as asked,
):
    found = vacancy(asked, vacancy_id=key_in_address("id"))
if not attempt.failed:
    draw(found)
