"""What a calendar program reads in a file of ours: two libraries that know nothing of each other.

They must agree; `ical` takes a file strictly as the RFC has it, `icalendar` is what we write with.
"""

from dataclasses import dataclass
from datetime import datetime

from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar


@dataclass(frozen=True)
class Read:
    """One event, as a calendar shows it."""

    method: str
    uid: str
    sequence: int
    status: str
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    words: str
    link: str
    organizer: str
    attendees: tuple[str, ...]


def read_all(text):
    """Every event of the file. Both libraries read the same, and nothing but events."""
    one, other = _by_icalendar(text), _by_ical(text)
    assert one == other
    return one


def read(text):
    """The one event of a letter's file."""
    (found,) = read_all(text)
    return found


def _by_icalendar(text):
    calendar = Calendar.from_ical(text)
    assert {component.name for component in calendar.walk()} <= {"VCALENDAR", "VEVENT"}
    assert not calendar.errors
    found = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        attendees = event.get("attendee", [])
        attendees = attendees if isinstance(attendees, list) else [attendees]
        found.append(
            Read(
                method=str(calendar["method"]),
                uid=str(event["uid"]),
                sequence=int(event["sequence"]),
                status=str(event["status"]),
                starts_at=event["dtstart"].dt,
                ends_at=event["dtend"].dt,
                title=str(event["summary"]),
                place=str(event.get("location", "")),
                words=str(event.get("description", "")),
                link=str(event.get("url", "")),
                organizer=str(event.get("organizer", "")),
                attendees=tuple(map(str, attendees)),
            )
        )
    return found


def _by_ical(text):
    calendar = IcsCalendarStream.calendar_from_ics(text)
    others = (calendar.todos, calendar.journal, calendar.freebusy, calendar.timezones)
    assert not any(others)
    assert not any(event.alarm for event in calendar.events)
    return [
        Read(
            method=calendar.method,
            uid=event.uid,
            sequence=event.sequence,
            status=event.status.value,
            starts_at=event.start,
            ends_at=event.end,
            title=event.summary,
            place=event.location or "",
            words=event.description or "",
            link=str(event.url or ""),
            organizer=str(event.organizer.uri) if event.organizer else "",
            attendees=tuple(str(one.uri) for one in event.attendees),
        )
        for event in calendar.events
    ]
