"""Stages of new vacancies: the agency's template."""

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import header, split
from pages.ui.meanwhile import begin, draw_refusal, end
from pages.ui.problems import shown
from pages.ui.staff.stage_form import (
    ask_stage,
    chosen_stage,
    field_names,
    form_of,
    head_of,
    list_stages,
    shown_in,
)
from pages.ui.text import t
from services.errors import Conflict
from services.ids import key_text
from services.permissions import Permission
from services.vacancies.stages import StageView
from services.vacancies.template import (
    Template,
    default_template_again,
    remove_template_stage,
    save_template_stage,
    template,
)
from services.work import perform, reading

viewer = guard.require(Permission.AGENCY_MANAGE)


def saved() -> None:
    """Say so on the next run, with no stage open."""
    session.keep("stage_saved", "now")
    if "stage" in st.query_params:
        del st.query_params["stage"]
    st.rerun()


def named(found: Template, place: int, stage: StageView | None) -> str:
    """A stage as the address names it; by its place among the usual ones: those have no keys."""
    return key_text(stage.id) if stage is not None and found.own else str(place)


def draw_list(found: Template) -> None:
    """The stages in order, and the way back to the default's."""
    if session.kept("stage_saved"):
        session.forget("stage_saved")
        st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
    list_stages(
        found.stages, lambda place, stage: f"/stages?stage={named(found, place, stage)}#stage"
    )
    st.html(m.button_link(t("New stage"), "/stages?stage=new#stage", symbol="add"))
    if found.own and st.button(
        t("Begin with the usual stages again"), key="stages_default", type="tertiary"
    ):
        with shown() as attempt:
            perform(installation(), viewer, default_template_again, version=found.version)
        if not attempt.failed:
            saved()


def draw_form(found: Template, stage: StageView | None) -> None:
    """The chosen stage, or a new one."""
    head_of(stage)
    place = found.stages.index(stage) if stage else None
    # As the address has it: the usual stages get keys when somebody changes the first of them.
    name = f"template_{asked}"
    begins = form_of(found.stages, stage)
    visit = begin(name, found.version, begins, first="en")
    stands = begins if stage else visit.form
    key = f"{name}_{visit.version}"
    typed = ask_stage(key, visit.form, found.stages, stage)
    if place is not None and st.button(
        t("Take this stage out"), key=f"{key}_remove", icon=":material/delete:", type="tertiary"
    ):
        with shown() as attempt:
            perform(
                installation(), viewer, remove_template_stage, place=place, version=found.version
            )
        if not attempt.failed:
            saved()
    save = visit.to_save(typed.sent, stands, found.version)
    if save is None:
        draw_refusal(name, visit, stands, field_names(), shown_in(found.stages, stage))
        return
    form, version = save
    with typed.place, shown() as attempt:
        try:
            perform(
                installation(),
                viewer,
                save_template_stage,
                place=place,
                form=form,
                version=version,
            )
        except Conflict as error:
            visit.refusal = error
            st.rerun()
    if not attempt.failed:
        end(name)
        saved()


with reading(installation(), viewer) as work:
    known = template(work)
trail = m.crumbs([(t("Account settings"), "/settings")])
with header(m.title(t("Stages of new vacancies"), line=trail), key="stages"):
    pass
asked = str(st.query_params.get("stage", ""))
opened = chosen_stage(known.stages, asked)
matter, beside = split("stages")
with matter:
    st.html(m.quiet(t("Vacancies that are there already keep theirs: they are edited one by one.")))
    draw_list(known)
with beside:
    if opened is not None or asked == "new":
        draw_form(known, opened)
    else:
        st.html(m.section(t("Stage"), place="stage"))
        st.html(m.quiet(t("Choose a stage in the list, or add a new one.")))
