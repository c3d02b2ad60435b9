"""The résumé on the edit page: a new original, and the version for customers."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile
from streamlit_quill import st_quill

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import trusted
from pages.ui.problems import shown
from pages.ui.staff.candidate_fields import propose
from pages.ui.text import t
from services.candidates.resumes import ReceivedFile
from services.candidates.views import CandidateView
from services.documents import propose as propose_from
from services.documents import read_document
from services.markup import clean_html

_TOOLS = [
    [{"header": [1, 2, 3, False]}],
    ["bold", "italic", "underline"],
    [{"list": "ordered"}, {"list": "bullet"}],
    ["link", "clean"],
]
_TYPES = ["pdf", "docx", "txt"]


def file_to_read(prefix: str) -> ReceivedFile | None:
    """The place for a résumé file; what it proposes goes into the fields, once per file.

    It goes there at the beginning of the next run: whatever the browser sends meanwhile still
    speaks of empty fields, and would empty them again.
    """
    if proposed := session.kept(f"{prefix}_proposed"):
        session.forget(f"{prefix}_proposed")
        propose(prefix, *proposed)
    with st.container(key=f"upload_{prefix}"):
        uploaded = st.file_uploader(
            t("Resume file: PDF, DOCX or TXT, up to 15 MB"), type=_TYPES, key=f"{prefix}_file"
        )
    # A place of its own: whatever is said here, the fields below stay where they are, and so
    # does what is being typed in them.
    with st.container(key=f"{prefix}_file_said"):
        return _read(prefix, uploaded)


def _read(prefix: str, uploaded: UploadedFile | None) -> ReceivedFile | None:
    if uploaded is None:
        session.forget(f"{prefix}_read")
        return None
    kept = session.kept(f"{prefix}_read")
    if kept is not None and kept[0] == uploaded.file_id:
        return _said(kept[1])
    content = uploaded.getvalue()
    with shown() as attempt, st.spinner(t("Reading the file…")):
        document = read_document(uploaded.name, content)
    if attempt.failed:
        return None
    file = ReceivedFile(uploaded.name, content, document)
    session.keep(f"{prefix}_read", (uploaded.file_id, file))
    proposal = propose_from(document.text)
    lines = {
        "first_name": proposal.first_name,
        "last_name": proposal.last_name,
        "headline": proposal.headline,
        "city": proposal.city,
    }
    session.keep(f"{prefix}_proposed", (lines, list(proposal.contacts)))
    st.rerun()
    return None


def _said(file: ReceivedFile) -> ReceivedFile:
    if file.document.readable:
        st.html(
            m.banner(
                t("Read. Please check what was proposed from the text."),
                tone="yes",
                symbol="check_circle",
            )
        )
    else:
        st.html(
            m.banner(
                t(
                    "No text was found in this file: it is probably a scan. It is kept as "
                    "it is, nothing was guessed."
                ),
                symbol="draft",
            )
        )
    return file


def ask_resume(prefix: str, one: CandidateView) -> str | None:
    """The two tabs; returns the edited version for customers, None where it was not touched."""
    names = [t("Original"), t("Resume for customers")]
    original, version = st.tabs(
        names, key=f"{prefix}_tabs", on_change="rerun", default=names[_to_prepare(one)]
    )
    with original:
        _draw_original(one)
    with version:
        return _ask_version(prefix, one)


def forget_resume(prefix: str) -> None:
    """A visit begins with what is stored, whatever an earlier one has left."""
    session.forget(f"{prefix}_read", f"{prefix}_copied", f"{prefix}_proposed")


def _to_prepare(one: CandidateView) -> bool:
    """Whether he came by the link that prepares the first version: it begins with a copy."""
    return "prepare" in st.query_params and is_to_be_prepared(one)


def is_to_be_prepared(one: CandidateView) -> bool:
    """Whether there is no version for customers yet, and an original to make it from."""
    return one.resume.kind != "version" and one.original is not None and one.original.readable


def _draw_original(one: CandidateView) -> None:
    if one.original is None:
        st.html(m.absent(t("No resume yet"), t("Choose a file above and save.")))
    elif not one.original.readable:
        st.html(
            m.absent(
                t("This file has no text to read"),
                t("It is probably a scan. Download it to look at it."),
            )
        )
    else:
        st.html(m.sheet(trusted(one.original.html), label=t("Original")))


def _ask_version(prefix: str, one: CandidateView) -> str | None:
    """The visual editor, filled with the saved version or a copy of the original."""
    stored = one.resume.html if one.resume.kind == "version" else ""
    copies = session.kept(f"{prefix}_copied", int(_to_prepare(one)))
    if (
        one.original is not None
        and one.original.readable
        and st.button(t("Copy the original"), key=f"{prefix}_copy", icon=":material/content_copy:")
    ):
        copies += 1
        session.keep(f"{prefix}_copied", copies)
    begin = one.original.html if copies and one.original is not None else stored
    st.html(m.quiet(t("Take out what the customer should not read, contacts above all.")))
    with st.container(key="quill"):
        typed = st_quill(
            value=clean_html(begin),
            html=True,
            toolbar=_TOOLS,
            placeholder=t("Copy the original or write here"),
            key=f"{prefix}_quill_{copies}",
        )
    written = clean_html(typed or "")
    if not copies and written == clean_html(stored):
        return None
    return written
