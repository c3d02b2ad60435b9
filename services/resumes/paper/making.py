"""Has a sheet set as a PDF or DOCX, in a process of its own with little time and memory."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace

from services.candidates.resumes import Download
from services.documents.limits import Limits
from services.documents.process import Died, Slow, ask
from services.documents.reading import MEDIA_TYPES
from services.errors import Busy, PaperTooLong
from services.resumes.paper.sheet import Kind, Sheet

# A résumé of three pages takes a fraction of a second; these are for what nobody would print.
LIMITS = Limits(seconds=15.0, memory=1024 * 1024 * 1024)
_AT_ONCE = threading.BoundedSemaphore(2)


def make(sheet: Sheet, kind: Kind, *, limits: Limits = LIMITS) -> Download:
    """The sheet as a file, bytes made anew. Runs outside of units of work.

    Raises PaperTooLong where it would take more time or memory than it may, Busy where others
    before it took too long.
    """
    told = asdict(replace(sheet, logo=b"")) | {"logo": base64.b64encode(sheet.logo).decode()}
    request = json.dumps({"kind": kind, "limits": asdict(limits), "sheet": told}).encode()
    try:
        with _turn(limits.seconds):
            content = ask("services.resumes.paper.child", request, seconds=limits.seconds)
    except (Slow, Died) as error:
        raise PaperTooLong from error
    return Download(f"{sheet.file_name}.{kind}", MEDIA_TYPES[kind], content)


@contextmanager
def _turn(seconds: float) -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=seconds):
        raise Busy
    try:
        yield
    finally:
        _AT_ONCE.release()
