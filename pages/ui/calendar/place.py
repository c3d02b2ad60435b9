"""Which stretch of the calendar the address shows: its view, its day, its filters."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from urllib.parse import urlencode

from services.i18n.times import zone_of
from services.ids import key_text, parse_key
from services.interviews.views import CalendarFilter

View = Literal["month", "week", "day", "list"]
VIEWS: tuple[View, ...] = ("month", "week", "day", "list")
STATES = ("scheduled", "held", "no_show", "cancelled")
#: The filter's fields by their names in an address.
FIELDS = {"vacancy": "vacancies", "recruiter": "recruiters", "company": "companies"}
#: Where the grid reads what it shows.
ENTRIES = "/calendar/entries"
_WEEK, _LISTED = timedelta(days=7), timedelta(days=30)
_MOST = 50
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A view, the day it is about, what it is filtered by."""

    view: View
    on: date
    only: CalendarFilter = field(default_factory=CalendarFilter)

    @property
    def filtered(self) -> bool:
        """Whether something is left out."""
        return self.only != CalendarFilter()


def place_in(
    query: Mapping[str, str], *, today: date, narrow: bool, usual: CalendarFilter | None = None
) -> Place:
    """Read an address with care; a phone begins with the list, everybody else with the week.

    `usual` is what is filtered by where the address names no place at all.
    """
    if not query and usual is not None:
        return Place("list" if narrow else "week", today, usual)
    asked = query.get("view", "")
    view = next((one for one in VIEWS if one == asked), "list" if narrow else "week")
    keys = {kept: _keys(query.get(name, "")) for name, kept in FIELDS.items()}
    states = frozenset(one for one in STATES if one in query.get("state", "").split("."))
    try:
        on = date.fromisoformat(query.get("on", ""))
    except ValueError:
        on = today
    # years in which no interview can be would leave what dates can say
    on = on if abs(on.year - today.year) <= _MOST else today
    only = CalendarFilter(**keys, states=states, mine=query.get("mine", "") == "1")
    return Place(view, on, only)


def address_of(place: Place, *, page: str = "/calendar") -> str:
    """The address of this place."""
    query = {"view": place.view, "on": place.on.isoformat()}
    for name, kept in FIELDS.items():
        keys = sorted(getattr(place.only, kept))
        query |= {name: ".".join(key_text(key) for key in keys)} if keys else {}
    if place.only.states:
        query["state"] = ".".join(one for one in STATES if one in place.only.states)
    if place.only.mine:
        query["mine"] = "1"
    return f"{page}?{urlencode(query)}"


def days(place: Place, *, first_weekday: int) -> tuple[date, date]:
    """The first day that is shown and the one after the last."""
    if place.view == "day":
        return place.on, place.on + timedelta(days=1)
    if place.view == "list":
        return place.on, place.on + _LISTED
    if place.view == "week":
        first = _week_of(place.on, first_weekday)
        return first, first + _WEEK
    first = place.on.replace(day=1)
    return _week_of(first, first_weekday), _week_of(_next_month(first), first_weekday) + _WEEK


def instants(first: date, after: date, zone: str) -> tuple[datetime, datetime]:
    """From midnight to midnight, as clocks in this zone show it."""
    begins, ends = (
        datetime.combine(day, time(), tzinfo=zone_of(zone)).astimezone(UTC)
        for day in (first, after)
    )
    return begins, ends


def turned(place: Place, *, forward: bool) -> Place:
    """The stretch after this one, or before it."""
    if place.view == "month":
        months = place.on.year * _MONTHS + place.on.month - 1 + (1 if forward else -1)
        year, month = divmod(months, _MONTHS)
        return replace(place, on=date(year, month + 1, 1))
    step = {"week": _WEEK, "day": timedelta(days=1), "list": _LISTED}[place.view]
    return replace(place, on=place.on + step if forward else place.on - step)


def _week_of(day: date, first_weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _keys(text: str) -> frozenset[int]:
    found = set()
    for part in text.split(".")[:_MOST]:
        try:
            found.add(parse_key(part))
        except ValueError:
            continue
    return frozenset(found)
