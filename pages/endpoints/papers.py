"""The résumé as a PDF or DOCX: session and scope are checked at each request, nothing is kept."""

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.endpoints.files import NOT_TOLD_NOW, asks_for_headers, headers_alone, served_as_file
from pages.endpoints.requests import viewer_behind
from pages.ui.installed import installation
from services.applications.opening import tell_of_attachment, tell_of_version
from services.candidates.attachments import download_attachment
from services.candidates.resumes import Download
from services.errors import Busy, NotAllowed, NotFound, PaperNotMade
from services.i18n import translator
from services.ids import parse_key
from services.resumes.paper.asked import (
    sheet_for_application,
    sheet_for_attachment,
    sheet_for_candidate,
)
from services.resumes.paper.making import make
from services.resumes.paper.sheet import KINDS, Kind, Sheet
from services.viewer import Viewer
from services.work import perform_aside, reading

_NO_STORE = {"Cache-Control": "no-store"}
# Making one takes seconds: it has threads of its own beside those that all routes share, and each
# reader two of them.
_THREADS, _AT_ONCE = ThreadPoolExecutor(4, "papers"), 2
_waiting: Counter[int] = Counter()


@dataclass(frozen=True, slots=True)
class _Given:
    """What is given at an address: a file, or a sheet still to be made one; how it is told of."""

    asked: Callable[[Viewer, int], Sheet | Download]
    tell: Callable[[Viewer, int], None]


async def of_application(request: Request) -> Response:
    """The résumé as its reader reads it for one application. 404 for whatever is not his."""
    return await _served(request, _OF_APPLICATION)


async def of_candidate(request: Request) -> Response:
    """The version for customers, for staff. 404 for everybody else."""
    return await _served(request, _OF_CANDIDATE)


async def of_attachment(request: Request) -> Response:
    """An attachment: as it came, or its text made anew for whom contacts are hidden from."""
    request.path_params["kind"] = "pdf"
    return await _served(request, _OF_ATTACHMENT)


async def _served(request: Request, given: _Given) -> Response:
    viewer = await run_in_threadpool(viewer_behind, request)
    kind = next((kind for kind in KINDS if kind == request.path_params["kind"]), None)
    if viewer is None or kind is None:
        return _not_found()
    try:
        key = parse_key(request.path_params["key"])
        if asks_for_headers(request):
            return await run_in_threadpool(_headers, given, viewer, key, kind)
        return served_as_file(await _in_turn(given, viewer, key, kind))
    except (ValueError, NotFound, NotAllowed):
        return _not_found()
    except PaperNotMade as error:
        said = _not_made(viewer, str(error.fields["reason"]), attached=given is _OF_ATTACHMENT)
        return PlainTextResponse(said, 422, headers=_NO_STORE)
    except Busy:
        return PlainTextResponse(_busy(viewer), 503, headers=_NO_STORE | {"Retry-After": "30"})


def _headers(given: _Given, viewer: Viewer, key: int, kind: Kind) -> Response:
    """Nothing is made: how long it would be, nobody knows."""
    found = given.asked(viewer, key)
    name = f"{found.file_name}.{kind}" if isinstance(found, Sheet) else found.file_name
    response = headers_alone(served_as_file(Download(name, "", b"")))
    del response.headers["content-length"]
    return response


async def _in_turn(given: _Given, viewer: Viewer, key: int, kind: Kind) -> Download:
    """Made on threads of their own, so that nobody's downloads keep others waiting. Raises Busy."""
    if _waiting[viewer.user_id] >= _AT_ONCE:
        raise Busy
    _waiting[viewer.user_id] += 1
    try:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(_THREADS, _taken, given, viewer, key, kind)
    finally:
        _waiting[viewer.user_id] -= 1
        if not _waiting[viewer.user_id]:
            del _waiting[viewer.user_id]


def _not_found() -> Response:
    return PlainTextResponse("Not found", 404, headers=_NO_STORE)


def _not_made(viewer: Viewer, reason: str, *, attached: bool) -> str:
    t = translator(viewer.language).text
    if attached:
        return {
            "time": t(
                "Making this attachment into a file took too long. Please ask the recruiter."
            ),
            "memory": t(
                "This attachment is too large to be made into a file. Please ask the recruiter."
            ),
            "crash": t(
                "Something went wrong while this attachment was made into a file. Please ask the "
                "recruiter."
            ),
        }[reason]
    return {
        "time": t("Making this resume into a file took too long. Please read it on the page."),
        "memory": t("This resume is too large to be made into a file. Please read it on the page."),
        "crash": t(
            "Something went wrong while this resume was made into a file. Please read it on the "
            "page."
        ),
    }[reason]


def _busy(viewer: Viewer) -> str:
    t = translator(viewer.language).text
    return t("Too many files are being made at the moment. Please try again in a minute.")


def _taken(given: _Given, viewer: Viewer, key: int, kind: Kind) -> Download:
    """The file; that a customer took it along is told."""
    found = given.asked(viewer, key)
    file = make(found, kind) if isinstance(found, Sheet) else found
    if viewer.is_customer:
        with suppress(*NOT_TOLD_NOW):
            given.tell(viewer, key)
    return file


def _of_application(viewer: Viewer, key: int) -> Sheet:
    with reading(installation(), viewer) as work:
        return sheet_for_application(work, application_id=key)


def _tell_of_version(viewer: Viewer, key: int) -> None:
    perform_aside(installation(), viewer, tell_of_version, application_id=key)


def _of_attachment(viewer: Viewer, key: int) -> Sheet | Download:
    with reading(installation(), viewer) as work:
        if viewer.contacts_hidden:
            return sheet_for_attachment(work, attachment_id=key)
        return download_attachment(work, attachment_id=key)


def _tell_of_attachment(viewer: Viewer, key: int) -> None:
    perform_aside(installation(), viewer, tell_of_attachment, attachment_id=key)


def _of_candidate(viewer: Viewer, key: int) -> Sheet:
    with reading(installation(), viewer) as work:
        return sheet_for_candidate(work, candidate_id=key)


def _tell_nobody(_viewer: Viewer, _key: int) -> None:
    """Staff take along what is theirs."""


_OF_APPLICATION = _Given(_of_application, _tell_of_version)
_OF_ATTACHMENT = _Given(_of_attachment, _tell_of_attachment)
_OF_CANDIDATE = _Given(_of_candidate, _tell_nobody)
