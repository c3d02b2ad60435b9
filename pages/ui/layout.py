"""How a page is put together: header, lines of tools, two columns, bars; each a keyed container.

The stylesheet knows these containers by the first word of their key (`head_…`, `line_…`, `bar_…`),
so their height is kept while their elements arrive.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator


def draw(*parts: str | Markup, key: str | None = None) -> None:
    """Draw HTML patterns as one element; plain strings are escaped."""
    body = Markup("").join(parts)
    if key is None:
        st.html(body)
    else:
        with st.container(key=key):
            st.html(body)


@contextmanager
def header(title: Markup, *, key: str) -> Iterator[None]:
    """The top of a page: its title at the left, the buttons drawn inside at the upper right."""
    with st.container(
        key=f"head_{key}", horizontal=True, wrap=True, vertical_alignment="top", gap=None
    ):
        st.html(title, width="stretch")
        yield


@contextmanager
def line(key: str) -> Iterator[None]:
    """One line of filters or tools; it wraps on a phone only."""
    with st.container(
        key=f"line_{key}", horizontal=True, wrap=True, vertical_alignment="center", gap=None
    ):
        yield


@contextmanager
def ends(key: str) -> Iterator[None]:
    """The line that ends a form or a dialog: buttons at the right, the primary one last."""
    with st.container(
        key=f"ends_{key}",
        horizontal=True,
        horizontal_alignment="right",
        vertical_alignment="center",
        gap=None,
    ):
        yield


def split(key: str, *, aside: float = 0.62) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns: the matter, and beside it what belongs to it (below it on a phone)."""
    with st.container(key=f"split_{key}"):
        matter, beside = st.columns([1, aside], gap=None)
    return matter, beside


@contextmanager
def steady() -> Iterator[None]:
    """What comes and goes above a visual editor: it takes one place, whatever stands in it.

    The editor lives in a frame, and a frame whose place changes begins anew, without what was
    typed in it and not saved.
    """
    with st.container():
        yield


@contextmanager
def card(key: str, *, sunken: bool = False) -> Iterator[None]:
    """A card that holds widgets; sunken and dashed for what only staff see."""
    with st.container(key=f"{'sunken' if sunken else 'card'}_{key}"):
        yield


@contextmanager
def fields(key: str) -> Iterator[None]:
    """A form whose fields are known as soon as they are left; hints stand close under them."""
    with st.container(key=f"fields_{key}"):
        yield


@contextmanager
def noted(key: str) -> Iterator[None]:
    """A note and, close under it, what can be done with it."""
    with st.container(key=f"noted_{key}"):
        yield


@contextmanager
def seen(*, phone: bool) -> Iterator[None]:
    """The frame around a page that staff look on as a customer: wide, or of his phone's width."""
    with st.container(key="seen_phone" if phone else "seen_wide"):
        yield


@contextmanager
def narrow(key: str, *, slim: bool = False) -> Iterator[None]:
    """A form no wider than one reads: 560 px, or 380 px when slim."""
    with st.container(key=f"{'slim' if slim else 'narrow'}_{key}"):
        yield


@contextmanager
def bar(text: Markup, *, key: str) -> Iterator[None]:
    """The dark bar over the page: its words, then buttons; the one primary button is amber.

    For what is selected ("Present" shows something to the customer: amber) and for undo.
    """
    with st.container(
        key=f"bar_{key}", horizontal=True, wrap=True, vertical_alignment="center", gap=None
    ):
        st.html(text, width="content")
        yield


@contextmanager
def answers(key: str) -> Iterator[None]:
    """The customer's answers: a line of buttons; on a phone fixed at the bottom, 52 px high."""
    with st.container(
        key=f"answers_{key}", horizontal=True, wrap=False, vertical_alignment="center", gap=None
    ):
        yield


@contextmanager
def unseen(key: str) -> Iterator[None]:
    """A place without a body, for components that only listen."""
    with st.container(key=f"unseen_{key}"):
        yield


def end_of_page() -> None:
    """The mark behind the last element of a page, drawn by the shell and by nobody else.

    The browser shows a page that is being opened once this has come, so no half of it is seen.
    """
    with unseen("end"):
        st.html(Markup('<i data-run="{}"></i>').format(time.monotonic_ns()))
