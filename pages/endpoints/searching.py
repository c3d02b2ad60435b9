"""Keeps the index of the staff's search up to date while the app runs."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from pages.ui.installed import quiet_for
from services.installation import Installation
from services.search.keeping import keep_up, tidy_up

_EVERY_SECONDS = 2.0
_TIDY_EVERY_ROUNDS = 43_200  # once a day
# Making a large index computes for minutes: while people read pages it stands back.
_SOMEBODY_READS_FOR_SECONDS = 30.0
_REST_SECONDS = 0.5
_PATIENCE_SECONDS = 10.0
_log = logging.getLogger("candela")


class _Stopped(Exception):
    """The app is being closed: what is half made is made anew at the next start."""


@asynccontextmanager
async def kept_searchable(opened: Installation) -> AsyncIterator[None]:
    """Take in what changes while this is open."""
    stop = asyncio.Event()
    loop = asyncio.create_task(_keep(opened, stop))
    try:
        yield
    finally:
        stop.set()
        with suppress(TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(loop, _PATIENCE_SECONDS)


async def _keep(opened: Installation, stop: asyncio.Event) -> None:
    def rest() -> None:
        if stop.is_set():
            raise _Stopped
        if quiet_for() <= _SOMEBODY_READS_FOR_SECONDS:
            time.sleep(_REST_SECONDS)

    rounds = 0
    while not stop.is_set():
        try:
            await asyncio.to_thread(keep_up, opened, rest=rest)
            if rounds % _TIDY_EVERY_ROUNDS == 0:
                await asyncio.to_thread(tidy_up, opened)
        except _Stopped:
            return
        except Exception:  # noqa: BLE001 - whatever it is, it is tried again
            _log.exception("the index of the search could not be kept up; trying again")
        rounds += 1
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _EVERY_SECONDS)
