"""Interviews as rows: of whoever was moved to "Interview", held since or still ahead."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.models import Interview, InterviewPerson, InterviewRing
from db.sample.applications import UNDO, Linked
from db.sample.chronicle import Chronicle
from db.sample.people import Cast

_STAGE = "interview"
_BEGINS = (time(10), time(11, 30), time(14), time(15, 30), time(17))
_LENGTHS = (60, 45, 60, 90)
_KINDS = (("video", "https://meet.example.com/candela-{number}"), ("in_person", ""), ("phone", ""))
_DAYS_LATER, _SATURDAY, _NO_SHOW = 2.0, 5, 7
_SHORTLY = 0.02


class Interviews:
    """Writes them once everything else has happened: nobody is in two at once."""

    def __init__(self, chronicle: Chronicle, cast: Cast, time_zone: str) -> None:
        self._chronicle = chronicle
        self._cast = cast
        self._zone = time_zone
        self._taken: Counter[date] = Counter()
        self._written = 0

    def write(self, linked: Linked) -> None:
        """The interview that a move to "Interview" led to: ahead of whoever still stands there."""
        moved = next((one.days_ago for one in linked.story.moves if one.to == _STAGE), None)
        if moved is None:
            return
        ahead = linked.story.stands == _STAGE
        if not ahead and moved <= _DAYS_LATER:
            return
        starts_at = self._next(moved - _DAYS_LATER, ahead=ahead)
        state = "scheduled"
        if starts_at < self._chronicle.calendar.now:
            state = "no_show" if self._written % _NO_SHOW == _NO_SHOW - 1 else "held"
        self._add(linked, moved - _SHORTLY, starts_at, state)

    def _next(self, days_ago: float, *, ahead: bool) -> datetime:
        """The first free beginning from that day on."""
        zone = ZoneInfo(self._zone)
        day = self._chronicle.at(max(days_ago, 0.0)).astimezone(zone).date()
        if ahead:
            day = self._chronicle.calendar.now.astimezone(zone).date() + timedelta(days=1)
        while day.weekday() >= _SATURDAY or self._taken[day] == len(_BEGINS):
            day += timedelta(days=1)
        begins = _BEGINS[self._taken[day]]
        self._taken[day] += 1
        return datetime.combine(day, begins, zone).astimezone(UTC)

    def _add(self, linked: Linked, days_ago: float, starts_at: datetime, state: str) -> None:
        at = self._chronicle.at(days_ago)
        kind, location = _KINDS[self._written % len(_KINDS)]
        ends_at = starts_at + timedelta(minutes=_LENGTHS[self._written % len(_LENGTHS)])
        self._written += 1
        recruiter_id = linked.vacancy.recruiter_id
        interview = self._chronicle.add(
            Interview(
                id=self._chronicle.key(at),
                application_id=linked.id,
                starts_at=starts_at,
                ends_at=ends_at,
                zone=self._zone,
                kind=kind,
                location=location.format(number=self._written),
                staff_only=False,
                shown_at=at + UNDO,
                state=state,
                created_at=at,
                created_by_id=recruiter_id,
                settled_at=ends_at if state != "scheduled" else None,
                settled_by_id=recruiter_id if state != "scheduled" else None,
            )
        )
        self._chronicle.audit(
            at, recruiter_id, "schedule", "interview", interview.id, application_id=linked.id
        )
        if state != "scheduled":  # whoever took part was asked then
            self._chronicle.add(
                InterviewRing(
                    id=interview.id,  # of a table of its own: nothing else is drawn anew
                    interview_id=interview.id,
                    kind="feedback",
                    starts_at=starts_at,
                    rung_at=ends_at,
                )
            )
        customers = [self._cast.users[word] for word in linked.story.text.customers]
        for person_id in (recruiter_id, *customers[:1]):
            self._chronicle.add(
                InterviewPerson(
                    id=self._chronicle.key(at),
                    interview_id=interview.id,
                    person_id=person_id,
                    takes_part=True,
                    copy=False,  # a letter that nobody wrote would leave at the first change
                )
            )
