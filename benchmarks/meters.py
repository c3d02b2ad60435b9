"""Meters inside a measured server: CPU time, statements sent, time spent in the database.

Data time is the time in the database's driver: executing, and fetching the rows (DuckDB computes
while it is fetched from).
"""

import gc
import threading
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.cursor import CursorFetchStrategy
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

_counted = {"statements": 0, "data_ns": 0}


def attach() -> None:
    """Meter every statement of this process from now on."""

    def before(*told: Any) -> None:  # noqa: ANN401 - (connection, cursor, statement, ..., context, many)
        told[4].began_ns = time.perf_counter_ns()

    def after(*told: Any) -> None:  # noqa: ANN401 - the same
        if not _in_the_background():
            _counted["statements"] += 1
            _counted["data_ns"] += time.perf_counter_ns() - told[4].began_ns

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "after_cursor_execute", after)
    for name in ("fetchone", "fetchmany", "fetchall"):
        setattr(CursorFetchStrategy, name, _timed(getattr(CursorFetchStrategy, name)))


def _timed(fetch: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - stands in for any fetch
        began = time.perf_counter_ns()
        try:
            return fetch(*arguments, **named)
        finally:
            if not _in_the_background():
                _counted["data_ns"] += time.perf_counter_ns() - began

    return timed


def _in_the_background() -> bool:
    """Whether this is the queue of letters, which asks every second and is no page's matter."""
    return threading.current_thread().name.startswith("asyncio_")


async def read(_request: Request) -> JSONResponse:
    """What the meters show now."""
    return JSONResponse({**_counted, "cpu_ns": time.process_time_ns()})


def collect(_request: Request) -> JSONResponse:
    """Collect the garbage, all of it."""
    return JSONResponse({"collected": gc.collect()})


def nothing(_request: Request) -> JSONResponse:
    """Do nothing in a thread: what a request costs by itself."""
    return JSONResponse({})


ROUTES = (Route("/meters", read), Route("/collect", collect), Route("/nothing", nothing))
