"""`/live`: a stream that says "look again" to an open tab, and nothing else."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from pages.endpoints.requests import viewer_behind
from pages.ui.installed import installation

# Proxies close a silent connection after a minute; a comment line keeps it open, and each one
# is a chance to notice that the session has ended.
_HEARTBEAT_SECONDS = 25.0
_MOST_TABS = 30  # of one person; nobody works in more
_ends: set[Callable[[], None]] = set()  # of the streams that are open


async def events(request: Request) -> Response:
    """Server-sent events `look` for the signed-in viewer; 401 for anybody else."""
    viewer = await run_in_threadpool(viewer_behind, request)
    if viewer is None:
        return PlainTextResponse("signed out", 401, headers={"Cache-Control": "no-store"})
    if installation().live.tabs_of(viewer.user_id) >= _MOST_TABS:
        return PlainTextResponse("too many tabs", 429, headers={"Cache-Control": "no-store"})
    return StreamingResponse(
        _stream(request, viewer.user_id),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


@contextmanager
def let_go_when_stopped() -> Iterator[None]:
    """While this is open, the signal that stops the server ends the streams first.

    A server that is told to stop waits for the answers under way, and a stream never ends.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main thread's; elsewhere somebody else stops the server
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def stop(number: int, frame: FrameType | None) -> None:
        for end in tuple(_ends):
            end()
        handler = before[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)

    for number, handler in before.items():
        if callable(handler):
            signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is stop:
                signal.signal(number, handler)


async def _stream(request: Request, user_id: int) -> AsyncIterator[str]:
    loop, woken, number = asyncio.get_running_loop(), asyncio.Event(), 0
    stopped = asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(woken.set)

    def end() -> None:
        loop.call_soon_threadsafe(stopped.set)
        wake()

    unsubscribe = installation().live.subscribe(user_id, wake)
    _ends.add(end)
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
            if stopped.is_set():
                return
            woken.clear()
            number += 1
            yield f"event: look\ndata: {number}\n\n"
    finally:
        _ends.discard(end)
        unsubscribe()
