"""Every byte between one browser context and the world, recorded on the wire.

The context is given this as its HTTP proxy, so nothing passes beside it: pages, websocket frames,
server-sent events, downloads, frames in frames, requests of the test itself. It asks servers not
to compress, keeps the connection of no request for the next one, and lets nobody through to
another machine (`strangers` tells who tried).
"""

import socket
import socketserver
import threading
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

HERE = {"127.0.0.1", "localhost", "::1"}
LEFT_OUT = (b"accept-encoding:", b"sec-websocket-extensions:", b"proxy-", b"keep-alive:")


@dataclass
class Exchange:
    """One request and all that came back on its connection, as raw bytes."""

    method: str
    url: str
    is_websocket: bool
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)


class Recorder(socketserver.ThreadingTCPServer):
    """The recording proxy. Use it as a context manager; `address` goes to the browser."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Line)
        self.exchanges: list[Exchange] = []
        self.strangers: list[str] = []
        self._serving = threading.Thread(target=self.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        return "http://{}:{}".format(*self.server_address)

    def __enter__(self) -> Self:
        self._serving.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser drops connections as it pleases: that is no failure of the recording."""


class _Line(socketserver.BaseRequestHandler):
    """One connection from the browser."""

    request: socket.socket
    server: Recorder

    def handle(self) -> None:
        head, rest = _read_head(self.request)
        if not head:
            return
        method, target, _ = head.split(b" ", 2)
        host, port = _host_of(method, target)
        if host not in HERE:
            self.server.strangers.append(target.decode("latin-1"))
            self.request.sendall(b"HTTP/1.1 502 Not here\r\nContent-Length: 0\r\n\r\n")
            return
        if method == b"CONNECT":
            self.request.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            head, rest = _read_head(self.request)
            if not head:
                return
        self._pass_on(host, port, head, rest)

    def _pass_on(self, host: str, port: int, head: bytes, rest: bytes) -> None:
        head, method, path, is_websocket = _rewritten(head)
        exchange = Exchange(method, f"http://{host}:{port}{path}", is_websocket)
        exchange.sent += head + rest
        self.server.exchanges.append(exchange)
        with socket.create_connection((host, port)) as upstream:
            upstream.sendall(head + rest)
            upwards = threading.Thread(
                target=_pump, args=(self.request, upstream, exchange.sent), daemon=True
            )
            upwards.start()
            _pump(upstream, self.request, exchange.received)


def _read_head(line: socket.socket) -> tuple[bytes, bytes]:
    """The head of the next request, and what of its body has come already."""
    read = b""
    while b"\r\n\r\n" not in read:
        part = line.recv(65536)
        if not part:
            return b"", b""
        read += part
    head, _, rest = read.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n", rest


def _host_of(method: bytes, target: bytes) -> tuple[str, int]:
    address = target.decode("latin-1")
    parts = urlsplit(f"//{address}" if method == b"CONNECT" else address)
    return parts.hostname or "", parts.port or 80


def _rewritten(head: bytes) -> tuple[bytes, str, str, bool]:
    """The request as its server is to read it: plain, uncompressed, one to a connection."""
    first, *lines = head.rstrip(b"\r\n").split(b"\r\n")
    method, target, version = first.split(b" ", 2)
    parts = urlsplit(target.decode("latin-1"))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    is_websocket = any(line.lower().startswith(b"upgrade:") for line in lines)
    kept = [line for line in lines if not line.lower().startswith(LEFT_OUT)]
    if not is_websocket:
        kept = [line for line in kept if not line.lower().startswith(b"connection:")]
        kept.append(b"Connection: close")
    start = b" ".join((method, path.encode("latin-1"), version))
    return b"\r\n".join([start, *kept, b"", b""]), method.decode(), path, is_websocket


def _pump(source: socket.socket, target: socket.socket, record: bytearray) -> None:
    """Pass bytes on, each recorded before the other side can have seen it, until one side ends."""
    try:
        while part := source.recv(65536):
            record += part
            target.sendall(part)
    except OSError:
        pass
    finally:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
