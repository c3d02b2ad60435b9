"""The feed: a person's interviews under a secret address of his own, for his calendar program.

Whoever has the address reads what its owner may read at that moment, and nothing once he ends the
feed, takes a new address or is blocked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from db.models import Agency, CalendarFeed, User
from services import audit
from services.access.secrets import digest, new_secret
from services.agency import agency
from services.i18n import Translator, translator
from services.ids import key_text
from services.interviews.calendar_file import Entry, feed_file, uid_of
from services.interviews.views import InterviewView, own_calendar
from services.interviews.wording import where
from services.permissions import Permission, require
from services.viewer import Viewer
from services.work import Work

_BEHIND, _AHEAD = timedelta(days=90), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Feed:
    """What is fetched, a mark that changes when what it tells does, and since when it is told.

    `is_new`: whoever fetched it last was told something else.
    """

    entries: tuple[Entry, ...]
    name: str
    asked_at: datetime
    mark: str
    changed_at: datetime
    is_new: bool

    @property
    def text(self) -> str:
        """The file; the dearest of it all, so written for whoever does not have it yet."""
        return feed_file(self.entries, name=self.name, now=self.asked_at)


def feed_made_at(work: Work) -> datetime | None:
    """Since when the viewer has his address; None without one. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    found = _own(work)
    return found.made_at if found else None


def new_feed(work: Work) -> str:
    """Make the viewer a new secret; the address before it is dead. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    secret = new_secret()
    found = _own(work) or work.add(CalendarFeed(user_id=work.viewer.user_id))
    found.digest, found.made_at = digest(secret), work.now
    audit.record(work, "new_feed", "user", work.viewer.user_id)
    return secret


def end_feed(work: Work) -> None:
    """Let the viewer's address be dead. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    if (found := _own(work)) is not None:
        work.remove(found)
        audit.record(work, "end_feed", "user", work.viewer.user_id)


def feed_owner(work: Work, *, secret: str) -> Viewer | None:
    """In whose name this address is read; None for one that is dead."""
    found = work.scalars(
        select(User)
        .join(CalendarFeed, CalendarFeed.user_id == User.id)
        .where(CalendarFeed.digest == digest(secret), User.blocked_at.is_(None))
    ).one_or_none()
    return None if found is None else Viewer.of(found.id, found)


def feed(work: Work) -> Feed:
    """The viewer's interviews as his calendar shows them. Raises NotAllowed."""
    seen = own_calendar(work, since=work.now - _BEHIND, until=work.now + _AHEAD)
    words = translator(work.viewer.language)
    house, agency_id = agency(work), work.only(Agency).id
    address = work.settings.base_url or house.base_url
    entries = tuple(_entry(one, words, agency_id, address) for one in seen)
    mark, kept = digest(repr((house.name, entries)))[:32], _own(work)
    if kept is not None and kept.mark == mark and kept.changed_at is not None:
        return Feed(entries, house.name, work.now, mark, kept.changed_at, is_new=False)
    # HTTP counts whole seconds: two changes within one must not look like one.
    changed_at = work.now.replace(microsecond=0)
    if kept is not None and kept.changed_at is not None:
        changed_at = max(changed_at, kept.changed_at + timedelta(seconds=1))
    return Feed(entries, house.name, work.now, mark, changed_at, is_new=True)


def remember_feed(work: Work, *, told: Feed) -> None:
    """Keep since when the viewer's feed tells this, for who asks what is new. Raises NotAllowed."""
    require(work.viewer, Permission.INTERVIEWS_READ)
    if (kept := _own(work)) is not None and kept.mark != told.mark:
        kept.mark, kept.changed_at = told.mark, told.changed_at


def _entry(one: InterviewView, words: Translator, agency_id: int, address: str) -> Entry:
    t = words.text
    link = f"{address}/candidate?id={key_text(one.candidate_id)}&app={key_text(one.application_id)}"
    taking_part = ", ".join(person.name for person in one.people if person.takes_part)
    facts = (
        (t("Where"), where(one.kind, one.location, words)),
        (t("Taking part"), taking_part),
    )
    return Entry(
        uid=uid_of(one.id, agency_id),
        sequence=one.sequence,
        slot=one.slot,
        title=f"{t('Interview')}: {one.candidate} · {one.vacancy}",
        location=one.location,
        description="\n".join(f"{name}: {value}" for name, value in facts if value),
        link=link,
        called_off=one.state == "cancelled",
    )


def _own(work: Work) -> CalendarFeed | None:
    mine = select(CalendarFeed).where(CalendarFeed.user_id == work.viewer.user_id)
    found: CalendarFeed | None = work.scalars(mine).one_or_none()
    return found
