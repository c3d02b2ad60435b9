"""Which letter is being written: its dialog stands open over runs until it is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from pages.ui import session
from services.ids import new_key

_KEPT = "writing_dialog"
What = Literal["candidate", "several", "customer"]


@dataclass(frozen=True, slots=True)
class Writing:
    """To whom: the keys of applications, or of one customer; `kind` is what it begins as.

    `made` is the key of what will be made: a form that is sent twice makes one letter.
    """

    what: What
    keys: tuple[int, ...]
    made: int
    kind: str = "free"
    vacancy_id: int = 0
    candidate_id: int = 0


def want(writing: Writing) -> None:
    """Open this dialog at the next run, and at each one until it is closed or the page is left."""
    session.keep_on_page(_KEPT, writing)


def write_to(vacancy_id: int, chosen: Sequence[tuple[int, int]], *, kind: str = "free") -> None:
    """Write to the chosen ones of a vacancy: (application, candidate); one alone gets his own."""
    keys = tuple(application for application, _ in chosen)
    what: What = "several" if len(keys) > 1 else "candidate"
    candidate_id = chosen[0][1]
    want(Writing(what, keys, new_key(), kind, vacancy_id=vacancy_id, candidate_id=candidate_id))


def wanted() -> Writing | None:
    """The letter that is being written."""
    found: Writing | None = session.kept_on_page(_KEPT)
    return found


def closed() -> None:
    """The dialog was closed."""
    session.forget(_KEPT)


def done() -> None:
    """It is done: the page is drawn anew without the dialog."""
    closed()
    st.rerun()
