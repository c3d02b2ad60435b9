"""What SendGrid tells about letters it took: each event counts once, a state only moves forward.

Events come late, twice and in any order. An open or a click is nobody's business and not kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from db.keys import parse_key
from db.models import Letter, LetterEvent
from services.mail.senders.sender import tidy_said
from services.work import Work

LETTER_ARGUMENT = "candela_letter"
KINDS = frozenset({"processed", "deferred", "delivered", "bounce", "dropped", "spamreport"})
_LONGEST_KEY = 200
_LATEST = 253_402_300_799  # the last second of the year 9999

#: How far a letter has come; what an event says counts only if it is further.
_RANK = {"queued": 0, "sending": 1, "unknown": 1, "sent": 2, "delivered": 3, "failed": 4,
         "bounced": 4}  # fmt: skip
_LEADS_TO = {
    "processed": "sent",
    "delivered": "delivered",
    "bounce": "bounced",
    "dropped": "failed",
    "spamreport": "delivered",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One event about one letter of ours."""

    key: str
    letter_id: int
    kind: str
    problem: str
    said: str
    happened_at: datetime


def read_events(said: object) -> list[Event]:
    """The events in a request's body that are about letters of ours; the rest is left out."""
    found = said if isinstance(said, list) else []
    events = (_event(one) for one in found if isinstance(one, dict))
    return [event for event in events if event is not None]


def take_events(work: Work, *, events: Iterable[Event]) -> int:
    """Write events down and let their letters move forward; returns how many were new."""
    by_key = {event.key: event for event in events}
    known = set(
        work.scalars(select(LetterEvent.event_key).where(LetterEvent.event_key.in_(by_key)))
    )
    fresh = [event for key, event in by_key.items() if key not in known]
    asked = {event.letter_id for event in fresh}
    letters = {one.id: one for one in work.scalars(select(Letter).where(Letter.id.in_(asked)))}
    taken = 0
    for event in sorted(fresh, key=lambda event: event.happened_at):
        letter = letters.get(event.letter_id)
        if letter is None:
            continue  # another program's letter, or one of a database that is no more
        work.add(
            LetterEvent(
                event_key=event.key,
                letter_id=letter.id,
                kind=event.kind,
                said=event.said,
                happened_at=event.happened_at,
                received_at=work.now,
            )
        )
        _move_forward(letter, event)
        taken += 1
    return taken


def _move_forward(letter: Letter, event: Event) -> None:
    if event.kind == "spamreport":
        letter.complained_at = letter.complained_at or event.happened_at
    state = _LEADS_TO.get(event.kind)
    if state is None or _RANK[state] <= _RANK[letter.state]:
        return
    letter.state = state
    letter.problem, letter.said = event.problem, event.said if event.problem else ""
    letter.sent_at = letter.sent_at or event.happened_at
    if state != "sent":
        letter.settled_at = event.happened_at


def _event(said: dict[object, object]) -> Event | None:
    """An event as we keep it; None for what is not about a letter of ours."""
    kind, key = said.get("event"), said.get("sg_event_id")
    if not isinstance(kind, str) or kind not in KINDS or not isinstance(key, str):
        return None
    key = tidy_said(key)
    letter_id, happened_at = _letter(said.get(LETTER_ARGUMENT)), _moment(said.get("timestamp"))
    if letter_id is None or happened_at is None or not 0 < len(key) <= _LONGEST_KEY:
        return None
    reason = said.get("reason") or said.get("response") or ""
    return Event(
        key=key,
        letter_id=letter_id,
        kind=kind,
        problem=_problem(kind, said.get("type")),
        said=tidy_said(reason),
        happened_at=happened_at,
    )


def _problem(kind: str, bounce_type: object) -> str:
    if kind == "bounce":
        return "blocked_there" if bounce_type == "blocked" else "bounced"
    return "dropped" if kind == "dropped" else ""


def _letter(text: object) -> int | None:
    try:
        return parse_key(str(text))
    except ValueError:
        return None


def _moment(seconds: object) -> datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int) or not 0 < seconds <= _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC)
