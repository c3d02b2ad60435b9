"""The candidate of one dropped file: the fields as proposed, and whom he looks like."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.problems import sentences, shown
from pages.ui.staff.batch_known import draw_known
from pages.ui.staff.batch_words import name_of
from pages.ui.staff.candidate_fields import are_filled, ask_candidate, fill_fields
from pages.ui.staff.candidate_found import put_into_fields
from pages.ui.staff.candidate_languages import (
    ask_languages,
    ask_letter_language,
    fill_languages,
)
from pages.ui.staff.read_words import read_off_a_picture, why_not_read
from pages.ui.text import t
from services.batches.batch import Batch, BatchFile
from services.batches.dropping import type_into
from services.batches.proposed import form_of
from services.candidates.duplicates import Duplicate
from services.candidates.particulars import ParticularsForm
from services.candidates.vocabulary import Terms
from services.ids import key_text
from services.viewer import Viewer


def draw_form(
    viewer: Viewer,
    batch: Batch,
    file: BatchFile,
    known: Sequence[Duplicate],
    words: Terms,
    *,
    vacancy: str,
) -> None:
    """The fields of one file; what is typed is kept in the batch at once, not yet saved."""
    prefix = f"batch_{key_text(batch.id)}_{file.number}"
    form = form_of(file)
    st.html(m.section(name_of(form) or file.name, place="file") + m.quiet(file.name))
    if file.problem is not None:
        st.html(m.form_error(*sentences(file.problem)))
    if file.is_file_only:
        st.html(m.banner(why_not_read(file.document), symbol="draft"))
    elif file.document is not None and file.document.scanned:
        st.html(m.banner(read_off_a_picture(), symbol="draft"))
    draw_known(viewer, batch, file, known, vacancy)
    if not are_filled(prefix):
        _fill(prefix, file)
    typed, languages = ask_candidate(prefix, words), ask_languages(prefix)
    about = ParticularsForm(languages=languages, letter_language=ask_letter_language(prefix))
    typed = replace(typed, particulars=about)
    if file.document is not None and file.document.readable:
        with st.expander(t("The text of the file"), key=f"{prefix}_text"):
            st.html(m.words(file.document.text))
    with ends("intake_file"):
        done = st.button(t("Done"), key=f"{prefix}_done")
    if typed != form:
        with shown():
            type_into(installation(), viewer, batch_id=batch.id, number=file.number, form=typed)
    if done:
        del st.query_params["file"]
        st.rerun()


def _fill(prefix: str, file: BatchFile) -> None:
    """The proposals with the lines they were found in, then whatever was typed over them."""
    fill_languages(prefix, [])
    session.fill(f"{prefix}_letter_language", "")
    fill_fields(prefix, None)
    put_into_fields(prefix, file.proposal, [])
    if file.typed is not None:
        about = file.typed.particulars or ParticularsForm()
        fill_languages(prefix, [(one.language, one.level) for one in about.languages])
        session.fill(f"{prefix}_letter_language", about.letter_language)
        fill_fields(prefix, file.typed)
