"""One press makes the missing résumés for customers: copies of the originals without contacts."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import t, tn
from services.resumes.versions import make_safe_version
from services.viewer import Viewer
from services.work import perform


def make_pressed(viewer: Viewer, name: str) -> None:
    """Do what was pressed, before what hangs on it is read; one that fails leaves the others."""
    if not session.typed(f"{name}_make"):
        return
    candidate_ids: Sequence[int] = session.kept(name, ())
    for candidate_id in candidate_ids:
        with shown():
            perform(installation(), viewer, make_safe_version, candidate_id=candidate_id)


def draw_missing(name: str, candidate_ids: Sequence[int]) -> None:
    """The button that makes them for these candidates, who have none; nothing for nobody."""
    session.keep(name, tuple(candidate_ids))
    if not candidate_ids:
        return
    st.button(
        tn(
            "Make {count} resume without contacts",
            "Make {count} resumes without contacts",
            len(candidate_ids),
        ),
        key=f"{name}_make",
        icon=":material/shield:",
        help=t(
            "Made of the original as “Copy without contacts” makes it, and saved as the resume for "
            "customers. Please read it through."
        ),
    )
