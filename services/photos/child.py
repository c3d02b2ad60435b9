"""The process that draws one picture anew: limits and file on standard input, JPEG on output.

It never opens the database and knows nothing but the file. No answer means: no picture.
"""

import json
import sys
import warnings
from io import BytesIO

from PIL import Image, ImageOps
from PIL import JpegImagePlugin as _Jpeg  # noqa: F401 - loaded before files may not be opened
from PIL import PngImagePlugin as _Png  # noqa: F401 - the same
from PIL import WebPImagePlugin as _WebP  # noqa: F401 - the same

from services.documents.confinement import confine
from services.documents.limits import Limits

_SIDE = 256
_MOST_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG", "WEBP")


def main() -> None:
    """Answer with the picture as a JPEG, or with nothing."""
    limits = Limits(**json.loads(sys.stdin.buffer.readline()))
    content = sys.stdin.buffer.read()
    confine(limits)
    sys.stdout.buffer.write(_drawn_anew(content))


def _drawn_anew(content: bytes) -> bytes:
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except Exception:  # noqa: BLE001 - readers of foreign formats raise anything
        return b""
    square = ImageOps.fit(upright, (_SIDE, _SIDE))
    # A new canvas: of the file nothing is kept but what can be seen.
    canvas = Image.new("RGB", (_SIDE, _SIDE), "white")
    canvas.paste(square, mask=square)
    answer = BytesIO()
    canvas.save(answer, "JPEG", quality=88)
    return answer.getvalue()


if __name__ == "__main__":
    main()
