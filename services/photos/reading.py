"""Has an uploaded picture drawn anew, in a process of its own."""

import json
from dataclasses import asdict

from services.documents.limits import Limits
from services.documents.process import Died, Slow, ask
from services.errors import Invalid

_LIMITS = Limits(size=5_000_000, seconds=10.0, memory=512 * 1024 * 1024)
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")


def read(content: bytes) -> bytes:
    """A square JPEG of the picture: no metadata, no place where it was taken.

    Runs outside of units of work. Raises Invalid for what is no PNG, JPEG or WebP, is too large
    or cannot be read.
    """
    if len(content) > _LIMITS.size:
        raise Invalid(photo="photo_too_large")
    if not content.startswith(_STARTS):
        raise Invalid(photo="not_a_photo")
    request = json.dumps(asdict(_LIMITS)).encode() + b"\n" + content
    try:
        answer = ask("services.photos.child", request, seconds=_LIMITS.seconds)
    except (Slow, Died):
        answer = b""
    if not answer:
        raise Invalid(photo="not_a_photo")
    return answer
