"""A candidate's résumé as customers see it, the original, his history."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.corrections import draw_corrections, draw_words
from pages.ui.drawn import as_files, resume_sheet, trusted
from pages.ui.layout import line
from pages.ui.staff.candidate_attachments import draw_attachments
from pages.ui.staff.candidate_history import draw_history
from pages.ui.staff.candidate_originals import offer_to_read_again, why_unreadable
from pages.ui.staff.candidate_resume import is_to_be_prepared
from pages.ui.staff.resume_versions import draw_versions
from pages.ui.staff.shown_to import draw_shown_to
from pages.ui.text import day, t
from services.applications.views import ApplicationView
from services.candidates.views import CandidateView
from services.ids import key_text
from services.viewer import Viewer


def draw_documents(viewer: Viewer, one: CandidateView, here: ApplicationView | None) -> None:
    """What a customer corrected and waits for us, then one of five papers on the sheet."""
    draw_corrections(viewer, one)
    names = {
        "version": t("Resume for customers"),
        "original": t("Original"),
        "attachments": t("Attachments"),
        "history": t("History"),
        "shown": t("Shown to"),
    }
    begins = "version" if one.resume.kind == "version" else "original"
    asked = str(st.query_params.get("paper", ""))
    if asked in names:  # a link leads to one of them, whatever was read last
        session.fill("candidate_paper", asked)
        del st.query_params["paper"]
    with line("documents"):
        paper = st.segmented_control(
            t("Papers"),
            list(names),
            key="candidate_paper",
            default=None if asked in names else begins,
            format_func=names.__getitem__,
            label_visibility="collapsed",
        )
        if is_to_be_prepared(one):
            st.html(
                m.button_link(
                    t("Prepare the resume for customers"),
                    f"/candidate-edit?id={key_text(one.id)}&prepare=1#resume",
                    symbol="edit_note",
                ),
                width="content",
            )
    if paper == "original":
        _draw_original(viewer, one)
    elif paper == "attachments":
        draw_attachments(viewer, one.id, here)
    elif paper == "shown":
        draw_shown_to(viewer, one.id)
    elif paper == "history":
        draw_versions(viewer, one.id)
        draw_history(viewer, one.id)
    else:
        _draw_version(one, here)
    draw_words(one)


def _draw_version(one: CandidateView, here: ApplicationView | None) -> None:
    """The version for customers; that they see it is said only where they do."""
    if one.resume.kind != "version":
        st.html(
            m.absent(
                t("There is no version for customers yet"),
                t(
                    "Edit applicant’s profile → Resume for customers: copy the original "
                    "without contacts and read it through."
                ),
            )
        )
        return
    saved = day(one.resume_saved_at)  # type: ignore[arg-type]
    if here is not None and here.presented_at is not None:
        said = m.chip(
            t("What customers see, saved {day}", day=saved), tone="lit", symbol="lightbulb"
        )
    else:
        said = m.chip(t("Saved {day}; customers see it once presented", day=saved), symbol="lock")
    of = f"/resumes/{key_text(here.id)}" if here else f"/resumes/candidates/{key_text(one.id)}"
    about = Markup(" ").join([said, *_about(one, here)])
    st.html(about + as_files(one.resume, of) + resume_sheet(one.resume))


def _about(one: CandidateView, here: ApplicationView | None) -> Iterator[Markup]:
    """Whether it is made for this vacancy, and whether the original has changed after it."""
    if one.resume_vacancy_id is not None and here is not None:
        yield m.chip(t("made for “{vacancy}”", vacancy=here.vacancy), symbol="business_center")
    if one.resume_outdated:
        address = f"/candidate-edit?id={key_text(one.id)}"
        if one.resume_vacancy_id is not None:
            address += f"&for={key_text(one.resume_vacancy_id)}"
        yield m.chip(t("outdated: the original has changed since"), symbol="update")
        yield m.link(t("Make it anew"), f"{address}#resume")


def _draw_original(viewer: Viewer, one: CandidateView) -> None:
    original = one.original
    if original is None:
        st.html(m.absent(t("No resume yet"), t("Upload a file on the edit page.")))
        return
    download = m.button_link(
        original.file_name, f"/files/{key_text(original.id)}", symbol="download", download=True
    )
    if not original.readable:
        sheet = m.absent(t("This file has no text to read"), why_unreadable(original))
    else:
        sheet = m.sheet(trusted(original.html), label=t("Original"))
    st.html(download + sheet)
    offer_to_read_again(viewer, original)
