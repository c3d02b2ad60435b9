"""Answers in plain words where no page is drawn, in the language the browser asks for.

Nothing is read for them: what is missing and what is somebody else's is answered alike.
"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.endpoints.paced import words_for


def not_found(request: Request) -> Response:
    """404 for whatever is not the reader's, or not there."""
    t = words_for(request).text
    return _said(t("Not found"), 404)


def too_many_rows(request: Request) -> Response:
    """413 for a list that is too long to be exported whole."""
    t = words_for(request).text
    return _said(t("Too many rows: filter first"), 413)


def _said(words: str, status: int) -> Response:
    return PlainTextResponse(words, status, headers={"Cache-Control": "no-store"})
