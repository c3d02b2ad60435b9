"""The place where several résumé files are dropped."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.components.large import left_out
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import t
from services.batches.batch import MOST_FILES, Dropped
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
    large = left_out(key=f"intake_large_{number}")
    if not uploaded:
        say_not_taken((), large)
        return
    with shown() as attempt:
        files = [Dropped(one.name, one.getvalue()) for one in uploaded]
        drop(installation(), viewer, files=files, vacancy_id=vacancy_id, too_large=large)
    if not attempt.failed:
        session.let_go(uploaded)
        session.keep(_ROUND, number + 1)
        st.rerun()


def say_not_taken(too_many: Sequence[str], too_large: Sequence[str]) -> None:
    """Name the files that were more, or larger, than are taken."""
    told = []
    if too_many:
        names = _named(too_many)
        told.append(
            t("Only {n} files are taken at once. Not taken: {names}", n=MOST_FILES, names=names)
        )
    if too_large:
        told.append(t("Larger than 15 MB, not taken: {names}", names=_named(too_large)))
    if told:
        st.html(m.form_error(*told))


def _named(names: Sequence[str]) -> str:
    said = ", ".join(names[:MOST_FILES])
    more = len(names) - MOST_FILES
    return f"{said} {t('and {n} more', n=more)}" if more > 0 else said
