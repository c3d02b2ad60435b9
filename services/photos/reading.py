"""Has an uploaded picture drawn anew, in a process of its own."""

import json
from dataclasses import asdict

from services.documents.limits import Limits
from services.documents.process import Died, Slow, ask
from services.errors import Invalid

_LIMITS = Limits(size=5_000_000, seconds=10.0, memory=512 * 1024 * 1024)
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
_UNSEEN = b"unseen"


def read(content: bytes) -> bytes:
    """A square JPEG of the picture: no metadata, no place where it was taken.

    Runs outside of units of work. Raises Invalid for what is no PNG, JPEG or WebP, is too large
    or cannot be read.
    """
    return _drawn(content, "photo")


def read_logo(content: bytes) -> bytes:
    """A PNG of the logo on white, 80 pixels high: for letters, without anything hidden in it.

    Runs outside of units of work. Raises Invalid for what is no PNG, JPEG or WebP, is too large,
    cannot be read, or could not be seen on white.
    """
    drawn = _drawn(content, "logo")
    if drawn == _UNSEEN:
        raise Invalid(logo="not_seen")
    return drawn


def _drawn(content: bytes, what: str) -> bytes:
    if len(content) > _LIMITS.size:
        raise Invalid(**{what: "photo_too_large"})
    if not content.startswith(_STARTS):
        raise Invalid(**{what: "not_a_photo"})
    asked = json.dumps({"as": what, "limits": asdict(_LIMITS)}).encode()
    try:
        answer = ask("services.photos.child", asked + b"\n" + content, seconds=_LIMITS.seconds)
    except (Slow, Died):
        answer = b""
    if not answer:
        raise Invalid(**{what: "not_a_photo"})
    return answer
