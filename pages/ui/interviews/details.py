"""One interview in a dialog: when, where, with whom; what staff can do with it."""

from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.interviews.given import answer_lines
from pages.ui.interviews.lines import both_zones, state_chip
from pages.ui.interviews.wanted import Wanted, done, want
from pages.ui.layout import ends
from pages.ui.mail_words import letter_kind, letter_state
from pages.ui.markup.basics import fill
from pages.ui.problems import shown
from pages.ui.text import city, t
from pages.ui.words import interview_kind, length_of
from services.ids import key_text
from services.interviews.invitation import WrittenView, written
from services.interviews.scheduling import OUTCOMES, settle
from services.interviews.views import InterviewView, interview
from services.permissions import Permission, allows
from services.viewer import Viewer
from services.work import perform, reading

_KIND_SYMBOLS = {"in_person": "location_on", "phone": "call", "video": "link"}


def draw_details(viewer: Viewer, asked: Wanted) -> None:
    """The body of the dialog."""
    may_schedule = allows(viewer, Permission.INTERVIEWS_SCHEDULE)
    with shown() as attempt, reading(installation(), viewer) as work:
        one = interview(work, interview_id=asked.key)
        letter = written(work, interview_id=one.id) if may_schedule else None
    if attempt.failed:
        return
    place = f"id={key_text(one.candidate_id)}&app={key_text(one.application_id)}"
    about = " · ".join(part for part in (one.vacancy, one.company) if part)
    st.html(m.person(m.Person(one.candidate_id, one.candidate, about), size="l"))
    st.html(state_chip(one.state))
    st.html(m.facts([*_facts(one), *([_told_candidate(letter)] if may_schedule else [])]))
    if one.answers:
        st.html(m.section(t("Answers")) + answer_lines(one))
    if one.comment:
        st.html(m.section(t("Private comment")) + m.quiet(t("Only staff read this")))
        st.html(m.words(one.comment))
    st.html(m.button_link(t("Open the candidate"), f"/candidate?{place}", symbol="person"))
    if may_schedule:
        if one.state == "scheduled":
            _offer(viewer, one)
        elif one.state in OUTCOMES:
            _offer_the_other(viewer, one)


def _facts(one: InterviewView) -> Iterator[m.Fact]:
    minutes = int((one.slot.ends_at - one.slot.starts_at).total_seconds() // 60)
    yield m.Fact(f"{both_zones(one.slot, one.zone)} · {length_of(minutes)}", "schedule")
    yield m.Fact(t("Your time zone: {city}", city=city(session.time_zone())), "language")
    where = f"{interview_kind(one.kind)}: {one.location}" if one.location else ""
    yield m.Fact(m.with_links(where or interview_kind(one.kind)), _KIND_SYMBOLS[one.kind])
    people = ", ".join(person.name for person in one.people if person.takes_part)
    if people:
        yield m.Fact(people, "group")
    copies = ", ".join(person.name for person in one.people if person.copy and person.is_customer)
    if copies:
        yield m.Fact(t("Copy to the customer: {people}", people=copies), "mail", lit=True)
    if one.staff_only:
        yield m.Fact(t("Only staff know of this interview"), "lock")


def _told_candidate(letter: WrittenView | None) -> m.Fact:
    """What the candidate was written last, and how far it has got."""
    if letter is None:
        return m.Fact(t("Nobody has written to the candidate about it."), "mail")
    said = " · ".join((letter_kind(letter.kind), letter_state(letter.state, letter.sender)))
    way = m.link(said, f"/mail?id={key_text(letter.id)}")
    return m.Fact(fill("{lead}: {way}", lead=t("Letter to the candidate"), way=way), "mail")


def _offer(viewer: Viewer, one: InterviewView) -> None:
    """Before its end it is moved or called off; afterwards one says what came of it."""
    place = st.container(key="interview_problem")
    over = one.slot.ends_at <= installation().clock()
    with ends("interview"):
        if st.button(t("Cancel the interview"), key="interview_cancel"):
            want(Wanted("cancel", one.id))
            st.rerun()
        if st.button(t("Reschedule"), key="interview_move", icon=":material/event:"):
            want(Wanted("move", one.id))
            st.rerun()
        outcome = ""
        if over and st.button(t("No-show"), key="interview_no_show"):
            outcome = "no_show"
        if over and st.button(t("It was held"), key="interview_held", type="primary"):
            outcome = "held"
    if outcome:
        _settle(viewer, one, outcome, place)


def _offer_the_other(viewer: Viewer, one: InterviewView) -> None:
    """What came of it may have been pressed by mistake."""
    place = st.container(key="interview_problem")
    with ends("interview"):
        if one.state == "held" and st.button(t("No-show"), key="interview_no_show"):
            _settle(viewer, one, "no_show", place)
        if one.state == "no_show" and st.button(t("It was held"), key="interview_held"):
            _settle(viewer, one, "held", place)


def _settle(viewer: Viewer, one: InterviewView, outcome: str, place: DeltaGenerator) -> None:
    with place, shown() as attempt:
        perform(
            installation(),
            viewer,
            settle,
            interview_id=one.id,
            outcome=outcome,
            version=one.version,
        )
    if not attempt.failed:
        done()
