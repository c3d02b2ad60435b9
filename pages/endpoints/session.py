"""Session start and end: a one-time ticket becomes an HttpOnly cookie; signing out ends it."""

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from pages.endpoints.requests import COOKIE, body_of, is_https, same_origin, viewer_behind
from pages.ui.installed import installation
from services.access.devices import device_of
from services.access.sessions import end_session, start_session
from services.batches.dropping import drop_ended
from services.errors import SignedOut
from services.viewer import DOORKEEPER
from services.work import perform

_NO_STORE = {"Cache-Control": "no-store"}
_LONGEST_BODY = 1000
DEAD = "dead"


async def start(request: Request) -> Response:
    """Exchange the ticket in the body for the session's cookie. 403 for a used or old one."""
    if not same_origin(request):
        return PlainTextResponse("foreign origin", 403, headers=_NO_STORE)
    ticket = await _ticket(request)
    try:
        secret, age = await run_in_threadpool(
            perform,
            installation(),
            DOORKEEPER,
            start_session,
            ticket=ticket,
            device=device_of(request.headers.get("user-agent", "")),
            instead_of=request.cookies.get(COOKIE, ""),
        )
    except SignedOut:
        return PlainTextResponse("the ticket is used or too old", 403, headers=_NO_STORE)
    response = Response(status_code=204, headers=_NO_STORE)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(age.total_seconds()) if age else None,
        httponly=True,
        secure=is_https(request),
        samesite="lax",
        path="/",
    )
    return response


async def end(request: Request) -> Response:
    """Sign this browser out in every tab and lead to the sign-in page.

    A tab whose own session has ended says so (`DEAD`): it must not end a new one that the same
    browser has begun in another tab meanwhile.
    """
    if not same_origin(request):
        return PlainTextResponse("foreign origin", 403, headers=_NO_STORE)
    if await _ticket(request) == DEAD:
        viewer = await run_in_threadpool(viewer_behind, request)
        if viewer is not None:
            return Response(status_code=204, headers=_NO_STORE)
    secret = request.cookies.get(COOKIE, "")
    if secret:
        await run_in_threadpool(perform, installation(), DOORKEEPER, end_session, secret=secret)
        await run_in_threadpool(drop_ended, installation())
    response = RedirectResponse("/sign-in", status_code=303, headers=_NO_STORE)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return response


async def _ticket(request: Request) -> str:
    """The ticket in the body; "" for a body that is not ours."""
    body = await body_of(request, most=_LONGEST_BODY)
    try:
        return str(json.loads(body or b"")["ticket"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
