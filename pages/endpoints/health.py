"""`/healthz`: whether the app can do its work; tells nothing about anyone."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pages.ui.installed import installation
from services.mail.queue import oldest_wait
from services.viewer import POSTMAN
from services.work import reading


async def healthz(_request: Request) -> Response:
    """200 with how long the oldest letter has been waiting; 503 when the database is silent."""
    try:
        waiting = await run_in_threadpool(_ask)
    except Exception:  # noqa: BLE001 - whatever it is, the answer is that we are not well
        return JSONResponse({"status": "database does not answer"}, 503)
    return JSONResponse({"status": "ok", "oldest_letter_seconds": waiting})


def _ask() -> int:
    with reading(installation(), POSTMAN) as work:
        return oldest_wait(work)
