"""Asks a Python module in a fresh process and never waits longer than it said."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_LOOK_UP_SECONDS = 0.1
_INHERITED = ("PATH", "PYTHONPATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR")


class Slow(Exception):
    """The process used up its time and was killed."""


class Stopped(Exception):
    """Nobody wants the answer any more: the process was killed."""


class Died(Exception):
    """The process ended without an answer; `code` is the exit code it ended with."""

    def __init__(self, *, out_of_memory: bool, code: int = 0) -> None:
        super().__init__(out_of_memory)
        self.out_of_memory = out_of_memory
        self.code = code


def ask(
    module: str, request: bytes, *, seconds: float, stopped: threading.Event | None = None
) -> bytes:
    """What the module answers on standard output to the request on its standard input.

    The process is started afresh (never forked from the threads of the app), sees neither the
    app's secrets nor its open files, and is killed with all it started when time is up, or once
    `stopped` is set. Raises Slow when it was killed for time, Stopped when it was for that, Died
    when it ended without an answer.
    """
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
        [sys.executable, "-X", "utf8", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=_environment(),
        start_new_session=True,
    )
    try:
        with _killed_once(process, stopped):
            answer, _ = process.communicate(request, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise Slow from error
    except BrokenPipeError:
        answer = b""
    finally:
        _end(process)
    if stopped is not None and stopped.is_set():
        raise Stopped
    if process.returncode == 0:
        return answer
    if process.returncode == -getattr(signal, "SIGXCPU", 0):
        raise Slow
    killed = process.returncode == -getattr(signal, "SIGKILL", 0)
    raise Died(out_of_memory=killed, code=process.returncode)


@contextmanager
def _killed_once(
    process: "subprocess.Popen[bytes]", stopped: threading.Event | None
) -> Iterator[None]:
    """Meanwhile, kill the process once `stopped` is set."""
    if stopped is None:
        yield
        return
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            if stopped.wait(_LOOK_UP_SECONDS):
                _kill(process)
                return

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _environment() -> dict[str, str]:
    """Only what an interpreter needs to start: no key, no password, no address."""
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill what still runs, with its children, and take the body away."""
    _kill(process)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None and not pipe.closed:
            pipe.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError, AttributeError):
            process.kill()
