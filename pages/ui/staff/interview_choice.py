"""Whom an interview is with: asked where one begins in the calendar or with an empty hand."""

import streamlit as st

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.interviews.wanted import Wanted, want
from pages.ui.layout import ends
from pages.ui.problems import shown
from pages.ui.staff.interview_when import slot_meant
from pages.ui.text import t
from pages.ui.words import stage_name
from services.candidates.choices import open_vacancies
from services.ids import new_key
from services.interviews.choosing import candidates_to_invite
from services.viewer import Viewer
from services.work import reading


def start(application_id: int) -> None:
    """Open the form about this application at the next run."""
    want(Wanted("schedule", application_id, made=new_key()))


def ask_whom(viewer: Viewer, asked: Wanted) -> None:
    """Choose a vacancy and one of its candidates, then the form opens."""
    with reading(installation(), viewer) as work:
        names = {one.id: one.name for one in open_vacancies(work)}
    if not names:
        st.html(m.quiet(t("There is no open vacancy.")))
        return
    if asked.when is not None:
        slot_meant(asked.when, ())
    vacancy = st.selectbox(
        t("Vacancy"),
        list(names),
        key="interview_vacancy",
        index=None,
        placeholder=t("Choose a vacancy"),
        format_func=names.__getitem__,
    )
    if vacancy is None:
        return
    with shown() as attempt, reading(installation(), viewer) as work:
        found = candidates_to_invite(work, vacancy_id=vacancy)
    if attempt.failed:
        return
    if not found:
        st.html(m.quiet(t("Nobody is considered here yet.")))
        return
    known = {one.application_id: f"{one.name} · {stage_name(one.stage)}" for one in found}
    chosen = st.selectbox(
        t("Candidate"),
        list(known),
        key="interview_candidate",
        # whoever is the only one is meant; else nobody is invited by a press too many
        index=0 if len(known) == 1 else None,
        placeholder=t("Choose a candidate"),
        format_func=known.__getitem__,
    )
    if chosen is None:
        return
    with ends("interview_whom"):
        go = st.button(t("Next"), key="interview_whom_go", type="primary")
    if go:
        want(Wanted("schedule", chosen, when=asked.when, made=new_key()))
        st.rerun()
