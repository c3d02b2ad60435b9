"""How far the reading of the dropped files has got: looks again every second, by itself."""

import streamlit as st
from markupsafe import Markup

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import card, ends
from pages.ui.staff.batch_words import state_of
from pages.ui.text import t
from services.batches.batch import Batch, BatchFile
from services.batches.dropping import batch_of, cancel
from services.viewer import Viewer

_EVERY_SECONDS = 1.0


def draw_progress() -> None:
    """The card with its line; Cancel leaves nothing behind."""
    guard.fragment(_draw, every=_EVERY_SECONDS)()


def _draw(viewer: Viewer) -> None:
    batch = batch_of(installation(), viewer)
    if batch is None or not batch.is_busy:
        st.rerun(scope="app")
        return
    with card("intake_reading"):
        st.html(_gauge(batch) + m.table("reading", t("Files"), _columns(), _rows(batch)))
        with ends("intake_reading"):
            stop = st.button(t("Cancel"), key="intake_stop")
    if stop:
        cancel(installation(), viewer)
        st.rerun(scope="app")


def _gauge(batch: Batch) -> Markup:
    of = len(batch.files)
    saving = not batch.is_reading
    under_way = {"saving"} if saving else {"waiting", "reading"}
    done = sum(one.state not in under_way for one in batch.files)
    now = next((one for one in batch.files if one.state in {"reading", "saving"}), None)
    number = now.number if now else min(done + 1, of)
    if saving:
        words = t("Saving {n} of {of}", n=number, of=of)
    else:
        words = t("Reading {n} of {of}", n=number, of=of)
    return m.gauge(done, of, f"{words} · {now.name}" if now else words, label=words)


def _columns() -> list[m.Column]:
    return [m.Column(t("File"), "person"), m.Column(t("State"))]


def _rows(batch: Batch) -> list[m.Row]:
    return [m.Row(str(one.number), one.name, [one.name, _state(one)]) for one in batch.files]


def _state(file: BatchFile) -> str | Markup:
    if file.state == "waiting":
        return m.chip(t("Waits"), symbol="hourglass_empty")
    if file.state == "reading":
        return m.chip(t("Being read"), tone="night", symbol="progress_activity")
    if file.state == "refused":
        return state_of(file, ())
    if file.state == "saving":
        return m.chip(t("Being saved"), tone="night", symbol="progress_activity")
    return m.chip(t("Read"), tone="yes", symbol="check")
