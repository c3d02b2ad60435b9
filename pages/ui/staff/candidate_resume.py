"""The résumé on the edit page: a new original, and the version for customers."""

import streamlit as st
from streamlit_quill import st_quill

from pages.ui import markup as m
from pages.ui import session
from pages.ui.drawn import trusted
from pages.ui.installed import installation
from pages.ui.layout import line, narrow, split, steady
from pages.ui.opened import maybe_key
from pages.ui.staff.candidate_originals import (
    draw_originals,
    say_what_it_was_made_of,
    why_unreadable,
)
from pages.ui.staff.left_out import Choices, draw_switches, forget_choices
from pages.ui.staff.resume_desk import Desk, ResumeEdit, desk_of, is_typed_on
from pages.ui.staff.safe_panel import draw_panel
from pages.ui.text import t
from services.candidates.resumes import OriginalView
from services.candidates.views import CandidateView
from services.editing import CELL, for_editor, from_editor, has_table
from services.resumes.removals import Wishes
from services.resumes.safe_copy import SafeCopy, safe_copy
from services.resumes.versions import MadeFor
from services.viewer import Viewer
from services.work import reading

_TOOLS = [
    [{"header": [1, 2, 3, False]}],
    ["bold", "italic", "underline"],
    [{"list": "ordered"}, {"list": "bullet"}],
    ["link", "clean"],
]


def ask_resume(
    viewer: Viewer,
    choices: Choices,
    one: CandidateView,
    received: list[OriginalView],
    places: list[MadeFor],
) -> ResumeEdit | None:
    """The two tabs; returns the edited version for customers, None where it was not touched."""
    prefix, names = choices.prefix, [t("Original"), t("Resume for customers")]
    begins = _to_prepare(one) or _asked_for(places) is not None
    original, version = st.tabs(
        names, key=f"{prefix}_tabs", on_change="rerun", default=names[begins]
    )
    with original:
        _draw_original(one)
        draw_originals(received)
    with version:
        with steady():
            here = _choose_place(prefix, places)
            say_what_it_was_made_of(here.version, received)
            desk = _choose_beginning(viewer, choices, one, here, places[0])
        return _ask_version(viewer, prefix, one, here, desk)


def forget_resume(prefix: str) -> None:
    """A visit begins with what is stored, whatever an earlier one has left."""
    session.forget(f"{prefix}_read", f"{prefix}_desks", f"{prefix}_proposed", f"{prefix}_found")
    session.forget(f"{prefix}_photo_drawn")
    forget_choices(prefix)
    session.clear(f"{prefix}_pasted", f"{prefix}_for")


def is_to_be_prepared(one: CandidateView) -> bool:
    """Whether there is no version for customers yet, and an original to make it from."""
    return one.resume.kind != "version" and one.original is not None and one.original.readable


def _to_prepare(one: CandidateView) -> bool:
    """Whether he came by the link that prepares the first version: it begins with a safe copy."""
    return "prepare" in st.query_params and is_to_be_prepared(one)


def _asked_for(places: list[MadeFor]) -> int | None:
    """The vacancy whose own version the address names, where he is linked to it."""
    asked = maybe_key("for")
    return asked if asked in {place.vacancy_id for place in places} else None


def _draw_original(one: CandidateView) -> None:
    if one.original is None:
        st.html(m.absent(t("No resume yet"), t("Choose a file above and save.")))
    elif not one.original.readable:
        st.html(m.absent(t("This file has no text to read"), why_unreadable(one.original)))
    else:
        st.html(m.sheet(trusted(one.original.html), label=t("Original")))


def _choose_place(prefix: str, places: list[MadeFor]) -> MadeFor:
    """For which vacancy: what was typed and not saved would be lost by choosing another."""
    if len(places) < 2:  # noqa: PLR2004 - the general one alone
        return places[0]
    known = {place.vacancy_id or 0: place for place in places}
    key, asked = f"{prefix}_for", _asked_for(places) or 0
    chosen = session.typed(key, asked)
    busy = is_typed_on(prefix, chosen or None)
    with narrow("resume_for"):
        found = st.selectbox(
            t("Made for"),
            list(known),
            index=list(known).index(asked),
            key=key,
            disabled=busy,
            help=t("Save first: what you have typed would be lost.") if busy else None,
            format_func=lambda id_: _place_name(known[id_]),
        )
    return known[found]


def _place_name(place: MadeFor) -> str:
    if place.vacancy_id is None:
        return t("All vacancies that have none of their own")
    return (
        place.vacancy
        if place.version is None
        else t("{vacancy}: own version", vacancy=place.vacancy)
    )


def _choose_beginning(
    viewer: Viewer, choices: Choices, one: CandidateView, here: MadeFor, general: MadeFor
) -> Desk:
    """What the editor begins with: what is stored, or a copy."""
    prefix = choices.prefix
    desk = desk_of(prefix, here.vacancy_id, here.version)
    if _to_prepare(one) and not desk.number and here.vacancy_id is None:
        desk.ask_for("safe")
    _offer_copies(prefix, one, desk, general)
    draw_switches(choices, desk)
    _copy(viewer, one, desk, general, choices.wishes)
    return desk


def _ask_version(
    viewer: Viewer, prefix: str, one: CandidateView, here: MadeFor, desk: Desk
) -> ResumeEdit | None:
    """The visual editor, filled with the saved version or a copy; a safe one has its panel."""
    if desk.wishes is None:
        return _edit(viewer, prefix, one, desk, here)
    matter, beside = split("safe")
    with matter:
        edited = _edit(viewer, prefix, one, desk, here)
    with beside:
        draw_panel(prefix, desk, _safe_copy(viewer, one, desk, desk.wishes))
    return edited


def _offer_copies(prefix: str, one: CandidateView, desk: Desk, general: MadeFor) -> None:
    """What the editor can begin with: without contacts first."""
    with line("resume_copies"):
        if one.original is not None and one.original.readable:
            st.button(
                t("Copy without contacts"),
                key=f"{prefix}_copy_safe",
                icon=":material/shield:",
                on_click=desk.ask_for,
                args=("safe",),
            )
            st.button(
                t("Copy the original"),
                key=f"{prefix}_copy",
                icon=":material/content_copy:",
                on_click=desk.ask_for,
                args=("original",),
            )
        if desk.vacancy_id is not None and general.version is not None:
            st.button(
                t("Copy the general version"),
                key=f"{prefix}_copy_general",
                icon=":material/content_copy:",
                on_click=desk.ask_for,
                args=("general",),
            )


def _copy(viewer: Viewer, one: CandidateView, desk: Desk, general: MadeFor, wishes: Wishes) -> None:
    """Fill the desk with the copy that was asked for.

    A newer original that somebody else receives meanwhile does not replace what is written on.
    """
    if desk.asked == "safe":
        desk.original_id = None
        desk.begin_safely(_safe_copy(viewer, one, desk, wishes), wishes)
    elif desk.asked == "original" and one.original is not None:
        desk.begin(one.original.html, one.original.id)
    elif desk.asked == "general" and general.version is not None:
        desk.begin(general.version.html, general.version.original_id)


def _safe_copy(viewer: Viewer, one: CandidateView, desk: Desk, wishes: Wishes) -> SafeCopy:
    with reading(installation(), viewer) as work:
        return safe_copy(work, candidate_id=one.id, wishes=wishes, original_id=desk.original_id)


def _edit(
    viewer: Viewer, prefix: str, one: CandidateView, desk: Desk, here: MadeFor
) -> ResumeEdit | None:
    """The editor itself; what is wished of a safe copy is met in what it gives back."""
    st.html(m.quiet(_advice(desk)))
    if has_table(desk.begun):
        st.html(
            m.quiet(
                t(
                    "Each row of a table is one line here, with {sign} before each cell; "
                    "once saved it is a table again.",
                    sign=CELL,
                )
            )
        )
    with st.container(key="quill"):
        typed = st_quill(
            value=for_editor(desk.begun),
            html=True,
            toolbar=_TOOLS,
            placeholder=t("Copy the original or write here"),
            key=f"{prefix}_{desk.editor}{desk.number}",
        )
    written = from_editor(typed or "")
    if desk.waits is not None:
        desk.meet(_safe_copy(viewer, one, desk, desk.waits), written)
        st.rerun()
    return desk.result(written, here.version)


def _advice(desk: Desk) -> str:
    if desk.wishes is not None:
        return t("Contacts have been taken out. Read it through, write on, then save.")
    if desk.vacancy_id is not None and not desk.stored:
        return t("Customers of this vacancy read the general version until you save one here.")
    return t("Take out what the customer should not read, contacts above all.")
