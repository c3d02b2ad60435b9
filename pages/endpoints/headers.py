"""Security headers on every answer, the Content-Security-Policy among them; closed paths.

The policy knows no foreign host and no inline script, except the constant ones in the frames of
components: their hashes are taken from the page as it is served. Styles may be inline (Streamlit
writes its own that way); the scripts of our components arrive as `blob:` modules.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.endpoints.held import Held, asking_plainly

#: What the open app needs of Streamlit's own paths. The rest of them (the metrics, which tell
#: outsiders how many people are in, among it) does not exist.
CORE = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/upload_file/",
    "/_stcore/bidi-components/",
)
FRAMES = "/component/"

POLICY = {
    "default-src": "'self'",
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Middleware, outermost: closes what nobody needs and puts the headers on every answer.

    `https` says that people reach the app over https (also when a proxy ends it).
    """

    def __init__(self, app: ASGIApp, *, https: bool = False) -> None:
        self.app = app
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a closed path with 404; otherwise add the headers."""
        path: str = scope.get("path", "")
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif path.startswith("/_stcore") and not path.startswith(CORE):
            await PlainTextResponse("Not found", 404)(scope, receive, self._headed(send, scope))
        elif path.startswith(FRAMES):
            headed = Held(self._headed(send, scope, framed=True), _allow_constant_scripts)
            await self.app(asking_plainly(scope), receive, headed)
        else:
            await self.app(scope, receive, self._headed(send, scope))

    def _headed(self, send: Send, scope: Scope, *, framed: bool = False) -> Send:
        """A `send` that adds the headers which the answer does not set itself."""
        https = self.https or scope.get("scheme") == "https"

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in wanted(https=https, framed=framed).items():
                    headers.setdefault(name, value)
            await send(message)

        return headed


def wanted(*, https: bool, framed: bool = False) -> dict[str, str]:
    """The headers of an answer; `framed` for pages of components, which our page may embed."""
    headers = {**ALWAYS, "Content-Security-Policy": policy(framed=framed)}
    if framed:
        headers["X-Frame-Options"] = "SAMEORIGIN"
    return {**headers, **HTTPS_ONLY} if https else headers


def policy(*, framed: bool = False, scripts: Iterable[str] = ()) -> str:
    """The Content-Security-Policy; `scripts` are hashes of inline scripts that may run."""
    rules = dict(POLICY)
    if framed:
        rules["frame-ancestors"] = "'self'"
    for mark in scripts:
        rules["script-src"] += f" '{mark}'"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _allow_constant_scripts(page: str, headers: MutableHeaders) -> str:
    """Allow a component's page the inline scripts that it was installed with."""
    headers["Content-Security-Policy"] = policy(framed=True, scripts=_inline_scripts(page))
    return page


@lru_cache(maxsize=32)
def _inline_scripts(page: str) -> tuple[str, ...]:
    """The CSP hashes of a page's inline scripts."""
    digests = (hashlib.sha256(found.encode()).digest() for found in _INLINE.findall(page))
    return tuple(f"sha256-{base64.b64encode(digest).decode()}" for digest in digests)
