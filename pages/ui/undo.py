"""The undo bar: what was just done, and a short while to take it back."""

from datetime import timedelta
from typing import Literal

import streamlit as st

from pages.ui import session
from pages.ui.installed import installation
from pages.ui.layout import bar
from pages.ui.markup import button_link, countdown
from pages.ui.problems import shown
from pages.ui.text import t
from services.applications.moving import undo_move
from services.applications.presenting import undo_presenting
from services.candidates.corrections import unaccept
from services.drafts import keep_draft
from services.ids import key_text
from services.interviews.putting_back import Stood, put_back
from services.interviews.scheduling import undo_scheduling
from services.notes.changing import undo_note
from services.notes.opening import hide_note
from services.viewer import Viewer
from services.work import perform
from services.writing.by_hand import undo_writing
from services.writing.several import undo_writing_to_several

_KEPT = "undo"
_OF_CANDIDATE = "/candidate?"
Kind = Literal[
    "move", "presenting", "note", "opened note", "accepted", "interview", "rescheduled", "letter",
    "letters"
]  # fmt: skip


def offer(kind: Kind, key: int, words: str, *, place: str = "", stood: Stood | None = None) -> None:
    """Offer to take this act back from the next run on.

    The words of a note that is undone go back to their `place`; a rescheduled interview to how it
    `stood`.
    """
    seconds = installation().settings.presenting.undo_seconds
    until = installation().clock() + timedelta(seconds=seconds)
    kept = (kind, key, words, until.timestamp(), stood or place)
    session.keep(_KEPT, (session.subject(), kept))


def draw(viewer: Viewer, *, on: str = "") -> None:
    """The bar, while there is something to take back; `on` is where whoever has acted goes next."""
    at, kept = session.kept(_KEPT, ("", None))
    if kept is None or _is_about_another(at, session.subject()):
        return
    kind, key, words, until, place = kept
    left = until - installation().clock().timestamp()
    if left <= 0:
        session.forget(_KEPT)
        return
    with bar(countdown(words, int(left) + 1, act=key_text(key)), key="undo"):
        undone = st.button(t("Undo"), key="undo_go", icon=":material/undo:")
        if on:
            st.html(button_link(t("Next"), on), width="content")
    if undone:
        session.forget(_KEPT)
        with shown() as attempt:
            _take_back(viewer, kind, key, place)
        if not attempt.failed:
            st.rerun()


def _is_about_another(acted_at: str, now_at: str) -> bool:
    """Whether somebody else's page is read: the bar does not say whom its act was about."""
    of_candidates = acted_at.startswith(_OF_CANDIDATE) and now_at.startswith(_OF_CANDIDATE)
    return of_candidates and acted_at != now_at


def _take_back(viewer: Viewer, kind: Kind, key: int, place: str | Stood) -> None:
    house = installation()
    if isinstance(place, Stood):
        perform(house, viewer, put_back, stood=place)
    elif kind == "move":
        perform(house, viewer, undo_move, change_id=key)
    elif kind == "presenting":
        perform(house, viewer, undo_presenting, batch=key)
    elif kind == "opened note":
        perform(house, viewer, hide_note, note_id=key)
    elif kind == "accepted":
        perform(house, viewer, unaccept, batch=key)
    elif kind == "interview":
        perform(house, viewer, undo_scheduling, interview_id=key)
    elif kind == "letter":
        perform(house, viewer, undo_writing, letter_id=key)
    elif kind == "letters":
        perform(house, viewer, undo_writing_to_several, batch_id=key)
    else:
        words = perform(house, viewer, undo_note, note_id=key)
        perform(house, viewer, keep_draft, place=place, body=words)
        session.keep("note_round", session.kept("note_round", 0) + 1)
