"""The form of an interview: the same one to schedule and to reschedule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.problems import shown
from pages.ui.staff.interview_when import (
    USUAL_MINUTES,
    USUAL_TIME,
    ask_when,
    draw_overlaps,
    slot_meant,
)
from pages.ui.staff.interview_who import Who, ask_who
from pages.ui.text import t
from pages.ui.words import interview_kind
from services.folding import tidy
from services.i18n.times import zone_of
from services.interviews.choosing import FormChoices
from services.interviews.forms import KINDS, InterviewForm
from services.interviews.overlaps import overlaps
from services.interviews.place import place_as_hidden
from services.interviews.slots import Slot, WallTime, wall_time
from services.interviews.views import InterviewView
from services.viewer import Viewer
from services.work import reading


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the form; `despite` are the overlaps that the reader has read.

    `busy`: he reads of some now. `meant`: there is such a time; else he reads why not.
    """

    form: InterviewForm
    despite: tuple[int, ...]
    busy: bool
    meant: bool


def new_form(viewer: Viewer, choices: FormChoices, when: WallTime | None) -> InterviewForm:
    """What the form begins with: the next working day, the viewer, and of copies what he chose.

    That is one for every customer who sees the candidate, or none.
    """
    ticked = choices.shown and choices.copies_ticked
    return InterviewForm(
        when=when or _usual(),
        staff=frozenset({viewer.user_id}),
        copies=frozenset(one.id for one in choices.customers) if ticked else frozenset(),
        staff_only=not choices.shown,
    )


def form_of(one: InterviewView) -> InterviewForm:
    """The interview as the form shows it."""
    taking_part = {person.id for person in one.people if person.takes_part}
    customers = {person.id for person in one.people if person.is_customer}
    return InterviewForm(
        when=wall_time(one.slot, one.zone),
        kind=one.kind,
        location=one.location,
        comment=one.comment,
        staff=frozenset(taking_part - customers),
        customers=frozenset(taking_part & customers),
        copies=frozenset(person.id for person in one.people if person.copy and person.is_customer),
        staff_only=one.staff_only,
    )


def draw_head(choices: FormChoices) -> None:
    """Whom it is about; in a closed vacancy, that nothing is scheduled."""
    about = " · ".join(part for part in (choices.vacancy, choices.company) if part)
    st.html(m.person(m.Person(choices.candidate_id, choices.candidate, about), size="l"))
    if choices.closed:
        st.html(
            m.banner(t("This vacancy is closed. It can be read, but not changed."), symbol="lock")
        )
    elif choices.refused:
        st.html(m.banner(t("The candidate is refused in this vacancy."), symbol="info"))


def ask_interview(
    viewer: Viewer,
    key: str,
    choices: FormChoices,
    begun: InterviewForm,
    *,
    stands: InterviewView | None = None,
) -> Entered:
    """The fields, from when to the private comment; overlaps are said as soon as they are.

    `stands` is the interview that is changed, where it is none that is new.
    """
    when = ask_when(key, begun.when, _zones_first(choices))
    zones = [choices.candidate_zone] if choices.candidate_zone else []
    zones += [one.zone for one in choices.customers] if choices.shown else []
    slot = slot_meant(when, zones, stands.slot if stands else None)
    beside_the_time = st.container(key=f"{key}_busy")
    kind, location = _ask_where(key, begun)
    beside_the_place = st.container(key=f"{key}_place")
    who = ask_who(key, choices, begun)
    if choices.shown and not who.staff_only:
        with beside_the_place:
            _say_what_is_cut(viewer, choices, kind, location)
    comment = st.text_area(
        t("Private comment"),
        key=f"{key}_comment",
        value=begun.comment,
        placeholder=t("Only staff read this"),
        height=80,
    )
    with beside_the_time:
        found = _overlapping(viewer, choices, slot, who, stands.id if stands else None)
    form = InterviewForm(
        when=when,
        kind=kind,
        location=location,
        comment=comment,
        staff=who.staff,
        customers=who.customers,
        copies=who.copies,
        staff_only=who.staff_only,
    )
    return Entered(form, _read_before(key, found), busy=bool(found), meant=slot is not None)


def _ask_where(key: str, begun: InterviewForm) -> tuple[str, str]:
    kind = st.radio(
        t("Takes place"),
        KINDS,
        key=f"{key}_kind",
        index=KINDS.index(begun.kind),
        horizontal=True,
        format_func=interview_kind,
    )
    location = st.text_input(
        t("Place, number or link"),
        key=f"{key}_location",
        value=begun.location,
        placeholder=_wanted(kind),
    )
    if not location.strip() and (lacking := _lacking(kind)):
        st.html(m.quiet(lacking))
    return kind, location


def _say_what_is_cut(viewer: Viewer, choices: FormChoices, kind: str, location: str) -> None:
    """Who of the customers will not find the way there, and what they read instead."""
    names = [one.name for one in choices.customers if one.contacts_hidden]
    if not names or not location.strip():
        return
    with shown() as attempt, reading(installation(), viewer) as work:
        read = place_as_hidden(
            work, application_id=choices.application_id, kind=kind, location=location
        )
    if attempt.failed:
        return
    if read.tells_surname:
        told = t(
            "The link tells the surname to {names}, who read only its initial otherwise. Better "
            "use a room without a name.",
            names=", ".join(names),
        )
        st.html(m.banner(told, tone="lit", symbol="visibility"))
    if read.text != tidy(location):
        words = t(
            "Contacts are hidden from {names}. Of the place they read only: “{place}”",
            names=", ".join(names),
            place=read.text,
        )
        st.html(m.banner(words, symbol="visibility_off"))


def _wanted(kind: str) -> str:
    """What stands in an empty place: without it nobody finds the way there."""
    return {
        "in_person": t("Address, floor, room"),
        "phone": t("Who calls whom, on which number"),
        "video": t("Link to the video call"),
    }[kind]


def _lacking(kind: str) -> str:
    """What letters and calendars will not say as long as the place is empty."""
    return {
        "in_person": t("Without an address whoever is invited does not read where to come."),
        "video": t("Without a link whoever is invited will not know how to join."),
    }.get(kind, "")


def _overlapping(
    viewer: Viewer, choices: FormChoices, slot: Slot | None, who: Who, besides: int | None
) -> tuple[int, ...]:
    """Say with what it overlaps; returns the keys of what the reader reads now."""
    if slot is None:
        return ()
    with reading(installation(), viewer) as work:
        found = overlaps(
            work,
            slot=slot,
            application_id=choices.application_id,
            people=who.staff | who.customers,
            besides=besides,
        )
    draw_overlaps(found)
    return tuple(one.interview_id for one in found)


def _read_before(key: str, now: tuple[int, ...]) -> tuple[int, ...]:
    """The overlaps that stood there when the form was last drawn: whoever presses has read these.

    One that came up since is not confirmed by the way.
    """
    before: tuple[int, ...] = session.kept(f"{key}_overlaps", now)
    session.keep(f"{key}_overlaps", now)
    return before


def _zones_first(choices: FormChoices) -> Mapping[str, str]:
    """The zones of viewer, agency, candidate and customers, each with whose it is."""
    named = {session.time_zone(): t("yours"), choices.agency_zone: t("the agency’s")}
    if choices.agency_zone == session.time_zone():
        named = {session.time_zone(): t("yours and the agency’s")}
    if choices.candidate_zone:
        named.setdefault(choices.candidate_zone, choices.candidate)
    for one in choices.customers:
        named.setdefault(one.zone, one.name)
    return named


def _usual() -> WallTime:
    """Ten o'clock on the next working day."""
    zone = session.time_zone()
    day = installation().clock().astimezone(zone_of(zone)).date() + timedelta(days=1)
    while day.weekday() > _FRIDAY:
        day += timedelta(days=1)
    return WallTime(day, USUAL_TIME, zone, USUAL_MINUTES)


_FRIDAY = 4


def field_names() -> dict[str, str]:
    """The fields as the form calls them."""
    return {
        "day": t("Date"),
        "clock": t("Time"),
        "zone": t("Time zone"),
        "minutes": t("Length"),
        "which": t("Before or after the clock is set"),
        "kind": t("Takes place"),
        "location": t("Place, number or link"),
        "comment": t("Private comment"),
        "staff": t("Who takes part"),
        "customers": t("Customers"),
        "copies": t("Copy to the customer"),
        "staff_only": t("Only staff know of this interview"),
    }
