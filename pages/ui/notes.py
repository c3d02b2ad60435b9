"""Notes beside a candidate: reading them, filtering them, opening and hiding staff's own."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.ui import guard, readonly, session, undo
from pages.ui import markup as m
from pages.ui.drawn import note_card, readers_in_words
from pages.ui.installed import installation
from pages.ui.layout import line, noted
from pages.ui.note_dialogs import open_what_is_asked, settle_in_dialog
from pages.ui.note_form import draw_note_form, named_so_far
from pages.ui.problems import shown
from pages.ui.text import t
from services.errors import ContactsFound
from services.ids import key_text
from services.notes.opening import hide_note, open_note
from services.notes.readers import Reader, possible_readers
from services.notes.views import NoteView, in_threads, notes
from services.permissions import Permission, allows
from services.viewer import Viewer
from services.work import perform, reading

# So many notes are read at a glance: a filter would only be in the way.
_MANY = 4


def draw_notes(
    viewer: Viewer,
    *,
    candidate_id: int,
    application_id: int | None,
    closed: bool = False,
    elsewhere: bool = False,
) -> list[NoteView]:
    """The notes this viewer reads, answers under theirs, and the form under them.

    Without the form where nothing can be changed. `elsewhere` offers staff those of the
    candidate's other vacancies, too. Returns the notes.
    """
    key = readonly.key(viewer, f"notes_{key_text(candidate_id)}")
    everywhere = application_id is None or (elsewhere and session.typed(f"{key}_where") == "all")
    with reading(installation(), viewer) as work:
        found = notes(
            work,
            candidate_id=candidate_id,
            application_id=None if everywhere else application_id,
        )
        readers = possible_readers(work, candidate_id=candidate_id, application_id=application_id)
    standing = sum(note.withdrawn_at is None for note in found)
    st.html(m.section(t("Notes"), standing or "", place="notes"))
    chosen = _filtered(viewer, found, key, elsewhere=elsewhere)
    address = f"/candidate?id={key_text(candidate_id)}"
    if application_id is not None:
        address += f"&app={key_text(application_id)}"
    may_write = allows(viewer, Permission.NOTES_OPEN) or application_id is not None
    with st.container():  # one place, however many notes: what is typed below stays where it is
        _draw_list(viewer, chosen, readers, address if may_write and not closed else "")
    if viewer.preview:
        return found  # what he has typed and not saved is nobody else's to read
    if may_write and not closed:
        guard.fragment(draw_note_form)(candidate_id, application_id, readers)
        open_what_is_asked(found, application_id)
    return found


def _filtered(
    viewer: Viewer, found: Sequence[NoteView], key: str, *, elsewhere: bool
) -> Sequence[NoteView]:
    """By vacancy where there are others, and by author once there are more than a few."""
    many = len(found) > _MANY
    if not many and not elsewhere:
        return found
    authors = {note.author_id: note.author for note in found}
    by = 0
    with line(key):
        if elsewhere:
            words = {"here": t("This vacancy"), "all": t("All vacancies")}
            st.selectbox(
                t("Vacancy"),
                list(words),
                key=f"{key}_where",
                format_func=words.__getitem__,
                label_visibility="collapsed",
                width=170,
            )
        if many:
            by = st.selectbox(
                t("Author"),
                [0, *authors],
                key=f"{key}_author",
                format_func={0: t("All authors"), **authors}.__getitem__,
                label_visibility="collapsed",
                width=170,
                disabled=viewer.preview,
            )
    return [note for note in found if not by or note.author_id == by]


def _draw_list(
    viewer: Viewer, found: Sequence[NoteView], readers: Sequence[Reader], address: str
) -> None:
    """All of them in one piece, but where staff can open or hide one."""
    staff = allows(viewer, Permission.NOTES_OPEN)
    pending: list[Markup] = []
    for note, answer in in_threads(found):
        drawn = note_card(note, staff=staff, answer=answer, doings=_doings(note, address))
        others = _other_readers(note, found, readers) if staff and address else ()
        if not others and not (staff and address and note.side == "opened" and _stands(note)):
            pending.append(drawn)
            continue
        if pending:
            readonly.show(viewer, *pending)
            pending = []
        with noted(key_text(note.id)):
            st.html(drawn)
            _offer_other_side(viewer, note, others)
    if pending:
        readonly.show(viewer, *pending)


def _stands(note: NoteView) -> bool:
    return note.withdrawn_at is None


def _doings(note: NoteView, address: str) -> list[tuple[str, str]]:
    """What can be done with a note, as links that lead to a dialog."""
    if not address or not _stands(note):
        return []
    place = f"{address}&note={key_text(note.id)}"
    ways = [(t("Reply"), f"{place}&do=reply")]
    if note.own and note.may_edit:
        ways.append((t("Edit"), f"{place}&do=edit"))
    if note.own:
        ways.append((t("Withdraw"), f"{place}&do=withdraw"))
    return ways


def _other_readers(
    note: NoteView, found: Sequence[NoteView], readers: Sequence[Reader]
) -> Sequence[Reader]:
    """Whom a hidden note of staff's could be opened to: never wider than what it answers."""
    if note.side != "hidden" or not _stands(note):
        return ()
    answered = next((one for one in found if one.id == note.reply_to_id), None)
    if answered is None:
        return readers if note.reply_to_id is None else ()
    return [reader for reader in readers if reader.name in answered.readers]


def _offer_other_side(viewer: Viewer, note: NoteView, readers: Sequence[Reader]) -> None:
    """Right under the note: hide it, or open it to those who would read it."""
    key = key_text(note.id)
    named, read = named_so_far(key, readers), _read_so_far(note)
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
            try:
                perform(
                    installation(),
                    viewer,
                    open_note,
                    note_id=note.id,
                    version=read,
                    open_for=named,
                )
            except ContactsFound as error:
                settle_in_dialog(error)
                return
        if not attempt.failed:
            undo.offer("opened note", note.id, t("Note opened"))
            st.rerun()


def _read_so_far(note: NoteView) -> int:
    """The version that the page showed when it was last drawn: what is opened is what was read."""
    name = f"read_{key_text(note.id)}"
    before: int = session.kept(name, note.version)
    session.keep(name, note.version)
    return before
