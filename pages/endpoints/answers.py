"""`/answer/<link>`: a letter about an interview, answered in one tap by whoever has it.

GET shows what the letter told and a button, and changes nothing: mail scanners may follow the link
as often as they like. POST, from that page, answers.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from pages.endpoints.answer_page import answer_page, busy_page, dead_page
from pages.endpoints.paced import headers_of, wait_of, wait_of_address, words_for
from pages.endpoints.requests import body_of, same_origin
from pages.ui.installed import installation
from services.access.pace import OF_A_LINK, OF_A_PRESS, Allowance
from services.agency import AgencyView, agency
from services.errors import Busy, CannotStore, Duplicate, Invalid, LinkUnusable, NotFound, TooLate
from services.i18n import Translator, translator
from services.interviews.answer_links import language_of
from services.interviews.answers import LONGEST_WORDS, answer, opened
from services.viewer import USHER
from services.work import reading

_NO_STORE = {"Cache-Control": "no-store"}
# Every letter of the words may travel as twelve characters.
_LONGEST_BODY = LONGEST_WORDS * 12 + 1_000
_STATUS = {"unknown": 404, "over": 410, "changed": 410, "address": 410}


@dataclass(frozen=True, slots=True)
class _Tried:
    """What kept an answer from being taken, and the words that were typed."""

    problem: str = ""
    words: str | None = None
    status: int = 200


async def show(request: Request) -> Response:
    """The page of a link; nothing is changed by it, whoever asks for it."""
    if seconds := _wait(request, "link", OF_A_LINK):
        return _too_fast(request, seconds)
    return await run_in_threadpool(_page, request, _Tried())


async def take(request: Request) -> Response:
    """Answer, and lead back to the page, which says so: reloading it answers nothing anew."""
    if not same_origin(request):
        return PlainTextResponse("foreign origin", 403, headers=_NO_STORE)
    if seconds := _wait(request, "press", OF_A_PRESS):
        return _too_fast(request, seconds)
    body = await body_of(request, most=_LONGEST_BODY)
    return await run_in_threadpool(_taken, request, body)


def _taken(request: Request, body: bytes | None) -> Response:
    link, words = request.path_params["link"], _words(body)
    if words is None:
        return _page(request, _Tried("words:too_long", None, 413))
    try:
        answer(installation(), text=link, words=words)
    except Invalid as error:
        ((field, problem),) = error.problems.items()
        return _page(request, _Tried(f"{field}:{problem}", words, 422))
    except (Busy, CannotStore):
        return _page(request, _Tried("again", words, 503))
    except (Duplicate, TooLate, LinkUnusable):
        pass  # pressed twice at once; begun, or dead meanwhile: the page says so
    return RedirectResponse(request.url.path, 303, headers=_NO_STORE)


def _page(request: Request, tried: _Tried) -> Response:
    link = request.path_params["link"]
    try:
        page = opened(installation(), text=link)
    except LinkUnusable as error:
        reason = str(error.fields["reason"])
        return _html(dead_page(reason, _house(), _words_of(request)), _STATUS[reason])
    return _html(answer_page(page, problem=tried.problem, typed=tried.words), tried.status)


def _html(page: str, status: int) -> Response:
    return HTMLResponse(page, status, headers=_NO_STORE)


def _wait(request: Request, act: str, allowance: Allowance) -> int:
    """The seconds to wait: of whoever asks, and of the link itself if it is one of ours."""
    seconds = wait_of_address(request)
    link = request.path_params["link"]
    if not seconds and language_of(installation().settings.secret, link):
        seconds = wait_of(f"{act}:{link}", allowance)
    return seconds


def _too_fast(request: Request, seconds: int) -> Response:
    page = busy_page(_words_of(request))
    return HTMLResponse(page, 429, headers=headers_of(seconds))


def _words_of(request: Request) -> Translator:
    """The letter's words; of a link that we did not write, those of the browser."""
    language = language_of(installation().settings.secret, request.path_params["link"])
    return translator(language) if language else words_for(request)


def _house() -> AgencyView | None:
    """Whom to ask where a link opens nothing; None before the set-up."""
    try:
        with reading(installation(), USHER) as work:
            return agency(work)
    except NotFound:
        return None


def _words(body: bytes | None) -> str | None:
    """What was typed into the form; None where it is too long to be read."""
    if body is None:
        return None
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=5)
    except ValueError:
        return ""
    return fields.get("words", [""])[0]
