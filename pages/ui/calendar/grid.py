"""The calendar as a grid: month, week or day; what is clicked, dragged and drawn in it.

The grid (streamlit-calendar, FullCalendar in a frame of its own) knows no named time zones without
a plug-in: it gets what a clock in the viewer's zone shows, as if that were UTC, and so tells what
was pointed at. Its last answer stays there at every later run: each event carries a number that
goes up with each answer that was read, so that the same click means something the second time.

The interviews it reads for itself (`look/grid.js`), under an address that is another one only when
they may be others.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import streamlit as st
from streamlit_calendar import calendar

from pages.ui import session
from pages.ui.calendar.place import ENTRIES, Place, address_of
from pages.ui.installed import installation
from pages.ui.text import reader, t
from services.i18n.times import zone_of
from services.ids import parse_key
from services.interviews.slots import WallTime
from services.viewer import Viewer
from services.work import reading

_VIEWS = {"month": "dayGridMonth", "week": "timeGridWeek", "day": "timeGridDay"}
_HEIGHT, _SHORTEST = 640, 30
_USUAL_MINUTES = 60
_NOW_STEP = 15
_ANSWERS = ["eventClick", "eventChange", "select"]
#: Without the licence of FullCalendar's premium plug-ins, of which nothing is used here.
_STANDARD_ONLY = "standard-plugins-only"


@dataclass(frozen=True, slots=True)
class Pointed:
    """What somebody did: opened an interview, moved it to `when`, or drew an empty stretch."""

    what: Literal["open", "move", "draw"]
    interview_id: int = 0
    when: WallTime | None = None


def draw_grid(viewer: Viewer, place: Place, *, may_schedule: bool) -> Pointed | None:
    """Draw it; returns what was done in it, once."""
    asked, drawn = session.kept("calendar_asked", 0), session.kept("calendar_drawn", 0)
    with st.container(key="calendar"):
        answer = calendar(
            events={
                "address": _where_to_read(viewer, place),
                "asked": asked,
                "failed": t("No connection to the server. Trying again…"),
            },
            options=_options(place, may_schedule=may_schedule),
            callbacks=_ANSWERS if may_schedule else _ANSWERS[:1],
            license_key=_STANDARD_ONLY,
            # another stretch is another frame: it is told where to begin only once (and is named
            # otherwise than one that was open before an update, without our script)
            key=f"grid_{place.view}_{place.on.isoformat()}_{drawn}",
        )
    return _read(answer or {}, address_of(place))


def _where_to_read(viewer: Viewer, place: Place) -> str:
    """The address of the interviews; what has begun meanwhile can be moved no more."""
    with reading(installation(), viewer) as work:
        mark = f"{work.mark()}{_now():%d%H%M}"
    return f"{address_of(place, page=ENTRIES)}&mark={mark}"


def _read(answer: Mapping[str, Any], where: str) -> Pointed | None:
    """What the answer means; None for one that was read before, or that says nothing."""
    said = json.dumps([where, answer], sort_keys=True)
    if not answer or session.kept("calendar_said") == said:
        return None
    session.keep("calendar_said", said)
    session.keep("calendar_asked", session.kept("calendar_asked", 0) + 1)
    try:
        what = answer["callback"]
        if what == "eventClick":
            return Pointed("open", parse_key(answer[what]["event"]["id"]))
        if what == "eventChange":
            event = answer[what]["event"]
            when = _wall(event["start"], event["end"])
            return Pointed("move", parse_key(event["id"]), when)
        if what == "select":
            # nothing in its answer changes when the same stretch is drawn twice: begin anew
            session.keep("calendar_drawn", session.kept("calendar_drawn", 0) + 1)
            chosen = answer[what]
            whole = bool(chosen.get("allDay"))
            return Pointed("draw", when=_drawn(chosen["start"], chosen["end"], whole_day=whole))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # not what the grid says: somebody wrote it by hand
    return None


def _drawn(start: str, end: str, *, whole_day: bool) -> WallTime:
    """An empty stretch: a click means an hour, a day of the month ten o'clock."""
    when = _wall(start, end)
    if whole_day and when.day is not None:
        return WallTime(when.day, datetime.min.time().replace(hour=10), when.zone, _USUAL_MINUTES)
    minutes = when.minutes if when.minutes > _SHORTEST else _USUAL_MINUTES
    return WallTime(when.day, when.clock, when.zone, minutes)


def _wall(start: str, end: str) -> WallTime:
    begins, ends = (datetime.fromisoformat(one).replace(tzinfo=None) for one in (start, end))
    minutes = int((ends - begins).total_seconds() // 60)
    return WallTime(begins.date(), begins.time(), session.time_zone(), minutes)


def _options(place: Place, *, may_schedule: bool) -> dict[str, Any]:
    locale = reader().locale
    return {
        "initialView": _VIEWS[place.view],
        "initialDate": place.on.isoformat(),
        "timeZone": "UTC",
        "now": _now().isoformat(),
        "locale": str(locale).replace("_", "-"),
        # the grid counts weekdays from Sunday
        "firstDay": (locale.first_week_day + 1) % 7,
        "headerToolbar": False,
        "height": _HEIGHT,
        "allDaySlot": False,
        "allDayText": t("all day"),
        "moreLinkHint": t("Show more"),
        "closeHint": t("Close"),
        "moreLinkText": t("more"),
        "noEventsText": t("No interviews"),
        "nowIndicator": True,
        "scrollTime": "08:00:00",
        "slotDuration": "00:30:00",
        "snapDuration": "00:15:00",
        "slotLabelFormat": _CLOCK,
        "eventTimeFormat": _CLOCK,
        "dayHeaderFormat": _day_head(place.view),
        "defaultRangeSeparator": "–",
        "dayMaxEvents": True,
        "slotEventOverlap": False,
        "eventDisplay": "block",
        "editable": may_schedule,
        "selectable": may_schedule,
        "selectMirror": True,
        "longPressDelay": 400,
    }


_CLOCK = {"hour": "2-digit", "minute": "2-digit", "hour12": False}


def _day_head(view: str) -> dict[str, str]:
    """What stands above a day: as much as there is room for."""
    if view == "month":
        return {"weekday": "short"}
    day = {"weekday": "short", "day": "numeric"}
    return day if session.is_narrow() and view == "week" else {**day, "month": "short"}


def _now() -> datetime:
    """The viewer's clock, a while ago: what changes at every run would draw the grid anew."""
    now = installation().clock().astimezone(zone_of(session.time_zone())).replace(tzinfo=None)
    return now.replace(minute=now.minute - now.minute % _NOW_STEP, second=0, microsecond=0)
