"""The page shell: Streamlit's one HTML page, with our head in it before the first paint.

Linked into the head: the stylesheet, the two main fonts, the mark, the script that lets a plain
link switch pages inside the open app. On `<html>`: the reader's language and the frame he will get
(`data-frame`), so that the place of the navigation is kept before a single element arrives.
The rich text editor and the calendar's grid live in frames of their own and get their stylesheets
the same way.
"""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.endpoints import shell_html
from pages.endpoints.held import Held, asking_plainly

Shape = Literal["staff", "customer", "door"]


class Frame(NamedTuple):
    """What must be known of a reader before the first paint."""

    shape: Shape = "door"
    language: str = "en"


FrameOf = Callable[[Request], Frame]
WordsOf = Callable[[str], Mapping[str, str]]

#: Paths that never answer the page shell; all others may.
NOT_PAGES = (
    *("/_stcore/", "/media/", "/static/", "/assets/", "/component/"),
    *("/files/", "/resumes/", "/photos/", "/live", "/calendar/", "/answer/"),
)
EDITOR = "/component/streamlit_quill."
GRID = "/component/streamlit_calendar."


class ShellPage:
    """Middleware that dresses the page shell.

    `frame_of(request)` says who is at the door; it may read the database, it runs in a thread.
    `words_of(language)` gives the words that Streamlit would print in English, by the names of
    `shell_html.WORDS`.
    """

    def __init__(self, app: ASGIApp, frame_of: FrameOf, words_of: WordsOf) -> None:
        self.app = app
        self.frame_of = frame_of
        self.words_of = words_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Dress the shell, the editor's page and the grid's; pass everything else through."""
        path: str = scope.get("path", "")
        editor = path.startswith(EDITOR) and path.endswith("/index.html")
        grid = path.startswith(GRID) and path.endswith("/index.html")
        plain = scope["type"] != "http" or scope["method"] != "GET"
        if plain or (path.startswith(NOT_PAGES) and not (editor or grid)):
            await self.app(scope, receive, send)
            return
        frame = await run_in_threadpool(self.frame_of, Request(scope))
        words = tuple(sorted(self.words_of(frame.language).items()))

        def dress(page: str, headers: MutableHeaders) -> str:
            if editor:
                dressed = shell_html.editor(page, frame.language, words)
            elif grid:
                dressed = shell_html.grid(page, frame.language)
            elif page == shell_html.plain():
                dressed = shell_html.dressed(frame.shape, frame.language, words)
            else:
                return page
            _forbid_copies(headers)
            return dressed

        await self.app(asking_plainly(scope), receive, Held(send, dress))


def _forbid_copies(headers: MutableHeaders) -> None:
    """Let no copy be kept: the frame depends on the session.

    Otherwise the Back button could show the frame of somebody who has signed out.
    """
    headers["Cache-Control"] = "no-store"
    for name in ("etag", "last-modified", "accept-ranges"):
        if name in headers:
            del headers[name]
