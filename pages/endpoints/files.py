"""Downloads: session and scope are checked at each request; nothing is cached anywhere."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.endpoints.requests import viewer_behind
from pages.ui.installed import installation
from services.applications.opening import tell_of_download
from services.candidates.particulars import photo as candidate_photo
from services.candidates.resumes import Download, download_original
from services.errors import Busy, Conflict, Duplicate, NotAllowed, NotFound
from services.ids import parse_key
from services.mail.enclosures import download_letter_file
from services.profile import photo as profile_photo
from services.viewer import Viewer
from services.work import perform_aside, reading

_NOT_FOUND = "Not found"
# Two downloads at the same moment: the recruiter is told of one. Others write: the next one tells.
NOT_TOLD_NOW = (Duplicate, Busy, Conflict)
Found = TypeVar("Found")


async def original(request: Request) -> Response:
    """The original résumé file, as an attachment. 404 for whatever is not the viewer's."""
    return await _served(request, _download, served_as_file)


async def of_letter(request: Request) -> Response:
    """A file that went out with a letter, for staff. 404 for everybody else."""
    return await _served(request, _of_letter, served_as_file)


async def _served(
    request: Request,
    read: Callable[[Request, int], Found],
    answer: Callable[[Found], Response],
) -> Response:
    """What the viewer asked for by its key; one and the same 404 for all that is not his."""
    try:
        found = await run_in_threadpool(read, request, parse_key(request.path_params["key"]))
    except (ValueError, NotFound, NotAllowed):
        return PlainTextResponse(_NOT_FOUND, 404, headers={"Cache-Control": "no-store"})
    return headers_alone(answer(found)) if asks_for_headers(request) else answer(found)


def asks_for_headers(request: Request) -> bool:
    """Whether nothing is taken along: a HEAD request, of which nobody is told."""
    return request.method == "HEAD"


def headers_alone(response: Response) -> Response:
    """The answer to HEAD: what GET would say of it, without its content."""
    response.body = b""
    return response


def _reader(request: Request) -> Viewer:
    viewer = viewer_behind(request)
    if viewer is None:
        raise NotFound(model="file")
    return viewer


def served_as_file(download: Download) -> Response:
    """A file to be kept, that runs nowhere."""
    return Response(
        download.content,
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(download.file_name)}",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            # Whatever the file is, it never runs in our origin.
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


async def photo(request: Request) -> Response:
    """Somebody's photo. 404 for whatever is not the viewer's to see, and for who has none."""
    return await _served(request, _photo, _kept_a_while)


async def face(request: Request) -> Response:
    """A candidate's photo. 404 for whoever does not see him, and where there is none."""
    return await _served(request, _face, _kept_nowhere)


def _kept_a_while(picture: bytes) -> Response:
    return Response(
        picture,
        media_type="image/jpeg",
        # Kept by this browser for a while, asked for anew by the next one.
        headers={"Cache-Control": "private, max-age=300", "X-Content-Type-Options": "nosniff"},
    )


def _kept_nowhere(picture: bytes) -> Response:
    return Response(
        picture,
        media_type="image/jpeg",
        # Taken back behind the curtain he is gone at once, his face with him.
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
    )


def _face(request: Request, key: int) -> bytes:
    viewer = _reader(request)
    with reading(installation(), viewer) as work:
        return candidate_photo(work, candidate_id=key)


def _photo(request: Request, key: int) -> bytes:
    viewer = _reader(request)
    with reading(installation(), viewer) as work:
        return profile_photo(work, user_id=key)


def _of_letter(request: Request, key: int) -> Download:
    viewer = _reader(request)
    with reading(installation(), viewer) as work:
        return download_letter_file(work, file_id=key)


def _download(request: Request, key: int) -> Download:
    viewer = _reader(request)
    with reading(installation(), viewer) as work:
        download = download_original(work, original_id=key)
    if viewer.is_customer and not asks_for_headers(request):
        with suppress(*NOT_TOLD_NOW):
            perform_aside(installation(), viewer, tell_of_download, original_id=key)
    return download
