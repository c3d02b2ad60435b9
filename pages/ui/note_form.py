"""The form of a note: its readers named before saving, what is typed kept until it is saved."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.ui import markup as m
from pages.ui import session, undo
from pages.ui.drawn import readers_in_words
from pages.ui.installed import installation
from pages.ui.layout import line
from pages.ui.leaks import as_typed, counted, draw_leaks, forget_leaks, settle_pressed
from pages.ui.problems import shown
from pages.ui.text import t, tn
from services.drafts import draft, keep_draft, note_place
from services.errors import ContactsFound, NotFound, VacancyClosed
from services.ids import key_text
from services.notes.readers import Reader
from services.notes.writing import write
from services.permissions import Permission, allows
from services.viewer import Viewer
from services.work import perform, reading


def draw_note_form(
    viewer: Viewer, candidate_id: int, application_id: int | None, readers: Sequence[Reader]
) -> None:
    """The form under the notes, in a guarded fragment: typing draws nothing else anew."""
    where = key_text(application_id) if application_id else "nowhere"
    key = f"note_{key_text(candidate_id)}_{where}_{session.kept('note_round', 0)}"
    ask_note(viewer, key, candidate_id, application_id, readers)


def ask_note(
    viewer: Viewer,
    key: str,
    candidate_id: int,
    application_id: int | None,
    readers: Sequence[Reader],
    *,
    reply_to_id: int | None = None,
    saved: Callable[[], None] = lambda: None,
) -> None:
    """Ask for a note or an answer and save it; it empties itself only once it is `saved`."""
    place = note_place(candidate_id, application_id, reply_to_id)
    found = f"{key}_leaks"
    settle_pressed(viewer, found, typed=f"{key}_body")
    body = _typed(viewer, f"{key}_body", place)
    hidden = _who_reads(viewer, key, readers)
    named = named_so_far(key, readers)
    problem = st.container(key=f"{key}_problem")
    with line(key):
        sent = st.button(t("Save note"), key=f"{key}_save")
    if not sent:
        with problem:
            _draw_found(found, body, hidden=hidden)
        return
    with problem, shown() as attempt:
        try:
            note_id = perform(
                installation(),
                viewer,
                write,
                candidate_id=candidate_id,
                application_id=application_id,
                body=body,
                open_for=() if hidden else named,
                reply_to_id=reply_to_id,
            )
        except ContactsFound as error:
            session.keep(f"{found}_in", (body, as_typed(error)))
            _draw_found(found, body, hidden=hidden)
            return
    if isinstance(attempt.error, NotFound | VacancyClosed):
        st.rerun()  # the page under the form is not what it was either
    if not attempt.failed:
        session.keep("note_round", session.kept("note_round", 0) + 1)
        undo.offer("note", note_id, t("Note saved"), place=place)
        saved()
        st.rerun()


def _draw_found(name: str, body: str, *, hidden: bool) -> None:
    """What stopped the note from being opened, as long as it says that and is to be opened."""
    refused, leaks = session.kept(f"{name}_in", ("", ()))
    if hidden or not leaks or body != refused:
        forget_leaks(name)
        return
    title = tn(
        "{count} contact would be seen: the note is not saved yet",
        "{count} contacts would be seen: the note is not saved yet",
        counted(leaks),
    )
    draw_leaks(name, leaks, title, field=t("Note"))


def named_so_far(place: str, readers: Sequence[Reader]) -> tuple[Reader, ...]:
    """Whom the page named at this place when it was last drawn; from here on it names these.

    Whoever presses a button has read the former: a company that was tied to the vacancy since
    must not read what was written for others.
    """
    now = [reader.side for reader in readers]
    before = session.kept(f"readers_{place}", now)
    session.keep(f"readers_{place}", now)
    return tuple(Reader(company_id, customer_id, "", ()) for company_id, customer_id in before)


def _typed(viewer: Viewer, key: str, place: str) -> str:
    """The words, as found again or typed; what is typed is kept as soon as the field is left."""
    if session.typed(key) is None:
        with reading(installation(), viewer) as work:
            session.fill(key, draft(work, place=place))
        session.keep(key, session.typed(key))
    session.type_at(key, place)
    body = st.text_area(
        t("Note"),
        key=key,
        placeholder=t("Write a note… @name tells a colleague")
        if viewer.is_staff
        else t("Write a note…"),
        height=96,
        label_visibility="collapsed",
    )
    if body != session.kept(key):
        with shown():
            perform(installation(), viewer, keep_draft, place=place, body=body)
        session.keep(key, body)
    return body


def _who_reads(viewer: Viewer, key: str, readers: Sequence[Reader]) -> bool:
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
