"""The letters' way out of the running app: dispatched every second, settled before it stops."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from pages.ui.installed import quiet_for
from services.customers.endings import end_access
from services.installation import Installation
from services.interviews.bells import ring_for_interviews
from services.interviews.sight import follow_sight
from services.mail.dispatch import BATCH, LOST_AFTER, dispatch, find_lost
from services.mail.news import queue_news
from services.reminders.ringing import ring_due
from services.viewer import POSTMAN
from services.work import perform

_EVERY_SECONDS = 1.0
# While people read pages a long queue computes a tenth of the time at most, so that pages stay as
# quick as without it (docs/performance.md). Waiting for a mail server is no computing.
_REST_TIMES, _LONGEST_REST_SECONDS = 10.0, 0.5
_SOMEBODY_READS_FOR_SECONDS = 30.0
_LOST_EVERY_ROUNDS = _ENDINGS_EVERY_ROUNDS = 60
# A call under way is waited for: cut off, its letter would be one that nobody knows about.
_PATIENCE_SECONDS = 45.0
_log = logging.getLogger("candela")


@asynccontextmanager
async def kept_going(opened: Installation) -> AsyncIterator[None]:
    """Send letters while this is open; at its end the letter under way is settled first."""
    stop = asyncio.Event()
    loop = asyncio.create_task(_send(opened, stop))
    try:
        yield
    finally:
        stop.set()
        with suppress(TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(loop, _PATIENCE_SECONDS)


async def _end_access(opened: Installation) -> None:
    """Access that ends by itself: warned of and ended, once a minute."""
    try:
        await asyncio.to_thread(end_access, opened)
    except Exception:  # noqa: BLE001 - whatever it is, letters go on, and it is tried again
        _log.exception("access that is to end could not be looked through; trying again")


async def _ring(opened: Installation) -> None:
    """Reminders whose day has come; interviews that are near, over, or out of sight: by minute."""
    for ring in (ring_due, ring_for_interviews, follow_sight):
        try:
            await asyncio.to_thread(ring, opened)
        except Exception:  # noqa: BLE001 - whatever it is, letters go on, and it is tried again
            _log.exception("reminders and interviews could not be looked through; trying again")


def _rest(spent_seconds: float) -> None:
    if quiet_for() > _SOMEBODY_READS_FOR_SECONDS:
        return
    time.sleep(min(spent_seconds * _REST_TIMES, _LONGEST_REST_SECONDS))


async def _send(opened: Installation, stop: asyncio.Event) -> None:
    rounds = 0
    while not stop.is_set():
        left = 0
        if rounds % _ENDINGS_EVERY_ROUNDS == 0:
            await _end_access(opened)
            await _ring(opened)
        try:
            if rounds % _LOST_EVERY_ROUNDS == 0:
                await asyncio.to_thread(perform, opened, POSTMAN, find_lost, older_than=LOST_AFTER)
            await asyncio.to_thread(queue_news, opened)
            left = await asyncio.to_thread(dispatch, opened, stopped=stop.is_set, rest=_rest)
        except Exception:  # noqa: BLE001 - whatever it is, the next letter is tried again
            _log.exception("letters could not be sent; trying again")
        rounds += 1
        if left < BATCH:
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _EVERY_SECONDS)
