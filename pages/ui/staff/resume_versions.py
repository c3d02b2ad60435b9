"""Versions of a résumé for customers: how one differs from what holds, and bringing it back."""

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.text import moment, t, tn
from services.candidates.resumes import VersionView, versions
from services.ids import key_text
from services.resumes.differences import Difference, differences
from services.resumes.versions import restore
from services.viewer import Viewer
from services.work import perform, reading

_FEWEST = 2


def draw_versions(viewer: Viewer, candidate_id: int) -> None:
    """The choice of an earlier version; chosen, it is compared with the one that holds."""
    with reading(installation(), viewer) as work:
        known = {one.id: one for one in versions(work, candidate_id=candidate_id)}
    if len(known) < _FEWEST:
        return
    chosen = st.selectbox(
        t("Versions of the resume for customers"),
        list(known),
        index=None,
        key=f"versions_{key_text(candidate_id)}",
        placeholder=t("Compare with the one that holds"),
        format_func=lambda id_: _name(known[id_]),
    )
    if chosen is not None:
        _compare(viewer, known[chosen], list(known.values()))


def _name(one: VersionView) -> str:
    saved = f"{moment(one.saved_at)}, {one.saved_by}"
    named = " · ".join(part for part in (one.vacancy, saved) if part)
    return t("{name} · holds now", name=named) if one.current else named


def _compare(viewer: Viewer, one: VersionView, known: list[VersionView]) -> None:
    holds = next(
        (each for each in known if each.current and each.vacancy_id == one.vacancy_id), None
    )
    if holds is not None and holds.id == one.id:
        st.html(m.quiet(t("This version holds now.")))
        return
    found = differences(holds.html if holds else "", one.html)
    st.html(m.differences(_lines(found), label=t("What differs from the version that holds")))
    place, key = st.container(key="version_problem"), f"seen_version_{key_text(one.id)}"
    # What the reader saw holding when he pressed, not what has been saved since.
    st.button(
        t("Restore this version"),
        key="version_restore",
        icon=":material/history:",
        on_click=session.keep,
        args=(key, (holds.id if holds else None,)),
    )
    if (pressed := session.kept(key)) is None:
        return
    session.forget(key)
    with place, shown() as attempt:
        perform(installation(), viewer, restore, version_id=one.id, seen=pressed[0])
    if not attempt.failed:
        st.rerun()


def _lines(found: list[Difference]) -> list[tuple[str, str]]:
    return [
        (
            one.kind,
            tn("{count} line is the same", "{count} lines are the same", one.lines)
            if one.kind == "same"
            else one.text,
        )
        for one in found
    ]
