"""A letter as it was sent, for a frame of the mail page: nothing in it runs, loads or leads away.

Streamlit lets the frames of a page run scripts in our origin. So the answer itself says what it
may: a ground of its own, without scripts, forms and windows, and nothing fetched from anywhere.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from pages.endpoints.requests import viewer_behind
from pages.ui.installed import installation
from services.errors import NotAllowed, NotFound
from services.ids import parse_key
from services.mail.archive import letter
from services.mail.letters import LaidOut
from services.work import reading
from services.writing.screen import for_screen

_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'none'; frame-ancestors 'self'"
)
# Every link would open a window, and no window may be opened: its button is for the reader alone.
_NO_WAY_OUT = '<head><base target="_blank">'


async def as_sent(request: Request) -> Response:
    """The HTML of a letter, for staff. 404 for everybody else."""
    try:
        page = await run_in_threadpool(_page, request)
    except (ValueError, NotFound, NotAllowed):
        return PlainTextResponse("Not found", 404, headers={"Cache-Control": "no-store"})
    return HTMLResponse(
        page.replace("<head>", _NO_WAY_OUT, 1),
        headers={
            "Cache-Control": "no-store",
            "Content-Security-Policy": _POLICY,
            "X-Frame-Options": "SAMEORIGIN",
        },
    )


def _page(request: Request) -> str:
    viewer = viewer_behind(request)
    if viewer is None:
        raise NotFound(model="Letter")
    with reading(installation(), viewer) as work:
        one = letter(work, letter_id=parse_key(request.path_params["key"]))
        return for_screen(work, laid_out=LaidOut(one.row.subject, one.html, one.text))
