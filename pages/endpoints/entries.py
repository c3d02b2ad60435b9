"""What the calendar's grid shows: session and scope are checked at each request, nothing is kept.

The page tells the grid where to read (`pages/ui/calendar/grid.py`); the address names what the
page's own address does – view, day, filters – and the mark of what can be read now, which nobody
reads here: with another mark the grid asks anew (ADR 13).
"""

import json
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pages.endpoints.files import asks_for_headers, headers_alone
from pages.endpoints.paced import too_fast, wait_of
from pages.endpoints.plain import not_found
from pages.endpoints.requests import viewer_behind
from pages.ui import session
from pages.ui.calendar.place import place_in
from pages.ui.calendar.stretch import as_events, entries_in, today
from pages.ui.text import t
from services.access.pace import OF_A_CALENDAR
from services.errors import NotAllowed
from services.interviews.views import MOST_IN_VIEW
from services.permissions import Permission, allows
from services.viewer import Viewer
from services.work import one_moment


async def of_calendar(request: Request) -> Response:
    """The interviews of a stretch of time. 404 for whoever is not signed in."""
    return await run_in_threadpool(_answered, request)


def _answered(request: Request) -> Response:
    with one_moment():
        viewer = viewer_behind(request)
        if viewer is None:
            return not_found(request)
        if seconds := wait_of(f"calendar:{viewer.user_id}", OF_A_CALENDAR):
            return too_fast(request, seconds)
        try:
            with session.read_by(viewer.language, viewer.time_zone):
                response = _found(viewer, request)
        except NotAllowed:
            return not_found(request)
    return headers_alone(response) if asks_for_headers(request) else response


def _found(viewer: Viewer, request: Request) -> Response:
    place = place_in(request.query_params, today=today(), narrow=False)
    ones = entries_in(viewer, place)
    may_move = allows(viewer, Permission.INTERVIEWS_SCHEDULE)
    told = {"events": as_events(ones, may_move=may_move), "said": ""}
    if len(ones) == MOST_IN_VIEW:
        told["said"] = t("Only the first {n} interviews are shown: filter them.", n=MOST_IN_VIEW)
    return Response(
        json.dumps(told, ensure_ascii=False, separators=(",", ":")),
        HTTPStatus.OK,
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
        media_type="application/json; charset=utf-8",
    )
