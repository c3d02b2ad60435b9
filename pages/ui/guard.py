"""The guard: every page, callback and fragment tick asks again who is there.

`require` begins every page of ours; `fragment` is the one way to make a fragment, because a
fragment's tick does not pass through the shell.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Literal, ParamSpec

import streamlit as st

from pages.ui import session
from services.permissions import Permission, allows
from services.viewer import Viewer

Asked = ParamSpec("Asked")


class NotYours(Exception):
    """The page is not there for this viewer; the shell answers as for an unknown address."""


def require(permission: Permission) -> Viewer:
    """Return the viewer, read from the database now.

    Whoever is not signed in meets the sign-in page; without the permission there is no page.
    """
    viewer = session.viewer()
    if viewer is None:
        st.rerun(scope="app")
    if not allows(viewer, permission):
        raise NotYours
    return viewer


def anonymous() -> None:
    """Begin a page that may be read without signing in (the door)."""


def dialog(
    title: str,
    body: Callable[Concatenate[Viewer, Asked], None],
    *,
    width: Literal["small", "medium", "large"] = "small",
    on_dismiss: Callable[[], None] | Literal["rerun"] = "rerun",
) -> Callable[Asked, None]:
    """Make a dialog; its body gets the viewer as he is at each of its reruns.

    A dialog is a fragment of the framework: its reruns do not pass through the shell. A run of the
    page would close it, so that news wait (`news_may_redraw`) until somebody closes it: then the
    page is drawn anew in any case.
    """

    def guarded(*arguments: Asked.args, **named: Asked.kwargs) -> None:
        with session.one_run():
            viewer = session.viewer()
            if viewer is None:
                st.rerun(scope="app")
            body(viewer, *arguments, **named)

    # The framework tells dialogs apart by the name of what they draw.
    guarded.__qualname__ = f"dialog.{body.__module__}.{body.__qualname__}"
    drawn = st.dialog(title, width=width, on_dismiss=on_dismiss)(guarded)

    def opened(*arguments: Asked.args, **named: Asked.kwargs) -> None:
        session.dialog_stands_open()
        drawn(*arguments, **named)

    return opened


def news_may_redraw() -> bool:
    """Whether what a fragment was told may run the page anew.

    Not while a dialog stands open, and not in a run of the page itself: it draws them anyway, and
    what was pressed in that very run would be lost.
    """
    return not session.is_page_run() and not session.has_dialog()


def fragment(
    tick: Callable[Concatenate[Viewer, Asked], None], *, every: float | None = None
) -> Callable[Asked, None]:
    """Make a fragment whose every tick asks again who is there, and gets him as he is now.

    `every` so many seconds it ticks by itself: for what is under way, as long as it is drawn.
    Whoever was signed out meanwhile is led to the door by a rerun of the whole page.
    """

    # The framework tells fragments apart by the name of what they draw.
    @wraps(tick)
    def guarded(*arguments: Asked.args, **named: Asked.kwargs) -> None:
        with session.one_run():
            viewer = session.viewer()
            if viewer is None:
                st.rerun(scope="app")
            tick(viewer, *arguments, **named)

    return st.fragment(guarded) if every is None else st.fragment(guarded, run_every=every)
