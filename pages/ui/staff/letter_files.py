"""What goes out with a letter: the candidate's own files, and files uploaded for it."""

from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import day, t
from services.candidates.attachments import AttachmentView, attachments
from services.candidates.resumes import OriginalView, originals
from services.viewer import Viewer
from services.work import reading
from services.writing.attachments import ChosenFile, uploaded


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files that are to go out, and the uploads that the browser's tab holds until then."""

    files: tuple[ChosenFile, ...]
    held: tuple[UploadedFile, ...]

    def let_go(self) -> None:
        """They have gone out."""
        session.let_go(self.held)


def ask_files(viewer: Viewer, key: str, *, candidate_id: int | None) -> Chosen:
    """Files of this candidate's, and others; one that cannot go out is named at once."""
    own = [] if candidate_id is None else _ask_own(viewer, key, candidate_id)
    # Any file is taken, then judged by its content: the framework refuses in English alone.
    with st.container(key=f"upload_{key}"):
        held = st.file_uploader(
            t("Attachments: PDF, DOCX, DOC, ODT, RTF, HTML or TXT, up to 15 MB together"),
            accept_multiple_files=True,
            key=f"{key}_files",
        )
    files = [ChosenFile(one.name, one.getvalue()) for one in held]
    for one in files:
        _say_if_refused(one)
    return Chosen((*own, *files), tuple(held))


def _ask_own(viewer: Viewer, key: str, candidate_id: int) -> list[ChosenFile]:
    with reading(installation(), viewer) as work:
        kept = {f"o{one.id}": one for one in originals(work, candidate_id=candidate_id)}
        beside = {f"a{one.id}": one for one in attachments(work, candidate_id=candidate_id)}
    known: dict[str, OriginalView | AttachmentView] = {**kept, **beside}
    if not known:
        return []
    chosen = st.multiselect(
        t("From the candidate’s files"),
        list(known),
        key=f"{key}_originals",
        format_func=lambda one: _name(known[one]),
        placeholder=t("None"),
        select_all=False,
    )
    return [
        ChosenFile(original_id=known[one].id)
        if one in kept
        else ChosenFile(attachment_id=known[one].id)
        for one in chosen
    ]


def _name(one: OriginalView | AttachmentView) -> str:
    return f"{one.file_name} · {day(one.received_at)}"


def _say_if_refused(one: ChosenFile) -> None:
    with shown() as attempt:
        uploaded(one.name, one.content)
    if attempt.failed:
        st.html(m.quiet(one.name))
