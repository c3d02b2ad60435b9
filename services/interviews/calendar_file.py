"""An interview as a calendar file: one event, for the one person it is sent to.

RFC 5545 for what it holds, RFC 5546 for what its METHOD and SEQUENCE tell a calendar: the same UID
with a higher number takes the place of what stands there, CANCEL takes it out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, vCalAddress, vDuration, vText

from services.folding import tidy
from services.ids import key_text
from services.interviews.slots import Slot

_ASKED_AGAIN = timedelta(hours=1)
_PROGRAM = "-//Candela//Interviews//EN"
# A link is not escaped as words are: one with anything but visible ASCII stays in the place alone.
_PLAIN_LINK = re.compile(r"https?://[!-~]+")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who invites, or who is invited: a name and an address that travels in ASCII."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the calendar of one person shows of an interview."""

    uid: str
    sequence: int
    slot: Slot
    title: str
    location: str
    description: str
    link: str
    organizer: Attendee | None = None
    attendee: Attendee | None = None
    called_off: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a calendar was told last, of which entry, when it is there, and in whose name."""

    sequence: int
    called_off: bool
    uid: str
    slot: Slot
    organizer: Attendee


def uid_of(interview_id: int, agency_id: int) -> str:
    """The name of the event in every calendar, for ever; no address that may change is in it."""
    return f"{key_text(interview_id)}.{key_text(agency_id)}@candela"


def calendar_file(entry: Entry, *, now: datetime) -> str:
    """The file to be sent. Times are in UTC: no reader needs our table of zones to be right."""
    calendar = _calendar()
    calendar.add("method", "CANCEL" if entry.called_off else "REQUEST")
    calendar.add_component(_event(entry, now))
    return _text(calendar)


def feed_file(entries: Iterable[Entry], *, name: str, now: datetime) -> str:
    """All of somebody's interviews, as his calendar program fetches them."""
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(tidy(name)))
    # How often it may be asked for: else some programs look once a week.
    asked_again = vDuration(_ASKED_AGAIN)
    asked_again.params["VALUE"] = "DURATION"
    calendar["REFRESH-INTERVAL"] = asked_again
    calendar["X-PUBLISHED-TTL"] = vDuration(_ASKED_AGAIN)
    for entry in entries:
        calendar.add_component(_event(entry, now))
    return _text(calendar)


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    return calendar


def _text(calendar: Calendar) -> str:
    return str(calendar.to_ical().decode("utf-8"))


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.slot.starts_at.astimezone(UTC))
    event.add("dtend", entry.slot.ends_at.astimezone(UTC))
    event.add("summary", vText(tidy(entry.title)))
    if entry.location:
        event.add("location", vText(tidy(entry.location)))
    if entry.description:
        # Some programs end a line where Unicode does, and refuse the rest of the file.
        lines = map(tidy, entry.description.split("\n"))
        event.add("description", vText("\n".join(lines)))
    if _PLAIN_LINK.fullmatch(entry.link):
        event.add("url", entry.link)
    event.add("status", "CANCELLED" if entry.called_off else "CONFIRMED")
    if entry.organizer is not None:
        event["organizer"] = _address(entry.organizer)
    if entry.attendee is not None:
        attendee = _address(entry.attendee)
        attendee.params["ROLE"] = "REQ-PARTICIPANT"
        attendee.params["PARTSTAT"] = "NEEDS-ACTION"
        attendee.params["RSVP"] = "FALSE"
        event.add("attendee", attendee, encode=False)
    return event


def told_by(calendar: str) -> Told:
    """What a file of ours told. Raises ValueError for what is none."""
    read = Calendar.from_ical(calendar)
    event: Any
    (event,) = read.walk("VEVENT")
    return Told(
        int(str(event["sequence"])),
        str(read["method"]) == "CANCEL",
        str(event["uid"]),
        Slot(event["dtstart"].dt, event["dtend"].dt),
        _person(event["organizer"]),
    )


def method_of(calendar: str) -> str:
    """REQUEST or CANCEL: the part of a letter that brings the file says it, too."""
    return "CANCEL" if told_by(calendar).called_off else "REQUEST"


def _person(address: vCalAddress) -> Attendee:
    return Attendee(str(address.params.get("CN", "")), str(address).removeprefix("mailto:"))


def _address(who: Attendee) -> vCalAddress:
    address = vCalAddress(f"mailto:{who.email}")
    # A parameter may hold neither quotes nor control signs (RFC 5545, 3.2).
    name = "".join(sign for sign in tidy(who.name) if sign.isprintable() and sign != '"')
    if name:
        address.params["CN"] = name
    return address
