"""Uploads are staff's, from our own pages.

The framework takes files from anybody who opens its page, and from any page that knows a cookie
which scripts can write.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.endpoints.requests import same_origin, viewer_behind
from services.permissions import Permission, allows

UPLOADS = "/_stcore/upload_file"


class StaffUploads:
    """Middleware: the upload route does not exist for whoever may not keep candidates."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 to a foreign upload before a byte of it is kept."""
        if scope["type"] != "http" or not scope.get("path", "").startswith(UPLOADS):
            await self.app(scope, receive, send)
            return
        if await run_in_threadpool(_may_upload, Request(scope)):
            await self.app(scope, receive, send)
        else:
            await PlainTextResponse("Not found", 404)(scope, receive, send)


def _may_upload(request: Request) -> bool:
    """Whether a page of ours sends this in the name of somebody who keeps candidates."""
    if not same_origin(request):
        return False
    viewer = viewer_behind(request)
    return viewer is not None and allows(viewer, Permission.CANDIDATES_MANAGE)
