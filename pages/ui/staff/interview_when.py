"""When an interview is: date, time, length and zone; clocks that are set; overlaps."""

from collections.abc import Iterable, Mapping
from datetime import time

import streamlit as st

from pages.ui import markup as m
from pages.ui import session
from pages.ui.installed import installation
from pages.ui.interviews.lines import same_time
from pages.ui.problems import sentences
from pages.ui.text import city, span, t, zones_to_choose
from pages.ui.words import length_of
from services.errors import Invalid
from services.interviews.overlaps import Overlap
from services.interviews.slots import Slot, WallTime, Which, slot_of

_LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240)
_STEP = 15 * 60


def ask_when(key: str, begun: WallTime, first: Mapping[str, str]) -> WallTime:
    """Date, time, length and zone; the zones named `first` head the list, each with whose it is."""
    left, middle, right = st.columns([3, 2, 2])
    day = left.date_input(t("Date"), key=f"{key}_day", value=begun.day, format="DD.MM.YYYY")
    clock = middle.time_input(t("Time"), key=f"{key}_clock", value=begun.clock, step=_STEP)
    lengths = sorted({*_LENGTHS, begun.minutes})
    minutes = right.selectbox(
        t("Length"),
        lengths,
        key=f"{key}_minutes",
        index=lengths.index(begun.minutes),
        format_func=length_of,
    )
    names = zones_to_choose(begun.zone, *first)
    zone = st.selectbox(
        t("Time zone"),
        list(names),
        key=f"{key}_zone",
        format_func=lambda one: f"{names[one]} – {first[one]}" if one in first else names[one],
    )
    entered = WallTime(day, clock, zone, minutes)
    return WallTime(day, clock, zone, minutes, _which(key, entered, begun))


def slot_meant(entered: WallTime, others: Iterable[str], stands: Slot | None = None) -> Slot | None:
    """The time that is meant, said in every zone that differs; None and why where there is none.

    `stands` is when it is by now, which may have begun.
    """
    try:
        slot = slot_of(entered, now=installation().clock(), stands=stands)
    except Invalid as error:
        st.html(m.form_error(*sentences(error)))
        return None
    told = [entered.zone]
    for zone in (session.time_zone(), *others):
        if not any(same_time(slot, zone, one) for one in told):
            told.append(zone)
    words = [f"{span(slot.starts_at, slot.ends_at, zone)} ({city(zone)})" for zone in told]
    st.html(m.facts([m.Fact(" · ".join(words), "schedule")]))
    return slot


def say_no_time_is_meant() -> None:
    """Beside the button: why not stands beside the time, and there alone."""
    st.html(m.form_error(t("Please mend the time first: what is wrong stands below it.")))


def draw_overlaps(found: Iterable[Overlap]) -> None:
    """With what it overlaps, and who is meant: read before it is confirmed."""
    told = []
    for one in found:
        about = () if one.candidate in one.who else (one.candidate,)
        when = span(one.slot.starts_at, one.slot.ends_at)
        told.append(" · ".join((", ".join(one.who), when, *about, one.vacancy)))
    if told:
        st.html(m.form_error(t("Somebody is busy at that time:"), *told))


def _which(key: str, entered: WallTime, begun: WallTime) -> Which:
    """Where the clock is set back over that time: before or after it is."""
    try:
        slot_of(entered, now=installation().clock())
    except Invalid as error:
        if error.problems.get("clock") != "twice":
            return ""
    else:
        return ""
    options: list[Which] = ["first", "second"]
    chosen: Which | None = st.radio(
        t("The clock is set back that night and shows this time twice. Which is meant?"),
        options,
        key=f"{key}_which",
        index=options.index(begun.which) if begun.which else None,
        format_func={
            "first": t("The first one, before the clock is set back"),
            "second": t("The second one, after it"),
        }.__getitem__,
    )
    return chosen or ""


#: What a new form begins with, where nothing was pointed at.
USUAL_TIME, USUAL_MINUTES = time(10), 60
