"""What stands in the stretch of time that is looked at: read by its reader, as the grid takes it.

Neither a run of a page nor the grid is needed for it: the grid fetches it for itself
(`pages/endpoints/entries.py`), so that a click on its page reads no interviews.
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from pages.ui import session
from pages.ui.calendar.place import Place, days, instants
from pages.ui.installed import installation
from pages.ui.interviews.given import answers_that_stand, in_words
from pages.ui.text import reader
from pages.ui.words import interview_state
from services.i18n.times import zone_of
from services.ids import key_text
from services.interviews.entries import CalendarEntry, entries
from services.viewer import Viewer
from services.work import reading


def today() -> date:
    """The day that it is for the reader."""
    return installation().clock().astimezone(zone_of(session.time_zone())).date()


def entries_in(viewer: Viewer, place: Place) -> list[CalendarEntry]:
    """The interviews of this place, as far as they are the viewer's. Raises NotAllowed."""
    first, after = days(place, first_weekday=reader().locale.first_week_day)
    since, until = instants(first, after, session.time_zone())
    with reading(installation(), viewer) as work:
        return entries(work, since=since, until=until, only=place.only)


def as_events(ones: Sequence[CalendarEntry], *, may_move: bool) -> list[dict[str, Any]]:
    """The interviews as the grid takes them; hundreds at once, so zone and time are read once.

    Each as long as it takes, also where the reader's clock is set.
    """
    zone, now = zone_of(session.time_zone()), installation().clock()
    return [_event(one, zone, now, may_move=may_move) for one in ones]


def _event(one: CalendarEntry, zone: tzinfo, now: datetime, *, may_move: bool) -> dict[str, Any]:
    begins = one.slot.starts_at.astimezone(zone).replace(tzinfo=None)
    ends = begins + (one.slot.ends_at - one.slot.starts_at)
    stands = one.state == "scheduled"
    about = one.vacancy if stands else interview_state(one.state)
    said = answers_that_stand(one) if stands else []
    return {
        "id": key_text(one.id),
        "title": " · ".join((one.candidate, about, *map(in_words, said))),
        "start": begins.isoformat(),
        "end": ends.isoformat(),
        "classNames": [
            f"is-{one.state}",
            *(["is-staff-only"] if one.staff_only else []),
            *(f"says-{answer}" for answer, _ in said),
        ],
        "editable": may_move and stands and one.slot.starts_at > now,
    }
