"""Editing one's own note: who reads it now is named, whoever touches it meanwhile is told of."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.found_again import find_again, keep_typed
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.meanwhile import Begun, begin, draw_refusal, end
from pages.ui.problems import shown
from pages.ui.text import t
from services.drafts import form_place
from services.errors import Conflict, NotFound
from services.ids import key_text
from services.notes.changing import edit_note
from services.notes.views import NoteView, notes
from services.viewer import Viewer
from services.work import perform, reading


@dataclass(frozen=True, slots=True)
class _Words:
    """What the author decides by saving: the words, and who is to read them."""

    body: str
    readers: tuple[str, ...]


def ask_edit(viewer: Viewer, note: NoteView) -> bool:
    """The form in the dialog; tells whether it is saved."""
    name = f"note_edit_{key_text(note.id)}"
    note = _now(viewer, note)
    stands = _Words(note.body, note.readers)
    visit = begin(name, note.version, stands, first="body")
    key = f"{name}_{visit.version}"
    typed_at = form_place("note", note.id)
    if not session.stands(f"{key}_body"):
        session.fill(f"{key}_body", visit.form.body)
        find_again(viewer, typed_at, f"{key}_")
    body = st.text_area(t("Note"), key=f"{key}_body", height=160, label_visibility="collapsed")
    keep_typed(typed_at, f"{key}_")
    st.html(m.quiet(t("What it said before is kept; readers see that it was edited.")))
    if viewer.is_staff:
        st.html(m.quiet(_who_reads(note)))
    place = st.container(key="note_edit_problem")
    with ends("note_edit"):
        go = st.button(t("Save Changes"), key="note_edit_go", type="primary")
    sent = _Words(body, visit.form.readers) if go else None
    save = visit.to_save(sent, stands, note.version)
    if save is not None:
        with place:
            if _saved(viewer, note, visit, *save):
                end(name)
                return True
        note = _now(viewer, note)
    draw_refusal(name, visit, _Words(note.body, note.readers), _field_names(), _shown)
    return False


def _now(viewer: Viewer, note: NoteView) -> NoteView:
    """The note as it stands; as it was last seen where it is no more: what is typed stays."""
    own: list[NoteView] = []
    with suppress(NotFound), reading(installation(), viewer) as work:
        own = notes(work, candidate_id=note.candidate_id, author_id=viewer.user_id)
    return next((one for one in own if one.id == note.id and one.withdrawn_at is None), note)


def _saved(
    viewer: Viewer, note: NoteView, visit: Begun[_Words], form: _Words, version: int
) -> bool:
    with shown() as attempt:
        try:
            perform(
                installation(), viewer, edit_note, note_id=note.id, body=form.body, version=version
            )
        except Conflict as error:
            visit.refusal = error
            return False
    return not attempt.failed


def _who_reads(note: NoteView) -> str:
    if note.side == "hidden":
        return t("Only staff read this")
    return t("Customers who read it: {readers}", readers=_shown("readers", note.readers))


def _field_names() -> dict[str, str]:
    return {"body": t("Note"), "readers": t("Readers")}


def _shown(field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
    return ", ".join(value) if field == "readers" else str(value)
