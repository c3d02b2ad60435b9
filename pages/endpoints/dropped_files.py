"""Files that were dropped and not saved go with the session of whoever dropped them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from pages.endpoints.repeated import repeated
from services.batches.dropping import drop_ended
from services.installation import Installation

_EVERY_SECONDS = 30.0


@asynccontextmanager
async def kept_tidy(opened: Installation) -> AsyncIterator[None]:
    """Drop them while this is open; at its end whatever is still being read is stopped."""
    failed = "dropped files could not be looked through; trying again"
    tidying = repeated(partial(drop_ended, opened), every_seconds=_EVERY_SECONDS, failed=failed)
    try:
        async with tidying:
            yield
    finally:
        opened.desk.close()
