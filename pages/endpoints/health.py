"""`/healthz`: whether the app can do its work; tells nothing about anyone."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pages.ui.installed import installation
from services.access.set_up import needs_set_up
from services.viewer import DOORKEEPER
from services.work import reading


async def healthz(_request: Request) -> Response:
    """200 with `{"status": "ok"}` when the database answers, 503 when it does not."""
    try:
        await run_in_threadpool(_ask)
    except Exception:  # noqa: BLE001 - whatever it is, the answer is that we are not well
        return JSONResponse({"status": "database does not answer"}, 503)
    return JSONResponse({"status": "ok"})


def _ask() -> bool:
    with reading(installation(), DOORKEEPER) as work:
        return needs_set_up(work)
