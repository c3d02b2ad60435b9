"""The process that draws one picture anew: what for, limits and file in, the picture out.

It never opens the database and knows nothing but the file. No answer means: no picture.
"""

import json
import sys
import warnings
from io import BytesIO

from PIL import Image, ImageChops, ImageOps
from PIL import JpegImagePlugin as _Jpeg  # noqa: F401 - loaded before files may not be opened
from PIL import PngImagePlugin as _Png  # noqa: F401 - the same
from PIL import WebPImagePlugin as _WebP  # noqa: F401 - the same

from services.documents.confinement import confine
from services.documents.limits import Limits

_UNSEEN = b"unseen"
_SIDE = 256
# A logo stands 40 px high in a letter and is twice as fine, for screens that show it.
_LOGO = (480, 80)
_LARGEST_LOGO = 60_000
_SEEN_ON_WHITE = 40
_MOST_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG", "WEBP")


def main() -> None:
    """Answer with the picture: a photo as JPEG, a logo as PNG; or with nothing."""
    asked = json.loads(sys.stdin.buffer.readline())
    draw = {"photo": _photo, "logo": _logo}[asked["as"]]
    content = sys.stdin.buffer.read()
    confine(Limits(**asked["limits"]))
    picture = _opened(content)
    if picture is not None:
        sys.stdout.buffer.write(draw(picture))


def _opened(content: bytes) -> Image.Image | None:
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            return ImageOps.exif_transpose(picture).convert("RGBA")
    except Exception:  # noqa: BLE001 - readers of foreign formats raise anything
        return None


def _photo(picture: Image.Image) -> bytes:
    return _saved(_on_white(ImageOps.fit(picture, (_SIDE, _SIDE))), "JPEG", quality=88)


def _logo(picture: Image.Image) -> bytes:
    """The logo without the empty space around it, always equally high."""
    flat = _on_white(picture)
    differs = ImageChops.difference(flat, Image.new("RGB", flat.size, "white")).convert("L")
    seen = differs.point(lambda value: 255 if value > _SEEN_ON_WHITE else 0).getbbox()
    if seen is None:
        return _UNSEEN
    fitting = ImageOps.contain(flat.crop(seen), _LOGO, Image.Resampling.LANCZOS)
    canvas = Image.new("RGB", (fitting.width, _LOGO[1]), "white")
    canvas.paste(fitting, (0, (_LOGO[1] - fitting.height) // 2))
    drawn = _saved(canvas, "PNG", optimize=True)
    if len(drawn) > _LARGEST_LOGO:
        drawn = _saved(canvas.quantize(128), "PNG", optimize=True)
    return drawn


def _on_white(picture: Image.Image) -> Image.Image:
    """On a new canvas: of the file nothing is kept but what can be seen."""
    canvas = Image.new("RGB", picture.size, "white")
    canvas.paste(picture, mask=picture)
    return canvas


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    answer = BytesIO()
    picture.save(answer, kind, **how)
    return answer.getvalue()


if __name__ == "__main__":
    main()
