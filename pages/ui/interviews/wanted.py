"""Which dialog about an interview stands open, until it is closed: kept over runs of the page."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from pages.ui import session
from pages.ui.opened import maybe_key
from services.interviews.slots import WallTime

_KEPT = "interview_dialog"
What = Literal["details", "choose", "schedule", "move", "cancel"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: `key` is the application's to schedule, else the interview's.

    `when` is what was pointed at in the calendar. `made` is the key of what will be made: a form
    that is sent twice makes one interview.
    """

    what: What
    key: int = 0
    when: WallTime | None = None
    made: int = 0


def want(wanted: Wanted) -> None:
    """Open this dialog at the next run, and at each one until it is closed or the page is left."""
    session.keep_on_page(_KEPT, wanted)


def wanted() -> Wanted | None:
    """The dialog that stands open; what the address asks for is opened, once."""
    if "interview" in st.query_params:
        asked = maybe_key("interview")
        del st.query_params["interview"]
        if asked is not None:
            want(Wanted("details", asked))
    found: Wanted | None = session.kept_on_page(_KEPT)
    return found


def closed() -> None:
    """The dialog was closed."""
    session.forget(_KEPT)


def done() -> None:
    """It is done: the page is drawn anew without the dialog."""
    closed()
    st.rerun()
