"""What our routes read of a request: the session's cookie, the viewer, where it came from."""

from urllib.parse import urlsplit

from starlette.requests import Request

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
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host", "")


def is_https(request: Request) -> bool:
    """Whether the reader came over https (also through the proxy that ends it)."""
    proxy = request.headers.get("x-forwarded-proto", "")
    base = installation().settings.base_url
    return request.url.scheme == "https" or proxy == "https" or base.startswith("https://")
