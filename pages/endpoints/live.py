"""`/live`: a stream that says "look again" to an open tab, and nothing else."""

import asyncio
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from pages.endpoints.requests import viewer_behind
from pages.ui.installed import installation

# Proxies close a silent connection after a minute; a comment line keeps it open, and each one
# is a chance to notice that the session has ended.
_HEARTBEAT_SECONDS = 25.0


async def events(request: Request) -> Response:
    """Server-sent events `look` for the signed-in viewer; 401 for anybody else."""
    viewer = await run_in_threadpool(viewer_behind, request)
    if viewer is None:
        return PlainTextResponse("signed out", 401, headers={"Cache-Control": "no-store"})
    return StreamingResponse(
        _stream(request, viewer.user_id),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _stream(request: Request, user_id: int) -> AsyncIterator[str]:
    loop, woken, number = asyncio.get_running_loop(), asyncio.Event(), 0

    def wake() -> None:
        loop.call_soon_threadsafe(woken.set)

    unsubscribe = installation().live.subscribe(user_id, wake)
    try:
        yield ": open\n\n"
        while True:
            try:
                await asyncio.wait_for(woken.wait(), _HEARTBEAT_SECONDS)
            except TimeoutError:
                if await run_in_threadpool(viewer_behind, request) is None:
                    return
                yield ": still here\n\n"
                continue
            woken.clear()
            number += 1
            yield f"event: look\ndata: {number}\n\n"
    finally:
        unsubscribe()
