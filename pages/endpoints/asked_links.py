"""Links asked for at the door, answered beside the running app: whoever asked is not waiting."""

from contextlib import AbstractAsyncContextManager
from functools import partial

from pages.endpoints.repeated import repeated
from services.access.requests import answer_requests
from services.installation import Installation

_EVERY_SECONDS = 1.0


def kept_answered(opened: Installation) -> AbstractAsyncContextManager[None]:
    """Answer requests while this is open: each becomes a letter, or nothing."""
    return repeated(
        partial(answer_requests, opened),
        every_seconds=_EVERY_SECONDS,
        failed="links could not be made; trying again",
    )
