"""Scheduling, rescheduling and calling off an interview: the dialogs."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from pages.ui import markup as m
from pages.ui import session, undo
from pages.ui.installed import installation
from pages.ui.interviews.given import answer_lines
from pages.ui.interviews.lines import both_zones
from pages.ui.interviews.wanted import Wanted, done
from pages.ui.layout import ends, steady
from pages.ui.meanwhile import Begun, begin, draw_refusal, end
from pages.ui.press import kept_press
from pages.ui.problems import shown
from pages.ui.staff.interview_form import (
    ask_interview,
    draw_head,
    field_names,
    form_of,
    new_form,
)
from pages.ui.staff.interview_found import find_interview, keep_interview
from pages.ui.staff.interview_letter import Occasion, ask_letter
from pages.ui.staff.interview_when import say_no_time_is_meant
from pages.ui.text import on_day, t
from pages.ui.words import interview_kind, length_of
from services.drafts import form_place
from services.errors import Conflict
from services.ids import key_text
from services.interviews.choosing import FormChoices, form_choices
from services.interviews.forms import InterviewForm
from services.interviews.invitation import next_letter
from services.interviews.scheduling import cancel, reschedule, schedule
from services.interviews.slots import said_in
from services.interviews.views import InterviewView, interview
from services.viewer import Viewer
from services.work import perform, reading
from services.writing.letters import CandidateLetter


@dataclass(frozen=True, slots=True)
class _Moved:
    """What is to hold from now on, over which version, and what the candidate is written."""

    form: InterviewForm
    version: int
    letter: CandidateLetter | None
    despite: tuple[int, ...]


def ask_schedule(viewer: Viewer, asked: Wanted) -> None:
    """The dialog of a new interview of this application."""
    with shown() as attempt, reading(installation(), viewer) as work:
        choices = form_choices(work, application_id=asked.key)
    if attempt.failed:
        return
    draw_head(choices)
    if choices.closed:
        return
    key = f"interview_{key_text(asked.made)}"
    typed_at = form_place("interview", f"new:{asked.key}")
    with steady():
        usual = new_form(viewer, choices, asked.when)
        begun = find_interview(viewer, typed_at, key, choices, usual)
        entered = ask_interview(viewer, key, choices, begun)
    invite = Occasion(
        "interview_invitation",
        t("Send the candidate an invitation letter"),
        interview_id=asked.made,
        made=False,
    )
    letter = ask_letter(viewer, key, choices, entered.form, invite)
    keep_interview(typed_at, key, choices)
    place = st.container(key=f"{key}_problem")
    with ends("interview"):
        go = kept_press(
            t("Schedule nevertheless") if entered.busy else t("Schedule"),
            key=f"{key}_go",
        )
    if not go:
        return
    if not entered.meant:
        with place:
            say_no_time_is_meant()
        return
    with place, shown() as attempt:
        made = perform(
            installation(),
            viewer,
            schedule,
            application_id=asked.key,
            form=entered.form,
            letter=letter,
            despite=entered.despite,
            interview_id=asked.made,
        )
    if not attempt.failed:
        undo.offer("interview", made, t("Interview scheduled"))
        done()


def ask_move(viewer: Viewer, asked: Wanted) -> None:
    """The same form about an interview that stands; whoever saves meanwhile is told of."""
    with shown() as attempt, reading(installation(), viewer) as work:
        one = interview(work, interview_id=asked.key)
        choices = form_choices(work, application_id=one.application_id)
    if attempt.failed:
        return
    draw_head(choices)
    _say_what_holds(one)
    name, stands = f"interview_{key_text(one.id)}", form_of(one)
    visit = begin(name, one.version, stands, first="comment")
    key = f"{name}_{visit.version}"
    filled = InterviewForm(
        # Whoever drags it sees his own clock; it was agreed by another, and stays so.
        said_in(asked.when, one.zone, now=installation().clock())
        if asked.when
        else visit.form.when,
        visit.form.kind,
        visit.form.location,
        visit.form.comment,
        visit.form.staff,
        visit.form.customers,
        visit.form.copies,
        visit.form.staff_only,
    )
    typed_at = form_place("interview", one.id)
    with steady():
        begun = find_interview(viewer, typed_at, key, choices, filled)
        entered = ask_interview(viewer, key, choices, begun, stands=one)
    letter = None
    writing = session.stands(f"{key}_letter_language")  # before it was over
    if _is_over(one) and entered.form.when == stands.when and not writing:
        st.html(m.quiet(t("It is over: nobody is written to.")))
    else:
        why = _why_moved(viewer, one, entered.form, stands)
        letter = ask_letter(viewer, key, choices, entered.form, why)
    keep_interview(typed_at, key, choices, stands=True)
    place = st.container(key=f"{key}_problem")
    with ends("interview"):
        go = kept_press(
            t("Reschedule nevertheless") if entered.busy else t("Reschedule"),
            key=f"{key}_go",
        )
    if go and not entered.meant:
        with place:
            say_no_time_is_meant()
    go = go and entered.meant
    save = visit.to_save(entered.form if go else None, stands, one.version)
    if save is None:
        draw_refusal(name, visit, stands, field_names(), partial(_shown, choices))
    else:
        with place:
            _move(viewer, one, visit, _Moved(*save, letter, entered.despite))


def _say_what_holds(one: InterviewView) -> None:
    """When it is as it stands, and which times were asked for: what a new one is found by."""
    words = t("Scheduled now: {when}", when=both_zones(one.slot, one.zone))
    st.html(m.facts([m.Fact(words, "event")]))
    if one.answers:
        st.html(m.section(t("Answers")) + answer_lines(one))


def _move(viewer: Viewer, one: InterviewView, visit: Begun[InterviewForm], wanted: _Moved) -> None:
    with shown() as attempt:
        try:
            stood = perform(
                installation(),
                viewer,
                reschedule,
                interview_id=one.id,
                form=wanted.form,
                version=wanted.version,
                letter=wanted.letter,
                despite=wanted.despite,
            )
        except Conflict as error:
            visit.refusal = error
            st.rerun()
    if not attempt.failed:
        end(f"interview_{key_text(one.id)}")
        if stood.undone_until is not None:
            undo.offer(
                "rescheduled",
                one.id,
                t("Interview rescheduled; nobody has been written to yet"),
                stood=stood,
            )
        done()


def _why_moved(
    viewer: Viewer, one: InterviewView, form: InterviewForm, stands: InterviewForm
) -> Occasion:
    """Who was invited is told of another time or place; of whom he meets, if it is wanted.

    Of what he does not know he is told nothing. Without one it may be the invitation that was left
    out before.
    """
    kind = _next_letter(viewer, one)
    if not kind:
        invite = t("Send the candidate an invitation letter")
        return Occasion("interview_invitation", invite, ticked=False, interview_id=one.id)
    label = t("Letter to the candidate")
    if form.appointment != stands.appointment:
        return Occasion(kind, label, must=True, interview_id=one.id)
    others = form.staff != stands.staff
    hint = "" if others else t("Nothing of what the candidate was told changes.")
    return Occasion(kind, label, ticked=others, interview_id=one.id, hint=hint)


def _is_over(one: InterviewView) -> bool:
    return one.slot.ends_at <= installation().clock()


def _next_letter(viewer: Viewer, one: InterviewView) -> str:
    with reading(installation(), viewer) as work:
        return next_letter(work, interview_id=one.id) or ""


def ask_cancel(viewer: Viewer, asked: Wanted) -> None:
    """Whether it is meant: calling off is told to everybody who knows of it."""
    with shown() as attempt, reading(installation(), viewer) as work:
        one = interview(work, interview_id=asked.key)
    if attempt.failed:
        return
    about = " · ".join(part for part in (one.vacancy, one.company) if part)
    told = t("Everybody who was told of it by letter is told of this, too.")
    if over := _is_over(one):
        told = t("It is over: nobody is written to.")
    st.html(
        m.person(m.Person(one.candidate_id, one.candidate, about), size="l")
        + m.facts([m.Fact(both_zones(one.slot, one.zone), "schedule")])
        + m.quiet(t("It stays in the calendar as cancelled."))
        + m.quiet(told)
    )
    letter = None
    begun = session.stands("interview_cancel_letter_language")  # before it was over
    if (begun or not over) and _next_letter(viewer, one) == "interview_moved":
        with reading(installation(), viewer) as work:
            choices = form_choices(work, application_id=one.application_id)
        label = t("Letter to the candidate")
        tell = Occasion("interview_called_off", label, must=True, interview_id=one.id)
        letter = ask_letter(viewer, "interview_cancel", choices, form_of(one), tell)
    place = st.container(key="interview_cancel_problem")
    with ends("interview_cancel"):
        later = st.button(t("Leave it"), key="interview_leave")
        go = kept_press(t("Cancel the interview"), key="interview_cancel_go")
    if later:
        done()
    if go:
        with place, shown() as attempt:
            perform(
                installation(),
                viewer,
                cancel,
                interview_id=one.id,
                version=one.version,
                letter=letter,
            )
        if not attempt.failed:
            done()


def _shown(choices: FormChoices, field: str, value: Any) -> str:  # noqa: ANN401 - whatever stands in a field
    """A field's value as a text."""
    if field == "kind":
        return interview_kind(value)
    if field == "minutes":
        return length_of(value)
    if field == "day":
        return on_day(value)
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, frozenset):
        people = {one.id: one.name for one in choices.staff}
        people |= {one.id: one.name for one in choices.customers}
        return ", ".join(people.get(one, "?") for one in value)
    return str(value)
