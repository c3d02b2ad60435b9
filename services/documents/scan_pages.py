"""The process that takes the pictures of a scan out of its PDF: one TIFF with a picture a page.

Limits and file on standard input, the TIFF on output, nothing where there is no picture. As the
process beside it (`child`) it is confined: no network, no other process, no writing of files.
"""

import contextlib
import io
import json
import logging
import sys
from collections.abc import Iterator

import pypdf
from PIL import Image, TiffImagePlugin

from services.documents.confinement import confine
from services.documents.limits import Limits

_MOST_PICTURES = 12
_MOST_POINTS = 60_000_000
# A page of A4 at 220 points an inch: smaller letters are read badly, larger ones slowly.
_WIDEST, _NARROWEST, _SMALLEST = 1820, 1200, 200


def main() -> None:
    """Answer with the pictures, the first of each page."""
    limits = Limits(**json.loads(sys.stdin.buffer.readline()))
    content = sys.stdin.buffer.read()
    Image.init()
    Image.MAX_IMAGE_PIXELS = _MOST_POINTS
    TiffImagePlugin.WRITE_LIBTIFF = False
    confine(limits)
    logging.disable(logging.CRITICAL)
    pictures = list(_pictures(content))
    if pictures:
        tiff = io.BytesIO()
        pictures[0].save(tiff, "TIFF", save_all=True, append_images=pictures[1:])
        sys.stdout.buffer.write(tiff.getvalue())


def _pictures(content: bytes) -> Iterator[Image.Image]:
    """The largest picture of each page, grey, of a size in which words can be read."""
    for page in pypdf.PdfReader(io.BytesIO(content)).pages[:_MOST_PICTURES]:
        largest: Image.Image | None = None
        for name in page.images.keys():  # noqa: SIM118 - a list of pypdf's own, no mapping
            with contextlib.suppress(Exception):  # of a kind that cannot be read here
                picture = page.images[name].image
                if picture is not None and (largest is None or _area(picture) > _area(largest)):
                    largest = picture
        if largest is not None and min(largest.size) >= _SMALLEST:
            yield _readable(largest, page.rotation)


def _area(picture: Image.Image) -> int:
    return picture.width * picture.height


def _readable(picture: Image.Image, turned: int) -> Image.Image:
    grey = picture.convert("L")
    if turned % 360:
        grey = grey.rotate(-turned, expand=True)
    wanted = min(max(grey.width, _NARROWEST), _WIDEST)
    if wanted != grey.width:
        size = (wanted, max(1, round(grey.height * wanted / grey.width)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return grey


if __name__ == "__main__":
    main()
