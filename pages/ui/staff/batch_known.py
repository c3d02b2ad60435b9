"""Whom in the base the candidate of a file looks like, side by side, and what becomes of him."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui.layout import card, line
from pages.ui.staff.batch_table import say_what_becomes
from pages.ui.staff.batch_words import ADD, SKIP, UPDATE, chosen_of, name_of, reasons_of
from pages.ui.text import t
from services.batches.batch import Batch, BatchFile
from services.batches.knowing import Known
from services.batches.proposed import form_of
from services.ids import key_text
from services.viewer import Viewer


def draw_known(viewer: Viewer, batch: Batch, file: BatchFile, known: Sequence[Known]) -> None:
    """Each of them beside the file, and the three answers; nothing where he looks like nobody."""
    if not known:
        return
    form = form_of(file)
    about = " · ".join(part for part in (form.headline, form.city) if part)
    chosen, to = chosen_of(file, known), ""
    with card("intake_known"):
        said = m.pairs([(t("In the file"), m.two_lines(name_of(form), about))])
        st.html(m.quiet(t("Is this somebody we know already?")) + said)
        for one in known:
            st.html(m.pairs([(t("In the base"), _person(one))]))
            choice = f"{UPDATE}{key_text(one.candidate_id)}"
            if st.button(
                t("Update {name}", name=one.name),
                key=f"known_{file.number}_{key_text(one.candidate_id)}",
                icon=":material/check:" if chosen == choice else None,
            ):
                to = choice
        with line("intake_known"):
            for choice, words in ((ADD, t("New candidate")), (SKIP, t("Leave out"))):
                if st.button(
                    words,
                    key=f"known_{file.number}_{choice}",
                    icon=":material/check:" if chosen == choice else None,
                ):
                    to = choice
    if to and say_what_becomes(viewer, batch, file, to):
        st.rerun()


def _person(one: Known) -> Markup:
    archived = t("archived") if one.archived else ""
    about = " · ".join(part for part in (one.headline, one.city, archived) if part)
    name = m.outside(one.name, f"/candidate?id={key_text(one.candidate_id)}")
    return m.two_lines(name, " – ".join(part for part in (about, reasons_of(one)) if part))
