"""`POST /hooks/sendgrid`: what became of letters. Signed by SendGrid, or it does not count."""

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.endpoints.requests import body_of
from pages.ui.installed import installation
from services.errors import Duplicate, NotFound
from services.mail.configuration import way
from services.mail.events import read_events, take_events
from services.mail.signature import in_window, is_signed
from services.viewer import POSTMAN
from services.work import perform, reading

SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"
#: SendGrid sends no more than 768 KB at once.
MOST_BYTES = 1_048_576
_AT_ONCE = 200
_TAKEN = 204
_NO_STORE = {"Cache-Control": "no-store"}


async def events(request: Request) -> Response:
    """204 for signed events; 403 for a wrong or old signature, 404 while no key is entered."""
    status = await _answer(request)
    if status == _TAKEN:
        return Response(status_code=status, headers=_NO_STORE)
    return PlainTextResponse("refused", status, headers=_NO_STORE)


async def _answer(request: Request) -> int:
    """The answer's status. What can be refused without reading the body is refused before it."""
    signature = request.headers.get(SIGNATURE, "")
    timestamp = request.headers.get(TIMESTAMP, "")
    if not signature or not in_window(timestamp, installation().clock()):
        return 403
    key = await run_in_threadpool(_public_key)
    if not key:
        return 404
    body = await body_of(request, most=MOST_BYTES)
    if body is None:
        return 413
    if not await run_in_threadpool(is_signed, key, signature, timestamp, body):
        return 403
    return await run_in_threadpool(_take, body)


def _public_key() -> str:
    try:
        with reading(installation(), POSTMAN) as work:
            return way(work).webhook_key
    except NotFound:  # not set up yet
        return ""


def _take(body: bytes) -> int:
    try:
        found = read_events(json.loads(body))
    except (ValueError, RecursionError):
        return 400
    for start in range(0, len(found), _AT_ONCE):
        batch = found[start : start + _AT_ONCE]
        try:
            perform(installation(), POSTMAN, take_events, events=batch)
        except Duplicate:
            # The same events came at the same moment by another request: now they are known.
            perform(installation(), POSTMAN, take_events, events=batch)
    return _TAKEN
