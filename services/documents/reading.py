"""A résumé file becomes clean text and markup, without trusting the file.

The file is taken apart in a process of its own that has little time and memory, no network and
no database. Whatever happens there, the app gets an answer or a refusal.
"""

import dataclasses
import json
import tempfile
import threading
import time
from dataclasses import dataclass
from typing import Literal, cast

from services.documents.converters import Converter, installed, reader_of_scans
from services.documents.kinds import Kind
from services.documents.limits import LIMITS, Limits
from services.documents.process import Died, Slow, Stopped, ask
from services.errors import DocumentRefused

MEDIA_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "html": "text/html",
    "txt": "text/plain",
}
_AT_ONCE = threading.BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a résumé file says: as clean markup and as plain text, in the same order.

    Not `readable`: no text could be got out of it; then markup and text are empty, and nobody
    may conclude that it holds no contacts. `missing` says why: "" (a scan), "converter" (a
    file of the old Word, and no program on this server reads those), "tesseract" (a scan that was
    to be read, but Tesseract is not installed) or "time" (reading it took too long). `scanned`:
    the text was read off a picture, so it may be wrong.
    """

    kind: Kind
    media_type: str
    readable: bool
    html: str
    text: str
    missing: Literal["", "converter", "tesseract", "time"] = ""
    scanned: bool = False


def read_document(
    file_name: str,
    content: bytes,
    *,
    limits: Limits = LIMITS,
    stopped: threading.Event | None = None,
    scans: bool = False,
) -> ReadDocument:
    """Read a résumé file; its content decides what it is, never its name.

    With `scans`, a PDF of pictures alone is read by Tesseract, where this machine has it.

    Raises DocumentRefused with reason empty, too_large, wrong_type, program, picture, archive,
    macros, two_kinds, encrypted, damaged, too_many_pages, unpacks_too_large, took_too_long, or
    stopped: `stopped` was set meanwhile.
    """
    del file_name  # a name is data of the person who uploads: nothing is concluded from it
    if not content:
        raise DocumentRefused(reason="empty")
    if len(content) > limits.size:
        raise DocumentRefused(reason="too_large")
    with _AT_ONCE:
        until = time.monotonic() + limits.seconds
        try:
            document = _document(_answer(content, limits, until, stopped))
            if document.kind == "doc":
                document = _old_word(content, limits, until, stopped)
            elif document.kind == "pdf" and not document.readable and scans:
                document = _scan(document, content, limits, until, stopped)
        except Stopped as error:
            raise DocumentRefused(reason="stopped") from error
        return document


def _answer(content: bytes, limits: Limits, until: float, stopped: threading.Event | None) -> bytes:
    request = json.dumps(dataclasses.asdict(limits)).encode() + b"\n" + content
    try:
        return ask("services.documents.child", request, seconds=_left(until), stopped=stopped)
    except Slow as error:
        raise DocumentRefused(reason="took_too_long") from error
    except Died as error:
        reason = "unpacks_too_large" if error.out_of_memory else "damaged"
        raise DocumentRefused(reason=reason) from error


def _old_word(
    content: bytes, limits: Limits, until: float, stopped: threading.Event | None
) -> ReadDocument:
    """A file of the old Word, by way of a program that turns it into one that is read here."""
    nothing = ReadDocument("doc", MEDIA_TYPES["doc"], readable=False, html="", text="")
    converters = installed()
    tried = 0
    for converter in converters:
        with tempfile.TemporaryDirectory(prefix="candela-") as room:
            try:
                made = _converted(converter, room, content, limits, until, stopped)
            except Slow as error:
                raise DocumentRefused(reason="took_too_long") from error
            except Died as error:
                tried += error.code != _NO_CLOSED_NET
                continue
        read = _document(_answer(made, limits, until, stopped))
        return dataclasses.replace(read, kind="doc", media_type=MEDIA_TYPES["doc"])
    if tried:
        raise DocumentRefused(reason="damaged")
    return dataclasses.replace(nothing, missing="converter")


def _scan(
    unread: ReadDocument,
    content: bytes,
    limits: Limits,
    until: float,
    stopped: threading.Event | None,
) -> ReadDocument:
    """A scan, by way of Tesseract; what it cannot read stays unreadable, and is never refused."""
    tesseract = reader_of_scans()
    if tesseract is None:
        return dataclasses.replace(unread, missing="tesseract")
    until += _LONGER_FOR_SCANS * limits.seconds
    request = json.dumps(dataclasses.asdict(limits)).encode() + b"\n" + content
    try:
        pictures = ask(
            "services.documents.scan_pages", request, seconds=_left(until), stopped=stopped
        )
        with tempfile.TemporaryDirectory(prefix="candela-") as room:
            words = _converted(tesseract, room, pictures, limits, until, stopped)
        read = _document(_answer(words, limits, until, stopped))
    except Slow:
        return dataclasses.replace(unread, missing="time")
    except Died:
        return unread
    except DocumentRefused as refused:
        late = refused.fields["reason"] == "took_too_long"
        return dataclasses.replace(unread, missing="time" if late else "")
    if sum(letter.isalpha() for letter in read.text) < _FEWEST_LETTERS:
        return unread
    return dataclasses.replace(read, kind="pdf", media_type=MEDIA_TYPES["pdf"], scanned=True)


def _converted(  # noqa: PLR0917 - what a run of a program is bounded by
    converter: Converter,
    room: str,
    content: bytes,
    limits: Limits,
    until: float,
    stopped: threading.Event | None,
) -> bytes:
    """What a program of this machine makes of the content. Raises Slow, Died, Stopped."""
    asked = dataclasses.asdict(converter) | {
        "room": room,
        "memory": limits.memory,
        "unpacked": limits.unpacked,
        "seconds": _left(until),
    }
    request = json.dumps(asked).encode() + b"\n" + content
    return ask("services.documents.old_word", request, seconds=_left(until), stopped=stopped)


_NO_CLOSED_NET = 3
_FEWEST_LETTERS = 15
# A page takes Tesseract some four seconds of one core.
_LONGER_FOR_SCANS = 2


def _left(until: float) -> float:
    return max(0.001, until - time.monotonic())


def _document(answer: bytes) -> ReadDocument:
    """What the child said, checked: its words are as little trusted as the file."""
    try:
        said = json.loads(answer)
        refused = said.get("refused")
        if refused is None:
            kind = cast("Kind", said["kind"])
            return ReadDocument(
                kind=kind,
                media_type=MEDIA_TYPES[kind],
                readable=bool(said["readable"]),
                html=str(said["html"]),
                text=str(said["text"]),
            )
    except (ValueError, KeyError, AttributeError) as error:
        raise DocumentRefused(reason="damaged") from error
    raise DocumentRefused(reason=str(refused))
