"""Addresses that no page has: the reader is led to the page that says so in his language.

Streamlit would answer them with a dialog of its own, in English and over whatever lies under it,
and addresses of several parts with a blank page.
"""

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.endpoints.shell_page import NOT_PAGES
from pages.ui.navigation import ADDRESSES, AT_THE_DOOR, DOORS, NOT_THERE

_KNOWN = {"", "healthz", *ADDRESSES, *DOORS, *AT_THE_DOOR, NOT_THERE}


class KnownAddresses:
    """Middleware: whoever opens an address that is none of ours goes to "not there"."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead a reader away from an unknown address; let all other requests pass."""
        if _is_opened(scope) and not _is_known(scope["path"]):
            away = RedirectResponse(f"/{NOT_THERE}", 303, headers={"Cache-Control": "no-store"})
            await away(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_opened(scope: Scope) -> bool:
    """Whether somebody opens a page, as opposed to a page fetching what it needs."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return "text/html" in Headers(scope=scope).get("accept", "")


def _is_known(path: str) -> bool:
    return path.startswith(NOT_PAGES) or path.strip("/") in _KNOWN
