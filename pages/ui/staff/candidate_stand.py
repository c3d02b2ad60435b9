"""Where a candidate stands: stage and move, presenting, other vacancies, linking."""

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.drawn import stage_label
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.moving import choose_stage
from pages.ui.presenting import open_dialog
from pages.ui.problems import shown
from pages.ui.staff.candidate_hired import draw_hired
from pages.ui.staff.seen_already import say_whom_it_saw
from pages.ui.staff.shown_to import offer_message
from pages.ui.text import day, t
from pages.ui.words import stage_name
from services.applications.moving import link
from services.applications.views import ApplicationView
from services.candidates.choices import open_vacancies
from services.candidates.views import CandidateView
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading


def draw_stand(
    viewer: Viewer,
    one: CandidateView,
    here: ApplicationView | None,
    applications: list[ApplicationView],
) -> None:
    """One line: progress, who sees him, the choice of the stage, present."""
    with line("stand"):
        st.html(m.stand(_facts(here)), width="stretch")
        if here is not None:
            choose_stage(viewer, here)
            draw_hired(viewer, here)
            if here.presented_at is None and st.button(
                t("Present to the customer"),
                key="stand_present",
                type="primary",
                icon=":material/lightbulb:",
            ):
                open_dialog(vacancy_id=here.vacancy_id, candidate_ids=[one.id])
            if here.presented_at is not None:
                offer_message(here)
    present_next(one, here)
    if len(applications) > 1:
        st.html(_others(one, here, applications))


def offer_link(one: CandidateView, applications: list[ApplicationView]) -> None:
    """The button that links the candidate to one more vacancy."""
    if st.button(t("Link to a vacancy"), key="stand_link", icon=":material/add_circle:"):
        linked = {application.vacancy_id for application in applications}
        guard.dialog(t("Link to a vacancy"), _link)(one, linked)


def _facts(here: ApplicationView | None) -> list[Markup]:
    if here is None:
        return [m.chip(t("Not linked to a vacancy yet"), symbol="person_search")]
    reached = [stage.id for stage in here.stages].index(here.stage.id)
    of = len(here.stages) - 1
    progress = m.progress(
        reached,
        of,
        name=stage_name(here.stage),
        label=t("Stage {number} of {of}", number=reached, of=of),
    )
    if here.presented_at is None:
        seen = m.chip(t("only staff"), symbol="lock")
    elif here.presented_at > installation().clock():
        seen = m.chip(t("presented in a moment"), tone="lit", symbol="schedule")
    else:
        seen = m.chip(t("the customer sees this"), tone="lit", symbol="lightbulb")
    return [progress, seen, m.quiet(t("moved {day}", day=day(here.moved_at)))]


def _others(
    one: CandidateView, here: ApplicationView | None, applications: list[ApplicationView]
) -> Markup:
    """The candidate's other vacancies, each a way to it."""
    ways = []
    for application in applications:
        if here is not None and application.id == here.id:
            continue
        address = f"/candidate?id={key_text(one.id)}&app={key_text(application.id)}"
        name = " · ".join(part for part in (application.vacancy, application.company) if part)
        ways.append(m.link(name, address) + Markup("&ensp;") + stage_label(application.stage))
    return m.quiet(Markup("{} ").format(t("Also in:")) + Markup(" &emsp; ").join(ways))


def _link(viewer: Viewer, one: CandidateView, linked: set[int]) -> None:
    """Choose a vacancy, then "for us" or present at once."""
    with reading(installation(), viewer) as work:
        found = open_vacancies(work)
    choices = {choice.id: choice.name for choice in found if choice.id not in linked}
    if not choices:
        st.html(m.quiet(t("The candidate is linked to every open vacancy.")))
        return
    chosen = st.selectbox(
        t("Vacancy"),
        list(choices),
        key="link_vacancy",
        index=None,
        placeholder=t("Choose a vacancy"),
        format_func=lambda id_: choices.get(id_, ""),
    )
    say_whom_it_saw(viewer, chosen, [one.id])
    how = st.radio(
        t("How"),
        ["us", "present"],
        key="link_how",
        format_func={
            "us": t("For us: only staff see it"),
            "present": t("Present to the customer"),
        }.__getitem__,
    )
    place = st.container(key="link_problem")
    go = st.button(
        t("Add to the vacancy"),
        key="link_go",
        type="primary",
        width="stretch",
        disabled=chosen is None,
    )
    if go and chosen is not None:
        with place, shown() as attempt:
            made = perform(installation(), viewer, link, candidate_id=one.id, vacancy_id=chosen)
        if not attempt.failed:
            st.query_params["app"] = key_text(made)
            if how == "present":
                session.keep("present_next", made)
            st.rerun()


def present_next(one: CandidateView, here: ApplicationView | None) -> None:
    """Open the dialog of presenting for an application that was linked to be presented."""
    if here is not None and session.kept("present_next") == here.id:
        session.forget("present_next")
        open_dialog(vacancy_id=here.vacancy_id, candidate_ids=[one.id])
