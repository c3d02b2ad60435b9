"""The section "Stages" of a vacancy: the list, and beside it the stage one has chosen."""

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends, split
from pages.ui.meanwhile import begin, draw_refusal, end
from pages.ui.problems import shown
from pages.ui.staff.refused_now import note_refused, offer_refusal
from pages.ui.staff.stage_form import (
    ask_stage,
    chosen_stage,
    field_names,
    form_of,
    head_of,
    list_stages,
    shown_in,
)
from pages.ui.staff.writing_asked import open_writing
from pages.ui.text import t, tn
from pages.ui.words import stage_name
from services.applications.views import of_vacancy
from services.errors import Conflict
from services.ids import key_text
from services.vacancies.stage_changes import remove_stage, save_stage, standing
from services.vacancies.stages import StageView
from services.vacancies.views import VacancyView
from services.viewer import Viewer
from services.work import perform, reading


def draw_stages(viewer: Viewer, one: VacancyView) -> None:
    """The stages in order; a click opens one."""
    address = f"/vacancy?id={key_text(one.id)}&section=stages"
    with reading(installation(), viewer) as work:
        counts = standing(work, vacancy_id=one.id)
    asked = str(st.query_params.get("stage", ""))
    stage = chosen_stage(one.stages, asked)
    matter, beside = split("stages")
    with matter:
        st.html(m.section(t("Stages"), len(one.stages)))
        if session.kept("stage_saved"):
            session.forget("stage_saved")
            st.html(m.banner(t("Saved"), tone="yes", symbol="check_circle"))
        offer_refusal(viewer, one.id)
        list_stages(
            one.stages, lambda _, stage: f"{address}&stage={key_text(stage.id)}#stage", counts
        )
        st.html(m.button_link(t("New stage"), f"{address}&stage=new#stage", symbol="add"))
    with beside:
        if stage is not None or asked == "new":
            _draw_form(viewer, one, stage, counts)
        else:
            st.html(m.section(t("Stage"), place="stage"))
            st.html(m.quiet(t("Choose a stage in the list, or add a new one.")))
    open_writing(viewer)


def _draw_form(
    viewer: Viewer, one: VacancyView, stage: StageView | None, counts: dict[int, int]
) -> None:
    head_of(stage)
    name = f"stage_{key_text(stage.id) if stage else f'new_{key_text(one.id)}'}"
    begins = form_of(one.stages, stage)
    visit = begin(name, one.version, begins, first="en")
    stands = begins if stage else visit.form
    key = f"{name}_{visit.version}"
    here = counts.get(stage.id, 0) if stage else 0
    asked = ask_stage(key, visit.form, one.stages, stage, standing=here)
    if stage is not None and st.button(
        t("Take this stage out"), key=f"{key}_remove", icon=":material/delete:", type="tertiary"
    ):
        guard.dialog(t("Take this stage out"), _ask_removal)(one, stage, here)
    save = visit.to_save(asked.sent, stands, one.version)
    if save is None:
        draw_refusal(name, visit, stands, field_names(), shown_in(one.stages, stage))
        return
    form, version = save
    with asked.place, shown() as attempt:
        try:
            perform(
                installation(),
                viewer,
                save_stage,
                vacancy_id=one.id,
                stage_id=stage.id if stage else None,
                form=form,
                version=version,
                taking_back=asked.taking_back,
            )
        except Conflict as error:
            visit.refusal = error
            st.rerun()
    if not attempt.failed:
        end(name)
        _saved()


def _ask_removal(viewer: Viewer, one: VacancyView, stage: StageView, here: int) -> None:
    """Where its candidates go, and what that means for the customers."""
    left = {other.id: other for other in one.stages if other.id != stage.id}
    target = None
    if here:
        st.html(
            m.quiet(tn("{count} candidate stands in it.", "{count} candidates stand in it.", here))
        )
        target = st.selectbox(
            t("Move them to"),
            list(left),
            key="stage_remove_to",
            index=None,
            placeholder=t("Choose a stage"),
            format_func=lambda id_: stage_name(left[id_]),
        )
        if target is not None and not left[target].seen_by_customers:
            st.html(
                m.banner(
                    t("Only staff see that stage: for the customers they disappear."),
                    symbol="visibility_off",
                )
            )
    else:
        st.html(m.quiet(t("Nobody stands in it. What happened in it stays in the histories.")))
    place = st.container(key="stage_remove_problem")
    with ends("stage_remove"):
        go = st.button(t("Take this stage out"), key="stage_remove_go", type="primary")
    if go:
        with reading(installation(), viewer) as work:
            standing_there = of_vacancy(work, vacancy_id=one.id, stage_id=stage.id).rows
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                remove_stage,
                vacancy_id=one.id,
                stage_id=stage.id,
                version=one.version,
                move_to=target,
            )
        if not attempt.failed:
            if target is not None and left[target].outcome == "refused":
                note_refused(one.id, standing_there)
            _saved()


def _saved() -> None:
    session.keep("stage_saved", "now")
    if "stage" in st.query_params:
        del st.query_params["stage"]
    st.rerun()
