"""What stands in a file beside its text: author, title, comments, the camera and its place.

It is looked for contacts only, so strings are all that is wanted. Run as a module it is the
confined process that takes the file apart: limits and file on standard input, JSON on output.
"""

import contextlib
import dataclasses
import io
import json
import logging
import re
import sys
import zipfile
from collections.abc import Iterator

from services.documents.limits import LIMITS, Limits
from services.documents.process import Died, Slow, ask
from services.markup import printable

_MOST = 20_000
_LONGEST_PART = 1_000_000
_PARTS = re.compile(r"(?:docProps/\w+|meta)\.xml")
_TAG = re.compile(r"<[^>]*>")


def properties_of(content: bytes, *, limits: Limits = LIMITS) -> str:
    """The properties of a file, one a line; "" where there are none or they cannot be read."""
    request = json.dumps(dataclasses.asdict(limits)).encode() + b"\n" + content
    try:
        said = json.loads(ask("services.documents.properties", request, seconds=limits.seconds))
    except (Slow, Died, ValueError):
        return ""
    lines = (" ".join(printable(str(one)).split()) for one in said)
    return "\n".join(dict.fromkeys(line for line in lines if line))[:_MOST]


def main() -> None:
    """Answer with a list of strings."""
    from PIL import Image  # noqa: PLC0415 - for the confined process alone

    from services.documents.confinement import confine  # noqa: PLC0415 - as above

    limits = Limits(**json.loads(sys.stdin.buffer.readline()))
    content = sys.stdin.buffer.read()
    Image.init()
    confine(limits)
    logging.disable(logging.CRITICAL)
    found: list[str] = []
    for read in (_of_pdf, _of_archive, _of_picture):
        with contextlib.suppress(Exception):  # readers of foreign formats raise anything
            found.extend(read(content))
    sys.stdout.write(json.dumps(found[:_MOST]))


def _of_pdf(content: bytes) -> Iterator[str]:
    if not content[:1024].lstrip().startswith(b"%PDF-"):
        return
    import pypdf  # noqa: PLC0415 - only what this file needs

    reader = pypdf.PdfReader(io.BytesIO(content))
    yield from (str(value) for value in (reader.metadata or {}).values())
    if reader.xmp_metadata is not None:
        yield _TAG.sub(" ", reader.xmp_metadata.stream.get_data()[:_LONGEST_PART].decode("utf-8"))
    yield from reader.attachments


def _of_archive(content: bytes) -> Iterator[str]:
    """Word and OpenDocument keep them in parts of their own; names of files count, too."""
    if not content.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist()[:2_000]:
            if _PARTS.fullmatch(name):
                with archive.open(name) as part:
                    yield _TAG.sub(" ", part.read(_LONGEST_PART).decode("utf-8", "replace"))
            else:
                yield name


def _of_picture(content: bytes) -> Iterator[str]:
    from PIL import ExifTags, Image  # noqa: PLC0415 - only what this file needs

    with Image.open(io.BytesIO(content)) as picture:
        yield from (str(value) for value in picture.info.values() if isinstance(value, str))
        exif = picture.getexif()
        yield from (str(value) for value in exif.values() if isinstance(value, str))
        yield from (str(value) for value in exif.get_ifd(ExifTags.IFD.GPSInfo).values())


if __name__ == "__main__":
    main()
