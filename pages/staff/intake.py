"""Candidates from files: drop several, see them read, confirm them in one table, save."""

import streamlit as st

from pages.ui import guard
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import header, narrow
from pages.ui.opened import maybe_key
from pages.ui.problems import opening, sentences
from pages.ui.staff.batch_drop import draw_place, say_not_taken
from pages.ui.staff.batch_progress import draw_progress
from pages.ui.staff.batch_review import draw_review, told
from pages.ui.text import t
from services.batches.batch import Batch
from services.batches.dropping import batch_of
from services.errors import BatchRefused, VacancyClosed
from services.ids import key_text
from services.permissions import Permission
from services.vacancies.views import VacancyView, vacancy
from services.work import reading

viewer = guard.require(Permission.CANDIDATES_MANAGE)


def draw_head(one: VacancyView | None) -> None:
    """The title, where the page belongs, and what will become of the files."""
    trail = [(t("Candidates"), "/candidates")]
    about = t("They are read one after another; nothing is saved before you confirm it.")
    if one is not None:
        trail = [(one.title, f"/vacancy?id={key_text(one.id)}")]
        about = t(
            "For “{vacancy}”, seen only by staff until presented. Nothing is saved before you "
            "confirm it.",
            vacancy=one.title,
        )
    here = m.crumbs([*trail, (t("Candidates from files"), "")])
    with header(m.title(t("Candidates from files"), line=here), key="intake"):
        pass
    st.html(m.quiet(about))


def say_closed(one: VacancyView | None) -> bool:
    """Say that nobody is added to a closed vacancy, and lead to where it is opened again."""
    if one is None or not one.closed_as:
        return False
    st.html(m.banner(sentences(VacancyClosed(reason="linking"))[0], tone="no", symbol="archive"))
    st.html(m.button_link(t("To the vacancy"), f"/vacancy?id={key_text(one.id)}"))
    return True


def draw(found: Batch | None, one: VacancyView | None) -> None:
    """The drop place, the reading, or the table, whichever it is time for.

    Files that were dropped on another page are handed over to the place; while there is none, it
    is said why they are not taken.
    """
    if found is None or found.is_done:
        st.query_params.pop("dropped", None)
    if found is None:
        if not say_closed(one):
            with narrow("intake"):
                draw_place(viewer, one.id if one else None)
        return
    if not found.is_done:
        say_closed(one)
    if "dropped" in st.query_params and not found.is_done:
        st.html(m.form_error(*sentences(BatchRefused(reason="one_open"))))
    say_not_taken(found.too_many, found.too_large)
    if found.is_busy:
        with narrow("intake"):
            draw_progress()
        return
    if found.is_done or any(file.state == "saved" for file in found.files):
        st.html(told(found, one))
    draw_review(viewer, found, one)
    if found.is_done and not (one and one.closed_as):
        with narrow("intake"):
            st.html(m.section(t("More files")))
            draw_place(viewer, one.id if one else None)


with opening(t("Vacancies"), "/vacancies"):
    asked, batch = maybe_key("vacancy"), batch_of(installation(), viewer)
    if batch is not None and batch.is_done and batch.vacancy_id != asked:
        batch = None  # what is settled elsewhere is no matter of this place
    for_vacancy = batch.vacancy_id if batch is not None else asked
    place = None
    if for_vacancy is not None:
        with reading(installation(), viewer) as work:
            place = vacancy(work, vacancy_id=for_vacancy)
    draw_head(place)
    draw(batch, place)
