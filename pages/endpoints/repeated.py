"""What is done again and again beside the running app, and goes on whatever went wrong."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

_log = logging.getLogger("candela")


@asynccontextmanager
async def repeated(
    act: Callable[[], object], *, every_seconds: float, failed: str
) -> AsyncIterator[None]:
    """Run the act in a thread of its own while this is open, with a rest after each time.

    When it fails, `failed` is logged with the error, and it is tried again.
    """
    loop = asyncio.create_task(_repeat(act, every_seconds, failed))
    try:
        yield
    finally:
        loop.cancel()
        with suppress(asyncio.CancelledError):
            await loop


async def _repeat(act: Callable[[], object], every_seconds: float, failed: str) -> None:
    while True:
        try:
            await asyncio.to_thread(act)
        except Exception:  # noqa: BLE001 - whatever it is, it is tried again
            _log.exception(failed)
        await asyncio.sleep(every_seconds)
