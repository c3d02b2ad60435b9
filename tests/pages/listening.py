"""Our own answers over a real port, for programs that know nothing of Python: HTTP, GET alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tests.house import House
from tests.pages.test_outsiders import knock


@contextmanager
def listening(house: House) -> Iterator[str]:
    """An address on this machine under which the house answers, through all our middleware."""

    class Line(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            sent, _ = knock(house, "http", self.path, method="GET", **_headers(self))
            start = next(one for one in sent if one["type"] == "http.response.start")
            body = b"".join(one.get("body", b"") for one in sent)
            self.send_response(start["status"])
            for name, value in start["headers"]:
                self.send_header(name.decode(), value.decode())
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Line)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _headers(line: BaseHTTPRequestHandler) -> dict[str, str]:
    return {name.lower(): value for name, value in line.headers.items()}
