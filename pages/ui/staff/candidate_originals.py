"""The originals of a candidate: every file that came, and which one customers' version is of."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.staff.read_words import read_off_a_picture, why_not_read
from pages.ui.text import day, t
from services.candidates.reading_again import could_be_read, keep_what_was_read, unread_original
from services.candidates.resumes import OriginalView, VersionView
from services.documents import read_document
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading

_OLD_WORD = "application/msword"


def why_unreadable(original: OriginalView) -> str:
    """Why there is no text of a file, in plain words."""
    if original.media_type == _OLD_WORD:
        return t(
            "A file of Word 97–2003: no program on this server reads it. Download it, save it as "
            "DOCX and upload that."
        )
    return t("It is probably a scan. Download it to look at it.")


def offer_to_read_again(viewer: Viewer, original: OriginalView) -> None:
    """One press, where this server could by now read what it could not; what came of it."""
    key = f"read_again_{key_text(original.id)}"
    said = session.kept(f"{key}_said")
    if said is not None:
        st.html(m.banner(said, symbol="draft"))
    scans = installation().settings.documents.read_scans
    if not could_be_read(original, scans=scans):
        return
    if not st.button(t("Read the text again"), key=key, icon=":material/refresh:"):
        return
    with shown() as attempt, st.spinner(t("Reading the file…")):
        with reading(installation(), viewer) as work:
            content = unread_original(work, original_id=original.id)
        document = read_document(original.file_name, content, scans=scans)
        act = partial(keep_what_was_read, original_id=original.id, document=document)
        if not perform(installation(), viewer, act):
            said = why_not_read(document)
        else:
            said = read_off_a_picture() if document.scanned else t("The text was read.")
        session.keep(f"{key}_said", said)
    if not attempt.failed:
        st.rerun()


def draw_originals(received: list[OriginalView]) -> None:
    """Every original, the newest first, each to be downloaded."""
    if len(received) < 2:  # noqa: PLR2004 - the only one is on show already
        return
    lines = [
        Markup("{} {}").format(_link(one), m.chip(t("current")) if one.current else "")
        for one in received
    ]
    st.html(m.section(t("Originals received")) + Markup("<br>").join(map(m.quiet, lines)))


def say_what_it_was_made_of(version: VersionView | None, received: list[OriginalView]) -> None:
    """Which original the version was copied from, and whether a newer one has come since."""
    if version is None:
        return
    of = next((file for file in received if file.id == version.original_id), None)
    if of is None:
        if version.outdated:
            st.html(m.banner(t("The original has changed after this version."), symbol="update"))
        return
    if of.current:
        st.html(m.quiet(Markup("{} {}").format(t("Copied from the original"), _link(of))))
        return
    st.html(
        m.banner(
            Markup("{} {}").format(
                t("A newer original has come since. This version was copied from"), _link(of)
            ),
            symbol="update",
        )
    )


def _link(one: OriginalView) -> Markup:
    when = day(one.received_at)
    return m.link(f"{one.file_name}, {when}", f"/files/{key_text(one.id)}")
