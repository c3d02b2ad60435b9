"""Which pages are registered for whoever is signed in."""

from copy import copy
from functools import cache

import streamlit as st

from pages.ui import navigation
from pages.ui.door import at_the_door
from services.viewer import Viewer

_NOT_THERE = "account/not_there.py"


def pages_of(viewer: Viewer) -> list[st.Page]:
    """This viewer's pages; the start page is his first one under an address of its own.

    Whoever is signed in already comes through the doors to the start page.
    """
    names = navigation.titles(viewer)
    files = tuple((entry.address, entry.file_for(viewer)) for entry in navigation.ENTRIES)
    # A page notes on itself that it is the one to run: each run has pages of its own.
    return [copy(page) for page in _made(files, tuple(names.items()))]


@cache
def _made(
    files: tuple[tuple[str, str | None], ...], titles: tuple[tuple[str, str], ...]
) -> list[st.Page]:
    """Making a page looks its file up on the disk, and there are twenty, always the same."""
    names, starts = dict(titles), dict(files)
    # An address that is registered for nobody would open the framework's own English dialog.
    found = [
        st.Page(
            file or _NOT_THERE,
            title=names[address if file else navigation.NOT_THERE],
            url_path=address,
        )
        for address, file in (*files, (navigation.NOT_THERE, None))
    ]
    start = starts[navigation.HOME]
    assert start is not None  # noqa: S101 - every role has its home in the table
    found += [st.Page(start, title="Candela", url_path=address) for address in navigation.DOORS]
    found += at_the_door()
    return [*found, st.Page(start, title="Candela", url_path="start", default=True)]
