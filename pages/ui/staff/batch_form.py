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
from pages.ui.staff.candidate_fields import are_filled, ask_candidate, fill_contacts, fill_fields
from pages.ui.staff.candidate_found import put_into_fields
from pages.ui.staff.candidate_languages import ask_languages, fill_languages
from pages.ui.text import t
from services.batches.batch import Batch, BatchFile
from services.batches.dropping import type_into
from services.batches.knowing import Known
from services.batches.proposed import form_of
from services.candidates.forms import CandidateForm
from services.candidates.particulars import ParticularsForm
from services.candidates.vocabulary import Terms
from services.ids import key_text
from services.viewer import Viewer

_LINES = ("first_name", "last_name", "patronymic", "headline", "city", "experience_years")
_MOST_ROWS = 20


def draw_form(
    viewer: Viewer, batch: Batch, file: BatchFile, known: Sequence[Known], words: Terms
) -> None:
    """The fields of one file; what is typed is kept in the batch at once, not yet saved."""
    prefix = f"batch_{key_text(batch.id)}_{file.number}"
    form = form_of(file)
    st.html(m.section(name_of(form) or file.name, place="file") + m.quiet(file.name))
    if file.problem is not None:
        st.html(m.form_error(*sentences(file.problem)))
    if file.is_file_only:
        st.html(m.banner(_why_only(file), symbol="draft"))
    draw_known(viewer, batch, file, known)
    if not are_filled(prefix):
        _fill(prefix, file)
    typed, languages = ask_candidate(prefix, words), ask_languages(prefix)
    typed = replace(typed, particulars=ParticularsForm(languages=languages))
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


def _why_only(file: BatchFile) -> str:
    if file.document is not None and file.document.missing == "converter":
        return t(
            "This is a file of Word 97–2003, and no program on this server reads it: LibreOffice, "
            "antiword or catdoc is missing. It is kept as it is; for its text, save it as DOCX."
        )
    return t(
        "No text was found in this file: it is probably a scan. It is kept as it is, "
        "nothing was guessed."
    )


def _fill(prefix: str, file: BatchFile) -> None:
    """The proposals with the lines they were found in, then whatever was typed over them."""
    fill_languages(prefix, [])
    fill_fields(prefix, None)
    put_into_fields(prefix, file.proposal, [])
    if file.typed is not None:
        _fill_typed(prefix, file.typed)


def _fill_typed(prefix: str, typed: CandidateForm) -> None:
    for number in range(_MOST_ROWS):
        session.clear(f"{prefix}_kind_{number}", f"{prefix}_value_{number}")
        session.clear(f"{prefix}_language_{number}", f"{prefix}_level_{number}")
    fill_contacts(prefix, [(one.kind, one.value) for one in typed.contacts])
    spoken = typed.particulars.languages if typed.particulars else ()
    fill_languages(prefix, [(one.language, one.level) for one in spoken])
    session.fill(f"{prefix}_skills", list(typed.skills))
    session.fill(f"{prefix}_categories", list(typed.categories))
    for field in _LINES:
        session.fill(f"{prefix}_{field}", getattr(typed, field))
