"""What the process that takes files apart may not do."""

import contextlib
import os
import sys
from collections.abc import Sequence

from services.documents.limits import Limits

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "shutil.",
    "ctypes.",
    "urllib.",
    "ftplib.",
    "http.client.",
    "smtplib.",
    "sqlite3.",
)


class Forbidden(Exception):
    """A file tried to make its reader do what no reader of files does."""


def confine(limits: Limits) -> None:
    """From here on: bounded memory and time, no network, no other process, no writing of files.

    There is no way back; call it once, in a process that does nothing else.
    """
    _bound(limits)
    sys.addaudithook(_refuse)


def _bound(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    seconds = max(1, round(limits.seconds + 0.5))
    bounds = [
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ]
    if hasattr(resource, "RLIMIT_AS"):
        bounds.append((resource.RLIMIT_AS, limits.memory))
    for what, bound in bounds:
        # macOS refuses some of them; time is kept by the parent in any case.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (bound, bound))


def _refuse(event: str, arguments: Sequence[object]) -> None:
    if event.startswith(_FORBIDDEN):
        raise Forbidden(event)
    if event == "open" and len(arguments) > 2:  # noqa: PLR2004 - path, mode, flags
        flags = arguments[2]
        if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise Forbidden(event)
