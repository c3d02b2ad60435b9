"""What outsiders send to our door: websockets from elsewhere, bodies without end, nonsense."""

import asyncio
from unittest.mock import patch

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

from pages import wiring
from pages.endpoints.requests import COOKIE
from pages.ui import installed
from tests.pages.tab import signed_in

pytestmark = pytest.mark.thorough

HOST = "jobs.example"
ENDLESS = 100


async def _welcome(websocket):
    await websocket.accept()
    await websocket.close()


async def _taken(_request):
    return Response()


def knock(house, kind, path, *, parts=(b"",), method="POST", **headers):
    """One request through all our middleware; returns its answer's messages and the parts read."""
    sent, left = [], list(parts)
    path, _, query = path.partition("?")
    scope = {
        "type": kind, "method": method, "path": path, "query_string": query.encode(),
        "http_version": "1.1",
        "scheme": "http", "client": ("127.0.0.1", 1), "subprotocols": [],
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip

    async def receive():
        if kind == "websocket":
            return {"type": "websocket.connect"}
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    async def send(message):
        sent.append(message)

    framework = [
        WebSocketRoute("/_stcore/stream", _welcome),
        Route("/_stcore/upload_file/{session}/{file}", _taken, methods=["PUT", "DELETE"]),
    ]
    app = Starlette(routes=[*wiring.routes(), *framework], middleware=wiring.middleware())
    with patch.object(installed, "_installed", [house.installation]):
        asyncio.run(app(scope, receive, send))
    return sent, len(parts) - len(left)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost:3000",
        "http://127.0.0.1",
        "http://0.0.0.0:8501",
        f"http://{HOST}:8502",
        f"http://{HOST}.evil.example",
        f"http://evil.example/{HOST}",
        f"http://user@{HOST}",
        "null",
        "",
        "file://",
        "http://[",
    ],
)
def test_a_page_of_another_site_opens_no_tab_of_ours(house, origin):
    # The framework would let some of these in, and for the others ask another server on the
    # internet for our own address, while everybody waits.
    sent, _ = knock(house, "websocket", "/_stcore/stream", origin=origin, host=HOST)
    assert [message["type"] for message in sent] == ["websocket.close"]


@pytest.mark.parametrize("origin", [f"http://{HOST}", f"https://{HOST}", f"HTTPS://{HOST.upper()}"])
def test_our_own_page_opens_its_tab(house, origin):
    sent, _ = knock(house, "websocket", "/_stcore/stream", origin=origin, host=HOST)
    assert sent[0]["type"] == "websocket.accept"


def test_who_is_no_browser_names_no_origin_and_brings_no_cookie_of_a_victim(house):
    sent, _ = knock(house, "websocket", "/_stcore/stream", host=HOST)
    assert sent[0]["type"] == "websocket.accept"


@pytest.mark.parametrize("path", ["/session/start", "/session/end"])
def test_a_body_without_end_is_not_read_to_its_end(house, path):
    parts = [b"[" * 1000] * ENDLESS
    sent, read = knock(house, "http", path, parts=parts, origin=f"http://{HOST}", host=HOST)
    assert sent[0]["status"] in {303, 403}
    assert read <= 3


@pytest.mark.parametrize("path", ["/session/start", "/session/end"])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[" * 900,
        b'{"a":' * 180,
        b"\xff\xfe",
        b"null",
        b'"ticket"',
        b'{"ticket": null}',
        b'{"ticket": {"ticket": []}}',
        b'{"ticket": "\\ud800"}',
        b'{"ticket": 1e999}',
    ],
)
def test_a_body_that_is_none_of_ours_opens_nothing_and_breaks_nothing(house, path, body):
    sent, _ = knock(house, "http", path, parts=[body], origin=f"http://{HOST}", host=HOST)
    assert sent[0]["status"] == (403 if path == "/session/start" else 303)


@pytest.mark.parametrize("path", ["/session/start", "/session/end"])
@pytest.mark.parametrize("headers", [{"origin": "null", "host": ""}, {"origin": "null"}])
def test_a_page_without_an_origin_is_none_of_ours_whatever_the_host(house, path, headers):
    sent, _ = knock(house, "http", path, **headers)
    assert sent[0]["status"] == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_an_upload_is_taken_from_our_own_page_only(house, people, method):
    cookie = f"{COOKIE}={signed_in(house, people.recruiter)}"

    def put(**headers):
        sent, _ = knock(
            house, "http", "/_stcore/upload_file/session/file", method=method, cookie=cookie,
            host=HOST, **headers,
        )  # fmt: skip
        return sent[0]["status"]

    assert put(origin=f"http://{HOST}") == 200  # the control: it reaches the framework
    for origin in (f"http://other.{HOST}", f"http://{HOST}:81", "null"):
        assert put(origin=origin) == 404
    assert put() == 404
