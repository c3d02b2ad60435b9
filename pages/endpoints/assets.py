"""The stylesheets, fonts, icons, the mark, the scripts of shell, editor, grid: `/assets/<name>`.

A file's address carries a hash of its bytes, so browsers may keep it for a year and still get the
new one after an update. Everything is served from here: no page of ours asks another host.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

LOOK = Path(__file__).parent.parent / "ui" / "look"
PREFIX = "/assets/"
FOREVER = "public, max-age=31536000, immutable"

#: The parts of the one stylesheet, in the order of the cascade.
PARTS = (
    "tokens",
    "base",
    "frame",
    "headings",
    "widgets",
    "fields",
    "pieces",
    "cards",
    "calendar",
    "notes",
    "sheets",
    "rows",
    "bars",
    "phone",
    "seen",
)
PAGE_SCRIPTS = ("shell.js", "last_word.js", "typing.js")
SCRIPTS = (*PAGE_SCRIPTS, "editor.js", "grid.js")
FONTS = ("onest-latin", "onest-cyrillic", "onest-latin-ext", "onest-cyrillic-ext", "icons")
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True)
class Asset:
    """One file as it is served."""

    name: str
    body: bytes
    media_type: str
    mark: str

    @property
    def url(self) -> str:
        """The address that changes with the content."""
        stem, dot, suffix = self.name.rpartition(".")
        return f"{PREFIX}{stem}.{self.mark}{dot}{suffix}"


def url(name: str) -> str:
    """The address of a file of the look; KeyError if there is none of that name."""
    return assets()[name].url


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """Every file of the look by its plain name, read once per process."""
    found = [
        _asset(f"{name}.woff2", (LOOK / "fonts" / f"{name}.woff2").read_bytes()) for name in FONTS
    ]
    found.append(_asset("mark.svg", (LOOK / "mark.svg").read_bytes()))
    found += [_asset(name, (LOOK / name).read_bytes()) for name in SCRIPTS]
    known = {asset.name: asset for asset in found}
    fonts = _css(known, "fonts")
    look = fonts + "".join(_css(known, part) for part in PARTS)
    known["candela.css"] = _asset("candela.css", look.encode())
    editor = fonts + _css(known, "tokens") + _css(known, "editor")
    known["editor.css"] = _asset("editor.css", editor.encode())
    answer = fonts + "".join(_css(known, part) for part in ("tokens", "base", "cards", "answer"))
    known["answer.css"] = _asset("answer.css", answer.encode())
    grid = fonts + _css(known, "tokens") + _css(known, "grid")
    known["grid.css"] = _asset("grid.css", grid.encode())
    return known


async def serve(request: Request) -> Response:
    """Answer one file; an address from before an update gets the present file, uncached."""
    asked = request.path_params["name"]
    stem, dot, suffix = asked.rpartition(".")
    plain = re.sub(r"\.[0-9a-f]{12}$", "", stem) + dot + suffix
    asset = assets().get(plain)
    if asset is None:
        return Response(status_code=404)
    fresh = asset.url == PREFIX + asked
    return Response(
        asset.body,
        media_type=asset.media_type,
        headers={"Cache-Control": FOREVER if fresh else "no-cache"},
    )


def routes() -> list[Route]:
    """The route to add to the application."""
    return [Route(PREFIX + "{name}", serve, methods=["GET"])]


def _asset(name: str, body: bytes) -> Asset:
    mark = hashlib.sha256(body).hexdigest()[:12]
    return Asset(name, body, TYPES["." + name.rpartition(".")[2]], mark)


def _css(known: dict[str, Asset], part: str) -> str:
    """One part of the stylesheet with its fonts and pictures under their served addresses."""
    text = (LOOK / "css" / f"{part}.css").read_text(encoding="utf-8")
    return re.sub(r'url\("([^":/]+)"\)', lambda found: f'url("{known[found[1]].url}")', text)
