"""Files under the data directory: random names, written and synced before their row commits."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from services.errors import CannotStore, NotFound

_NAME_BYTES = 20


class FileStore:
    """The bytes of résumés and letters. A file's name on disk says nothing about it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir(parents=True, exist_ok=True, mode=0o700)

    def put(self, content: bytes) -> str:
        """Store bytes durably and return the name under which they lie. Raises CannotStore."""
        name = secrets.token_hex(_NAME_BYTES)
        path = self._path(name)
        unfinished = path.with_suffix(".part")
        try:
            path.parent.mkdir(exist_ok=True, mode=0o700)
            with unfinished.open("wb") as handle:
                handle.write(content)
                handle.flush()
                os.fsync(handle.fileno())
            unfinished.rename(path)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise CannotStore from error
        return name

    def read(self, name: str) -> bytes:
        """The bytes stored under this name. Raises NotFound when they are gone."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            raise NotFound(model="file") from None

    def remove(self, name: str) -> None:
        """Remove a file whose row never came to be."""
        self._path(name).unlink(missing_ok=True)

    def names(self) -> set[str]:
        """Every name that is stored."""
        return {path.name for path in self._root.glob("??/*") if path.suffix == ""}

    def _path(self, name: str) -> Path:
        if not (len(name) == 2 * _NAME_BYTES and name.isalnum()):
            raise NotFound(model="file")
        return self._root / name[:2] / name
