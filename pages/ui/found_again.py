"""A form finds again what was typed in it when its reader's session ended."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.rescued import read
from pages.ui.text import t
from services.drafts import draft, forget_draft
from services.viewer import Viewer
from services.work import perform, reading


def find_again(viewer: Viewer, place: str, prefix: str) -> None:
    """Put what was typed at this place into the fields whose keys begin so; it is kept no longer.

    To be called once as the form opens, after its fields have been filled, before they are drawn.
    """
    session.forget(_name(prefix))
    found = read(take(viewer, place))
    if found is None:
        return
    meanwhile = found.prefix != prefix
    for end, typed in found.typed.items():
        key = f"{prefix}{end}"
        meanwhile |= session.stands(key) and session.typed(key) != found.begun[end]
        if not is_editor(end):
            session.fill(key, typed)
    session.keep(_name(prefix), (found, meanwhile))


def take(viewer: Viewer, place: str) -> str:
    """What was kept at this place, where a form opens anew; it is kept no longer."""
    session.begin_form(place)
    with reading(installation(), viewer) as work:
        found = draft(work, place=place)
    if found:
        with shown():
            perform(installation(), viewer, forget_draft, place=place)
    return found


def found_in_editor(prefix: str, editor: str) -> tuple[str, str]:
    """The end of this editor's key, and what stood in it: what it is to begin with; "" for nothing.

    `editor`: how the end of its key begins. Nothing can be put into an editor that is drawn.
    """
    found, _ = session.kept(_name(prefix), (None, False))
    typed = found.typed.items() if found else ()
    return next((one for one in typed if one[0].startswith(editor)), ("", ""))


def keep_typed(place: str, prefix: str, *, to_be_saved: bool = True) -> None:
    """To be called behind a form’s fields: what is typed in them is kept, should the session end.

    Says so where something was found again. A single field’s key may be the whole `prefix`.
    """
    found, meanwhile = session.kept(_name(prefix), (None, False))
    session.type_in(place, prefix, found.begun if found else {})
    if found is None:
        return
    say_found(to_be_saved=to_be_saved, meanwhile=meanwhile)


def settled(place: str, prefix: str) -> None:
    """It is saved, and the form goes on standing there: from here on it begins with that."""
    session.begin_form(place)
    session.forget(_name(prefix))


def say_found(*, to_be_saved: bool = True, meanwhile: bool = False) -> None:
    """That what stands here was found again, that nothing became of it yet; and who was quicker."""
    st.html(
        m.banner(
            t("You were signed out while you were typing. It stands here again: please save it.")
            if to_be_saved
            else t(
                "You were signed out while you were typing. It stands here again; nothing was done "
                "or sent yet."
            ),
            symbol="draft",
        )
    )
    if meanwhile:
        said = t("Somebody else has saved here meanwhile: compare before you save.")
        st.html(m.banner(said, symbol="info"))


def is_editor(end: str) -> bool:
    """Whether a key that ends so is that of a visual editor."""
    return end.startswith("quill_")


def _name(prefix: str) -> str:
    return f"found_again_{prefix}"
