"""Answering, editing and withdrawing a note: the links under it lead here."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.ui import guard, session
from pages.ui import markup as m
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.leaks import counted, draw_leaks, forget_leaks, found_in, settle_pressed
from pages.ui.note_edit import ask_edit
from pages.ui.note_form import ask_note
from pages.ui.opened import maybe_key
from pages.ui.problems import shown
from pages.ui.text import moment, t, tn
from services.errors import ContactsFound
from services.ids import key_text
from services.leaks.checking import Leak
from services.notes.changing import withdraw_note
from services.notes.readers import possible_readers
from services.notes.views import NoteView
from services.viewer import Viewer
from services.work import perform, reading

_OPEN = "note_dialog"
_LEAKS = "note_leaks"


def open_what_is_asked(found: Sequence[NoteView], application_id: int | None) -> None:
    """Open the dialog that the address asks for: a link changes nothing by itself.

    The address is the page's again at once: until it is closed, each run opens the dialog anew.
    """
    asked, what = maybe_key("note"), st.query_params.get("do", "")
    for name in ("note", "do"):
        if name in st.query_params:
            del st.query_params[name]
    if asked is not None:
        session.keep(_OPEN, (asked, what))
    asked, what = session.kept(_OPEN, (None, ""))
    note = next((one for one in found if one.id == asked and one.withdrawn_at is None), None)
    if note is None:
        _closed()
    elif what == "reply":
        _dialog(t("Reply"), _reply, note, application_id)
    elif what == "edit" and note.own:
        _dialog(t("Edit the note"), _edit, note)
    elif what == "withdraw" and note.own:
        _dialog(t("Withdraw the note"), _withdraw, note)


def settle_in_dialog(error: ContactsFound) -> None:
    """The note cannot be opened yet: its contacts in a dialog, to be settled there."""
    guard.dialog(t("Contacts in this note"), _leaks, width="medium")(found_in(error))


def _leaks(viewer: Viewer, leaks: Sequence[Leak]) -> None:
    if settle_pressed(viewer, _LEAKS):
        forget_leaks(_LEAKS)
        st.rerun()
    title = tn(
        "{count} contact would be seen: the note stays hidden",
        "{count} contacts would be seen: the note stays hidden",
        counted(leaks),
    )
    draw_leaks(_LEAKS, leaks, title, field=t("Note"))
    st.html(m.quiet(t("Then press once more to open it.")))


def _dialog(title: str, body: Callable[..., None], *about: NoteView | int | None) -> None:
    guard.dialog(title, body, width="medium", on_dismiss=_closed)(*about)


def _closed() -> None:
    session.forget(_OPEN)


def _done() -> None:
    """It is done: the page is drawn anew without the dialog."""
    _closed()
    st.rerun()


def _quoted(note: NoteView) -> None:
    st.html(m.quiet(f"{note.author}, {moment(note.written_at)}") + m.words(note.body))


def _reply(viewer: Viewer, note: NoteView, application_id: int | None) -> None:
    _quoted(note)
    place = note.application_id or application_id
    with shown() as attempt, reading(installation(), viewer) as work:
        candidate_id = note.candidate_id
        readers = possible_readers(
            work, candidate_id=candidate_id, application_id=place, reply_to_id=note.id
        )
    if not attempt.failed:
        key = f"answer_{key_text(note.id)}"
        ask_note(viewer, key, candidate_id, place, readers, reply_to_id=note.id, saved=_closed)


def _edit(viewer: Viewer, note: NoteView) -> None:
    if ask_edit(viewer, note):
        _done()


def _withdraw(viewer: Viewer, note: NoteView) -> None:
    _quoted(note)
    says = (
        t("Nobody will read it any more; your colleagues see that there was one.")
        if viewer.is_staff
        else t("The agency sees only that there was one; nobody reads it any more.")
    )
    st.html(
        m.quiet(says) + m.quiet(t("What was read or sent by letter before cannot be taken back."))
    )
    place = st.container(key="note_withdraw_problem")
    with ends("note_withdraw"):
        later = st.button(t("Leave it"), key="note_withdraw_leave")
        go = st.button(t("Withdraw"), key="note_withdraw_go", type="primary")
    if later:
        _done()
    if go:
        with place, shown() as attempt:
            perform(installation(), viewer, withdraw_note, note_id=note.id)
        if not attempt.failed:
            _done()
