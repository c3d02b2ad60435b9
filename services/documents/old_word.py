"""The process that has a file of the old Word, or a scan, read: it starts the program and watches.

Its request is a line of JSON and the file, its answer the converted file. The program gets an
empty room of its own, no network, nothing of the app's environment, and is ended when it takes
more memory or time than it may.
"""

import contextlib
import ctypes
import json
import os
import subprocess
import sys
import time
from pathlib import Path

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_LOOK_EVERY = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Failed(Exception):
    """The program gave nothing, or was ended."""


def main() -> int:
    """Convert; the exit code 3 says that the network cannot be taken away here."""
    asked = json.loads(sys.stdin.buffer.readline())
    room = Path(asked["room"])
    file = room / "resume.doc"
    file.write_bytes(sys.stdin.buffer.read())
    closed = _without_network()
    if asked["needs_closed_net"] and not closed:
        return 3
    arguments = [one.format(room=room, file=file) for one in asked["arguments"]]
    _bound(asked)
    try:
        said = _run([asked["path"], *arguments], room, asked["memory"], asked["seconds"])
    except (Failed, OSError):
        return 4
    answer = said if asked["gives"] == "txt" else _written(room / "resume.docx", asked["unpacked"])
    if not answer.strip():
        return 4
    sys.stdout.buffer.write(answer)
    return 0


def _run(command: list[str], room: Path, memory: int, seconds: float) -> bytes:
    """What the program says on its standard output, read only once it has ended."""
    heard = room / "said"
    with heard.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - a converter found on this machine's own path
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            cwd=room,
            env={"PATH": os.environ.get("PATH", ""), "HOME": str(room), "TMPDIR": str(room)}
            | {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
        )
        until = time.monotonic() + seconds
        while process.poll() is None:
            if time.monotonic() > until or _resident(os.getpgrp()) > memory:
                process.kill()
                process.wait()
                raise Failed
            time.sleep(_LOOK_EVERY)
    if process.returncode != 0:
        raise Failed
    return heard.read_bytes()


def _written(file: Path, most: int) -> bytes:
    if not file.is_file() or file.stat().st_size > most:
        return b""
    return file.read_bytes()


def _without_network() -> bool:
    """Leave the network for an empty one, where the kernel lets us."""
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (OSError, AttributeError):
        return False
    user, group = os.getuid(), os.getgid()
    if unshare(_NEW_NET) == 0:
        return True
    if unshare(_NEW_USER | _NEW_NET) != 0:
        return False
    with contextlib.suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def _bound(asked: dict[str, object]) -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    seconds = max(1, round(float(str(asked["seconds"])) + 0.5))
    bounds = [
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, int(str(asked["unpacked"]))),
    ]
    if asked["bounded"]:
        bounds.append((resource.RLIMIT_AS, int(str(asked["memory"]))))
    for what, bound in bounds:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (bound, bound))


def _resident(group: int) -> int:
    """The memory in use by every process of this group; 0 where the system does not tell."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                total += int(fields[21]) * _PAGE
    return total


if __name__ == "__main__":
    sys.exit(main())
