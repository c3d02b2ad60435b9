"""Web pages: saved from a job site, pasted from one, or sent as a letter with its pictures."""

import email
import email.policy
import re
from email.message import EmailMessage

from services.documents.encodings import decoded
from services.documents.finish import finished

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_IN_ONE_FILE = re.compile(
    rb"(?:[A-Za-z][\w-]{1,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){0,60}?"
    rb"content-type:\s*multipart/(?:related|alternative|mixed)",
    re.IGNORECASE,
)
_HEAD = 4096


def is_in_one_file(content: bytes) -> bool:
    """Whether this is a page with its pictures in one file (MHTML), as job sites hand out."""
    return _IN_ONE_FILE.match(content[: 2 * _HEAD]) is not None


def page_as_html(content: bytes) -> str:
    """A page's words and structure; scripts, looks and pictures are left where they are."""
    if is_in_one_file(content):
        content, named = _page_of(content)
    else:
        named = ""
    found = _CHARSET.search(content[:_HEAD]) or _XML_CHARSET.match(content[:_HEAD].lstrip())
    said = named or (found[1].decode() if found else "")
    return finished(decoded(content, named=said))


def _page_of(content: bytes) -> tuple[bytes, str]:
    """The page among the parts of the file, and the encoding said of it."""
    letter = email.message_from_bytes(content, policy=email.policy.default)
    if not isinstance(letter, EmailMessage):
        return b"", ""
    page = letter.get_body(preferencelist=("html", "related", "plain"))
    if page is None:
        pages = (one for one in letter.walk() if one.get_content_type() == "text/html")
        page = next(pages, None)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes):
        return b"", ""
    if page.get_content_type() == "text/plain":
        payload = b"<pre>" + payload.replace(b"&", b"&amp;").replace(b"<", b"&lt;") + b"</pre>"
    return payload, str(page.get_content_charset() or "")
