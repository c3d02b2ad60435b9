"""Runs a unit of work as one transaction, and runs it again when it lost a race."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from db.engine import Database
from db.errors import WriteConflict

Result = TypeVar("Result")

ATTEMPTS = 16
_LONGEST_PAUSE = 0.2  # seconds


def run_in_transaction(
    database: Database,
    action: Callable[[Session], Result],
    *,
    make_session: Callable[[], Session] | None = None,
    attempts: int = ATTEMPTS,
) -> Result:
    """Run the action in a session of its own and commit it; start over when it lost a race.

    The whole action runs again, on fresh data: it must have no effect outside its session.
    Raises what the action raises; DuplicateKey, StaleVersion; WriteConflict when the last
    attempt lost its race, too.
    """
    for attempt in range(1, attempts + 1):
        try:
            return _run_once(database, action, make_session or database.new_session)
        except WriteConflict:
            if attempt == attempts:
                raise
            pause_before_retry(attempt)
    raise ValueError(attempts)


def pause_before_retry(attempt: int) -> None:
    """Wait a little, longer each time and never equally long: losers must not meet again."""
    longest = min(0.005 * 2**attempt, _LONGEST_PAUSE)
    time.sleep(random.uniform(0, longest))  # noqa: S311 - not a secret


def _run_once(
    database: Database, action: Callable[[Session], Result], make_session: Callable[[], Session]
) -> Result:
    with database.writing(), make_session() as session, database.translated():
        result = action(session)
        session.commit()
        return result
