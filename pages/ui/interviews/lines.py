"""Interviews as lines: of an application, of what is ahead, of a stretch of the calendar."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from pages.ui import markup as m
from pages.ui import session
from pages.ui.interviews.given import answers_that_stand, marks
from pages.ui.markup.basics import Tone
from pages.ui.text import city, clocks, span, t
from pages.ui.words import interview_kind, interview_state
from services.i18n.times import zone_of
from services.ids import key_text
from services.interviews.entries import CalendarEntry
from services.interviews.slots import Slot
from services.interviews.views import InterviewView

SYMBOLS = {
    "scheduled": "event",
    "held": "event_available",
    "no_show": "event_busy",
    "cancelled": "cancel",
}
TONES: dict[str, Tone] = {
    "scheduled": "night",
    "held": "yes",
    "no_show": "no",
    "cancelled": "plain",
}


def state_chip(state: str) -> Markup:
    """What became of it, in a chip of its colour."""
    return m.chip(interview_state(state), tone=TONES[state], symbol=SYMBOLS[state])


def both_zones(slot: Slot, zone: str) -> str:
    """When it is for the reader; beside it the time of the zone it was agreed in, if another."""
    mine = session.time_zone()
    here = span(slot.starts_at, slot.ends_at)
    if same_time(slot, zone, mine):
        return here
    there = span(slot.starts_at, slot.ends_at, zone)
    return f"{here} ({city(mine)}) · {there} ({city(zone)})"


def same_time(slot: Slot, one: str, other: str) -> bool:
    """Whether clocks in both zones show the same as it begins and as it ends."""
    return all(
        instant.astimezone(zone_of(one)).replace(tzinfo=None)
        == instant.astimezone(zone_of(other)).replace(tzinfo=None)
        for instant in (slot.starts_at, slot.ends_at)
    )


def lines(
    ones: Sequence[InterviewView | CalendarEntry], *, address: str, about: str = "whole"
) -> Markup:
    """A line each; a click opens its details over the page of this address.

    `about`: "application" where candidate and vacancy are those of the page, "day" where the day
    stands above it, else "whole".
    """
    joint = "&" if "?" in address else "?"
    return m.history(
        m.Event(
            when=interview_state(one.state) if one.state != "scheduled" else "",
            who=_second(one, about),
            what=m.link(_first(one, about), f"{address}{joint}interview={key_text(one.id)}"),
            symbol=SYMBOLS[one.state],
        )
        for one in ones
    )


def _first(one: InterviewView | CalendarEntry, about: str) -> str:
    if about == "day":
        return f"{clocks(one.slot.starts_at, one.slot.ends_at)} · {one.candidate}"
    when = both_zones(one.slot, one.zone)
    return when if about == "application" else f"{when} · {one.candidate}"


def _second(one: InterviewView | CalendarEntry, about: str) -> Markup:
    parts = [one.vacancy, one.company]
    if about == "application" and isinstance(one, InterviewView):
        parts = [", ".join(person.name for person in one.people if person.takes_part)]
    parts = [interview_kind(one.kind), *parts, t("only staff") if one.staff_only else ""]
    said = [escape(part) for part in parts if part] + list(marks(answers_that_stand(one)))
    return Markup(" · ").join(said)
