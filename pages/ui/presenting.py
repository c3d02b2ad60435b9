"""The one dialog of presenting: who will see whom, what exactly, a few words."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import guard, session, undo
from pages.ui.found_again import find_again, keep_typed
from pages.ui.installed import installation
from pages.ui.layout import ends
from pages.ui.leaks import counted, draw_leaks, forget_leaks, settle_pressed
from pages.ui.markup import Fact, facts, lit_box
from pages.ui.problems import shown
from pages.ui.safe_at_once import draw_missing, make_pressed
from pages.ui.spared import draw_spared, take_back_pressed
from pages.ui.text import day, t, tn
from services.applications.presenting import present
from services.applications.to_present import CandidateToPresent, PresentPreview, preview
from services.drafts import form_place
from services.ids import key_text
from services.viewer import Viewer
from services.work import perform, reading

_LEAKS = "present_leaks"
_MISSING = "present_missing"


def open_dialog(
    *,
    vacancy_id: int,
    candidate_ids: Sequence[int],
    to_stage_id: int | None = None,
    seen_already: Sequence[str] = (),
) -> None:
    """Open the dialog for these candidates of this vacancy.

    `seen_already` names those who were chosen, too, but are presented: the dialog says so.
    """
    guard.dialog(t("Present to the customer"), _dialog, width="medium")(
        vacancy_id, tuple(candidate_ids), to_stage_id, tuple(seen_already)
    )


def _dialog(
    viewer: Viewer,
    vacancy_id: int,
    candidate_ids: tuple[int, ...],
    to_stage_id: int | None,
    seen_already: tuple[str, ...],
) -> None:
    about = candidate_ids[0] if len(candidate_ids) == 1 else 0
    whom = key_text(about) if about else "several"
    key = f"present_words_{key_text(vacancy_id)}_{whom}"
    typed_at = form_place("presenting", f"{vacancy_id}:{about}")
    if not session.stands(key):
        find_again(viewer, typed_at, key)
    settle_pressed(viewer, _LEAKS, typed=key)
    take_back_pressed(viewer, _LEAKS)
    make_pressed(viewer, _MISSING)
    with shown() as attempt, reading(installation(), viewer) as work:
        asked = preview(
            work,
            vacancy_id=vacancy_id,
            candidate_ids=candidate_ids,
            message=session.typed(key) or "",
        )
    if attempt.failed:
        return
    chosen = [one.id for one in asked.candidates]
    st.html(lit_box(", ".join(one.name for one in asked.candidates), _who(asked)))
    known = [
        Fact(t("Presented before, stays as it is: {people}", people=name), "check")
        for name in (", ".join(seen_already),)
        if name
    ]
    st.html(facts([*_facts(asked), *known]))
    draw_missing(_MISSING, [one.id for one in asked.candidates if one.can_be_made])
    st.text_area(t("A few words from you"), key=key, placeholder=t("Optional"), height=80)
    keep_typed(typed_at, key, to_be_saved=False)
    _draw_leaks(asked)
    draw_spared(_LEAKS, {one.id: one.spared for one in asked.candidates})
    place = st.container(key="present_problem")
    with ends("present"):
        later = st.button(t("Not now"), key="present_later")
        go = st.button(
            tn("Present {count} candidate", "Present {count} candidates", len(chosen)),
            key="present_go",
            type="primary",
            disabled=asked.stopped and bool(asked.leaks),
        )
    if later:
        st.rerun()
    if go:
        with place, shown() as attempt:
            done = perform(
                installation(),
                viewer,
                present,
                vacancy_id=vacancy_id,
                candidate_ids=chosen,
                to_stage_id=to_stage_id,
                message=session.typed(key, ""),
            )
        if not attempt.failed:
            session.keep("rows_round", session.kept("rows_round", 0) + 1)
            undo.offer("presenting", done.batch, t("Presented"))
            st.rerun()


def _draw_leaks(asked: PresentPreview) -> None:
    """What stops the presenting, where something does."""
    if not asked.stopped or not asked.leaks:
        forget_leaks(_LEAKS)
        return
    several = len(asked.candidates) > 1
    title = tn(
        "{count} contact would be seen: presenting waits for you",
        "{count} contacts would be seen: presenting waits for you",
        counted(asked.leaks),
    )
    draw_leaks(
        _LEAKS,
        asked.leaks,
        title,
        field=t("A few words from you"),
        names={one.id: one.name for one in asked.candidates} if several else None,
    )


def _who(asked: PresentPreview) -> str:
    if not asked.who:
        return t(
            "Nobody will see this yet: no active customer is tied to “{vacancy}”.",
            vacancy=asked.vacancy,
        )
    people = ", ".join(
        f"{one.name} ({one.company})" if one.company else one.name for one in asked.who
    )
    return t("will be seen by {people}", people=people)


def _facts(asked: PresentPreview) -> list[Fact]:
    """Resume, contacts, notes, seen before: per candidate where they differ."""
    several = len(asked.candidates) > 1
    found: list[Fact] = []
    for one in asked.candidates:
        before = f"{one.name}: " if several else ""
        lit = one.resume in {"version", "original"}
        found.append(Fact(before + _resume(one), "lightbulb" if lit else "visibility_off", lit=lit))
    notes = sum(one.open_notes for one in asked.candidates)
    found.append(
        Fact(
            tn("{count} opened note", "{count} opened notes", notes)
            if notes
            else t("No opened notes"),
            "lightbulb" if notes else "lock",
            lit=bool(notes),
        )
    )
    if files := sum(one.attachments for one in asked.candidates):
        words = tn("{count} opened attachment", "{count} opened attachments", files)
        found.append(Fact(words, "lightbulb", lit=True))
    hidden = [one.name for one in asked.who if one.contacts_hidden]
    opened = [one.name for one in asked.who if not one.contacts_hidden]
    if hidden:
        found.append(
            Fact(t("Contacts hidden from {people}", people=", ".join(hidden)), "visibility_off")
        )
    if opened:
        found.append(
            Fact(
                t("Contacts open to {people}", people=", ".join(opened)), "contact_phone", lit=True
            )
        )
    if opened and (initials := [one.name for one in asked.candidates if one.has_initial]):
        words = t(
            "With contacts open, too, the resume has the surname as an initial, because so it is "
            "saved: {people}. The page above it has the full name.",
            people=", ".join(initials),
        )
        found.append(Fact(words, "info"))
    if asked.leaks and not asked.stopped:
        words = tn(
            "{count} contact stands in the texts: all who see them may",
            "{count} contacts stand in the texts: all who see them may",
            counted(asked.leaks),
        )
        found.append(Fact(words, "info"))
    seen = [f"{one.candidate} ({one.vacancy}, {day(one.first_at)})" for one in asked.before]
    found.append(
        Fact(
            t("Shown to this company before: {people}", people=", ".join(seen))
            if seen
            else t("Not shown to this company before"),
            "history",
        )
    )
    return found


def _resume(one: CandidateToPresent) -> str:
    if one.resume == "version" and one.resume_saved_at is not None:
        if one.resume_outdated:
            return t(
                "Resume for customers of {day}, outdated: the original has changed since",
                day=day(one.resume_saved_at),
            )
        return t("Resume for customers of {day}", day=day(one.resume_saved_at))
    if one.resume == "original":
        return t("Original resume (there is no version for customers)")
    if one.resume == "withheld":
        return t("No version for customers: those without contacts will see no resume")
    return t("No resume")
