"""The calendar feed: what a calendar program fetches under somebody's secret address."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.ui.installed import installation
from services.interviews.feed import Feed, feed, feed_owner
from services.viewer import DOORKEEPER
from services.work import reading


async def interviews(request: Request) -> Response:
    """The interviews of whoever owns the address, scoped at this moment; 404 for a dead one."""
    found = await run_in_threadpool(_feed, request.path_params["secret"])
    if found is None:
        return PlainTextResponse("Not found", 404, headers={"Cache-Control": "no-store"})
    mark = f'W/"{found.mark}"'
    headers = {"ETag": mark, "Cache-Control": "private, no-cache"}
    if mark in [one.strip() for one in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = 'inline; filename="interviews.ics"'
    return Response(found.text, media_type="text/calendar; charset=utf-8", headers=headers)


def _feed(secret: str) -> Feed | None:
    with reading(installation(), DOORKEEPER) as work:
        owner = feed_owner(work, secret=secret)
    if owner is None:
        return None
    with reading(installation(), owner) as work:
        return feed(work)
