"""The résumé as a PDF or DOCX: session and scope are checked at each request, nothing is kept."""

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.endpoints.files import NOT_TOLD_NOW, served_as_file
from pages.endpoints.plain import not_found
from pages.endpoints.requests import viewer_behind
from pages.ui.installed import installation
from services.applications.opening import tell_of_attachment, tell_of_version
from services.candidates.attachments import download_attachment
from services.candidates.resumes import Download
from services.errors import Busy, NotAllowed, NotFound, PaperTooLong
from services.i18n import translator
from services.ids import parse_key
from services.resumes.paper.asked import (
    sheet_for_application,
    sheet_for_attachment,
    sheet_for_candidate,
)
from services.resumes.paper.making import make
from services.resumes.paper.sheet import KINDS, Kind
from services.viewer import Viewer
from services.work import perform_aside, reading

_NO_STORE = {"Cache-Control": "no-store"}
# Making one takes seconds: it has threads of its own beside those that all routes share, and each
# reader two of them.
_THREADS, _AT_ONCE = ThreadPoolExecutor(4, "papers"), 2
_waiting: Counter[int] = Counter()


async def of_application(request: Request) -> Response:
    """The résumé as its reader reads it for one application. 404 for whatever is not his."""
    return await _served(request, _of_application)


async def of_candidate(request: Request) -> Response:
    """The version for customers, for staff. 404 for everybody else."""
    return await _served(request, _of_candidate)


async def of_attachment(request: Request) -> Response:
    """An attachment: as it came, or its text made anew for whom contacts are hidden from."""
    request.path_params["kind"] = "pdf"
    return await _served(request, _of_attachment)


async def _served(request: Request, read: Callable[[Viewer, int, Kind], Download]) -> Response:
    viewer = await run_in_threadpool(viewer_behind, request)
    kind = next((kind for kind in KINDS if kind == request.path_params["kind"]), None)
    if viewer is None or kind is None:
        return not_found(request)
    try:
        key = parse_key(request.path_params["key"])
        return served_as_file(await _in_turn(read, viewer, key, kind))
    except (ValueError, NotFound, NotAllowed):
        return not_found(request)
    except PaperTooLong:
        said = _too_long(viewer, attached=read is _of_attachment)
        return PlainTextResponse(said, 422, headers=_NO_STORE)
    except Busy:
        return PlainTextResponse(_busy(viewer), 503, headers=_NO_STORE | {"Retry-After": "30"})


async def _in_turn(
    read: Callable[[Viewer, int, Kind], Download], viewer: Viewer, key: int, kind: Kind
) -> Download:
    """Made on threads of their own, so that nobody's downloads keep others waiting. Raises Busy."""
    if _waiting[viewer.user_id] >= _AT_ONCE:
        raise Busy
    _waiting[viewer.user_id] += 1
    try:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(_THREADS, read, viewer, key, kind)
    finally:
        _waiting[viewer.user_id] -= 1
        if not _waiting[viewer.user_id]:
            del _waiting[viewer.user_id]


def _too_long(viewer: Viewer, *, attached: bool) -> str:
    t = translator(viewer.language).text
    if attached:
        return t("This attachment is too long to be made into a file. Please ask the recruiter.")
    return t("This resume is too long to be made into a file. Please read it on the page.")


def _busy(viewer: Viewer) -> str:
    t = translator(viewer.language).text
    return t("Too many files are being made at the moment. Please try again in a minute.")


def _of_application(viewer: Viewer, key: int, kind: Kind) -> Download:
    with reading(installation(), viewer) as work:
        sheet = sheet_for_application(work, application_id=key)
    made = make(sheet, kind)
    if viewer.is_customer:
        with suppress(*NOT_TOLD_NOW):
            perform_aside(installation(), viewer, tell_of_version, application_id=key)
    return made


def _of_attachment(viewer: Viewer, key: int, kind: Kind) -> Download:
    if viewer.contacts_hidden:
        with reading(installation(), viewer) as work:
            sheet = sheet_for_attachment(work, attachment_id=key)
        given = make(sheet, kind)
    else:
        with reading(installation(), viewer) as work:
            given = download_attachment(work, attachment_id=key)
    if viewer.is_customer:
        with suppress(*NOT_TOLD_NOW):
            perform_aside(installation(), viewer, tell_of_attachment, attachment_id=key)
    return given


def _of_candidate(viewer: Viewer, key: int, kind: Kind) -> Download:
    with reading(installation(), viewer) as work:
        sheet = sheet_for_candidate(work, candidate_id=key)
    return make(sheet, kind)
