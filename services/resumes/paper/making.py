"""Has a sheet set as a PDF or DOCX, in a process of its own with little time and memory."""

import base64
import json
import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace

from services.candidates.resumes import Download
from services.documents.limits import Limits
from services.documents.process import Died, Slow, ask
from services.documents.reading import MEDIA_TYPES
from services.errors import Busy, PaperNotMade
from services.resumes.paper.sheet import OUT_OF_MEMORY, Kind, Sheet

# A résumé of three pages takes a fraction of a second; these are for what nobody would print.
LIMITS = Limits(seconds=15.0, memory=1024 * 1024 * 1024)
# A library that gets no more memory aborts.
_OUT_OF_MEMORY = {OUT_OF_MEMORY, -signal.SIGABRT}
_log = logging.getLogger("candela")
_AT_ONCE = threading.BoundedSemaphore(2)


def make(sheet: Sheet, kind: Kind, *, limits: Limits = LIMITS) -> Download:
    """The sheet as a file, bytes made anew. Runs outside of units of work.

    Raises PaperNotMade (it took more "time" or "memory" than it may, or the program broke off:
    "crash"), Busy where others before it took too long.
    """
    told = asdict(replace(sheet, logo=b"")) | {"logo": base64.b64encode(sheet.logo).decode()}
    request = json.dumps({"kind": kind, "limits": asdict(limits), "sheet": told}).encode()
    try:
        with _turn(limits.seconds):
            content = ask("services.resumes.paper.child", request, seconds=limits.seconds)
    except Slow as error:
        raise PaperNotMade(reason="time") from error
    except Died as error:
        if error.out_of_memory or error.code in _OUT_OF_MEMORY:
            raise PaperNotMade(reason="memory") from error
        _log.warning("a %s could not be set: its process ended with %d", kind, error.code)
        raise PaperNotMade(reason="crash") from error
    return Download(f"{sheet.file_name}.{kind}", MEDIA_TYPES[kind], content)


@contextmanager
def _turn(seconds: float) -> Iterator[None]:
    if not _AT_ONCE.acquire(timeout=seconds):
        raise Busy
    try:
        yield
    finally:
        _AT_ONCE.release()
