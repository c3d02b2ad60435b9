"""Taking a candidate back behind the curtain: what the customers will still know, then the move."""

from collections.abc import Callable

import streamlit as st

from pages.ui import guard, session, undo
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.markup import Fact
from pages.ui.problems import shown
from pages.ui.text import t, tn
from pages.ui.words import stage_name
from services.applications.moving import move
from services.applications.shown import StillKnown, still_known
from services.vacancies.stages import StageView
from services.viewer import Viewer
from services.work import perform, reading


def open_taking_back(
    application_id: int, stage: StageView, then: Callable[[], None] = lambda: None
) -> None:
    """Open the dialog for one application that customers see now; `then`, once it is done."""
    guard.dialog(t("Take the candidate back"), _dialog, on_dismiss=_as_before)(
        application_id, stage, then
    )


def _dialog(
    viewer: Viewer, application_id: int, stage: StageView, then: Callable[[], None]
) -> None:
    with shown() as attempt, reading(installation(), viewer) as work:
        known = still_known(work, application_id=application_id)
    if attempt.failed:
        return
    st.html(
        m.quiet(
            t(
                "The candidate disappears from the customer’s pages at once; there it says only "
                "how many are with the recruiter again."
            )
        )
        + m.facts(_facts(known))
    )
    place = st.container(key="back_problem")
    with ends("back"):
        later = st.button(t("Leave it"), key="back_leave")
        go = st.button(t("Take back"), key="back_go", type="primary")
    if later:
        _as_before()
        st.rerun()
    if go:
        with place, shown() as attempt:
            done = perform(
                installation(),
                viewer,
                move,
                application_id=application_id,
                to_stage_id=stage.id,
            )
        if not attempt.failed:
            _as_before()
            then()
            undo.offer("move", done.change_id, t("Moved to “{stage}”", stage=stage_name(stage)))
            st.rerun()


def _facts(known: StillKnown) -> list[Fact]:
    """What was read, taken along, written and sent before is not to be had back."""
    found = [
        Fact(
            t("Has read the resume: {people}", people=", ".join(known.opened))
            if known.opened
            else t("Nobody has opened the resume"),
            "visibility" if known.opened else "visibility_off",
            lit=bool(known.opened),
        )
    ]
    if known.downloaded:
        words = t("Has the original file: {people}", people=", ".join(known.downloaded))
        found.append(Fact(words, "download", lit=True))
    if known.downloaded_version:
        words = t("Has the resume as a file: {people}", people=", ".join(known.downloaded_version))
        found.append(Fact(words, "download", lit=True))
    if known.downloaded_attachment:
        names = ", ".join(known.downloaded_attachment)
        found.append(Fact(t("Has attachments: {people}", people=names), "attach_file", lit=True))
    if known.told_by_letter:
        words = t(
            "Has letters that name the candidate: {people}", people=", ".join(known.told_by_letter)
        )
        found.append(Fact(words, "mail", lit=True))
    if known.their_notes:
        found.append(
            Fact(
                tn(
                    "{count} note of theirs stays with you",
                    "{count} notes of theirs stay with you",
                    known.their_notes,
                ),
                "chat",
            )
        )
    return found


def _as_before() -> None:
    """Whatever was chosen on the page shows the present stage again."""
    session.keep("rows_round", session.kept("rows_round", 0) + 1)
