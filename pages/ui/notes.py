"""Notes beside a candidate: reading them, writing one with its readers named first."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import note_card, readers_in_words
from pages.ui.installed import installation
from pages.ui.layout import line, noted
from pages.ui.problems import shown
from pages.ui.text import t
from services.ids import key_text
from services.notes.opening import hide_note, open_note
from services.notes.readers import Reader, possible_readers
from services.notes.views import NoteView, notes
from services.notes.writing import write
from services.permissions import Permission, allows
from services.viewer import Viewer
from services.work import perform, reading


def draw_notes(
    viewer: Viewer, *, candidate_id: int, application_id: int | None, closed: bool = False
) -> None:
    """The notes this viewer reads, oldest first, and the form under them unless it is closed."""
    with reading(installation(), viewer) as work:
        found = notes(work, candidate_id=candidate_id, application_id=application_id)
        readers = possible_readers(work, candidate_id=candidate_id, application_id=application_id)
    st.html(m.section(t("Notes"), len(found) or ""))
    for note in found:
        _draw_note(viewer, note, readers)
    if not closed and (allows(viewer, Permission.NOTES_OPEN) or application_id is not None):
        _draw_form(viewer, candidate_id, application_id, readers)


def _draw_note(viewer: Viewer, note: NoteView, readers: tuple[Reader, ...]) -> None:
    staff = allows(viewer, Permission.NOTES_OPEN)
    if not staff or note.side == "customer":
        st.html(note_card(note, staff=staff))
        return
    with noted(key_text(note.id)):
        st.html(note_card(note, staff=staff))
        _offer_other_side(viewer, note, readers)


def _offer_other_side(viewer: Viewer, note: NoteView, readers: tuple[Reader, ...]) -> None:
    """Right under the note: hide it, or open it to those who would read it."""
    key = key_text(note.id)
    if note.side == "opened":
        if st.button(
            t("Hide from customers"),
            key=f"note_hide_{key}",
            type="tertiary",
            icon=":material/lock:",
        ):
            with shown() as attempt:
                perform(installation(), viewer, hide_note, note_id=note.id)
            if not attempt.failed:
                st.rerun()
    elif readers and st.button(
        t("Open to {readers}", readers=readers_in_words(readers)),
        key=f"note_open_{key}",
        type="tertiary",
        icon=":material/lightbulb:",
    ):
        with shown() as attempt:
            perform(installation(), viewer, open_note, note_id=note.id, open_for=readers)
        if not attempt.failed:
            st.rerun()


def _draw_form(
    viewer: Viewer, candidate_id: int, application_id: int | None, readers: tuple[Reader, ...]
) -> None:
    """The form empties itself only once the note is saved."""
    round_ = session.kept("note_round", 0)
    key = f"note_{key_text(candidate_id)}_{round_}"
    with st.form(key, border=False):
        st.text_area(
            t("Note"),
            key=f"{key}_body",
            placeholder=t("Write a note…"),
            height=96,
            label_visibility="collapsed",
        )
        hidden = _who_reads(viewer, key, readers)
        place = st.container(key=f"{key}_problem")
        with line(key):
            sent = st.form_submit_button(t("Save note"), key=f"{key}_save", type="secondary")
    if not sent:
        return
    with place, shown() as attempt:
        perform(
            installation(),
            viewer,
            write,
            candidate_id=candidate_id,
            application_id=application_id,
            body=session.typed(f"{key}_body", ""),
            open_for=() if hidden else readers,
        )
    if not attempt.failed:
        session.keep("note_round", round_ + 1)
        st.rerun()


def _who_reads(viewer: Viewer, key: str, readers: tuple[Reader, ...]) -> bool:
    """Name the readers before saving; returns whether the note stays hidden."""
    if not allows(viewer, Permission.NOTES_OPEN):
        st.html(m.quiet(t("Your recruiter and your colleagues on this vacancy will read it.")))
        return True
    hidden = st.checkbox(
        t("Don’t show this to customers"), key=f"{key}_hidden", value=True, disabled=not readers
    )
    named = readers_in_words(readers)
    st.html(
        m.quiet(
            t("Without the tick it will be read by {readers}", readers=named)
            if readers
            else t("There is no customer yet who could read it.")
        )
    )
    return hidden
