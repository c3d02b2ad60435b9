"""Requests beside the browser: any headers, an old cookie, a foreign origin."""

import http.client
from dataclasses import dataclass

from tests.browser.support.running_app import RunningApp
from tests.browser.world import COOKIE


@dataclass(frozen=True)
class Answer:
    """The answer to one request; a stream is left after its head."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    app: RunningApp,
    path: str,
    *,
    method: str = "GET",
    cookie: str = "",
    body: str | None = None,
    **headers: str,
) -> Answer:
    """Send one request; `cookie` is a session's secret, headers are named like Content_Type."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    if cookie:
        sent["Cookie"] = f"{COOKIE}={cookie}"
    line = http.client.HTTPConnection("127.0.0.1", app.port, timeout=30)
    try:
        line.request(method, path, body=body, headers=sent)
        answer = line.getresponse()
        received = {name.lower(): value for name, value in answer.getheaders()}
        streams = received.get("content-type", "").startswith("text/event-stream")
        return Answer(answer.status, received, b"" if streams else answer.read())
    finally:
        line.close()
