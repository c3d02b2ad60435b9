"""What one installation is made of, put together once at the start (`pages/wiring.py`)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property

from sqlalchemy import Connection

from db.engine import Database
from services.access.pace import Pace
from services.access.passwords import Hasher
from services.batches.desk import Desk
from services.changes import Changes
from services.files import FileStore
from services.live import LiveHub
from services.search.index import CandidateIndex
from services.settings import Settings
from services.viewer import Viewer

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Installation:
    """Settings, database, files and clock of this process; who and what is under way in it."""

    settings: Settings
    database: Database
    files: FileStore
    hasher: Hasher
    clock: Clock = utc_now
    live: LiveHub = field(default_factory=LiveHub)
    desk: Desk = field(default_factory=Desk)
    pace: Pace = field(default_factory=Pace)
    changes: Changes = field(default_factory=Changes)

    def mark(self, viewer: Viewer, connection: Connection) -> str:
        """Of what this viewer can read now: another one as soon as it may be another (ADR 13)."""
        return self.changes.mark(
            viewer,
            state=self.database.state(connection),
            now=self.clock(),
            settling=timedelta(seconds=self.settings.presenting.undo_seconds),
            secret=self.settings.secret,
        )

    @cached_property
    def index(self) -> CandidateIndex:
        """Where staff search: made from the database, beside it."""
        return CandidateIndex(self.settings.data_dir / "search")
