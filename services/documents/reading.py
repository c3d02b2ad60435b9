"""A résumé file becomes clean text and markup, without trusting the file.

The file is taken apart in a process of its own that has little time and memory, no network and
no database. Whatever happens there, the app gets an answer or a refusal.
"""

import dataclasses
import json
import threading
from dataclasses import dataclass
from typing import Literal, cast

from services.documents.limits import LIMITS, Limits
from services.documents.process import Died, Slow, ask
from services.errors import DocumentRefused

Kind = Literal["pdf", "docx", "txt"]

_MEDIA_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
}
_AT_ONCE = threading.BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a résumé file says: as clean markup and as plain text, in the same order.

    Not `readable`: there is no text in it (a scan); then markup and text are empty, and nobody
    may conclude that it holds no contacts.
    """

    kind: Kind
    media_type: str
    readable: bool
    html: str
    text: str


def read_document(file_name: str, content: bytes, *, limits: Limits = LIMITS) -> ReadDocument:
    """Read a résumé file; its content decides what it is, never its name.

    Raises DocumentRefused with reason empty, too_large, wrong_type, encrypted, damaged,
    too_many_pages, unpacks_too_large or took_too_long.
    """
    del file_name  # a name is data of the person who uploads: nothing is concluded from it
    if not content:
        raise DocumentRefused(reason="empty")
    if len(content) > limits.size:
        raise DocumentRefused(reason="too_large")
    request = json.dumps(dataclasses.asdict(limits)).encode() + b"\n" + content
    with _AT_ONCE:
        try:
            answer = ask("services.documents.child", request, seconds=limits.seconds)
        except Slow as error:
            raise DocumentRefused(reason="took_too_long") from error
        except Died as error:
            reason = "unpacks_too_large" if error.out_of_memory else "damaged"
            raise DocumentRefused(reason=reason) from error
    return _document(answer)


def _document(answer: bytes) -> ReadDocument:
    """What the child said, checked: its words are as little trusted as the file."""
    try:
        said = json.loads(answer)
        refused = said.get("refused")
        if refused is None:
            kind = cast("Kind", said["kind"])
            return ReadDocument(
                kind=kind,
                media_type=_MEDIA_TYPES[kind],
                readable=bool(said["readable"]),
                html=str(said["html"]),
                text=str(said["text"]),
            )
    except (ValueError, KeyError, AttributeError) as error:
        raise DocumentRefused(reason="damaged") from error
    raise DocumentRefused(reason=str(refused))
