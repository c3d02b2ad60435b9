"""What our routes read of a request: the cookie, the viewer, where it came from, its body."""

from contextlib import suppress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request

from pages.ui.installed import installation
from services.access.sessions import viewer_of
from services.errors import SignedOut
from services.viewer import DOORKEEPER, Viewer
from services.work import reading

COOKIE = "candela_sid"


def viewer_behind(request: Request) -> Viewer | None:
    """Who is signed in behind this request right now; reads the database."""
    secret = request.cookies.get(COOKIE, "")
    if not secret:
        return None
    with reading(installation(), DOORKEEPER) as work:
        try:
            return viewer_of(work, secret=secret)
        except SignedOut:
            return None


def same_origin(request: Request) -> bool:
    """Whether a POST was sent by a page of ours: the browser says where it came from.

    Browsers send `Origin` with every POST; a request without it is not a browser's form.
    """
    return is_ours(request.headers)


def is_ours(headers: Headers) -> bool:
    """Whether the page named as the origin stands on the very host that was asked."""
    try:
        page = urlsplit(headers.get("origin", "")).netloc
    except ValueError:
        return False
    host = headers.get("host", "")
    return bool(page) and page.lower() == host.lower()


async def body_of(request: Request, *, most: int) -> bytes | None:
    """The raw body; None as soon as it is longer than this: the rest is not read."""
    found = b""
    with suppress(ClientDisconnect):
        async for part in request.stream():
            found += part
            if len(found) > most:
                return None
    return found


def is_https(request: Request) -> bool:
    """Whether the reader came over https (also through the proxy that ends it)."""
    proxy = request.headers.get("x-forwarded-proto", "")
    base = installation().settings.base_url
    return request.url.scheme == "https" or proxy == "https" or base.startswith("https://")
