"""Who in the base the candidate of a file may be, side by side, and what becomes of him."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.layout import card, line
from pages.ui.staff.batch_table import say_what_becomes
from pages.ui.staff.batch_words import ADD, SKIP, UPDATE, chosen_of
from pages.ui.staff.candidate_twins import draw_twins
from pages.ui.text import literal, t
from services.batches.batch import Batch, BatchFile
from services.batches.proposed import form_of
from services.candidates.duplicates import Duplicate
from services.ids import key_text
from services.viewer import Viewer


def draw_known(
    viewer: Viewer, batch: Batch, file: BatchFile, known: Sequence[Duplicate], vacancy: str
) -> None:
    """Each of them beside the file, and the answers; nothing where he looks like nobody."""
    if not known:
        return
    chosen, to = chosen_of(file, known), ""
    prefix = f"known_{key_text(batch.id)}_{file.number}"
    updates = [
        (f"{UPDATE}{key_text(one.candidate_id)}", t("Update {name}", name=literal(one.name)))
        for one in known
    ]
    with card("intake_known"):
        draw_twins(
            viewer,
            prefix,
            known,
            form_of(file),
            file_name=file.name,
            vacancy=vacancy,
            vacancy_id=batch.vacancy_id,
            offer_update=False,
        )
        with line("intake_known"):
            for choice, words in (*updates, (ADD, t("New candidate")), (SKIP, t("Leave out"))):
                if st.button(
                    words,
                    key=f"{prefix}_{choice}",
                    icon=":material/check:" if chosen == choice else None,
                    help=_what_updating_does() if choice.startswith(UPDATE) else None,
                ):
                    to = choice
    if to and say_what_becomes(viewer, batch, file, to):
        st.rerun()


def _what_updating_does() -> str:
    return t(
        "The file becomes the newest original. Empty fields are filled, contacts and words added; "
        "where both differ, what stands there stays."
    )
