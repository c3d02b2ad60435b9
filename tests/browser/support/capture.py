"""What a browser context was sent and what it sent, in a form that can be searched.

Asserting that a token is absent proves nothing without one that is found in the same capture:

    assert capture.contains(his_own_token)          # the positive control
    assert not capture.where(foreign_token)         # says where, when it fails
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import pypdf

from tests.browser.support.recorder import Exchange, Recorder

# Chromium asks here by itself whenever it sees a form, whatever the page
OF_CHROMIUM = {"content-autofill.googleapis.com:443"}
SENT = "sent"
RECEIVED = "received"


class Capture:
    """Searches what a recorder holds.

    Bodies are read as they are and, where they are packed (DOCX, ZIP, PDF), unpacked as well.
    """

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    @property
    def strangers(self) -> list[str]:
        """Addresses on other machines that the pages asked for (and did not get)."""
        return [tried for tried in self._recorder.strangers if tried not in OF_CHROMIUM]

    def contains(self, token: str, direction: str | None = None) -> bool:
        """Whether the token crossed the wire, in either direction unless one is given."""
        return bool(self.where(token, direction))

    def where(self, token: str, direction: str | None = None) -> list[str]:
        """Every exchange that holds the token: "received GET http://... (body)"."""
        return self.found([token], direction).get(token, [])

    def found(self, tokens: Iterable[str], direction: str | None = None) -> dict[str, list[str]]:
        """Of many tokens those that crossed the wire, each with where; read through once."""
        wanted = {token: spellings(token) for token in tokens}
        places: dict[str, list[str]] = {}
        for exchange in list(self._recorder.exchanges):
            for way in (SENT, RECEIVED) if direction is None else (direction,):
                for part, content in readings(exchange, way):
                    for token, forms in wanted.items():
                        if any(form in content for form in forms):
                            place = f"{way} {exchange.method} {exchange.url} ({part})"
                            places.setdefault(token, []).append(place)
        return places

    def urls(self) -> list[str]:
        """Every URL asked for, in order."""
        return [exchange.url for exchange in list(self._recorder.exchanges)]


def spellings(token: str) -> set[bytes]:
    """The token as it may stand in text, JSON, a URL and HTML."""
    in_json = json.dumps(token)[1:-1]
    return {
        token.encode(),
        token.encode("utf-16-le"),
        in_json.encode(),
        quote(token).encode(),
        quote(token, safe="").encode(),
        token.replace("&", "&amp;").replace("<", "&lt;").encode(),
    }


def readings(exchange: Exchange, way: str) -> Iterator[tuple[str, bytes]]:
    """The parts of one direction of an exchange: head, then body or frames, then what is packed."""
    raw = bytes(exchange.sent if way == SENT else exchange.received)
    head, _, rest = raw.partition(b"\r\n\r\n")
    yield "head", head
    if exchange.is_websocket:
        for message in frames(rest):
            yield "frame", message
        return
    body = unchunked(rest) if b"transfer-encoding: chunked" in head.lower() else rest
    yield "body", body
    yield from packed(body)


def packed(body: bytes) -> Iterator[tuple[str, bytes]]:
    """What a file holds that its bytes do not show."""
    if body.startswith(b"PK\x03\x04") and zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for name in archive.namelist():
                yield f"zip {name}", name.encode() + archive.read(name)
    elif body.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(body))
        yield "pdf", "\n".join(page.extract_text() for page in reader.pages).encode()
        yield "pdf metadata", str(dict(reader.metadata or {})).encode()


def unchunked(body: bytes) -> bytes:
    """A chunked body put together; what is still on its way is left out."""
    whole, at = b"", 0
    while (end := body.find(b"\r\n", at)) != -1:
        size = int(body[at:end].split(b";")[0] or b"0", 16)
        if size == 0:
            break
        whole += body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
    return whole


def frames(stream: bytes) -> Iterator[bytes]:
    """The messages of a websocket's bytes, unmasked and put together (RFC 6455)."""
    at, message = 0, b""
    while at + 2 <= len(stream):
        is_last, is_masked, size = stream[at] & 0x80, stream[at + 1] & 0x80, stream[at + 1] & 0x7F
        at += 2
        if size >= 126:  # the length follows in 2 or 8 bytes
            width = 2 if size == 126 else 8
            size = int.from_bytes(stream[at : at + width], "big")
            at += width
        mask = stream[at : at + 4] if is_masked else b""
        at += len(mask)
        payload = stream[at : at + size]
        at += size
        message += unmasked(payload, mask) if mask else payload
        if is_last:
            yield message
            message = b""
    if message:
        yield message


def unmasked(payload: bytes, mask: bytes) -> bytes:
    long_mask = mask * (len(payload) // 4 + 1)
    number = int.from_bytes(payload, "big") ^ int.from_bytes(long_mask[: len(payload)], "big")
    return number.to_bytes(len(payload), "big")
