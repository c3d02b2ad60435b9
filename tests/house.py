"""A small house for tests: an installation on a fresh database, a clock, a fast hasher."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from db.engine import open_database
from db.migrate import migrate
from services.files import FileStore
from services.installation import Installation
from services.settings import Settings
from services.viewer import Viewer
from services.work import perform, reading


class TestClock:
    """A clock that stands still until it is moved."""

    __test__ = False

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **duration: float) -> None:
        """Let time pass: `pass_by(seconds=11)`."""
        self.now += timedelta(**duration)


class QuickHasher:
    """The hasher's contract without its slowness."""

    def hash(self, password: str) -> str:
        return hashlib.sha256(password.encode()).hexdigest()

    def check_pw(self, password: str, hashed_password: str) -> bool:
        return self.hash(password) == hashed_password


class House:
    """An installation, and short words for reading and acting in somebody's name."""

    def __init__(self, installation: Installation, clock: TestClock) -> None:
        self.installation = installation
        self.clock = clock

    def ask(self, viewer: Viewer, question: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Ask a service function in a reading unit of work."""
        with reading(self.installation, viewer) as work:
            return question(work, *args, **named)

    def do(self, viewer: Viewer, action: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """Run a service function in a writing unit of work and commit it."""
        return perform(self.installation, viewer, action, *args, **named)


def prepare(url: str) -> None:
    """Migrate an empty database; a module-level function, as `prepared_database` asks."""
    database = open_database(url)
    migrate(database)
    database.close()


def open_house(url: str, data_dir: Path) -> House:
    """Open an installation on a migrated database."""
    clock = TestClock()
    settings = Settings(
        data_dir=data_dir,
        database_url=url,
        base_url="https://candela.example",
        secret=b"s" * 32,
        demo=False,
    )
    installation = Installation(
        settings=settings,
        database=open_database(url),
        files=FileStore(data_dir / "files"),
        hasher=QuickHasher(),
        clock=clock,
    )
    return House(installation, clock)
