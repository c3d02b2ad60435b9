"""Files that were dropped and not saved go with the session of whoever dropped them."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from services.batches.dropping import drop_ended
from services.installation import Installation

_EVERY_SECONDS = 30.0
_log = logging.getLogger("candela")


@asynccontextmanager
async def kept_tidy(opened: Installation) -> AsyncIterator[None]:
    """Drop them while this is open; at its end whatever is still being read is stopped."""
    loop = asyncio.create_task(_tidy(opened))
    try:
        yield
    finally:
        loop.cancel()
        with suppress(asyncio.CancelledError):
            await loop
        opened.desk.close()


async def _tidy(opened: Installation) -> None:
    while True:
        await asyncio.sleep(_EVERY_SECONDS)
        try:
            await asyncio.to_thread(drop_ended, opened)
        except Exception:  # noqa: BLE001 - whatever it is, it is tried again
            _log.exception("dropped files could not be looked through; trying again")
