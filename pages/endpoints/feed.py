"""The calendar feed: what a calendar program fetches under somebody's secret address."""

from email.utils import format_datetime, mktime_tz, parsedate_tz

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pages.endpoints.paced import too_fast, wait_of, wait_of_address
from pages.endpoints.plain import not_found
from pages.ui.installed import installation
from services.access.pace import OF_A_FEED
from services.interviews.feed import Feed, feed, feed_owner, remember_feed
from services.viewer import DOORKEEPER, Viewer
from services.work import perform_aside, reading


async def interviews(request: Request) -> Response:
    """The interviews of whoever owns the address, scoped at this moment; 404 for a dead one."""
    if seconds := wait_of_address(request):
        return too_fast(request, seconds)
    return await run_in_threadpool(_answered, request)


def _answered(request: Request) -> Response:
    with reading(installation(), DOORKEEPER) as work:
        owner = feed_owner(work, secret=request.path_params["secret"])
    if owner is None:
        return not_found(request)
    if seconds := wait_of(f"feed:{owner.user_id}", OF_A_FEED):
        return too_fast(request, seconds)
    found = _feed(owner)
    headers = {
        "ETag": f'W/"{found.mark}"',
        "Last-Modified": format_datetime(found.changed_at, usegmt=True),
        "Cache-Control": "private, no-cache",
    }
    if _is_known(request, found):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = 'inline; filename="interviews.ics"'
    return Response(found.text, media_type="text/calendar; charset=utf-8", headers=headers)


def _is_known(request: Request, found: Feed) -> bool:
    """Whether the program has it already: by its mark, else by since when (RFC 9110, 13.2.2)."""
    marks = request.headers.get("if-none-match")
    if marks is not None:
        return f'W/"{found.mark}"' in [one.strip() for one in marks.split(",")]
    since = parsedate_tz(request.headers.get("if-modified-since", ""))
    try:
        return since is not None and found.changed_at.timestamp() <= mktime_tz(since)
    except (ValueError, OverflowError):  # no day of any calendar: as if it were not there
        return False


def _feed(owner: Viewer) -> Feed:
    with reading(installation(), owner) as work:
        found = feed(work)
    if found.is_new:
        perform_aside(installation(), owner, remember_feed, told=found)
    return found
