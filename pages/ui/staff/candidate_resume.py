"""The résumé on the edit page: a new original, and the version for customers."""

import streamlit as st
from streamlit_quill import st_quill

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import trusted
from pages.ui.staff.candidate_originals import (
    draw_originals,
    say_what_it_was_made_of,
    why_unreadable,
)
from pages.ui.text import t
from services.candidates.resumes import OriginalView
from services.candidates.views import CandidateView
from services.editing import CELL, for_editor, from_editor, has_table, same_resume
from services.markup import clean_html

_TOOLS = [
    [{"header": [1, 2, 3, False]}],
    ["bold", "italic", "underline"],
    [{"list": "ordered"}, {"list": "bullet"}],
    ["link", "clean"],
]


def ask_resume(prefix: str, one: CandidateView, received: list[OriginalView]) -> str | None:
    """The two tabs; returns the edited version for customers, None where it was not touched."""
    names = [t("Original"), t("Resume for customers")]
    original, version = st.tabs(
        names, key=f"{prefix}_tabs", on_change="rerun", default=names[_to_prepare(one)]
    )
    with original:
        _draw_original(one)
        draw_originals(received)
    with version:
        say_what_it_was_made_of(one, received)
        return _ask_version(prefix, one)


def forget_resume(prefix: str) -> None:
    """A visit begins with what is stored, whatever an earlier one has left."""
    session.forget(f"{prefix}_read", f"{prefix}_copied", f"{prefix}_proposed", f"{prefix}_found")
    session.forget(f"{prefix}_begun", f"{prefix}_copy", f"{prefix}_photo_drawn")
    session.clear(f"{prefix}_pasted")


def copied_from(prefix: str, one: CandidateView) -> int | None:
    """The original that stands copied in the editor; None where nothing was copied."""
    copies = session.kept(f"{prefix}_copied", int(_to_prepare(one)))
    copied = _copied(prefix, one, copies)
    return copied[1] if copied else None


def _copied(prefix: str, one: CandidateView, copies: int) -> tuple[int, int, str] | None:
    """The original as it was when it was copied: the number of the copy, its key, its text.

    A newer one that somebody else receives meanwhile must not replace what is being written.
    """
    kept: tuple[int, int, str] | None = session.kept(f"{prefix}_copy")
    if not copies or (kept is None and one.original is None):
        return None
    if (kept is None or kept[0] != copies) and one.original is not None:
        kept = (copies, one.original.id, one.original.html)
        session.keep(f"{prefix}_copy", kept)
    return kept


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
        st.html(m.absent(t("This file has no text to read"), why_unreadable(one.original)))
    else:
        st.html(m.sheet(trusted(one.original.html), label=t("Original")))


def _ask_version(prefix: str, one: CandidateView) -> str | None:
    """The visual editor, filled with the saved version or a copy of the original."""
    # What stood there when he began: somebody else's save in between must not replace his text.
    stored = session.kept(f"{prefix}_begun")
    if stored is None:
        stored = one.resume.html if one.resume.kind == "version" else ""
        session.keep(f"{prefix}_begun", stored)
    copies = session.kept(f"{prefix}_copied", int(_to_prepare(one)))
    if (
        one.original is not None
        and one.original.readable
        and st.button(t("Copy the original"), key=f"{prefix}_copy", icon=":material/content_copy:")
    ):
        copies += 1
        session.keep(f"{prefix}_copied", copies)
    copied = _copied(prefix, one, copies)
    begin = copied[2] if copied else stored
    st.html(m.quiet(t("Take out what the customer should not read, contacts above all.")))
    if has_table(begin):
        st.html(
            m.quiet(
                t(
                    "Each row of a table is one line here, with {sign} before each cell; "
                    "once saved it is a table again.",
                    sign=CELL,
                )
            )
        )
    with st.container(key="quill"):
        typed = st_quill(
            value=for_editor(begin),
            html=True,
            toolbar=_TOOLS,
            placeholder=t("Copy the original or write here"),
            key=f"{prefix}_quill_{copies}",
        )
    written = from_editor(typed or "")
    if same_resume(written, begin):
        # Nothing was typed; the editor only spells the same text in its own way.
        return clean_html(begin) if copies else None
    return written
