"""The place where several résumé files are dropped."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import t
from services.batches.batch import MOST_FILES, Batch, Dropped
from services.batches.dropping import drop
from services.viewer import Viewer

_ROUND = "intake_round"


def draw_place(viewer: Viewer, vacancy_id: int | None) -> None:
    """The place; what is dropped on it is read beside the pages from then on."""
    # Another key for every drop: the framework lets go of the files that were taken.
    number = session.kept(_ROUND, 0)
    with st.container(key="upload_intake"):
        uploaded = st.file_uploader(
            t(
                "Up to {n} resume files at once: PDF, DOCX, DOC, ODT, RTF, HTML or TXT, each up "
                "to 15 MB, together up to 60 MB",
                n=MOST_FILES,
            ),
            accept_multiple_files=True,
            key=f"intake_files_{number}",
        )
    if not uploaded:
        return
    with shown() as attempt:
        files = [Dropped(one.name, one.getvalue()) for one in uploaded]
        drop(installation(), viewer, files=files, vacancy_id=vacancy_id)
    if not attempt.failed:
        session.keep(_ROUND, number + 1)
        st.rerun()


def say_too_many(batch: Batch) -> None:
    """Name the files that were more than are taken."""
    if batch.too_many:
        names = ", ".join(f"“{name}”" for name in batch.too_many[:MOST_FILES])
        more = len(batch.too_many) - MOST_FILES
        told = t("Only {n} files are taken at once. Not taken: {names}", n=MOST_FILES, names=names)
        if more > 0:
            told = f"{told} {t('and {n} more', n=more)}"
        st.html(m.banner(told, tone="no", symbol="error"))
