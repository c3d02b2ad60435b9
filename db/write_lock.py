"""One writer of this process at a time: how DuckDB's writers queue."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex


class WriteLock:
    """Lets one writer of this process in at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holder: int | None = None
        self._left = 0
        self._began = token_hex(8)  # what is counted begins anew with the process

    @property
    def story(self) -> str:
        """Another text as soon as one more writer is done, whatever came of it."""
        return f"{self._began}.{self._left}"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock. Raises RuntimeError for a writing unit of work inside another one."""
        if self._holder == threading.get_ident():
            message = "a writing unit of work inside another one would wait for itself"
            raise RuntimeError(message)
        with self._lock:
            self._holder = threading.get_ident()
            try:
                yield
            finally:
                self._left += 1
                self._holder = None


_locks: dict[Path, WriteLock] = {}
_guard = threading.Lock()


def write_lock_of(file: Path) -> WriteLock:
    """The lock of a database file: one and the same, however often this process opens it."""
    with _guard:
        return _locks.setdefault(file, WriteLock())
