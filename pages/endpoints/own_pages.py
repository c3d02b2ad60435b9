"""Websockets are opened by our own pages: a page of another site opens none in a reader's name.

The framework alone would let in pages of the same machine on any port, and to judge all others it
asks a server on the internet what our own address is, while everybody waits for the answer.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.endpoints.requests import is_ours

_POLICY_VIOLATION = 1008


class OwnPages:
    """Middleware: refuses a websocket whose page says that it comes from elsewhere.

    Browsers name the page's origin with every websocket. Whoever names none is no browser: he has
    nobody's cookie but his own.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close a foreign websocket before it is open; let all other requests pass."""
        if scope["type"] == "websocket":
            headers = Headers(scope=scope)
            if "origin" in headers and not is_ours(headers):
                await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
                return
        await self.app(scope, receive, send)
