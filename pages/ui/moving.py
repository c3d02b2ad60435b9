"""Moving one application between stages by a choice, with a reason when refusing."""

import streamlit as st

from pages.ui import guard, readonly, session, undo
from pages.ui import markup as m
from pages.ui.found_again import find_again, keep_typed
from pages.ui.installed import installation
from pages.ui.presenting import open_dialog
from pages.ui.problems import shown
from pages.ui.staff.taking_back import open_taking_back
from pages.ui.text import t
from pages.ui.words import stage_name
from services.applications.moving import move
from services.applications.views import ApplicationView
from services.drafts import form_place
from services.ids import key_text
from services.permissions import Permission, allows
from services.vacancies.stages import StageView
from services.viewer import Viewer
from services.work import perform


def choose_stage(viewer: Viewer, one: ApplicationView) -> None:
    """A choice of the stages the viewer may move to; the present one stands in it."""
    stages = {
        stage.id: stage
        for stage in one.stages
        if stage.id == one.stage.id or viewer.is_staff or stage.open_to_customers
    }
    key = f"stage_{key_text(one.id)}_{key_text(one.stage.id)}_{session.kept('rows_round', 0)}"
    key = readonly.key(viewer, key)
    chosen = st.selectbox(
        t("Stage"),
        list(stages),
        index=list(stages).index(one.stage.id),
        key=key,
        format_func={id_: stage_name(stage) for id_, stage in stages.items()}.__getitem__,
        label_visibility="collapsed",
        width=210,
        disabled=viewer.preview,
    )
    if chosen != one.stage.id:
        _to(viewer, one, stages[chosen])


def _to(viewer: Viewer, one: ApplicationView, stage: StageView) -> None:
    into_light = stage.seen_by_customers and one.presented_at is None
    if into_light and allows(viewer, Permission.APPLICATIONS_PRESENT):
        open_dialog(
            vacancy_id=one.vacancy_id,
            candidate_ids=[one.candidate_id],
            to_stage_id=stage.id,
        )
    elif viewer.is_staff and not stage.seen_by_customers and _is_seen(one):
        open_taking_back(one.id, stage)
    elif stage.outcome == "refused":
        guard.dialog(t("Refuse the candidate"), _refuse, on_dismiss=_back_to_the_present_stage)(
            one, stage
        )
    else:
        make_move(viewer, one, stage, reason="")


def _is_seen(one: ApplicationView) -> bool:
    """Whether customers see him now; one who is presented in a moment nobody knows of yet."""
    return one.presented_at is not None and one.presented_at <= installation().clock()


def make_move(viewer: Viewer, one: ApplicationView, stage: StageView, *, reason: str) -> None:
    """Move, then offer to undo."""
    with shown() as attempt:
        done = perform(
            installation(), viewer, move, application_id=one.id, to_stage_id=stage.id, reason=reason
        )
    if not attempt.failed:
        undo.offer("move", done.change_id, t("Moved to “{stage}”", stage=stage_name(stage)))
        st.rerun()


def _refuse(viewer: Viewer, one: ApplicationView, stage: StageView) -> None:
    """An optional reason, and who will read it in the history."""
    key, typed_at = f"refuse_{key_text(one.id)}", form_place("refusal", one.id)
    if not session.stands(key):
        find_again(viewer, typed_at, key)
    st.text_area(t("Reason"), key=key, placeholder=t("Optional"), height=96)
    keep_typed(typed_at, key, to_be_saved=False)
    readers = t("Only staff will read it.")
    if viewer.is_customer:
        readers = t("Your recruiter and your colleagues on this vacancy will read it.")
    st.html(m.quiet(readers))
    if st.button(
        t("Move to “{stage}”", stage=stage_name(stage)),
        key=f"{key}_go",
        type="primary",
        width="stretch",
    ):
        make_move(viewer, one, stage, reason=session.typed(key, ""))


def _back_to_the_present_stage() -> None:
    """Closing the dialog moves nobody: the choice shows the present stage again."""
    session.keep("rows_round", session.kept("rows_round", 0) + 1)
