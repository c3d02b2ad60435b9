"""Confirming what was read: the table, the form of one file beside it, one press that saves."""

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends, split
from pages.ui.staff.batch_form import draw_form
from pages.ui.staff.batch_table import KnownBy, draw_table, say_what_becomes
from pages.ui.staff.batch_words import SKIP
from pages.ui.staff.seen_already import whom_it_saw
from pages.ui.text import t, tn
from services.batches.batch import Batch, BatchFile
from services.batches.dropping import batch_of, cancel
from services.batches.knowing import known_in
from services.batches.saving import is_due, save
from services.candidates.vocabulary import vocabulary
from services.ids import key_text
from services.vacancies.views import VacancyView
from services.viewer import Viewer
from services.work import reading


def draw_review(viewer: Viewer, batch: Batch, one: VacancyView | None) -> None:
    """The table; beside it the file that the address names; below it Cancel and Save."""
    here = f"/intake?vacancy={key_text(one.id)}&" if one else "/intake?"
    file = _opened(batch)
    known = _known(viewer, batch)
    may_be = {one.candidate_id for found in known.values() for one in found}
    seen = whom_it_saw(viewer, batch.vacancy_id, sorted(may_be))
    if file is None:
        draw_table(viewer, batch, known, seen, here=here, beside=False)
        _draw_ends(viewer, batch, known)
        return
    matter, beside = split("intake")
    with beside:
        with reading(installation(), viewer) as work:
            words = vocabulary(work)
        draw_form(
            viewer, batch, file, known.get(file.number, ()), words, vacancy=one.title if one else ""
        )
    # What was typed just now stands in the table, too.
    batch = batch_of(installation(), viewer) or batch
    with matter:
        draw_table(viewer, batch, known, seen, here=here, beside=True)
        _draw_ends(viewer, batch, known)


def told(batch: Batch, one: VacancyView | None) -> Markup:
    """What has become of the files, and the way on."""
    saved = [file for file in batch.files if file.state == "saved"]
    updated = sum(file.plan == "update" for file in saved)
    refused = sum(file.state == "refused" for file in batch.files)
    counts = (
        (len(saved) - updated, t("Added: {n}", n=len(saved) - updated)),
        (updated, t("Updated: {n}", n=updated)),
        (refused, t("Not read: {n}", n=refused)),
    )
    words = " · ".join(words for count, words in counts if count) or t("Nothing was saved.")
    on = m.button_link(t("Candidates"), "/candidates", symbol="group")
    if one is not None:
        address = f"/vacancy?id={key_text(one.id)}"
        on = m.button_link(t("Candidates of the vacancy"), address, symbol="group")
    if not saved:
        return m.banner(words, action=on)
    return m.banner(words, tone="yes", symbol="check_circle", action=on)


def _opened(batch: Batch) -> BatchFile | None:
    """The file that the address names, while it waits to be confirmed."""
    asked = str(st.query_params.get("file", ""))
    file = batch.file(int(asked)) if asked.isascii() and asked.isdigit() else None
    return file if file is not None and file.state == "ready" else None


def _known(viewer: Viewer, batch: Batch) -> KnownBy:
    waiting = [one for one in batch.files if one.state == "ready"]
    if not waiting:
        return {}
    with reading(installation(), viewer) as work:
        return known_in(work, waiting)


def _draw_ends(viewer: Viewer, batch: Batch, known: KnownBy) -> None:
    if batch.is_done:
        return
    due = sum(is_due(one) and not (known.get(one.number) and not one.plan) for one in batch.files)
    some_saved = any(one.state == "saved" for one in batch.files)
    with ends("intake"):
        stop = st.button(
            t("Leave the others out") if some_saved else t("Cancel"), key="intake_cancel"
        )
        go = st.button(
            tn("Save {count} candidate", "Save {count} candidates", due) if due else t("Save"),
            key="intake_save",
            type="primary",
            disabled=not due,
        )
    if stop and some_saved:
        _leave_out(viewer, batch)
    elif stop:
        cancel(installation(), viewer)
    if stop:
        st.rerun()
    if go:
        with st.spinner(t("Saving…")):
            save(installation(), viewer)
        if "file" in st.query_params:
            del st.query_params["file"]
        st.rerun()


def _leave_out(viewer: Viewer, batch: Batch) -> None:
    """What has been saved stays to be seen; the others are left out."""
    for file in batch.files:
        if file.state == "ready":
            say_what_becomes(viewer, batch, file, SKIP)
