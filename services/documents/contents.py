"""What a file is, by its content, and what it says."""

from dataclasses import dataclass
from typing import Literal

from services.documents.limits import Limits
from services.errors import DocumentRefused
from services.markup import clean_html, plain_text

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_FEWEST_LETTERS = 15


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file says, ready to be told to the app."""

    kind: Literal["pdf", "docx", "txt"]
    readable: bool
    html: str
    text: str


def contents(content: bytes, limits: Limits) -> Contents:
    """Take a file apart.

    Raises DocumentRefused; also whatever the readers of the formats raise on damaged files.
    """
    start = content[:1024].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if start.startswith(_PDF):
        from services.documents.pdf import pdf_as_html  # noqa: PLC0415 - only what this file needs

        return _told("pdf", pdf_as_html(content, limits), limits)
    if start.startswith(_ZIP):
        from services.documents.word import word_as_html  # noqa: PLC0415 - as above

        return _told("docx", word_as_html(content, limits), limits)
    if start.startswith(_OLD_OFFICE):
        encrypted = _ENCRYPTED_OFFICE in content
        raise DocumentRefused(reason="encrypted" if encrypted else "wrong_type")
    from services.documents.plain import text_as_html  # noqa: PLC0415 - as above

    return _told("txt", text_as_html(content), limits)


def _told(kind: Literal["pdf", "docx", "txt"], raw_html: str, limits: Limits) -> Contents:
    if len(raw_html) > 4 * limits.characters:
        raise DocumentRefused(reason="unpacks_too_large")
    html = clean_html(raw_html)
    text = plain_text(html)
    if len(text) > limits.characters:
        raise DocumentRefused(reason="unpacks_too_large")
    letters = sum(character.isalpha() for character in text)
    if letters < (1 if kind == "txt" else _FEWEST_LETTERS):
        return Contents(kind, readable=False, html="", text="")
    return Contents(kind, readable=True, html=html, text=text)
