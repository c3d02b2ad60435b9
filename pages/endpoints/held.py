"""Holding an HTML answer back until it is whole, so that it can be read or changed."""

from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Scope, Send

#: Answers must come whole and plain to be read.
_WITHHELD = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
_FOUND = 200

Change = Callable[[str, MutableHeaders], str]


def asking_plainly(scope: Scope) -> Scope:
    """The same request, asking for the whole answer, not compressed."""
    kept = [(name, value) for name, value in scope["headers"] if name not in _WITHHELD]
    return {**scope, "headers": kept}


class Held:
    """A `send` that holds HTML pages back and passes everything else on.

    `change(page, headers)` returns the page to send instead and may edit the headers.
    """

    def __init__(self, send: Send, change: Change) -> None:
        self._send = send
        self._change = change
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        """Take one ASGI message of the answer."""
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_changed(self._start)

    async def _send_changed(self, start: Message) -> None:
        headers = MutableHeaders(raw=list(start["headers"]))
        body = self._change(self._body.decode(), headers).encode()
        headers["Content-Length"] = str(len(body))
        await self._send({**start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return bool(start["status"] == _FOUND) and kind.startswith("text/html")
