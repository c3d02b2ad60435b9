"""Links asked for at the door, answered beside the running app: whoever asked is not waiting."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from services.access.requests import answer_requests
from services.installation import Installation

_EVERY_SECONDS = 1.0
_log = logging.getLogger("candela")


@asynccontextmanager
async def kept_answered(opened: Installation) -> AsyncIterator[None]:
    """Answer requests while this is open: each becomes a letter, or nothing."""
    loop = asyncio.create_task(_answer(opened))
    try:
        yield
    finally:
        loop.cancel()
        with suppress(asyncio.CancelledError):
            await loop


async def _answer(opened: Installation) -> None:
    while True:
        try:
            await asyncio.to_thread(answer_requests, opened)
        except Exception:  # noqa: BLE001 - whatever it is, the next request is answered
            _log.exception("links could not be made; trying again")
        await asyncio.sleep(_EVERY_SECONDS)
